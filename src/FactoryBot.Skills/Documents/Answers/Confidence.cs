using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>How sure it is that what was found answers the question. The weights were fitted to questions with and without an answer;
/// the README gives the error rates at the threshold.</summary>
internal static class Confidence
{
    // The more pieces there are, the nearer comes the nearest that does not answer.
    private const double Crowd = 0.2;
    private const double UsualPieces = 400;
    private const double FewestPieces = 30;
    private const double MostPieces = 10_000;

    public static double Of(SearchResult found)
    {
        var features = Features(found);
        var pieces = Math.Clamp(found.Statistics.Pieces, FewestPieces, MostPieces);
        return Share(features.Likeness is { } likeness
            ? -2.55 + 2.8 * features.Coverage - 1.3 * features.Unknown + 5.1 * likeness - Crowd * Math.Log(pieces / UsualPieces)
            // Of shares of the question alone: neither how many documents there are nor how long they are makes a difference.
            : 0.15 + 3.9 * features.Coverage - 6.8 * features.Unknown);
    }

    internal static ConfidenceFeatures Features(SearchResult found)
    {
        var total = found.Concepts.Sum(c => c.Weight);
        var told = found.Concepts.Sum(c => c.Concept.Telling);
        if (found.Documents.Count == 0 || total <= 0 || told <= 0)
            return new(0, 0, 1, 0, null);
        var best = found.Documents[0].Pieces[0];
        return new(
            best.Rank.Coverage, best.Rank.Near, found.Concepts.Sum(c => c.Unknown * c.Concept.Telling) / told, found.Documents[0].Score / total,
            found.ByEncoder ? best.Text.Likeness : null);
    }

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
}

/// <param name="Coverage">Share of the question that the best piece speaks of, everyday words counted little.</param>
/// <param name="Near">The share, by rarity, of two sentences of it.</param>
/// <param name="Unknown">Share of the question that no document speaks of, or only in words that may mean it; everyday words counted little.</param>
/// <param name="Strength">The best score for each unit of the question's weight.</param>
/// <param name="Likeness">How near the best piece is in meaning, on the scale of the encoder inside the process; null where that did not measure it.</param>
internal sealed record ConfidenceFeatures(double Coverage, double Near, double Unknown, double Strength, double? Likeness);
