using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>What a phone shows of a quote at once: of the best one its steps, or the sentences around a fact; of the others what says most. The rest stands behind a button.</summary>
internal static class Lead
{
    private const int Fact = 300;
    private const int Further = 400;

    // So little more is not worth a button.
    private const double Slack = 1.2;

    /// <param name="place">Among the quotes, from 0.</param>
    public static string Of(string question, string quote, int place, IReadOnlyList<WeightedConcept> concepts)
    {
        // Steps are of use only whole.
        if (place == 0 && AskedFact.Of(question) is null)
            return quote;
        var budget = place > 0 ? Further : Fact;
        return quote.Length <= budget * Slack ? quote : QuotePieces.Excerpt(quote, concepts, budget);
    }
}
