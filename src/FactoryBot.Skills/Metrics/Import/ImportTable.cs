namespace FactoryBot.Skills.Metrics.Import;

/// <summary>A file whose header is understood: what kind it is, which columns mean what, how dates and numbers are written.</summary>
internal sealed record ImportTable(
    ImportKind Kind, ImportMap Map, TableStyle Style, IReadOnlyList<TableLine> Lines, WideColumns? Wide, IReadOnlyList<LineNote> Notes)
{
    // The more it needs, the earlier it is tried: a file of cycles is one of counts too.
    private static readonly (ImportKind Kind, string[] Needs)[] Signs =
    [
        (ImportKind.Cycles, ["machine", "at", "cycle", "status"]),
        (ImportKind.Stops, ["start", "reason"]),
        (ImportKind.Stops, ["start", "duration"]),
        (ImportKind.Issues, ["at", "severity"]),
        (ImportKind.Calendar, ["shift", "weekdays", "start"]),
        (ImportKind.Production, ["day", "machine", "total"]),
        (ImportKind.Production, ["day", "machine", "good"]),
        (ImportKind.Counts, ["at", "machine", "total"]),
        (ImportKind.Counts, ["at", "machine", "good"]),
        (ImportKind.Reasons, ["code", "reason"]),
        (ImportKind.Machines, ["machine", "ideal"]),
        (ImportKind.Products, ["product", "ideal"]),
    ];

    public static (ImportTable? Table, string? Problem) Of(string name, TableFile file, ImportMap map)
    {
        var at = map.Format.HeaderLine is { } number ? file.Lines.ToList().FindIndex(line => line.Number == number) : 0;
        if (at < 0)
            return (null, ImportFailures.NoHeader(map.Format.HeaderLine!.Value));
        var headers = file.Lines[at].Cells.Select(h => h.Trim()).ToArray();
        if ((map.Kind ?? KindOf(headers, map)) is not { } kind)
            return (null, ImportFailures.NoKind(name, headers.Where(h => h.Length > 0)));

        var (columns, missing) = ColumnHeaders.Of(headers, map, kind);
        if (columns is null)
            return (null, missing);
        if (Lacks(kind, columns, map) is { } field)
            return (null, ImportFailures.MissingField(kind, field, headers.Where(h => h.Length > 0)));

        var notes = new List<LineNote>();
        var lines = file.Lines.Skip(at + 1).ToList();
        WideColumns? wide = null;
        if (map.Wide is { } asked)
        {
            var second = asked.SecondHeader ? lines.FirstOrDefault() : null;
            if (second is not null)
            {
                notes.Add(new(second.Number, $"a second header; the reasons were taken from it: {second.Short}"));
                lines.RemoveAt(0);
            }

            (wide, missing) = WideColumns.Of(headers, asked, second, map);
            if (wide is null)
                return (null, missing);
        }

        var style = StyleOf(kind, columns, map, lines);
        return Unclear(kind, style, lines) is { } unclear ? (null, unclear) : (new(kind, map, style, lines, wide, notes), null);
    }

    private static ImportKind? KindOf(string[] headers, ImportMap map)
    {
        foreach (var (kind, needs) in Signs)
        {
            if (ColumnHeaders.Of(headers, map, kind).Columns is { } columns && Array.TrueForAll(needs, need => columns.Has(need) || map.Fixed.ContainsKey(need)))
                return kind;
        }

        return null;
    }

    private static string? Lacks(ImportKind kind, ColumnHeaders columns, ImportMap map)
    {
        string[] needs = kind switch
        {
            ImportKind.Machines => ["machine"],
            ImportKind.Products => ["product"],
            ImportKind.Reasons => ["reason"],
            ImportKind.Calendar => ["start"],
            ImportKind.Counts or ImportKind.Cycles or ImportKind.Issues => ["at"],
            ImportKind.Stops when map.Wide is null => ["start"],
            _ => [],
        };
        return needs.FirstOrDefault(need => !columns.Has(need) && !map.Fixed.ContainsKey(need));
    }

    private static TableStyle StyleOf(ImportKind kind, ColumnHeaders columns, ImportMap map, IReadOnlyList<TableLine> lines)
    {
        IEnumerable<string> Cells(FieldType type) =>
            from field in ImportFields.Of(kind)
            where field.Type == type
            from at in columns.Of(field.Name)
            from line in lines.Take(1_000)
            select line.Cell(at);
        var comma = map.Format.DecimalComma ?? NumberCell.Guess(Cells(FieldType.Number).Concat(Cells(FieldType.Duration)));
        return new(columns, map, comma, map.Format.DayFirst ?? MomentCell.Guess(Cells(FieldType.Moment)));
    }

    private static string? Unclear(ImportKind kind, TableStyle style, IReadOnlyList<TableLine> lines)
    {
        if (style.DayFirst is not null)
            return null;
        foreach (var field in ImportFields.Of(kind).Where(f => f.Type == FieldType.Moment && style.Columns.Has(f.Name)))
        {
            var place = style.Columns.Of(field.Name)[0];
            if (lines.Select(line => line.Cell(place)).FirstOrDefault(cell => MomentCell.Read(cell, null) is null && MomentCell.Read(cell, true) is not null) is { } example)
                return ImportFailures.DatesUnclear(style.Columns.HeaderOf(field.Name), example);
        }

        return null;
    }
}
