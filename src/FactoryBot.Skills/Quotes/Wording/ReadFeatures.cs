using System.Collections.Concurrent;
using System.Globalization;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>What words say of a part, in any order: the same reading for a catalogue's description and for a request.</summary>
internal static class ReadFeatures
{
    internal const string Stainless = "stainless";

    public static IReadOnlyList<Feature> Of(string text)
    {
        var found = new List<Feature>();
        Read(text, new(text.Length / 3 + 2), found);
        return found;
    }

    /// <summary>The same into lists that the caller uses again and again: a catalogue is read a million times.</summary>
    public static void Read(string text, List<Lexeme> lexemes, List<Feature> found)
    {
        lexemes.Clear();
        found.Clear();
        Lexeme.Read(ForeignWords.Phrases(Notation.Of(NumberWords.ToDigits(PlainText.Of(text)))).ToLowerInvariant(), lexemes);
        Read(lexemes, found, foreign: true);

        // Stainless steel is no steel to those who ask for steel.
        if (found.Exists(f => f is { Kind: FeatureKind.Word, Text: Stainless }))
            found.RemoveAll(f => f is { Kind: FeatureKind.Word, Text: "steel" });
    }

    /// <summary>What English words say, however they read in another language.</summary>
    internal static List<Feature> OfEnglish(string text)
    {
        var (lexemes, found) = (new List<Lexeme>(), new List<Feature>());
        Lexeme.Read(text, lexemes);
        Read(lexemes, found, foreign: false);
        return found;
    }

    private static void Read(List<Lexeme> lexemes, List<Feature> found, bool foreign)
    {
        for (var i = 0; i < lexemes.Count;)
        {
            var (count, start) = (found.Count, i);
            var next = lexemes[i].Kind switch
            {
                LexemeKind.Number => ReadNumbers.At(lexemes, i, found),
                LexemeKind.Word => Word(lexemes, i, found, foreign),
                _ => Mark(lexemes, i, found),
            };
            i = Math.Max(i + 1, next);
            Lacks.Mark(lexemes, start, found, count);
        }
    }

    internal static void Add(List<Feature> found, Feature feature)
    {
        if (!found.Contains(feature))
            found.Add(feature);
    }

    private static int Mark(List<Lexeme> all, int i, List<Feature> found)
    {
        // "#6" is a screw size.
        if (all[i].Is("#") && i + 1 < all.Count && all[i + 1] is { Kind: LexemeKind.Number, Glued: true })
            return ReadNumbers.At(all, i + 1, found, size: true);
        return i + 1;
    }

    private static int Word(List<Lexeme> all, int i, List<Feature> found, bool foreign)
    {
        var word = all[i].Text;
        var next = i + 1 < all.Count ? all[i + 1] : default;
        if (Standards.IsBody(word) && Standard(all, i) is var (name, after) && name is not null)
        {
            Add(found, new(FeatureKind.Standard, name));
            return after;
        }

        if (word == "m" && next is { Kind: LexemeKind.Number, Glued: true, Value: > 0 and <= 100 } && (!all[i].Glued || i == 0 || all[i - 1].Kind == LexemeKind.Mark))
            return ReadNumbers.Metric(all, i + 1, found);
        if (Nominal.At(all, i, found) is var nominal && nominal > i)
            return nominal;
        if ((word is "number" or "no" or "size" or "groesse" or "taille" or "sz" || (word == "gr" && !found.Exists(f => f.Kind == FeatureKind.Thread))) && SizeAt(all, i + 1) is { } at)
            return ReadNumbers.At(all, at, found, size: true);
        // "NBR70" is the rubber and its hardness.
        if (next is { Kind: LexemeKind.Number, Glued: true, Text.Length: 2 } && (i + 2 >= all.Count || !all[i + 2].Glued) && !all[i].Glued && Lexicon.Read(word) is { Class: WordClass.Material } material)
        {
            Add(found, material);
            return i + 1;
        }

        if (CodeEnd(all, i) is var end && end > i)
            return Code(all, i, end, found);
        return Words(all, i, found, foreign);
    }

    private static int? SizeAt(List<Lexeme> all, int i)
    {
        if (i < all.Count && all[i].Is("."))
            i++;
        return i < all.Count && all[i] is { Kind: LexemeKind.Number, Value: <= 14 } && (i + 1 >= all.Count || !all[i + 1].Glued || all[i + 1].Kind == LexemeKind.Mark)
            // "PNP NO 8 mm" is normally open and eight millimetres.
            && (i + 1 >= all.Count || all[i + 1].Kind != LexemeKind.Word || !Units.Is(all[i + 1].Text)) ? i : null;
    }

    private static (string? Name, int After) Standard(List<Lexeme> all, int i)
    {
        var body = all[i].Text;
        var j = i + 1;
        while (j < all.Count && j < i + 6 && (all[j].Is("-") || all[j].Is("/") || all[j].Is(".") || all[j].Is(":") || Standards.IsBody(all[j].Text)))
        {
            if (all[j].Kind == LexemeKind.Word && body == "en" || all[j].Is("iso"))
                body = all[j].Text;
            j++;
        }

        return j < all.Count && all[j] is { Kind: LexemeKind.Number, Value: >= 1 }
            ? (Standards.Canonical(body, all[j].Text.TrimStart('0')), j + 1)
            : (null, i);
    }

    /// <summary>Where a run of letters and digits without a space ends; at the start itself where it holds no digit.</summary>
    internal static int CodeEnd(List<Lexeme> all, int i)
    {
        var (j, digits) = (i, false);
        while (j < all.Count && (j == i || all[j].Glued))
        {
            if (all[j].Kind == LexemeKind.Mark)
            {
                if (!(all[j].Text is "-" or "_" or "." or "/" or "+") || j + 1 >= all.Count || !all[j + 1].Glued || all[j + 1].Kind == LexemeKind.Mark)
                    break;
            }
            else if (all[j].Kind == LexemeKind.Number)
            {
                digits = true;
            }

            j++;
        }

        return digits ? j : i;
    }

    internal static int Code(List<Lexeme> all, int i, int end, List<Feature> found)
    {
        var key = "";
        for (; i < end; i++)
        {
            if (all[i].Kind != LexemeKind.Mark)
                key += all[i].Text;
        }

        Add(found, new(FeatureKind.Code, PartKey.Of(key)));
        return end;
    }

    private static int Words(List<Lexeme> all, int i, List<Feature> found, bool foreign)
    {
        var word = all[i].Text;
        if (TradeNames.At(all, i) is var (after, name))
        {
            AddWords(found, name);
            return after;
        }

        if (ShortOrForeign(word, foreign) is { Length: > 0 } says)
        {
            foreach (var feature in says)
                Add(found, feature);
            return i + 1;
        }

        var next = i + 1 < all.Count ? all[i + 1].Text : "";
        if (word == "cap" && next.StartsWith("screw", StringComparison.Ordinal))
            return i + 1;
        // Nylon in a lock nut is how it locks, not what it is made of.
        if (word is "nylon" or "nyl" && next.StartsWith("insert", StringComparison.Ordinal))
        {
            AddWord(found, "lock");
            return i + 2;
        }

        if (word == "through" && next is "hole" or "-")
        {
            AddWord(found, "through-hole");
            return i + (next == "hole" ? 2 : 3);
        }

        if (word.Length > 1 || char.IsAsciiLetterLower(word[0]))
            AddWord(found, word);
        return i + 1;
    }

    // A catalogue says the same words over and over, and whether one of them is a foreign compound takes a look at each of its ends. Bounded.
    private const int MostRemembered = 20_000;
    private static readonly ConcurrentDictionary<(string Word, bool Foreign), Feature[]> Remembered = new();
    private static int remembered;

    /// <summary>What a word says that is short for several ("bhcs" for head and screw) or of another language; empty where it is none.</summary>
    private static Feature[] ShortOrForeign(string word, bool foreign)
    {
        if (Remembered.TryGetValue((word, foreign), out var known))
            return known;
        Feature[] says = Abbreviations.Expand(word) is { } words ? [.. words.Select(Lexicon.Read).OfType<Feature>()] : foreign ? Foreign(word) : [];
        // Its own count would lock the whole table.
        if (Volatile.Read(ref remembered) < MostRemembered && Remembered.TryAdd((word, foreign), says))
            Interlocked.Increment(ref remembered);
        return says;
    }

    private static Feature[] Foreign(string word)
    {
        if (ForeignWords.Expand(word) is { } says)
            return says;
        if (ForeignWords.Compound(word) is not var (which, known))
            return [];
        // Which cylinder it is: without the word it is perhaps another one.
        return which.Length > 0 ? [new(FeatureKind.Word, Stem.Of(which), default, WordClass.Defining), .. known] : known;
    }

    private static void AddWords(List<Feature> found, string[] words)
    {
        foreach (var word in words)
            AddWord(found, word);
    }

    private static void AddWord(List<Feature> found, string word)
    {
        if (Lexicon.Read(word) is { } feature)
            Add(found, feature);
    }

    internal static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
