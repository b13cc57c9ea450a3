using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>How sure it is that what was found answers the question. The weights were fitted to questions with and without an answer;
/// the README gives the error rates at the threshold.</summary>
internal static class Confidence
{
    /// <summary>Of shares of the question alone: neither how many documents there are nor how long they are makes a difference.</summary>
    public static double Of(SearchResult found)
    {
        var features = Features(found);
        return 1 / (1 + Math.Exp(-(0.15 + 3.9 * features.Coverage - 6.8 * features.Unknown)));
    }

    internal static ConfidenceFeatures Features(SearchResult found)
    {
        var total = found.Concepts.Sum(c => c.Weight);
        var told = found.Concepts.Sum(c => c.Concept.Telling);
        if (found.Documents.Count == 0 || total <= 0 || told <= 0)
            return new(0, 0, 1, 0);
        var best = found.Documents[0].Pieces[0].Rank;
        return new(best.Coverage, best.Near, found.Concepts.Sum(c => c.Unknown * c.Concept.Telling) / told, found.Documents[0].Score / total);
    }
}

/// <param name="Coverage">Share of the question that the best piece speaks of, everyday words counted little.</param>
/// <param name="Near">The share, by rarity, of two sentences of it.</param>
/// <param name="Unknown">Share of the question that no document speaks of, or only in words that may mean it; everyday words counted little.</param>
/// <param name="Strength">The best score for each unit of the question's weight.</param>
internal sealed record ConfidenceFeatures(double Coverage, double Near, double Unknown, double Strength);
