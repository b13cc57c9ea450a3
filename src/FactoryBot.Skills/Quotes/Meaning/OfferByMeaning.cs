using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Matching;

namespace FactoryBot.Skills.Quotes.Meaning;

/// <summary>Puts parts that mean what a line says beside those that share its words. None is ever taken: a person chooses. Pure.</summary>
internal static class OfferByMeaning
{
    public const int MostLooked = 12;
    private const int MostAdded = 2;

    /// <summary>Below it nothing is common but the trade.</summary>
    private const double LeastLike = 0.45;

    /// <summary>Where words leave a choice of equals they have decided what it is, and the sizes are what is missing.</summary>
    public static bool HasRoom(LineMatch match) => !match.Candidates.Any(c => c.Fits);

    /// <param name="near">The nearest first.</param>
    /// <param name="means">The vectors say what words mean; otherwise which words are like others.</param>
    public static LineMatch To(LineMatch match, IReadOnlyList<(Part Part, double Likeness)> near, bool means)
    {
        var offered = match.Candidates.Select(c => c.Part.PartNo).ToHashSet();
        var added = near.Where(n => n.Likeness >= LeastLike && !offered.Contains(n.Part.PartNo) && !SaysOtherwise(match, n.Part)).Take(MostAdded)
            .Select(n => new PartMatch(n.Part, Math.Round((decimal)n.Likeness, 2), means ? "By meaning; none of its words decides" : "By words that are like these", false)).ToArray();
        if (added.Length == 0)
            return match;
        var likeness = near.ToDictionary(n => n.Part.PartNo, n => n.Likeness);
        // Of parts that share the same words the one that means most comes first.
        var byWords = match.Candidates.OrderByDescending(c => c.Score).ThenByDescending(c => likeness.GetValueOrDefault(c.Part.PartNo)).Take(Decide.MostOffered - added.Length);
        return match with
        {
            Outcome = MatchOutcome.Choose,
            Candidates = [.. byWords, .. added],
            Reason = match.Outcome == MatchOutcome.NotFound ? "No part has these words; these mean something like it" : match.Reason,
        };
    }

    private static bool SaysOtherwise(LineMatch match, Part part) => Fit.Of(match.Line.Features, part, PartTerms.Of(part), _ => 0).Against.Count > 0;
}
