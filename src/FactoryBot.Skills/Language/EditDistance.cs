namespace FactoryBot.Skills.Language;

/// <summary>Damerau-Levenshtein with neighbouring letters swapped as one error, given up as soon as a limit is passed.</summary>
internal static class EditDistance
{
    private const int LongestWord = 48;

    /// <summary>How many errors a word of this length may have and still be taken for another.</summary>
    public static int Limit(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>Above the limit, any number above it is returned.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > LongestWord || b.Length > LongestWord)
        {
            return limit + 1;
        }

        Span<int> rows = stackalloc int[3 * (LongestWord + 1)];
        var width = b.Length + 1;
        var beforeLast = rows[..width];
        var last = rows.Slice(LongestWord + 1, width);
        var row = rows.Slice(2 * (LongestWord + 1), width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                }

                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }

    /// <summary>How far a typed word is from a known one, or null where it is too far to be a typing error of it.</summary>
    public static int? TypingErrors(ReadOnlySpan<char> typed, ReadOnlySpan<char> known)
    {
        if (typed.Length < 4 || known.Length < 4)
        {
            return null;
        }

        if (typed[0] != known[0] && !(typed[0] == known[1] && typed[1] == known[0]) && Math.Min(typed.Length, known.Length) < 8)
        {
            return null;
        }

        if (SkipsVowels(typed, known))
        {
            return 1;
        }

        var limit = Limit(typed.Length);
        var errors = Between(typed, known, limit);
        // One letter for another in a word of four is too often another word ("line", "lime").
        return errors > limit || (errors == 1 && typed.Length == 4 && known.Length == 4 && !Swapped(typed, known)) ? null : errors;
    }

    // "ystrdy", "mnth": nothing but vowels is missing.
    public static bool SkipsVowels(ReadOnlySpan<char> typed, ReadOnlySpan<char> known)
    {
        if (typed.Length >= known.Length || typed[^1] != known[^1])
        {
            return false;
        }

        var at = 0;
        foreach (var c in known)
        {
            if (at < typed.Length && typed[at] == c)
            {
                at++;
            }
            else if (c is not ('a' or 'e' or 'i' or 'o' or 'u'))
            {
                return false;
            }
        }

        return at == typed.Length;
    }

    private static bool Swapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var first = a.CommonPrefixLength(b);
        return first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first];
    }
}
