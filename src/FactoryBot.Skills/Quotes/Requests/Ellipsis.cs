using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What a line leaves to its neighbour: "and 300 of the 4-40 size" are lock nuts because the line before is.</summary>
internal static partial class Ellipsis
{
    // Say which size a number is, and name no thing.
    private static readonly string[] Dimensions = [Stem.Of("bore"), Stem.Of("stroke"), Stem.Of("travel"), Stem.Of("reach")];

    public static bool NamesNothing(IReadOnlyList<Feature> features) =>
        !features.Any(f => f.Kind is FeatureKind.Standard or FeatureKind.Code || (f is { Kind: FeatureKind.Word, Class: WordClass.Plain or WordClass.Product or WordClass.Defining or WordClass.Container } && !Dimensions.Contains(f.Text, StringComparer.Ordinal))
            || f is { Kind: FeatureKind.Measure, Measure.Kind: "", Text.Length: >= 4 });

    /// <summary>The own features, and of the neighbour's those that nothing of the own takes the place of.</summary>
    public static IReadOnlyList<Feature> Fill(IReadOnlyList<Feature> own, IReadOnlyList<Feature> neighbour) =>
        [.. own, .. neighbour.Where(n => !own.Any(o => TakesPlaceOf(o, n)))];

    /// <summary>"of the same length": that one size comes from the line before. "For the above": its sizes and codes do.</summary>
    public static IReadOnlyList<Feature> FillSame(string wording, IReadOnlyList<Feature> own, IReadOnlyList<Feature> before)
    {
        if (ForAbove().IsMatch(wording))
            return [.. own, .. before.Where(b => b.IsHard && !own.Any(o => o.Kind == b.Kind && o.Measure.Kind == b.Measure.Kind))];
        if (Same().Match(wording) is not { Success: true } match)
            return own;
        var kind = match.Groups["what"].Value.ToLowerInvariant();
        var from = kind switch
        {
            "length" or "diameter" or "width" or "dimensions" => before.Where(f => f.Measure.Kind == "length"),
            "thread" => before.Where(f => f.Kind == FeatureKind.Thread),
            "colour" or "color" => before.Where(f => f.Class == WordClass.Colour),
            "material" => before.Where(f => f.Class == WordClass.Material),
            "voltage" => before.Where(f => f.Measure.Kind == "voltage"),
            _ => before.Where(f => f.Kind is FeatureKind.Measure or FeatureKind.Thread),
        };
        return [.. own, .. from.Where(f => !own.Contains(f))];
    }

    private static bool TakesPlaceOf(Feature own, Feature other) => own.Kind == other.Kind && own.Kind switch
    {
        // "Bush 1610 bore 24, bore 28": a size takes no number's place.
        FeatureKind.Measure when own.Measure.Kind.Length == 0 && FeatureMatch.IsNumberLike(other) => FeatureMatch.IsNumberLike(own),
        FeatureKind.Measure => own.Measure.Kind == other.Measure.Kind || own.Measure.Kind.Length == 0 || other.Measure.Kind.Length == 0,
        FeatureKind.Word => own.Text == other.Text || (own.Class == other.Class && own.Class is WordClass.Colour or WordClass.Material or WordClass.Finish),
        _ => true,
    };

    [GeneratedRegex(@"\bfor\s+(?:the\s+)?above\b|\b(?:dazu passend|passend dazu|passend zu (?:obige[rmn]|vorstehende[rmn]))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ForAbove();

    [GeneratedRegex(@"\b(?:the )?same\s+(?<what>length|diameter|width|dimensions|thread|colou?r|material|voltage|size|rating|one)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Same();
}
