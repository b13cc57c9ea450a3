using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>What of a wording may be a part's number, however it was typed: with hyphens, spaces or in small letters.</summary>
internal static class NumberKeys
{
    private const int Shortest = 3;
    private const int Longest = 60;
    private const int MostJoined = 3;
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

        if (PartKey.Of(wording) is { Length: >= Shortest and <= Longest } whole)
            keys.Add(whole);
        return [.. keys];
    }
}
