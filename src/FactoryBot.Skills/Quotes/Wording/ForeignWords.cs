using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Names of parts, colours and materials in the languages that buyers write in beside English: facts of the trade, whatever the catalogue.</summary>
internal static partial class ForeignWords
{
    private const int ShortestBeginning = 4;
    private const int ShortestHead = 5;
    private const int ShortHead = 4;
    private static readonly string[] Links = ["s", "n", "en", "es", "er", "e"];

    private static readonly FrozenDictionary<string, string> German = Build("german.txt", ["", "e", "n", "en", "er", "es", "s"], umlauts: true);
    private static readonly FrozenDictionary<string, string> Romance = Build("romance.txt", ["", "s", "x", "es"], umlauts: false);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> GermanHeads =
        German.Where(k => k.Key.Length >= ShortestHead).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // What a word says is read once.
    private static readonly ConcurrentDictionary<string, Feature[]> Read = new(StringComparer.Ordinal);

    private static readonly SearchValues<string> Openings = SearchValues.Create(["joint", "gaine", "presse", "vanne", "chemin", "bague", "wege", "way", "voies", "kolben", "vis", "er "], StringComparison.OrdinalIgnoreCase);

    /// <summary>What one word says in English; null where it is none of these.</summary>
    public static Feature[]? Expand(string word) => English(word) is { } english ? Features(english) : null;

    /// <summary>Names of several words, put into English before the words are read one by one.</summary>
    public static string Phrases(string text) => !text.AsSpan().ContainsAny(Openings) ? text
        : HighVisibility().Replace(Bore().Replace(Ways().Replace(Numbered().Replace(Romantic(text), "$1"), "$1"), "bore"), "high visibility");

    private static string Romantic(string text) => BallValve().Replace(Gland().Replace(Shrink().Replace(ShaftSeal().Replace(ORing().Replace(text, "o-ring"), "rotary shaft seal"), "heat shrink tube"), "cable gland"), "ball valve");

    /// <summary>A German word whose end names a part and whose beginning says which: "Normzylinder".</summary>
    /// <returns>The beginning, empty where it says nothing, and what the known words of it say; null where it is no such word.</returns>
    public static (string Which, Feature[] Says)? Compound(string word)
    {
        if (word.Length < ShortestHead + ShortestBeginning)
            return null;
        // A short end counts only where the beginning is known as well: "Kupfer-rohr".
        if (German.TryGetValue(word[^ShortHead..], out var end) && Beginning(word[..^ShortHead]) is { } first)
            return ("", Features($"{first} {end}"));
        for (var at = ShortestBeginning; at <= word.Length - ShortestHead; at++)
        {
            if (!GermanHeads.TryGetValue(word.AsSpan(at), out var name))
                continue;
            var which = word[..at];
            if (Beginning(which) is { } known)
                return ("", Features($"{known} {name}"));
            return (which is "norm" or "standard" ? "" : which, Features(name));
        }

        return null;
    }

    // "Sicherungs-" is "Sicherung" with the letter that joins.
    private static string? Beginning(string which) =>
        English(which) ?? Links.Where(l => which.EndsWith(l, StringComparison.Ordinal)).Select(l => English(which[..^l.Length])).FirstOrDefault(e => e is not null);

    private static string? English(string word) => German.GetValueOrDefault(word) ?? Romance.GetValueOrDefault(word);

    private static Feature[] Features(string english) => Read.GetOrAdd(english, static e => [.. ReadFeatures.OfEnglish(e)]);

    private static FrozenDictionary<string, string> Build(string file, string[] endings, bool umlauts)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in TradeNames.Lines(file).SelectMany(l => l.Split(';')))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            foreach (var ending in endings)
            {
                Add(pair[..at] + ending, pair[(at + 1)..]);
                if (umlauts && ending is "e" or "er" or "" && Umlaut(pair[..at]) is { } plural)
                    Add(plural + ending, pair[(at + 1)..]);
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);

        // A word that names goods in English as well keeps that meaning.
        void Add(string word, string english)
        {
            if (Lexicon.ClassOf(Stem.Of(word)) == WordClass.Plain)
                all.TryAdd(word, english);
        }
    }

    /// <summary>Band and Baender, Schlauch and Schlaeuche.</summary>
    private static string? Umlaut(string word)
    {
        var at = word.LastIndexOfAny(['a', 'o', 'u']);
        if (at < 1 || (at + 1 < word.Length && word[at + 1] == 'e'))
            return null;
        return word[at] == 'u' && word[at - 1] == 'a' ? word[..(at - 1)] + "aeu" + word[(at + 1)..] : word[..(at + 1)] + "e" + word[(at + 1)..];
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
