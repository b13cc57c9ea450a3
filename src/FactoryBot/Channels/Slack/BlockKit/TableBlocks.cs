using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>A table as Slack's own, of which a message may have one, or as columns of letters of equal width. Pure.</summary>
internal static class TableBlocks
{
    private const int MostRows = 100;
    private const int MostColumns = 20;
    private const int LongestCell = 300;

    public static IEnumerable<JsonObject> Of(Table table, bool native)
    {
        var rows = CardTable.Texts(table);
        if (rows.Count == 0 || table.Columns.Count == 0)
            yield break;
        yield return native && table.Columns.Count <= MostColumns ? Native(table, rows) : Letters(table, rows, out _);
        var shown = native && table.Columns.Count <= MostColumns ? MostRows : Shown(table, rows);
        if (rows.Count > shown)
            yield return Blocks.Context($"{rows.Count - shown} more {(rows.Count - shown == 1 ? "row is" : "rows are")} not shown here.");
    }

    private static JsonObject Native(Table table, IReadOnlyList<IReadOnlyList<string>> rows) => new()
    {
        ["type"] = "table",
        ["column_settings"] = new JsonArray([.. Enumerable.Range(0, table.Columns.Count).Select(i => new JsonObject
        {
            ["align"] = CardTable.IsRight(table, i) ? "right" : "left",
            ["is_wrapped"] = !CardTable.IsRight(table, i),
        })]),
        ["rows"] = new JsonArray([.. rows.Take(MostRows).Select((row, r) => new JsonArray([.. row.Select(cell => Cell(cell, bold: r == 0 && table.FirstRowAsHeaders))]))]),
    };

    private static JsonObject Cell(string text, bool bold)
    {
        // A cell may not be empty.
        var words = text.Length == 0 ? " " : Blocks.Cut(text, LongestCell);
        if (!bold)
            return new() { ["type"] = "raw_text", ["text"] = words };
        var run = new JsonObject { ["type"] = "text", ["text"] = words, ["style"] = new JsonObject { ["bold"] = true } };
        return new()
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(run) }),
        };
    }

    private static int Shown(Table table, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Letters(table, rows, out var shown);
        return shown;
    }

    private static JsonObject Letters(Table table, IReadOnlyList<IReadOnlyList<string>> rows, out int shown)
    {
        var widths = Enumerable.Range(0, table.Columns.Count).Select(i => Math.Min(40, rows.Max(r => i < r.Count ? r[i].Length : 0))).ToArray();
        var lines = new List<string>();
        var length = 8;
        foreach (var row in rows)
        {
            var line = TextBlocks.Code(string.Join("  ", row.Select((cell, i) => CardTable.IsRight(table, i) ? Fit(cell, widths[i]).PadLeft(widths[i]) : Fit(cell, widths[i]).PadRight(widths[i]))).TrimEnd());
            length += line.Length + 1;
            if (length > Blocks.LongestText)
                break;
            lines.Add(line);
        }
        shown = lines.Count;
        return Blocks.Section($"```\n{string.Join('\n', lines)}\n```");
    }

    private static string Fit(string cell, int width) => cell.Length <= width ? cell : cell[..(width - 1)] + "…";
}
