namespace FactoryBot.Skills.Documents.Terms;

/// <summary>A word of a text as it is indexed.</summary>
/// <param name="Stem">What is searched for.</param>
/// <param name="Word">As it stands in the text, in small letters.</param>
/// <param name="Start">Its place in the text.</param>
internal readonly record struct Term(string Stem, string Word, int Start, int Length)
{
    /// <summary>A transaction, part or error code: kept whole, never corrected or stemmed.</summary>
    public bool IsCode => Stem.Any(char.IsAsciiDigit);
}

/// <summary>Reads the words of a text. Documents and questions are read alike.</summary>
internal static class TermReader
{
    private const int LongestWord = 40;

    /// <summary>Every word, the small ones too.</summary>
    public static List<Term> All(string text)
    {
        var terms = new List<Term>(text.Length / 6);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || Joins(text, i)))
                i++;
            Add(terms, text, start, i - start);
        }

        return terms;
    }

    /// <summary>The words that say what a text is about.</summary>
    public static List<Term> Content(string text) => [.. All(text).Where(t => !StopWords.Has(t.Word))];

    // "VF-2", "ME21N", "M8x40", "1.5" and "don't" are one word; "put-away" is one word and two.
    private static bool Joins(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1])
        && (text[at] is '\'' or '’' or '-' or '_' || (text[at] is '.' or '/' && (char.IsAsciiDigit(text[at - 1]) || char.IsAsciiDigit(text[at + 1]))));

    private static void Add(List<Term> terms, string text, int start, int length)
    {
        Span<char> letters = stackalloc char[LongestWord];
        var word = Plain(text.AsSpan(start, Math.Min(length, LongestWord)), letters);
        if (word.IndexOfAny('-', '_') >= 0)
        {
            AddParts(terms, word.ToString(), start, length);
            return;
        }

        var (known, stem) = Stemmer.Known(word);
        terms.Add(new(stem, known, start, length));
    }

    private static void AddParts(List<Term> terms, string word, int start, int length)
    {
        var isCode = word.Any(char.IsAsciiDigit);
        var joined = word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (isCode)
            terms.Add(new(word, word, start, length));
        else if (joined.Length < LongestWord)
            terms.Add(new(Stemmer.Stem(joined), joined, start, length));
        for (var at = 0; at < word.Length;)
        {
            var end = word.AsSpan(at).IndexOfAny('-', '_') is var next && next >= 0 ? at + next : word.Length;
            if (end - at > 1)
                terms.Add(new(Stemmer.Stem(word[at..end]), word[at..end], start + at, end - at));
            at = end + 1;
        }
    }

    /// <summary>In small letters, without apostrophes and what they part from the end.</summary>
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, Span<char> letters)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c is not ('\'' or '’'))
                letters[count++] = char.ToLowerInvariant(c);
        }

        var owns = text.IndexOfAny('\'', '’') is > 0 and var at && at == text.Length - 2 && text[^1] is 's' or 'S';
        return letters[..(owns ? count - 1 : count)];
    }
}
