using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Charts;

/// <summary>An answer with its chart drawn otherwise: the same figures as bars, a line, a ring or a table. What would show something that is not
/// there (slices of rates, a line between names) is drawn as bars, and the answer says so. An answer without a chart is drawn from its first table.</summary>
public static class DrawAgain
{
    private const int MostSlices = 8;
    private const string Bar = "bar";
    private const string Pie = "pie";
    private const string Line = "line";
    private const string Plain = "table";

    /// <param name="kind">bar, line, pie or table.</param>
    public static SkillResult Of(GivenResult given, string kind)
    {
        var result = given.Result;
        var body = result.Card?.Body ?? [];
        var at = body.ToList().FindIndex(element => element is Chart chart && Places(chart).Count > 1);
        if (at < 0 && kind == Plain && body.Any(element => element is Table))
            return result;
        if (at < 0 && ChartOfTable.Of(body, kind == Pie) is var (ofTable, table))
        {
            // The table stays where it is, behind its chart.
            (body, at) = ([.. body.Take(table), ofTable, .. body.Skip(table)], table);
            result = result with { Card = result.Card! with { Body = body } };
        }

        if (at < 0)
            return NothingToDraw(given.Question);
        var chart = (Chart)body[at];
        var note = kind switch
        {
            Pie when !HasParts(chart) => $"{chart.Title} has no parts of a whole that slices could show, so these are bars. ",
            Line when chart is HorizontalBarChart or SliceChart => $"{chart.Title} does not go on from one to the next as a line says, so these are bars. ",
            _ => "",
        };
        var drawn = Drawn(chart, note.Length > 0 ? Bar : kind);
        // The figures stand in a table of their own already.
        IReadOnlyList<CardElement> instead = kind == Plain && body.Any(element => element is Table table && Names(table, chart)) ? [] : [drawn];
        return result with
        {
            Text = note + result.Text,
            Card = result.Card! with { Body = [.. body.Take(at), .. note.Length > 0 ? [TextBlock.Subtle(note.TrimEnd())] : (CardElement[])[], .. instead, .. body.Skip(at + 1)] },
        };
    }

    private static SkillResult NothingToDraw(string question) => SkillResult.No(
        ResultStatus.NoRows, $"The answer to “{question}” has no row of figures that could be drawn. Ask for it by day, by shift or by machine first, then say how it is to be drawn.");

    private static CardElement Drawn(Chart chart, string kind) => kind switch
    {
        Plain => TableOf(chart),
        Pie => new DonutChart { Title = chart.Title, Data = Slices(chart) },
        Line => new LineChart { Title = chart.Title, YAxisTitle = chart.Unit, ShowLegend = chart.Series().Count > 1, Data = chart.Series() },
        _ => Bars(chart),
    };

    private static Chart Bars(Chart chart) => chart switch
    {
        GroupedBarChart or VerticalBarChart or HorizontalBarChart or StackedBarChart => chart,
        LineChart when chart.Series() is { Count: > 1 } series => new GroupedBarChart { Title = chart.Title, YAxisTitle = chart.Unit, Data = series },
        LineChart => new VerticalBarChart { Title = chart.Title, YAxisTitle = chart.Unit, Data = One(chart) },
        _ => new HorizontalBarChart { Title = chart.Title, YAxisTitle = chart.Unit, ShowLegend = false, Data = One(chart) },
    };

    private static IReadOnlyList<ChartBar> One(Chart chart) => ChartData.Bars(Sums(chart).Select(part => (part.Place, (double?)part.Value)), ChartColor.CategoricalBlue);

    // Percentages of different things make no whole, nor does what may be below 0.
    private static bool HasParts(Chart chart) => chart.Unit?.Contains('%', StringComparison.Ordinal) != true && !chart.Title.Contains('%', StringComparison.Ordinal)
        && chart.Series() is var series && (series.Count == 1 || chart is GroupedBarChart { Stacked: true } or StackedBarChart)
        && series.SelectMany(s => s.Values).All(point => point.Y >= 0) && Sums(chart).Exists(part => part.Value > 0);

    private static IReadOnlyList<ChartSlice> Slices(Chart chart)
    {
        var parts = Sums(chart);
        if (parts.Count <= MostSlices)
            return ChartData.Slices(parts.Select(part => (part.Place, (double?)part.Value)));
        var named = parts.OrderByDescending(part => part.Value).Take(MostSlices - 1).ToList();
        return ChartData.Slices([.. named.Select(part => (part.Place, (double?)part.Value)), ($"{parts.Count - named.Count} others", parts.Sum(part => part.Value) - named.Sum(part => part.Value))]);
    }

    private static Table TableOf(Chart chart)
    {
        var series = chart.Series();
        return Table.Of(
            ["", .. series.Select(s => series.Count == 1 ? chart.Unit ?? s.Legend : s.Legend)],
            Places(chart).Select(place => (IReadOnlyList<CardText>)
                [ChartFallback.Place(place), .. series.Select(s => (CardText)(s.Values.FirstOrDefault(p => p.X == place) is { } point ? ChartFallback.Number(point.Y) : "–"))]));
    }

    private static bool Names(Table table, Chart chart)
    {
        var named = table.Rows.Select(row => row.Cells is [{ Items: [TextBlock first, ..] }, ..] ? first.Text.Value : "").ToList();
        return Places(chart).TrueForAll(place => named.Exists(name => name.EndsWith(place, StringComparison.Ordinal)));
    }

    private static List<string> Places(Chart chart) => [.. chart.Series().SelectMany(s => s.Values).Select(point => point.X).Distinct(StringComparer.Ordinal)];

    private static List<(string Place, double Value)> Sums(Chart chart) =>
        [.. chart.Series().SelectMany(s => s.Values).GroupBy(point => point.X, StringComparer.Ordinal).Select(place => (place.Key, place.Sum(point => point.Y)))];
}
