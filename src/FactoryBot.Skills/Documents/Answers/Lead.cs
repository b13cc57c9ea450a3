using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>What a phone shows of a quote at once: the sentences or steps that say most about the question. The rest stands behind a button.</summary>
internal static class Lead
{
    private const int Fact = 300;
    private const int Steps = 900;
    private const int Further = 300;

    // So little more is not worth a button.
    private const double Slack = 1.2;

    /// <param name="place">Among the quotes, from 0.</param>
    public static string Of(string question, string quote, int place, IReadOnlyList<WeightedConcept> concepts)
    {
        var budget = place > 0 ? Further : AskedFact.Of(question) is null ? Steps : Fact;
        return quote.Length <= budget * Slack ? quote : QuotePieces.Excerpt(quote, concepts, budget);
    }
}
