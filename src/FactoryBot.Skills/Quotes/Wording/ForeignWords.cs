using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Names of parts, colours and materials in the languages that buyers write in beside English: facts of the trade, whatever the catalogue.</summary>
internal static partial class ForeignWords
{
    private static readonly FrozenDictionary<string, string[]> Known = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private const int ShortestBeginning = 4;
    private const int ShortestHead = 5;

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> GermanHeads = Known
        .Where(k => k.Key.Length >= ShortestHead && ForeignTerms.German.Split(';').Any(g => k.Key.StartsWith(g[..g.IndexOf('=', StringComparison.Ordinal)], StringComparison.Ordinal)))
        .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Openings = SearchValues.Create(["joint", "gaine", "presse", "vanne", "chemin", "bague", "wege", "way", "voies", "kolben", "vis", "er "], StringComparison.OrdinalIgnoreCase);

    /// <summary>What one word says in English; null where it is none of these.</summary>
    public static string[]? Expand(string word) => Known.GetValueOrDefault(word);

    /// <summary>Names of several words, put into English before the words are read one by one.</summary>
    public static string Phrases(string text) => !text.AsSpan().ContainsAny(Openings) ? text
        : HighVisibility().Replace(Bore().Replace(Ways().Replace(Numbered().Replace(Romantic(text), "$1"), "$1"), "bore"), "high visibility");

    private static string Romantic(string text) => BallValve().Replace(Gland().Replace(Shrink().Replace(ShaftSeal().Replace(ORing().Replace(text, "o-ring"), "rotary shaft seal"), "heat shrink tube"), "cable gland"), "ball valve");

    /// <summary>A German word whose end names a part and whose beginning says which: "Normzylinder".</summary>
    /// <returns>The beginning, empty where it says nothing, and the part in English; null where it is no such word.</returns>
    public static (string Which, string[] Names)? Compound(string word)
    {
        if (word.Length < ShortestHead + ShortestBeginning)
            return null;
        for (var at = ShortestBeginning; at <= word.Length - ShortestHead; at++)
        {
            if (!GermanHeads.TryGetValue(word.AsSpan(at), out var names))
                continue;
            var which = word[..at];
            return Known.TryGetValue(which, out var known) ? ("", [.. known, .. names]) : (which is "norm" or "standard" ? "" : which, names);
        }

        return null;
    }

    private static Dictionary<string, string[]> Build()
    {
        var all = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (endings, words) in new[] { (new[] { "", "e", "n", "en", "er", "s" }, ForeignTerms.German), (new[] { "", "s", "x", "es" }, ForeignTerms.Romance) })
        {
            foreach (var pair in words.Split(';'))
            {
                var at = pair.IndexOf('=', StringComparison.Ordinal);
                foreach (var ending in endings)
                {
                    // A word that names goods in English as well keeps that meaning.
                    if (Lexicon.ClassOf(Stem.Of(pair[..at] + ending)) == WordClass.Plain)
                        all.TryAdd(pair[..at] + ending, pair[(at + 1)..].Split(' '));
                }
            }
        }

        return all;
    }

    // "6er Schlauch" is one of 6 mm; "6er Pack" a pack of six.
    [GeneratedRegex(@"\b(\d{1,3})er(?=\s+(?!pack|set|karton|box)[a-z]{4})", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    // A 5/2-way valve is called 5/2 as well.
    [GeneratedRegex(@"\b(\d/\d)\s*-?\s*(?:ways?|wege|voies)\b-?", RegexOptions.IgnoreCase)]
    private static partial Regex Ways();

    [GeneratedRegex(@"\bkolben\s*-?\s*(?:dia\b|durchmesser)", RegexOptions.IgnoreCase)]
    private static partial Regex Bore();

    [GeneratedRegex(@"\bhi(?:gh)?\s*-?\s*vi[sz]\b", RegexOptions.IgnoreCase)]
    private static partial Regex HighVisibility();

    [GeneratedRegex(@"\bjoints?\s+toriques?\b", RegexOptions.IgnoreCase)]
    private static partial Regex ORing();

    [GeneratedRegex(@"\b(?:joints?|bagues?)\s+(?:a\s+levres?|d'arbres?|spi)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ShaftSeal();

    [GeneratedRegex(@"\bgaines?\s+thermo\s*-?\s*retractables?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shrink();

    [GeneratedRegex(@"\bpresses?[\s-]+etoupes?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gland();

    [GeneratedRegex(@"\bvannes?\s+a\s+(?:bille|boule|boisseau)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex BallValve();
}
