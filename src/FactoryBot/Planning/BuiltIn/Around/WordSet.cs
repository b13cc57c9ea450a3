using System.Collections.Frozen;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>Words and phrases written down as text.</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
