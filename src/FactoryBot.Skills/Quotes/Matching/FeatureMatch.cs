using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Whether a part has what one word, size or code of a request asks for.</summary>
internal static class FeatureMatch
{
    private const decimal NearWord = 0.85m;
    private const int ShortestCode = 3;
    private static readonly string Diameter = Stem.Of("diameter");

    /// <returns>0: no; 1: yes; between: by another word for the same.</returns>
    public static decimal Strength(IReadOnlyList<Feature> asked, int i, PartTerms part)
    {
        var feature = asked[i];
        return feature.Kind switch
        {
            FeatureKind.Word => WordStrength(asked, i, part),
            FeatureKind.Thread => part.Features.Any(f => f.Kind == FeatureKind.Thread && SameThread(feature.Text, f.Text)) ? 1 : 0,
            FeatureKind.Standard => part.Codes.Contains(feature.Text) ? 1 : 0,
            FeatureKind.Code => part.NumberPieces.Contains(feature.Text) || IsNominalDiameter(feature.Text, part) || Packages.Names(feature.Text).Any(part.Codes.Contains) || PackageInNumber(feature.Text, part) ? 1 : 0,
            _ => MeasureFits(feature, part) ? 1 : 0,
        };
    }

    /// <summary>The part says something else where the request says this: red for blue, 4-40 for 6-32, 5 V for 12 V.</summary>
    public static bool Contradicts(Feature feature, PartTerms part) => feature.IsAbsent || feature.Kind switch
    {
        FeatureKind.Thread => part.Features.Any(f => f.Kind == FeatureKind.Thread),
        FeatureKind.Measure => feature.Measure.Kind.Length > 0 && part.Features.Any(f => f.Kind == FeatureKind.Measure && f.Measure.Kind == feature.Measure.Kind),
        FeatureKind.Standard => part.Features.Any(f => f.Kind == FeatureKind.Standard),
        FeatureKind.Word when feature.Class == WordClass.Container => part.Features.Any(f => f.Kind == FeatureKind.Word && Containers.Is(f.Text)),
        FeatureKind.Word => feature.Class is WordClass.Colour or WordClass.Material && part.Features.Any(f => f.Class == feature.Class),
        _ => false,
    };

    /// <summary>A code or a long number, as a part's own number is.</summary>
    public static bool IsNumberLike(Feature feature) =>
        (feature.Kind == FeatureKind.Code && feature.Text.Length >= ShortestCode && !Packages.Is(feature.Text) && !Nominal.IsName(feature.Text))
        || feature is { Kind: FeatureKind.Measure, Measure.Kind: "", Text.Length: >= ShortestCode } && feature.Text.All(char.IsAsciiDigit);

    /// <summary>True where the request mentions this feature of a part.</summary>
    public static bool Covers(IReadOnlyList<Feature> asked, Feature of)
    {
        foreach (var feature in asked)
        {
            var same = feature.Kind == of.Kind && (of.Kind == FeatureKind.Measure ? feature.Measure.Fits(of.Measure)
                : of.Kind == FeatureKind.Thread ? SameThread(feature.Text, of.Text)
                : feature.Text == of.Text || (of.Kind == FeatureKind.Word && Lexicon.NearTo(feature.Text).Contains(of.Text)) || (of.Kind == FeatureKind.Code && Packages.Names(feature.Text).Contains(of.Text)));
            if (same)
                return true;
        }

        return false;
    }

    private static decimal WordStrength(IReadOnlyList<Feature> asked, int i, PartTerms part)
    {
        var word = asked[i].Text;
        if (asked[i].IsAbsent)
            return part.Words.Contains(word) ? 0 : 1;
        // What is absent decides; the word that says so need not stand there.
        if (word == Lacks.Word && i + 1 < asked.Count && asked[i + 1].IsAbsent)
            return 1;
        if (part.Words.Contains(word) || part.NumberPieces.Contains(word))
            return 1;
        if (Nominal.SizeOf(word) is { } size && part.Codes.Contains(size))
            return 1;
        if (Lexicon.NearTo(word).Any(part.Words.Contains))
            return NearWord;
        // "term block" and "terminal block" are one already; "lock nut" and "locknut", "u channel" and "uchannel" are one here.
        if (i + 1 < asked.Count && asked[i + 1].Kind == FeatureKind.Word && part.Words.Contains(word + asked[i + 1].Text))
            return 1;
        if (i > 0 && asked[i - 1].Kind == FeatureKind.Word && part.Words.Contains(asked[i - 1].Text + word))
            return 1;
        for (var cut = 2; cut <= word.Length - 3; cut++)
        {
            if (part.Words.Contains(word[cut..]) && part.Words.Contains(word[..cut]))
                return 1;
        }

        return 0;
    }

    private static bool SameThread(string asked, string has) =>
        asked == has || (asked[0] == '#' && has.StartsWith(asked[1..] + "-", StringComparison.Ordinal));

    private static bool MeasureFits(Feature feature, PartTerms part)
    {
        // "1000 ml" is not the thousand of "bag of 1000" where the part says its millilitres. Lengths stand without their unit in many a size.
        var kind = feature.Measure.Kind is "" or "length" ? "" : feature.Measure.Kind;
        var says = kind.Length > 0 && part.Features.Any(f => f.Kind == FeatureKind.Measure && f.Measure.Kind == kind);
        foreach (var has in part.Features)
        {
            if (has.Kind == FeatureKind.Measure && (!says || has.Measure.Kind == kind) && feature.Measure.Fits(has.Measure))
                return true;
        }

        return IsNumberLike(feature) && (part.NumberPieces.Contains(feature.Text) || part.Codes.Contains(feature.Text));
    }

    /// <summary>DN 160 is what a part calls "diameter 160 mm" that has no DN of its own.</summary>
    private static bool IsNominalDiameter(string code, PartTerms part) =>
        Nominal.DiameterOf(code) is { } diameter && part.Words.Contains(Diameter) && part.Codes.All(c => Nominal.DiameterOf(c) is null)
            && part.Features.Any(f => f.Kind == FeatureKind.Measure && f.Measure.Kind is "length" or "" && f.Text == diameter);

    private static bool PackageInNumber(string code, PartTerms part) => Packages.Is(code) && Packages.Names(code).Any(part.NumberPieces.Contains);
}
