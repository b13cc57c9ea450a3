namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What a column holds, without the word for how it is kept: the status of a status code, the buyer of a buyer name. Only where nothing else is called so.</summary>
internal static class ShortColumnNames
{
    private static readonly string[] Kept = ["code", "name", "description"];
    private static readonly HashSet<string> Incomplete = new(["first", "last", "middle", "full", "family", "given", "user", "nick", "short", "display", "file", "post", "postal", "zip", "bar", "promo", "area", "dial", "company", "contact", "unit", "min", "max", "minimum", "maximum"], StringComparer.Ordinal);

    /// <param name="label">Columns that name a row: their word is that of the row itself.</param>
    /// <param name="things">What the tables of the source are called.</param>
    public static IEnumerable<Column> Of(IReadOnlyList<Column> columns, IReadOnlyList<string> label, IReadOnlySet<string> things) =>
        columns.Select(column => Short(column) is { } name && !label.Contains(column.Name) && !things.Contains(name) && Parsing.Grammar.Find(name) is null && !columns.Any(c => c != column && c.Phrases.Contains(name))
            ? Called(column, name) : column);

    private static string? Short(Column column) =>
        column.Phrase.Split(' ') is [.. { Length: > 0 } core, var kept] && Kept.Contains(kept) && !core.Any(Incomplete.Contains) && IsKeptSo(column) ? string.Join(' ', core) : null;

    // A number that is no key but for its name, and whose codes the database explains, is a kind.
    private static bool IsKeptSo(Column column) => column.Role is not ColumnRole.Key || column.Codes.Count > 0;

    private static Column Called(Column column, string name) => column with
    {
        Phrases = [name, .. column.Phrases, .. Synonyms.OfColumn(name)],
        OwnPhrases = column.OwnPhrases + 1,
        Role = column is { Role: ColumnRole.Key, IsNumber: true, Codes.Count: > 0 } ? ColumnRole.Rate : column.Role,
    };
}
