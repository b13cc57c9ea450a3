using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>What all charts with bars are drawn from: places, and for each the value of every series.</summary>
/// <param name="Colors">The colour of each series.</param>
internal sealed record BarData(
    IReadOnlyList<string> Places, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<double?>> Values, IReadOnlyList<int> Colors)
{
    private Func<double, string>? say;

    /// <summary>The colour of each single bar, where there is one series whose bars differ; null otherwise.</summary>
    public IReadOnlyList<int>? PlaceColors { get; init; }

    public bool Stacked { get; init; }

    public bool ShowValues { get; init; } = true;

    public string? Unit { get; init; }

    /// <summary>Values that the axis is to reach at least.</summary>
    public IReadOnlyList<double> Hints { get; init; } = [];

    public static BarData Of(VerticalBarChart chart) => Single(chart, chart.Data) with
    {
        ShowValues = chart.ShowBarValues,
        Hints = Known(chart.YMin, chart.YMax),
    };

    public static BarData Of(HorizontalBarChart chart) => Single(chart, chart.Data);

    public static BarData Of(GroupedBarChart chart) => Several(chart) with
    {
        Stacked = chart.Stacked == true && chart.Data.All(s => s.Values.All(p => p.Y >= 0)),
        ShowValues = chart.ShowBarValues,
        Hints = chart.Stacked == true ? [] : Known(chart.YMin, chart.YMax),
    };

    public static BarData Of(StackedBarChart chart) => Several(chart) with
    {
        Stacked = chart.Data.All(b => b.Data.All(p => p.Value >= 0)),
    };

    /// <summary>The lengths that bars get, for the scale.</summary>
    public IEnumerable<double> Lengths() => Stacked
        ? Enumerable.Range(0, Places.Count).Select(Total)
        : Values.SelectMany(v => v).OfType<double>();

    /// <summary>A value beside its bar.</summary>
    public string Say(double value) => (say ??= ChartNumber.Beside(Lengths()))(value);

    public double Total(int place) => Values.Sum(v => v[place] ?? 0);

    public int Color(int series, int place) => PlaceColors?[place] ?? Colors[series];

    private static BarData Single(AxisChart chart, IReadOnlyList<ChartBar> bars)
    {
        var differ = bars.Select(b => b.Color).Distinct().Count() > 1;
        return new([.. bars.Select(b => b.X)], [chart.Title], [[.. bars.Select(b => (double?)b.Y)]], [Palette.Of(bars[0].Color, 0)])
        {
            PlaceColors = differ ? [.. bars.Select(b => Palette.Of(b.Color, 0))] : null,
            Unit = chart.Unit,
        };
    }

    private static BarData Several(AxisChart chart)
    {
        var series = chart.Series().Where(s => s.Values.Count > 0).ToList();
        List<string> places = [.. series.SelectMany(s => s.Values).Select(p => p.X).Distinct(StringComparer.Ordinal)];
        return new(
            places,
            [.. series.Select(s => s.Legend)],
            [.. series.Select(s => (IReadOnlyList<double?>)[.. places.Select(x => s.Values.FirstOrDefault(p => p.X == x)?.Y)])],
            Palette.For([.. series.Select(s => s.Color)]))
        { Unit = chart.Unit };
    }

    private static List<double> Known(params IEnumerable<double?> values) => [.. values.OfType<double>()];
}
