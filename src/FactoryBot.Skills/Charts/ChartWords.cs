using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>A chart in one or two sentences, for a reader who cannot see it.</summary>
public static class ChartWords
{
    private const int MostValues = 8;
    private const int MostSeries = 6;
    private const int Longest = 900;

    public static string Of(Chart chart)
    {
        var words = $"{Kind(chart)}: {chart.Title}{Unit(chart)}. {Values(chart)}";
        return words.Length <= Longest ? words : words[..(Longest - 1)] + "…";
    }

    private static string Kind(Chart chart) => chart switch
    {
        LineChart => "Line chart",
        GroupedBarChart { Stacked: true } or StackedBarChart => "Stacked bar chart",
        HorizontalBarChart { DisplayMode: "PartToWhole" } => "Pareto chart",
        VerticalBarChart or GroupedBarChart or HorizontalBarChart => "Bar chart",
        DonutChart => "Donut chart",
        PieChart => "Pie chart",
        GaugeChart => "Gauge",
        _ => "Chart",
    };

    private static string Unit(Chart chart) =>
        chart.Unit is { Length: > 0 } unit && !chart.Title.Contains(unit, StringComparison.OrdinalIgnoreCase) ? $", {unit}" : "";

    private static string Values(Chart chart)
    {
        if (chart is GaugeChart gauge)
            return $"{ChartFallback.Number(gauge.Value)} on a scale from {ChartFallback.Number(gauge.Min)} to {ChartFallback.Number(gauge.Max)}.";
        var series = chart.Series().Where(s => s.Values.Count > 0).ToList();
        if (series.Count == 0)
            return "No values.";
        if (series.Count == 1)
            return Points(series[0].Values) + ".";
        var more = series.Count > MostSeries ? $" {series.Count - MostSeries} more are not read out." : "";
        return string.Join(' ', series.Take(MostSeries).Select(s => $"{s.Legend}: {Points(s.Values)}.")) + more;
    }

    private static string Points(IReadOnlyList<ChartPoint> points) => points.Count <= MostValues
        ? string.Join(", ", points.Select(p => $"{ChartFallback.Place(p.X)} {ChartFallback.Number(p.Y)}"))
        : $"{points.Count} values, {ChartFallback.Summary(points)}";
}
