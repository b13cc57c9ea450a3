using System.Globalization;

namespace FactoryBot.Skills.Cards;

/// <summary>A chart in words, for clients that cannot draw it: all its numbers while they are few, otherwise the telling ones.
/// Without a title, because Teams draws none either: a card has it in a text above the chart.</summary>
internal static class ChartFallback
{
    private const int MostFacts = 12;
    private const int MostColumns = 5;

    public static CardElement Of(Chart chart)
    {
        var series = chart.Series();
        if (chart is GaugeChart gauge)
            return TextBlock.Of($"{chart.Title}: {Number(gauge.Value)} of {Number(gauge.Max)}");
        if (series.All(s => s.Values.Count == 0))
            return TextBlock.Of($"{chart.Title}: no values");
        if (series.Count == 1 && series[0].Values.Count <= MostFacts)
            return FactSet.Of([.. series[0].Values.Select(p => new Fact(Place(p.X), Number(p.Y)))]);
        var places = series.SelectMany(s => s.Values).Select(p => p.X).Distinct(StringComparer.Ordinal).ToArray();
        return places.Length <= MostFacts && series.Count <= MostColumns
            ? Matrix(series, places)
            : FactSet.Of([.. series.Where(s => s.Values.Count > 0).Select(s => new Fact(s.Legend, Summary(s.Values)))]);
    }

    /// <summary>The first and the last value, and between them the lowest and the highest.</summary>
    public static string Summary(IReadOnlyList<ChartPoint> points)
    {
        var low = points.MinBy(p => p.Y)!;
        var high = points.MaxBy(p => p.Y)!;
        return $"{At(points[0])} → {At(points[^1])}, lowest {At(low)}, highest {At(high)}";
    }

    public static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 10 => "#,0.#", >= 0.1 or 0 => "0.##", _ => "0.####" }, CultureInfo.InvariantCulture);

    /// <summary>A day as people write it; any other place as it is.</summary>
    public static string Place(string x) =>
        DateOnly.TryParseExact(x, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("ddd d MMM", CultureInfo.InvariantCulture)
            : x;

    private static Table Matrix(IReadOnlyList<ChartSeries> series, string[] places) => Table.Of(
        ["", .. series.Select(s => s.Legend)],
        places.Select(x => (IReadOnlyList<CardText>)
            [Place(x), .. series.Select(s => (CardText)(s.Values.FirstOrDefault(p => p.X == x) is { } point ? Number(point.Y) : "–"))]));

    private static string At(ChartPoint point) => $"{Number(point.Y)} ({Place(point.X)})";
}
