using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>What a phone shows of a quote at once: of the best one its steps, or the sentences that say most; of the others a sentence or two. The rest stands behind a button.</summary>
internal static class Lead
{
    // Steps are of use only together, and most lists of them are no longer.
    private const int Steps = 900;
    private const int Best = 700;
    private const int Fact = 300;

    // The second is the right one often enough to be read; the third only says where else to look.
    private const int Second = 300;
    private const int Third = 150;

    // So little more is not worth a button.
    private const double Slack = 1.2;

    /// <param name="place">Among the quotes, from 0.</param>
    public static string Of(string question, string quote, int place, IReadOnlyList<WeightedConcept> concepts)
    {
        var budget = place switch { 0 => OfBest(question, quote), 1 => Second, _ => Third };
        return quote.Length <= budget * Slack ? quote : QuotePieces.Excerpt(quote, concepts, budget);
    }

    private static int OfBest(string question, string quote) => AskedFact.Of(question) is not null ? Fact : Lists.HasSteps(quote) ? Steps : Best;
}
