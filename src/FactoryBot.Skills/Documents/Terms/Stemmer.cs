using System.Collections.Concurrent;

namespace FactoryBot.Skills.Documents.Terms;

/// <summary>Cuts English words to a common stem ("posting", "posted", "posts": "post"), after Porter's steps, and writes British
/// and American spelling alike. Words with digits are codes and stay as they are.</summary>
internal static class Stemmer
{
    private static readonly (string From, string To)[] Second =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("entli", "ent"), ("ousli", "ous"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("iviti", "ive"), ("enci", "ence"), ("anci", "ance"),
        ("izer", "ize"), ("alli", "al"), ("ator", "ate"), ("logi", "log"), ("bli", "ble"), ("eli", "e"),
    ];

    private static readonly (string From, string To)[] Third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] Fourth =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou"];

    private static readonly (string British, string American)[] Spellings =
    [
        ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("isations", "izations"), ("centre", "center"),
        ("centres", "centers"), ("metre", "meter"), ("metres", "meters"), ("litre", "liter"), ("litres", "liters"), ("labour", "labor"), ("colour", "color"),
        ("colours", "colors"), ("favour", "favor"), ("mould", "mold"), ("moulding", "molding"), ("cheque", "check"), ("cheques", "checks"),
        ("catalogue", "catalog"), ("catalogues", "catalogs"), ("programme", "program"), ("licence", "license"), ("defence", "defense"),
        ("cancelled", "canceled"), ("cancelling", "canceling"), ("labelled", "labeled"), ("labelling", "labeling"), ("grey", "gray"), ("tyre", "tire"),
        ("fulfil", "fulfill"), ("analyse", "analyze"), ("analysed", "analyzed"),
    ];

    // Where the rule would join words that mean something else, or part forms of one word.
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["bought"] = "buy", ["sold"] = "sell", ["paid"] = "pay", ["sent"] = "send", ["made"] = "make", ["making"] = "make", ["kept"] = "keep",
        ["got"] = "get", ["gotten"] = "get", ["getting"] = "get", ["took"] = "take", ["taken"] = "take", ["taking"] = "take", ["gave"] = "give",
        ["given"] = "give", ["went"] = "go", ["gone"] = "go", ["came"] = "come", ["chose"] = "choose", ["chosen"] = "choose", ["wrote"] = "write",
        ["written"] = "write", ["broke"] = "break", ["broken"] = "break", ["built"] = "build", ["found"] = "find", ["lent"] = "lend", ["lost"] = "lose",
        ["threw"] = "throw", ["thrown"] = "throw", ["held"] = "hold", ["left"] = "leave", ["told"] = "tell", ["split"] = "split", ["splitting"] = "split",
        ["children"] = "child", ["people"] = "person", ["persons"] = "person", ["men"] = "man", ["indices"] = "index", ["news"] = "news",
        ["died"] = "die", ["dies"] = "die", ["lying"] = "lie", ["tied"] = "tie", ["using"] = "use", ["used"] = "use", ["uses"] = "use",
        ["shipping"] = "ship", ["shipped"] = "ship", ["bins"] = "bin", ["pricing"] = "price", ["prices"] = "price", ["receipt"] = "receipt",
        ["receipts"] = "receipt", ["received"] = "receive", ["receiving"] = "receive", ["universal"] = "universal",
    };

    // A few thousand words make up nearly all of every text.
    private const int MostKnown = 100_000;
    private static readonly ConcurrentDictionary<string, (string Word, string Stem)> Words = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (string Word, string Stem)>.AlternateLookup<ReadOnlySpan<char>> ByLetters = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Stem(string word) => Known(word).Stem;

    /// <summary>The word and its stem; a word that was read before costs no memory again.</summary>
    public static (string Word, string Stem) Known(ReadOnlySpan<char> letters)
    {
        if (ByLetters.TryGetValue(letters, out var known))
            return known;
        if (Words.Count >= MostKnown)
            Words.Clear();
        var word = letters.ToString();
        return Words[word] = (word, Cut(word));
    }

    private static string Cut(string word)
    {
        if (word.Length < 3 || word.Any(char.IsAsciiDigit))
            return word;
        // "bought" is cut like "buy".
        if (Irregular.TryGetValue(word, out var known))
            return known == word || Irregular.ContainsKey(known) ? known : Cut(known);
        word = American(word);
        word = Plural(word);
        word = Past(word);
        if (word.Length > 2 && word[^1] == 'y' && HasVowel(word[..^1]))
            word = word[..^1] + "i";
        word = Replaced(word, Second, 0);
        word = Replaced(word, Third, 0);
        word = WithoutEnding(word);
        if (word.Length > 3 && word[^1] == 'e' && (Measure(word[..^1]) > 1 || (Measure(word[..^1]) == 1 && !EndsShort(word[..^1]))))
            word = word[..^1];
        return word.Length > 3 && word.EndsWith("ll", StringComparison.Ordinal) && Measure(word) > 1 ? word[..^1] : word;
    }

    private static string American(string word)
    {
        foreach (var (british, american) in Spellings)
        {
            var whole = british.Length > 5 || !british.StartsWith("is", StringComparison.Ordinal);
            if (whole && !british.StartsWith("isa", StringComparison.Ordinal) ? word == british : word.Length > british.Length + 3 && word.EndsWith(british, StringComparison.Ordinal))
                return word[..^british.Length] + american;
        }

        return word;
    }

    private static string Plural(string word) =>
        word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^2]
        : word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal)
            ? word[..^1]
        : word;

    private static string Past(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        var cut = word.EndsWith("ed", StringComparison.Ordinal) ? 2 : word.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(word[..^cut]))
            return word;
        word = word[..^cut];
        return word.EndsWith("at", StringComparison.Ordinal) || word.EndsWith("bl", StringComparison.Ordinal) || word.EndsWith("iz", StringComparison.Ordinal) ? word + "e"
            : word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1) && word[^1] is not ('l' or 's' or 'z') ? word[..^1]
            : Measure(word) == 1 && EndsShort(word) ? word + "e"
            : word;
    }

    private static string Replaced(string word, (string From, string To)[] endings, int least)
    {
        foreach (var (from, to) in endings)
        {
            if (word.EndsWith(from, StringComparison.Ordinal))
                return Measure(word[..^from.Length]) > least ? word[..^from.Length] + to : word;
        }

        return word;
    }

    private static string WithoutEnding(string word)
    {
        if (word.EndsWith("ion", StringComparison.Ordinal))
            return word.Length > 4 && word[^4] is 's' or 't' && Measure(word[..^3]) > 1 ? word[..^3] : word;
        foreach (var ending in Fourth)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return Measure(word[..^ending.Length]) > 1 ? word[..^ending.Length] : word;
        }

        return word;
    }

    /// <summary>How often a vowel is followed by a consonant: how much word there is.</summary>
    private static int Measure(string word)
    {
        var count = 0;
        for (var i = 1; i < word.Length; i++)
            count += IsVowel(word, i - 1) && !IsVowel(word, i) ? 1 : 0;
        return count;
    }

    private static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(i => IsVowel(word, i));

    private static bool EndsShort(string word) =>
        word.Length >= 3 && !IsVowel(word, word.Length - 1) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(string word, int at) =>
        word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0 && !IsVowel(word, at - 1));
}
