using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>The bars of an answer that has its figures in a table and no chart: what the table has one line for each of, with the columns of the same unit.
/// Where each line is another figure, as of two things side by side, the first line is drawn.</summary>
internal static partial class ChartOfTable
{
    private const int MostSeries = 4;
    private const int MostPlaces = 20;
    private const string Hours = "h";
    private const string Differs = "Difference";

    /// <summary>The chart of the first table that can be drawn, and where that table stands; null where none can.</summary>
    /// <param name="one">One column only, as the slices of a ring need it.</param>
    public static (Chart Chart, int At)? Of(IReadOnlyList<CardElement> body, bool one)
    {
        for (var at = 0; at < body.Count; at++)
        {
            if (body[at] is Table { Rows.Count: > 1 } table && Of(table, TitleBefore(body, at), one) is { } chart)
                return (chart, at);
        }

        return null;
    }

    private static Chart? Of(Table table, string title, bool one)
    {
        var lines = table.Rows.Select(row => row.Cells.Select(Text).ToArray()).ToList();
        var (headers, rows) = (lines[0], lines.Skip(1).Take(MostPlaces).ToList());
        if (headers.Length < 2 || rows.Exists(row => row.Length != headers.Length))
            return null;
        var columns = Enumerable.Range(1, headers.Length - 1).Select(i => (Name: headers[i], Unit: UnitOf(rows.Select(row => row[i])), Values: rows.Select(row => Number(row[i])).ToList()))
            // What only tells how the others differ is no figure of its own.
            .Where(column => column.Unit is not null && column.Name != Differs).ToList();
        if (columns.Count > 0 && rows.Where((_, i) => columns.Exists(column => column.Unit == columns[0].Unit && column.Values[i] is not null)).Count() > 1)
        {
            var series = columns.Where(column => column.Unit == columns[0].Unit).Take(one ? 1 : MostSeries)
                .Select(column => (column.Name, (IReadOnlyList<(string, double?)>)[.. rows.Zip(column.Values, (row, value) => (row[0], value?.Value))])).ToList();
            return Bars(series.Count == 1 ? $"{title}: {series[0].Name}" : title, columns[0].Unit!, series);
        }

        return OfFirstLine(headers, rows[0]);
    }

    // "OEE | 61.0 % | 65.2 % | −4.2": the places are the columns, and what differs is no place.
    private static HorizontalBarChart? OfFirstLine(string[] headers, string[] line)
    {
        var cells = Enumerable.Range(1, headers.Length - 1).Where(i => !IsDifference(line[i])).Select(i => (Name: headers[i], Text: line[i])).ToList();
        cells = [.. cells.Where(cell => cell.Name != Differs)];
        return cells.Count < 2 || UnitOf(cells.Select(cell => cell.Text)) is not { } unit ? null
            : new() { Title = line[0], YAxisTitle = AxisTitle(line[0], unit), ShowLegend = false, Data = ChartData.Bars(cells.Select(cell => (cell.Name, Number(cell.Text)?.Value)), ChartColor.CategoricalBlue) };
    }

    private static AxisChart Bars(string title, string unit, List<(string Name, IReadOnlyList<(string, double?)> Points)> series) => series.Count == 1
        ? new HorizontalBarChart { Title = title, YAxisTitle = AxisTitle(series[0].Name, unit), ShowLegend = false, Data = ChartData.Bars(series[0].Points, ChartColor.CategoricalBlue) }
        : new GroupedBarChart { Title = title, YAxisTitle = unit.Length > 0 ? unit : null, Data = [.. series.Select((s, i) => ChartSeries.Of(s.Name, s.Points, Colors[i]))] };

    private static readonly ChartColor[] Colors = [ChartColor.CategoricalBlue, ChartColor.CategoricalMarigold, ChartColor.CategoricalTeal, ChartColor.CategoricalPurple];

    private static string AxisTitle(string name, string unit) => unit.Length == 0 ? name : $"{name} {unit}";

    // The unit that all cells have which hold a number; null where one is no number, or they differ.
    private static string? UnitOf(IEnumerable<string> cells)
    {
        string? unit = null;
        foreach (var cell in cells.Where(cell => !IsEmpty(cell)))
        {
            if (Number(cell) is not { } number || (unit is not null && unit != number.Unit))
                return null;
            unit = number.Unit;
        }

        return unit;
    }

    private static bool IsEmpty(string cell) => cell is "" or "–" or "none" or "not computable";

    private static bool IsDifference(string cell) => cell is ['+' or '−' or '±', ..];

    // "1,204", "61.0 %", "45 min", "2.5 h", "−1.2"; minutes beside hours are hours.
    private static (double Value, string Unit)? Number(string cell)
    {
        if (Amount().Match(cell) is not { Success: true } match)
            return null;
        var value = double.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) * (match.Groups["sign"].Value is "−" or "-" ? -1 : 1);
        return match.Groups["unit"].Value switch
        {
            "min" => (Math.Round(value / 60, 2), Hours),
            var unit => (value, unit),
        };
    }

    // Cards escape what Markdown would read.
    private static string Text(TableCell cell) => cell.Items is [TextBlock text, ..] ? Plain(text) : "";

    private static string Plain(TextBlock text) => Escaped().Replace(text.Text.Value, "$1").Trim('*');

    // The heading that the table stands under, or that of the card.
    private static string TitleBefore(IReadOnlyList<CardElement> body, int at) =>
        body.Take(at).OfType<TextBlock>().LastOrDefault(text => text.Weight == TextWeight.Bolder && text.Size is null) is { } title ? Plain(title)
            : body.OfType<TextBlock>().FirstOrDefault() is { } heading ? Plain(heading) : "";

    [GeneratedRegex(@"^(?<sign>[+−±-])?(?<number>\d[\d,]*(\.\d+)?)( ?(?<unit>%|h|min|points))?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\\([^\w\s])")]
    private static partial Regex Escaped();
}
