using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Which of the parts near a line is taken, and when a person is asked instead. Pure.</summary>
internal static partial class Decide
{
    public const int MostOffered = 5;
    private const int LongNumber = 6;
    private const decimal LeastOffered = 0.45m;

    /// <param name="exact">Parts whose number, alias or customer's number stands in the line.</param>
    /// <param name="known">In how many parts of the catalogue a feature stands.</param>
    public static LineMatch Of(RequestLine line, IReadOnlyList<NumberHit> exact, IReadOnlyList<Fit> fits, Func<Feature, long> known)
    {
        if (ByNumber(line, exact, known) is { } byNumber)
            return byNumber;

        var full = Called(line, Square(line, Complete(fits.Where(f => f.IsFull(known)).OrderByDescending(f => f.Score).ToArray())));
        var best = full.Length == 1 ? full[0] : Unmarked(full) ?? Registered(line, full);
        if (best is not null)
            return new(line, MatchOutcome.Taken, [Said(best, "It has everything that was asked for")], "taken");
        if (full.Length > 1)
            return new(line, MatchOutcome.Choose, [.. full.Take(MostOffered).Select(f => Said(f, "Fits as well as others"))], $"{(full.Length > MostOffered ? "Many" : full.Length)} parts fit these words equally");

        var near = fits.Where(f => f.Score >= LeastOffered && f.Matched.Any(m => m.Kind == FeatureKind.Word && !m.IsWeak || FeatureMatch.IsNumberLike(m)))
            .OrderByDescending(f => f.Score).Take(MostOffered).ToArray();
        return near.Length == 0
            ? new(line, MatchOutcome.NotFound, [], "No part of the catalogue is like this")
            : new(line, MatchOutcome.Choose, [.. near.Select(Alternative)], "No part has all of this; these are the nearest");
    }

    private static LineMatch? ByNumber(RequestLine line, IReadOnlyList<NumberHit> exact, Func<Feature, long> known)
    {
        if (exact.Count == 0)
            return null;
        var longest = exact.Max(h => h.Key.Length);
        var hits = exact.Where(h => h.Key.Length == longest).ToArray();
        var candidates = hits.DistinctBy(h => h.Part.PartNo).ToArray();
        var judged = candidates.Select(h => (Hit: h, Fit: Fit.Of(line.Features, h.Part, PartTerms.Of(h.Part), known))).ToArray();
        // A number beside which the words say something else is a slip of the pen in one of the two.
        // A short one may be the name of something else that the words go on to measure: "Pt100, 50 mm" and the part PT-100.
        var agreeing = judged.Where(j => j.Fit.Against.Count == 0 && (longest >= LongNumber || !j.Fit.Missing.Any(m => m.Kind == FeatureKind.Measure && m.Measure.Kind.Length > 0)) && !j.Fit.Missing.Any(m => m.Kind is FeatureKind.Code or FeatureKind.Standard && !IsOf(m, j.Hit.Key))).ToArray();
        if (agreeing.Length == 1)
            return new(line, MatchOutcome.Taken, [new(agreeing[0].Hit.Part, agreeing[0].Hit.IsAlias ? 0.98m : 1, agreeing[0].Hit.Reason, true)], "taken");
        // A short number inside other words ("LM35 in TO-92") is only a part of what was said.
        if (agreeing.Length == 0 && line.Features.Count(f => f.IsHard) > 1 && longest < LongNumber)
            return null;
        return new(line, MatchOutcome.Choose, [.. judged.Take(MostOffered).Select(j => new PartMatch(j.Hit.Part, j.Fit.Score, j.Fit.Against.Count > 0 || agreeing.Length == 0 ? Differs(j.Fit) : j.Hit.Reason, false))],
            agreeing.Length == 0 ? "The number is known, but the words beside it do not agree with it" : "Several parts have this number");
    }

    private static bool IsOf(Feature feature, string key) => key.Contains(NumberKeys.Alike(feature.Text) ?? feature.Text, StringComparison.Ordinal);

    /// <summary>The one of several that says nothing beyond what was asked: the plain one is meant where no variant is named. Stainless is a variant of what names no material or finish.</summary>
    private static Fit? Unmarked(Fit[] full)
    {
        var plain = full.Where(f => f.Extras == 0).ToArray();
        if (plain.Length > 0)
            return plain.Length == 1 ? plain[0] : null;
        var usual = full.Where(f => !IsStainless(f)).ToArray();
        return usual is [{ } only] && !ReadFeatures.Of(only.Part.Words).Any(f => f.Class is WordClass.Material or WordClass.Finish) ? only : null;
    }

    private static bool IsStainless(Fit fit) => ReadFeatures.Of(fit.Part.Words).Any(f => f is { Kind: FeatureKind.Word, Text: ReadFeatures.Stainless, IsAbsent: false });

    /// <summary>Those that have every word that was said, where there are such: a rare code makes up for a word only where no part has both.</summary>
    private static Fit[] Complete(Fit[] full)
    {
        var complete = full.Where(f => f.Missing.All(m => m.IsWeak)).ToArray();
        return complete.Length > 0 ? complete : full;
    }

    /// <summary>Of "60 x 60" those that are 60 twice, where there are such: 40 x 60 has the number as well.</summary>
    private static Fit[] Square(RequestLine line, Fit[] full)
    {
        if (full.Length < 2 || Twice().Match(line.Wording) is not { Success: true } asked)
            return full;
        var square = full.Where(f => Twice().Match(f.Part.Description) is { Success: true } own && own.Groups["n"].Value == asked.Groups["n"].Value).ToArray();
        return square.Length > 0 ? square : full;
    }

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d+(?:[.,]\d+)?)\s*(?:mm|cm)?\s*[x*]\s*\k<n>(?![\d.,])", RegexOptions.IgnoreCase)]
    private static partial Regex Twice();

    /// <summary>Those whose name says what was asked for, where there are such: of "cable gland M20" the gland, not the nut that is for it.</summary>
    private static Fit[] Called(RequestLine line, Fit[] full)
    {
        if (full.Length < 2)
            return full;
        var named = full.Where(f => !IsSomethingElse(line.Features, f.Part.Description)).ToArray();
        return named.Length > 0 ? named : full;
    }

    // The name is what stands before the first size, comma, or "for". One that names no product of the trade is another thing where no word of it was said.
    private static bool IsSomethingElse(IReadOnlyList<Feature> asked, string description)
    {
        var end = NameEnd().Match(description);
        var name = ReadFeatures.Of(end.Success ? description[..end.Index] : description).Where(f => f is { Kind: FeatureKind.Word, IsWeak: false }).ToArray();
        var products = name.Where(f => f.Class == WordClass.Product).ToArray();
        return name.Length > 0 && !(products.Length > 0 ? products : name).Any(p => FeatureMatch.Covers(asked, p));
    }

    [GeneratedRegex(@"[,(\d]|\b(?:for|with|to|fuer|mit)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NameEnd();

    /// <summary>A bare number of a diode or transistor is the registered one: 4148 is the 1N4148, 3904 the 2N3904, and makers' own numbers only remind of it.</summary>
    private static Fit? Registered(RequestLine line, Fit[] full)
    {
        var numbers = line.Features.Where(f => FeatureMatch.IsNumberLike(f) && f.Text.Length is >= 3 and <= 5 && f.Text.All(char.IsAsciiDigit)).Select(f => f.Text).ToArray();
        var named = full.Where(f => PartKey.Of(f.Part.Number) is ['1' or '2' or '3', 'n', .. var rest] && numbers.Any(n => rest.StartsWith(n, StringComparison.Ordinal))).ToArray();
        return named.Length == 1 ? named[0] : null;
    }

    private static PartMatch Said(Fit fit, string why) =>
        new(fit.Part, fit.Score, $"{why}: {string.Join(", ", fit.Matched.Where(f => !f.IsWeak).Select(Shown).Take(6))}", true);

    private static PartMatch Alternative(Fit fit) => new(fit.Part, fit.Score, Differs(fit), false);

    private static string Differs(Fit fit) => fit.Missing.Where(f => !f.IsWeak).Select(Shown).Take(4).ToArray() is { Length: > 0 } missing
        ? $"Differs: it does not say {string.Join(", ", missing)}"
        : "Differs";

    private static string Shown(Feature feature) => feature.Kind switch
    {
        FeatureKind.Measure => feature.Measure.Kind switch
        {
            "" => feature.Text,
            "length" when feature.Measure.Value == feature.Measure.Canonical => feature.Text + " mm",
            "length" when feature.Measure.Canonical == feature.Measure.Value * 25.4m => feature.Text + " in",
            _ => $"{feature.Text} ({feature.Measure.Kind})",
        },
        FeatureKind.Standard or FeatureKind.Code or FeatureKind.Thread => feature.Text.ToUpperInvariant(),
        _ => feature.Text,
    };
}

/// <param name="Key">What stood in the line, as a key.</param>
internal sealed record NumberHit(string Key, Part Part, bool IsAlias, string Reason);
