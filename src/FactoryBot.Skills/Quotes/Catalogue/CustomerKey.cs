using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>A company's name without its legal form, signs and case, so that "Kovo s.r.o." is "KOVO".</summary>
internal static class CustomerKey
{
    private static readonly string[] Forms = ["gmbhcokg", "gmbh", "sro", "ltd", "limited", "inc", "llc", "corporation", "corp", "plc", "spa", "bv", "ag", "kg", "co", "sa", "as", "ab", "oy"];

    public static string Of(string name)
    {
        var words = name.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Split([' ', ',', '&', '-'], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Forms.Contains(words[^1], StringComparer.Ordinal))
            words.RemoveAt(words.Count - 1);
        return PartKey.Of(PlainText.Of(string.Concat(words)));
    }
}
