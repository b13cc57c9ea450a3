using System.Globalization;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>The words, sizes and codes under which a part is found, and what of them is known of it.</summary>
internal sealed class PartTerms
{
    private const int ShortestPiece = 3;

    private static readonly string[] Buckets = [.. Enumerable.Range(0, 0x10000).Select(i => string.Create(CultureInfo.InvariantCulture, $"h:{i:x4}"))];

    private PartTerms(IReadOnlyList<Feature> features, HashSet<string> numberPieces)
    {
        Features = features;
        NumberPieces = numberPieces;
        Words = features.Where(f => f.Kind == FeatureKind.Word).Select(f => f.Text).ToHashSet(StringComparer.Ordinal);
        Codes = features.Where(f => f.Kind is FeatureKind.Code or FeatureKind.Standard).Select(f => f.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var code in Codes.ToArray())
        {
            // "SOIC-8" is also said as "SOIC".
            if (LettersOf(code) is { Length: >= 3 } letters)
                Words.Add(Stem.Of(Lexicon.Of(letters)));
        }
    }

    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Stems of all words.</summary>
    public HashSet<string> Words { get; }

    public HashSet<string> Codes { get; }

    /// <summary>The part's number and its pieces: 1n4148w, 1n4148, 4148.</summary>
    public HashSet<string> NumberPieces { get; }

    public static PartTerms Of(Part part) => new(ReadFeatures.Of(part.Words), Pieces(part.Number));

    /// <summary>Terms as the index stores them.</summary>
    public IEnumerable<string> All()
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feature in Features)
        {
            foreach (var term in TermsOf(feature))
                terms.Add(term);
            if (feature is { Kind: FeatureKind.Thread } && feature.Text.IndexOf('-', StringComparison.Ordinal) is > 0 and < 3 and var dash && !feature.Text.Contains('/', StringComparison.Ordinal))
                terms.Add("t:#" + feature.Text[..dash]);
        }

        foreach (var word in Words)
            terms.Add("w:" + word);
        foreach (var piece in NumberPieces)
            terms.Add(PieceTerm(piece));
        return terms;
    }

    /// <summary>Nearly every part has number pieces that no other has: kept apart, they would be most of the index. Each is put into one
    /// of 65,536 buckets instead; who is in the bucket by chance is seen when the part is read.</summary>
    public static string PieceTerm(string piece)
    {
        var hash = 2166136261u;
        foreach (var c in piece)
            hash = (hash ^ c) * 16777619u;
        return Buckets[(hash ^ (hash >> 16)) & 0xFFFF];
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

    private static HashSet<string> Pieces(string number)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal) { PartKey.Of(number) };
        var chunks = number.ToLowerInvariant().Split(['-', '_', '/', ' ', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < chunks.Length; i++)
        {
            Add(PartKey.Of(chunks[i]));
            if (i + 1 < chunks.Length)
                Add(PartKey.Of(chunks[i] + chunks[i + 1]));
            foreach (var piece in Runs(chunks[i]))
                Add(piece);
        }

        return pieces;

        void Add(string piece)
        {
            if (piece.Length >= ShortestPiece)
                pieces.Add(piece);
        }
    }

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

    private static string? LettersOf(string code)
    {
        var i = 0;
        while (i < code.Length && char.IsLetter(code[i]))
            i++;
        return i > 0 && i < code.Length ? code[..i] : null;
    }
}
