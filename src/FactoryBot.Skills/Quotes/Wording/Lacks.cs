namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>"Without dust lip", "ohne Stecker": what stands behind the word is what the part must not have.</summary>
internal static class Lacks
{
    public const string Word = "without";
    private const int Reach = 3;

    /// <summary>Marks what was just read, where "without" stands shortly before it.</summary>
    /// <param name="start">The lexeme that it was read of.</param>
    /// <param name="from">The first feature that it gave.</param>
    public static void Mark(List<Lexeme> all, int start, List<Feature> found, int from)
    {
        if (from == found.Count || from == 0 || all[start].Kind != LexemeKind.Word || !IsBehind(found, from))
            return;
        // A comma or bracket ends it.
        if (start > 0 && all[start - 1].Kind == LexemeKind.Mark && !all[start - 1].Is("-"))
            return;
        for (var i = from; i < found.Count; i++)
        {
            if (found[i] is { Kind: FeatureKind.Word, Class: WordClass.Plain or WordClass.Product or WordClass.Defining } word && word.Text != Word)
                found[i] = word with { IsAbsent = true };
        }
    }

    /// <summary>What the words ask of a part: "without" itself asks for nothing where what is absent stands behind it.</summary>
    public static Feature[] Asked(string words)
    {
        var said = ReadFeatures.Of(words).Where(f => !f.IsWeak).ToArray();
        return said.Any(f => f.IsAbsent) ? [.. said.Where(f => f.Text != Word)] : said;
    }

    // Colours and materials are said of the part itself: "without tip, black".
    private static bool IsBehind(List<Feature> found, int from)
    {
        for (var i = from - 1; i >= 0 && i >= from - Reach; i--)
        {
            if (found[i] is { Kind: FeatureKind.Word, Text: Word })
                return true;
            if (!found[i].IsAbsent)
                return false;
        }

        return false;
    }
}
