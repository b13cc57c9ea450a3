namespace FactoryBot.Skills.Metrics.Import;

/// <summary>The columns of a table that stand for a reason each.</summary>
internal sealed class WideColumns
{
    private readonly IReadOnlyList<(int At, string Reason)> columns;

    private WideColumns(IReadOnlyList<(int At, string Reason)> columns) => this.columns = columns;

    public IReadOnlySet<int> Places => columns.Select(column => column.At).ToHashSet();

    /// <param name="second">The line under the header; null where the reasons stand in the header.</param>
    public static (WideColumns? Wide, string? Problem) Of(string[] headers, WideStops wide, TableLine? second, ImportMap map)
    {
        var from = Array.FindIndex(headers, h => h.Equals(wide.From, StringComparison.OrdinalIgnoreCase));
        var to = wide.To is null ? headers.Length - 1 : Array.FindLastIndex(headers, h => h.Equals(wide.To, StringComparison.OrdinalIgnoreCase));
        if (from < 0 || to < from)
            return (null, $"The file has no columns from “{wide.From}”{(wide.To is null ? "" : $" to “{wide.To}”")}.");
        var names = map.Values.GetValueOrDefault("reason");
        return (new([.. Enumerable.Range(from, to - from + 1).Select(at =>
        {
            var said = second?.Cell(at) is { Length: > 0 } under ? under : headers[at];
            return (at, names?.GetValueOrDefault(said) ?? said);
        })]), null);
    }

    public IReadOnlyList<WideCell> Read(RowReader row, TableStyle style)
    {
        var cells = new List<WideCell>();
        foreach (var (at, reason) in columns)
        {
            var text = row.Line.Cell(at);
            if (text.Length == 0)
                continue;
            var seconds = DurationCell.Read(text, style.Map.Units.GetValueOrDefault("duration") ?? "minutes", style.DecimalComma);
            if (seconds is null or < 0)
                row.Reject($"{reason}: “{text}” is not a time span");
            else if (seconds > 0)
                cells.Add(new(reason, seconds.Value));
        }

        return cells;
    }
}

internal readonly record struct WideCell(string Reason, decimal Seconds);
