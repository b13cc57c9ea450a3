using System.Collections.Frozen;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>Phrases by the word that they begin with. A word may have others beside it ("|"), stand for a kind of words ("{person}"), be left out ("?"), be any
/// word ("*") or any number ("#"), or only has to follow (">"). A dot alone is the end of a clause.</summary>
internal sealed class PhraseBook
{
    private readonly FrozenDictionary<string, Part[][]> byFirst;

    public PhraseBook(string phrases, params (string Kind, IReadOnlySet<string> Words)[] kinds)
    {
        var known = kinds.ToDictionary(k => k.Kind, k => k.Words, StringComparer.Ordinal);
        byFirst = WordSet.Lines(phrases).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Part.Of(part, known)).ToArray())
            .SelectMany(phrase => Firsts(phrase).Select(word => (word, phrase)))
            .GroupBy(entry => entry.word, entry => entry.phrase, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Where the longest phrase that begins at a place ends; the place itself where none does.</summary>
    public int End(Token[] tokens, int at, Predicate<int> breaks)
    {
        var longest = at;
        foreach (var phrase in byFirst.GetValueOrDefault(tokens[at].Word) ?? [])
            longest = Math.Max(longest, End(phrase, 0, tokens, at, i => i > at && breaks(i), breaks));
        return longest;
    }

    // A phrase may begin with any of its words up to the first that must be there.
    private static IEnumerable<string> Firsts(Part[] phrase)
    {
        foreach (var part in phrase)
        {
            foreach (var word in part.Words!)
                yield return word;
            if (!part.MayMiss)
                yield break;
        }
    }

    // No phrase goes on over the end of a clause.
    private static int End(Part[] phrase, int part, Token[] tokens, int at, Predicate<int> crosses, Predicate<int> breaks)
    {
        if (part == phrase.Length)
            return at;
        var (fits, length) = phrase[part].Fits(tokens, at, breaks);
        var with = fits && !(length > 0 && crosses(at)) ? End(phrase, part + 1, tokens, at + length, crosses, breaks) : -1;
        return with >= 0 || !phrase[part].MayMiss ? with : End(phrase, part + 1, tokens, at, crosses, breaks);
    }

    /// <param name="Words">Null for any word.</param>
    private sealed record Part(IReadOnlySet<string>? Words, bool MayMiss, bool Ahead, bool AtBreak, bool Number)
    {
        public static Part Of(string text, Dictionary<string, IReadOnlySet<string>> kinds)
        {
            var bare = text.TrimEnd('?').TrimStart('>');
            return new(bare is "*" ? null : bare.Split('|').SelectMany(word => word is ['{', .., '}'] ? kinds[word[1..^1]] : (IEnumerable<string>)[word]).ToFrozenSet(StringComparer.Ordinal),
                text.EndsWith('?'), text.StartsWith('>'), bare is ".", bare is "#");
        }

        public (bool Fits, int Length) Fits(Token[] tokens, int at, Predicate<int> breaks)
        {
            if (AtBreak)
                return (at >= tokens.Length || breaks(at), 0);
            if (at >= tokens.Length)
                return (false, 0);
            var fits = Number ? tokens[at].Digits : Words is null ? !tokens[at].Digits : Words.Contains(tokens[at].Word);
            return (fits, Ahead ? 0 : 1);
        }
    }
}
