namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>A part number without signs, spaces and case: 92095-a458 is 92095A458.</summary>
internal static class PartKey
{
    public static string Of(string number)
    {
        Span<char> key = number.Length <= 128 ? stackalloc char[number.Length] : new char[number.Length];
        var length = 0;
        foreach (var c in number)
        {
            if (char.IsLetterOrDigit(c))
                key[length++] = char.ToLowerInvariant(c);
        }

        return new(key[..length]);
    }
}
