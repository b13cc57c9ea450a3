using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Downloads;

/// <summary>The figures of an answer as sheets: the single ones below each other, each list of things as a table.</summary>
internal static class AnswerSheets
{
    private const int MostRows = 10_000;
    private const int MostSheets = 20;

    // What stands on everything that is made of an answer's figures, "DRAFT" for one: the figures say so themselves.
    private const string MarkName = "mark";

    /// <returns>None where the answer has no figures.</returns>
    public static IReadOnlyList<TableSheet> Of(GivenResult given)
    {
        if (given.Result.Data is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } data)
            return [];
        var single = new List<IReadOnlyList<object?>>();
        var lists = new List<TableSheet>();
        Collect(data, "", single, lists);
        if (single.Count == 0 && lists.Count == 0)
            return [];
        List<IReadOnlyList<object?>> about = [["Question", given.Question], ["Answer", given.Result.Text]];
        if (given.Result.Proof is { } proof)
            about.Add(["Source", proof.ToString()]);
        about.AddRange(given.Result.Warnings.Select(warning => (IReadOnlyList<object?>)["Note", warning]));
        TableSheet[] sheets = [.. lists.Where(l => l.Rows.Count > 0).Take(MostSheets), new TableSheet("Answer", ["Figure", "Value"], [.. about, .. single])];
        return MarkOf(given.Result) is { } mark ? [.. sheets.Select(s => Marked(s, mark))] : sheets;
    }

    /// <summary>What must stand on the file; null where nothing must.</summary>
    public static string? MarkOf(SkillResult result) =>
        result.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(MarkName, out var mark) && mark.ValueKind == JsonValueKind.String ? mark.GetString() : null;

    // In each row, so that it goes wherever a row is copied to.
    private static TableSheet Marked(TableSheet sheet, string mark) => new(
        $"{mark} {sheet.Name}", [mark, .. sheet.Headers], [.. sheet.Rows.Select(row => (IReadOnlyList<object?>)[mark, .. row])]);

    private static void Collect(JsonElement element, string path, List<IReadOnlyList<object?>> single, List<TableSheet> lists)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            if (TableOf(path, element) is { } table)
                lists.Add(table);
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            var name = path.Length == 0 ? property.Name : $"{path} {property.Name}";
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Collect(property.Value, name, single, lists);
            else if (property.Value.ValueKind != JsonValueKind.Null)
                single.Add([Title(name), Value(property.Value)]);
        }
    }

    // A list of things has a column for each of their values; a list of plain values has one column.
    private static TableSheet? TableOf(string path, JsonElement list)
    {
        var rows = list.EnumerateArray().Take(MostRows).ToList();
        if (rows.Count == 0)
            return null;
        var name = path.Length == 0 ? "Rows" : Title(path);
        if (!rows.TrueForAll(row => row.ValueKind == JsonValueKind.Object))
            return new(name, [name], [.. rows.Select(row => (IReadOnlyList<object?>)[Value(row)])]);
        var columns = rows.SelectMany(row => row.EnumerateObject())
            .Where(p => p.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)).Select(p => p.Name).Distinct(StringComparer.Ordinal).ToList();
        return columns.Count == 0 ? null : new(
            name,
            [.. columns.Select(Title)],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => row.TryGetProperty(c, out var value) ? Value(value) : null)])]);
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    // "scrapRate" is "Scrap rate", "before.oee" is "Before OEE".
    private static string Title(string name)
    {
        var spaced = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
            spaced.Append(char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter);
        var words = spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Letters.Capital(string.Join(' ', words.Select(word => Abbreviations.Contains(word) ? word.ToUpperInvariant() : word)));
    }

    private static readonly string[] Abbreviations = ["oee", "teep", "mtbf", "mttr", "sql"];
}
