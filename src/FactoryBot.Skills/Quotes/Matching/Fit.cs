using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>How well one part accounts for the words of a request. Pure.</summary>
internal sealed record Fit(
    Part Part, IReadOnlyList<Feature> Matched, IReadOnlyList<Feature> Missing, IReadOnlyList<Feature> Against, int Extras, decimal Score, bool RareCode, bool Nameless)
{
    private const decimal HardWeight = 2m;
    private const decimal NamedWeight = 1.5m;
    private const decimal WeakWeight = 0.1m;
    private const decimal ExtraCost = 0.01m;

    /// <summary>A code that stands in so few parts names the part, so that words beside it need not.</summary>
    private const long RareParts = 60;

    /// <param name="known">In how many parts a term stands.</param>
    public static Fit Of(IReadOnlyList<Feature> asked, Part part, PartTerms terms, Func<Feature, long> known)
    {
        var matched = new List<Feature>();
        var missing = new List<Feature>();
        var against = new List<Feature>();
        decimal gained = 0, whole = 0;
        var rare = false;
        for (var i = 0; i < asked.Count; i++)
        {
            var feature = asked[i];
            var weight = Weight(feature);
            var strength = FeatureMatch.Strength(asked, i, terms);
            whole += weight;
            gained += weight * strength;
            if (strength > 0)
            {
                matched.Add(feature);
                rare |= FeatureMatch.IsNumberLike(feature) && known(feature) <= RareParts;
                continue;
            }

            missing.Add(feature);
            if (FeatureMatch.Contradicts(feature, terms))
                against.Add(feature);
        }

        var extras = ReadFeatures.Of(part.Description).Count(f => !f.IsWeak && !FeatureMatch.Covers(asked, f));
        var score = whole == 0 ? 0 : Math.Max(0, gained / whole - extras * ExtraCost);
        return new(part, matched, missing, against, extras, Math.Round(Math.Min(score, 0.99m), 2), rare, !terms.Features.Any(f => f.Class == WordClass.Product));
    }

    /// <summary>True where the part may be put on a draft without asking: nothing that tells parts apart is missing.</summary>
    public bool IsFull(Func<Feature, long> known)
    {
        if (Missing.Any(f => f.IsHard) || Against.Count > 0 || !Matched.Any(Names))
            return false;
        // A part that its code names and that calls itself nothing is what the buyer calls it: "H07V-K wire".
        var words = Missing.Where(f => !f.IsWeak && f.Class != WordClass.Container && !(RareCode && Nameless && f.Class == WordClass.Product)).ToArray();
        if (words.Any(f => f.Class is not WordClass.Plain))
            return false;
        if (RareCode)
            return true;
        // A word that other parts have tells them apart from this one. One that no part has is perhaps only talk,
        // but alone beside a single word it is perhaps what was wanted.
        return words.All(f => known(f) == 0) && (words.Length == 0 || (words.Length <= 2 && Matched.Any(f => f.IsHard) && Matched.Count(f => !f.IsWeak) > words.Length));
    }

    private static bool Names(Feature feature) =>
        feature.Kind is FeatureKind.Code or FeatureKind.Standard || (feature.Kind == FeatureKind.Word && !feature.IsWeak && feature.Class is not (WordClass.Colour or WordClass.Finish))
        || FeatureMatch.IsNumberLike(feature);

    private static decimal Weight(Feature feature) => feature switch
    {
        { IsWeak: true } => WeakWeight,
        { IsHard: true } => HardWeight,
        { Class: not WordClass.Plain } => NamedWeight,
        _ => 1m,
    };
}
