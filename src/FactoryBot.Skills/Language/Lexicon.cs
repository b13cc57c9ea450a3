using System.Collections.Frozen;

namespace FactoryBot.Skills.Language;

/// <summary>Words that are known, to find the one that a typing error was meant to be.</summary>
public sealed class Lexicon
{
    private const int FreeStart = 8;
    private readonly FrozenSet<string> known;
    private readonly string[][] byLength;

    public Lexicon(IEnumerable<string> words)
    {
        known = words.Where(w => w.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        byLength = new string[known.Count == 0 ? 1 : known.Max(w => w.Length) + 1][];
        for (var length = 0; length < byLength.Length; length++)
        {
            byLength[length] = [.. known.Where(w => w.Length == length).Order(StringComparer.Ordinal)];
        }
    }

    public bool Contains(string word) => known.Contains(word);

    /// <summary>The known word that a typing error was meant to be; null where none or two are equally near.</summary>
    public string? Nearest(string typed) =>
        NearestOf(typed) ?? (typed.Length > LeastPlural && typed[^1] == 's' ? NearestOf(typed[..^1]) : null);

    // "Breakdwons": many words are known by their singular alone.
    private const int LeastPlural = 7;

    private string? NearestOf(string typed)
    {
        if (typed.Length < 4)
        {
            return null;
        }

        // "Oeee", "yess": a key that was held too long.
        for (var i = 1; i < typed.Length; i++)
        {
            if (typed[i] == typed[i - 1] && known.TryGetValue(typed.Remove(i, 1), out var single))
            {
                return single;
            }
        }

        string? nearest = null;
        var doubt = false;
        var least = int.MaxValue;
        // Missing vowels make a word up to three letters shorter.
        for (var length = Math.Max(4, typed.Length - 2); length < Math.Min(byLength.Length, typed.Length + 4); length++)
        {
            foreach (var word in byLength[length])
            {
                // Short words begin with the letter that was typed, or with its neighbour where the two were swapped.
                if (length < FreeStart && word[0] != typed[0] && word[0] != typed[1])
                {
                    continue;
                }

                if (EditDistance.TypingErrors(typed, word) is not { } errors || errors > least)
                {
                    continue;
                }

                // Two words that mean the same or differ by their plural only are no doubt; neither is one that is the likelier error.
                var likelier = errors < least ? 1 : Likelihood(typed, word).CompareTo(Likelihood(typed, nearest!));
                if (likelier < 0)
                {
                    continue;
                }

                doubt = likelier == 0 && (doubt || !Same(word, nearest!));
                nearest = word;
                least = errors;
            }
        }

        return doubt ? null : nearest;
    }

    /// <summary>Whether a word is known, or may be a typing error of one that is, be it of two.</summary>
    public bool IsNear(string typed) => known.Contains(typed) || Array.Exists(byLength, words => words is not null && Array.Exists(words, w => EditDistance.TypingErrors(typed, w) is not null));

    /// <summary>Puts the known word where a typing error of it stands; returns whether anything changed.</summary>
    /// <param name="leave">Words that are no errors although they are not known here; may be null.</param>
    public bool Correct(Token[] tokens, Func<string, bool>? leave = null)
    {
        var changed = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            if (token.Digits || token.Word.Length < 4 || known.Contains(token.Word) || leave?.Invoke(token.Word) == true
                || Nearest(token.Word) is not { } meant)
            {
                continue;
            }

            var word = Words.Canonical(meant);
            token = token with { Word = word, Number = Words.NumberOf(word) };
            changed = true;
        }

        return changed;
    }

    // A vowel left out ("packging", "machne") is likelier than a letter too many; a word in full likelier than an abbreviation.
    private static int Likelihood(string typed, string word) =>
        (EditDistance.SkipsVowels(typed, word) ? 2 : 0) + (Words.StandsForAnother(word) ? 0 : 1);

    private static bool Same(string a, string b) =>
        Words.Canonical(a) == Words.Canonical(b) || Words.Stem(a) == Words.Stem(b);
}
