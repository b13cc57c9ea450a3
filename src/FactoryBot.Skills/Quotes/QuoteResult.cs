using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>A quote as an answer.</summary>
internal static class QuoteResult
{
    /// <param name="lead">A sentence before the quote's own; null: none.</param>
    public static SkillResult Of(QuoteView view, Asker asker, string? lead)
    {
        var text = lead is null ? QuoteText.Of(view) : $"{lead} {QuoteText.Of(view)}";
        var proof = QuoteProof.Of(view, asker);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = QuoteData.Of(view),
            Card = QuoteCard.Of(view, asker, lead, text, proof),
            Proof = proof,
            Choices = Choices(view),
        };
    }

    private static IReadOnlyList<Choice> Choices(QuoteView view) => view.Quote.State switch
    {
        QuoteState.Draft when view.Content.IsComplete => [new("Who must approve?", $"Who must approve {view.Quote.Number}?"), new("My drafts", "Show my drafts")],
        QuoteState.Draft => [new("My drafts", "Show my drafts")],
        _ => [new($"Show {view.Quote.Number}", $"Show quote {view.Quote.Number}")],
    };
}
