using System.Globalization;

namespace FactoryBot.Skills.Cards;

/// <summary>A chart in words, for clients that cannot draw it: all its numbers while they are few, otherwise the telling ones.</summary>
internal static class ChartFallback
{
    private const int MostFacts = 12;

    public static CardElement Of(Chart chart)
    {
        var series = chart.Series();
        if (chart is GaugeChart gauge)
            return TextBlock.Of($"{chart.Title}: {Number(gauge.Value)} of {Number(gauge.Max)}");
        if (series.All(s => s.Values.Count == 0))
            return TextBlock.Of($"{chart.Title}: no values");
        var heading = TextBlock.Of(Heading(chart)) with { Weight = TextWeight.Bolder };
        if (series.Count == 1 && series[0].Values.Count <= MostFacts)
            return Container.Of(heading, FactSet.Of([.. series[0].Values.Select(p => new Fact(p.X, Number(p.Y)))]));
        var places = series.SelectMany(s => s.Values).Select(p => p.X).Distinct(StringComparer.Ordinal).ToArray();
        return Container.Of(heading, places.Length <= MostFacts && series.Count <= 5 ? Matrix(series, places) : Summary(series));
    }

    internal static string Heading(Chart chart) => chart.Unit is { } unit && !chart.Title.Contains(unit, StringComparison.OrdinalIgnoreCase)
        ? $"{chart.Title} ({unit})"
        : chart.Title;

    private static Table Matrix(IReadOnlyList<ChartSeries> series, string[] places) => Table.Of(
        ["", .. series.Select(s => s.Legend)],
        places.Select(x => (IReadOnlyList<CardText>)
            [x, .. series.Select(s => (CardText)(s.Values.FirstOrDefault(p => p.X == x) is { } point ? Number(point.Y) : "–"))]));

    private static FactSet Summary(IReadOnlyList<ChartSeries> series) =>
        FactSet.Of([.. series.Where(s => s.Values.Count > 0).Select(s => new Fact(s.Legend, Summary(s.Values)))]);

    internal static string Summary(IReadOnlyList<ChartPoint> points)
    {
        var low = points.MinBy(p => p.Y)!;
        var high = points.MaxBy(p => p.Y)!;
        return $"{At(points[0])} → {At(points[^1])}, lowest {At(low)}, highest {At(high)}";
    }

    private static string At(ChartPoint point) => $"{Number(point.Y)} ({point.X})";

    internal static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
