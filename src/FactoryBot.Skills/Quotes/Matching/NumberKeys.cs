using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>What of a wording may be a part's number, however it was typed: with hyphens, spaces or in small letters.</summary>
internal static class NumberKeys
{
    private const int Shortest = 3;
    private const int Longest = 60;
    private const int MostJoined = 3;
    private const int LeastAlike = 6;
    private static readonly char[] Around = [',', ';', ':', '(', ')', '"', '\'', '.', '!', '?', '[', ']', '#'];

    public static IReadOnlyList<string> Of(string wording)
    {
        var chunks = wording.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).Select(c => c.Trim(Around)).Where(c => c.Length > 0).ToArray();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < chunks.Length; i++)
        {
            var joined = "";
            for (var j = i; j < chunks.Length && j < i + MostJoined; j++)
            {
                joined += PartKey.Of(chunks[j]);
                if (joined.Length is >= Shortest and <= Longest && joined.Any(char.IsAsciiDigit))
                    keys.Add(joined);
            }
        }

        foreach (var key in keys.Where(k => k.Length >= LeastAlike && k.Any(char.IsAsciiLetter)).ToArray())
        {
            if (Alike(key) is { } meant)
                keys.Add(meant);
        }

        if (PartKey.Of(wording) is { Length: >= Shortest and <= Longest } whole)
            keys.Add(whole);
        return [.. keys];
    }

    /// <summary>The number that was meant where a letter between digits looks like one: T1O-12 is T10-12, 62O4 is 6204. Null where none does.</summary>
    public static string? Alike(string key)
    {
        var digits = key.ToCharArray();
        for (var i = 1; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i - 1]) && digits[i] is 'o' or 'l' or 'i' && (i + 1 == digits.Length || char.IsAsciiDigit(digits[i + 1])))
                digits[i] = digits[i] == 'o' ? '0' : '1';
        }

        return new string(digits) is var meant && meant != key ? meant : null;
    }
}
