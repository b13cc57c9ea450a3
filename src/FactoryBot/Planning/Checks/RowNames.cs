using System.Text.Json;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.Checks;

/// <summary>What rows of a table are called, where a result holds one ("columns" and "rows"): a figure of one row must not be told of another.</summary>
internal static class RowNames
{
    private const int Most = 200;
    private const int Shortest = 2;
    private const int Longest = 80;

    /// <summary>The names that the words or a result's own sentence speak of; all others could not be mixed up.</summary>
    public static IEnumerable<Entity> Of(IReadOnlyList<CheckedResult> results, string words) =>
        results.Where(r => r.Result.Data is not null).SelectMany(r => Cells(r.Result.Data!.Value).Where(c =>
            words.Contains(c, StringComparison.OrdinalIgnoreCase) || r.Result.Text.Contains(c, StringComparison.OrdinalIgnoreCase)))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).Select(c => new Entity(SlotKind.Product, c));

    public static IEnumerable<string> OfRow(JsonElement row) => row.ValueKind != JsonValueKind.Array ? []
        : row.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!);

    // A day or a number as a name would hide itself from the reading of days and numbers.
    private static IEnumerable<string> Cells(JsonElement data) =>
        data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().SelectMany(Cells)
        : data.ValueKind == JsonValueKind.Object && data.TryGetProperty("columns", out _) && data.TryGetProperty("rows", out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().SelectMany(OfRow).Where(c => c.Length is >= Shortest and <= Longest && !char.IsDigit(c[0])) : [];
}
