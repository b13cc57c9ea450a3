using System.Globalization;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>The words, sizes and codes under which a part is found, and what of them is known of it.</summary>
internal sealed class PartTerms
{
    /// <summary>Raised whenever parts are stored under other terms than before: a catalogue of another version is indexed anew.</summary>
    public const int Version = 6;

    private const int ShortestPiece = 3;

    public const int Buckets = 0x10000;
    private static readonly string[] BucketTerms = [.. Enumerable.Range(0, Buckets).Select(i => string.Create(CultureInfo.InvariantCulture, $"h:{i:x4}"))];

    private PartTerms(IReadOnlyList<Feature> features, HashSet<string> numberPieces)
    {
        Features = features;
        NumberPieces = numberPieces;
        Words = features.Where(f => f is { Kind: FeatureKind.Word, IsAbsent: false }).Select(f => f.Text).ToHashSet(StringComparer.Ordinal);
        Codes = features.Where(f => f.Kind is FeatureKind.Code or FeatureKind.Standard).Select(f => f.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var feature in features)
        {
            if (WordOf(feature) is { } word)
                Words.Add(word);
        }
    }

    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Stems of all words, but for those of what it lacks.</summary>
    public HashSet<string> Words { get; }

    public HashSet<string> Codes { get; }

    /// <summary>The part's number and its pieces: 1n4148w, 1n4148, 4148.</summary>
    public HashSet<string> NumberPieces { get; }

    public static PartTerms Of(Part part) => new(ReadFeatures.Of(part.Words), Pieces(part.Number).Concat(Suffixes(part.Number)).ToHashSet(StringComparer.Ordinal));

    /// <summary>Every term under which the index stores a part that has this feature.</summary>
    public static IEnumerable<string> StoredOf(Feature feature)
    {
        foreach (var term in TermsOf(feature))
            yield return term;
        if (feature.Kind == FeatureKind.Thread && feature.Text.IndexOf('-', StringComparison.Ordinal) is > 0 and < 3 and var dash && !feature.Text.Contains('/', StringComparison.Ordinal))
            yield return "t:#" + feature.Text[..dash];
        if (WordOf(feature) is { } word)
            yield return "w:" + word;
    }

    /// <summary>Nearly every part has number pieces that no other has: kept apart, they would be most of the index. Each is put into one
    /// of 65,536 buckets instead; who is in the bucket by chance is seen when the part is read.</summary>
    public static string PieceTerm(string piece) => BucketTerms[BucketOf(piece)];

    public static string BucketTerm(int bucket) => BucketTerms[bucket];

    public static int BucketOf(string piece)
    {
        var hash = 2166136261u;
        foreach (var c in piece)
            hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 16)) & (Buckets - 1));
    }

    /// <summary>The terms under which a feature is stored; a request looks under each of them.</summary>
    public static IEnumerable<string> TermsOf(Feature feature) => feature.Kind switch
    {
        FeatureKind.Word => ["w:" + feature.Text],
        FeatureKind.Thread => ["t:" + feature.Text],
        FeatureKind.Standard => ["s:" + feature.Text],
        FeatureKind.Code => ["c:" + feature.Text],
        _ => feature.Measure.Kind.Length == 0
            ? ["n:" + feature.Text]
            : ["n:" + feature.Text, string.Create(CultureInfo.InvariantCulture, $"k:{feature.Measure.Kind}:{Math.Round(feature.Measure.Canonical, 2):0.##}")],
    };

    /// <summary>A number and its pieces; one may come twice.</summary>
    public static IEnumerable<string> Pieces(string number)
    {
        yield return PartKey.Of(number);
        var chunks = number.ToLowerInvariant().Split(['-', '_', '/', ' ', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < chunks.Length; i++)
        {
            if (PartKey.Of(chunks[i]) is { Length: >= ShortestPiece } chunk)
                yield return chunk;
            if (i + 1 < chunks.Length && PartKey.Of(chunks[i] + chunks[i + 1]) is { Length: >= ShortestPiece } pair)
                yield return pair;
            foreach (var piece in Runs(chunks[i]))
            {
                if (piece.Length >= ShortestPiece)
                    yield return piece;
            }
        }
    }

    /// <summary>Two letters that stand apart in a number tell a variant: the ZZ of BB-6004-ZZ. Too many parts have them to be found by them.</summary>
    private static IEnumerable<string> Suffixes(string number) =>
        number.ToLowerInvariant().Split(['-', '_', '/', ' ', '.'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(c => c.Length == 2 && c.All(char.IsAsciiLetterLower));

    // Where letters and digits meet, people break numbers off: 1n4148 of 1n4148w, 555 of ne555p.
    private static IEnumerable<string> Runs(string chunk)
    {
        var start = 0;
        for (var i = 1; i <= chunk.Length; i++)
        {
            if (i < chunk.Length && char.IsLetter(chunk[i]) == char.IsLetter(chunk[i - 1]))
                continue;
            if (i - start >= ShortestPiece && char.IsAsciiDigit(chunk[start]))
                yield return chunk[start..i];
            if (i < chunk.Length)
                yield return chunk[..i];
            start = i;
        }
    }

    // "SOIC-8" is also said as "SOIC".
    private static string? WordOf(Feature feature) =>
        feature.Kind is FeatureKind.Code or FeatureKind.Standard && LettersOf(feature.Text) is { Length: >= 3 } letters ? Stem.Of(Lexicon.Of(letters)) : null;

    private static string? LettersOf(string code)
    {
        var i = 0;
        while (i < code.Length && char.IsLetter(code[i]))
            i++;
        return i > 0 && i < code.Length ? code[..i] : null;
    }
}
