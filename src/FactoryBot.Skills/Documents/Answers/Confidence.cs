using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>How sure it is that what was found answers the question. The weights were fitted to questions with and without an answer;
/// the README gives the error rates at the threshold.</summary>
internal static class Confidence
{
    // The weights were found on no fewer.
    private const double FewestPieces = 40;

    public static double Of(SearchResult found)
    {
        var features = Features(found);
        // Of many pieces one fits by chance: the more there are, the better it must fit.
        var chance = 0.5 + 0.33 * Math.Log(Math.Max(FewestPieces, found.Statistics.Pieces));
        var sum = -chance + 0.5 * features.Coverage - 3 * features.Unknown + 5.9 * Math.Log(1 + features.Strength);
        return 1 / (1 + Math.Exp(-sum));
    }

    internal static ConfidenceFeatures Features(SearchResult found)
    {
        var total = found.Concepts.Sum(c => c.Weight);
        if (found.Documents.Count == 0 || total <= 0)
            return new(0, 0, 1, 0);
        var best = found.Documents[0].Pieces[0].Rank;
        return new(best.Coverage, best.Near, found.Concepts.Sum(c => c.Unknown * c.Weight) / total, found.Documents[0].Score / total);
    }
}

/// <param name="Coverage">Share of the question that the best piece speaks of.</param>
/// <param name="Near">The same of two sentences of it.</param>
/// <param name="Unknown">Share of the question that no document speaks of, or only in words that may mean it.</param>
/// <param name="Strength">The best score for each unit of the question's weight.</param>
internal sealed record ConfidenceFeatures(double Coverage, double Near, double Unknown, double Strength);
