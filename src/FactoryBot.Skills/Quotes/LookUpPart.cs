using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Answers what a part of the catalogue costs, whether it is in stock and how soon it comes.</summary>
internal sealed class LookUpPart(FactoryDatabase database)
{
    private const int MostShown = 5;

    /// <summary>Whether the sentence asks for a part that the catalogue has.</summary>
    public async Task<bool> KnowsAsync(string sentence, Asker asker, CancellationToken cancellationToken)
    {
        if (PartQuestion.Read(sentence) is not { } question)
            return false;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await MatchAsync(scope, question, asker, cancellationToken) is { } match && match.Candidates.Any(c => c.Fits);
    }

    public async Task<SkillResult> RunAsync(string sentence, Asker asker, CancellationToken cancellationToken)
    {
        // A model gives the part's words alone.
        var question = PartQuestion.Read(sentence) ?? new(PartTopic.Part, sentence);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if ((await CatalogueStore.StateAsync(scope, cancellationToken)).Version == 0)
            return QuoteFailures.NoCatalogue();
        var match = await MatchAsync(scope, question, asker, cancellationToken);
        Part[] parts = match?.Part is { } sure ? [sure] : [.. (match?.Candidates ?? []).Take(MostShown).Select(c => c.Part)];
        if (parts.Length == 0)
            return QuoteFailures.NotInCatalogue(question.Wording);
        var breaks = await PriceStore.BreaksAsync(scope, [.. parts.Select(p => p.Number)], cancellationToken);
        var rules = (await SettingStore.ReadAsync(scope, cancellationToken)).Rules;
        var found = new FoundParts(question.Topic, match!.Line.Quantity, match.Part is not null, match.Candidates.Count, [.. parts.Select(p => Found(p, match.Line))]);
        var proof = QuoteProof.Of("the catalogue", match.Candidates.Count, "list price, quantity prices and stock of the catalogue", asker);
        var text = PartText.Of(found);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Proof = proof,
            Card = PartCard.Of(found, text, proof),
            Choices = [.. found.Sure
                ? asker.May(Permissions.QuotesManage) ? [new Choice("Draft a quote", $"quote {QuoteText.Amount(found.Pieces ?? parts[0].PackQuantity)} pcs {parts[0].Number}")] : Array.Empty<Choice>()
                : parts.Select(p => new Choice(p.Number, $"find part {p.Number}"))],
        };

        FoundPart Found(Part part, RequestLine line) => new(
            part,
            line.Quantity is { } quantity ? PricePart.Of(part, Packs.Pieces(quantity, line.Unit, part), customer: null, breaks, past: [], rules, asker.Today, neededBy: null) : null,
            [.. breaks.Where(b => b.Number == part.Number && b.Tier.Length == 0).OrderBy(b => b.FromQuantity)]);
    }

    private static async Task<LineMatch?> MatchAsync(TenantScope scope, PartQuestion question, Asker asker, CancellationToken cancellationToken) =>
        ReadRequestText.Of(question.Wording, asker.Today).Lines is [var line]
            ? (await MatchLines.RunAsync(scope, [line], null, cancellationToken))[0]
            : null;
}

/// <param name="Pieces">For how many it was asked; null: none said.</param>
/// <param name="Sure">One part is meant; false: these fit as well as each other.</param>
/// <param name="Looked">How many parts were near.</param>
internal sealed record FoundParts(PartTopic Topic, decimal? Pieces, bool Sure, int Looked, IReadOnlyList<FoundPart> Parts);

/// <param name="Price">For the pieces that were asked for, at list terms; null where none were.</param>
/// <param name="Breaks">Quantity prices that hold for every customer.</param>
internal sealed record FoundPart(Part Part, PartPrice? Price, IReadOnlyList<PriceBreak> Breaks);
