namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Words that say that what stands beside them is one of a few kinds: "cabin class", "payment type".</summary>
internal static class KindWords
{
    private static readonly HashSet<string> Words = new(["class", "type", "kind", "category", "group", "format", "genre"], StringComparer.Ordinal);

    public static IEnumerable<string> All => Words;

    public static bool Is(string word) => Words.Contains(Model.SchemaNames.Singular(word));
}
