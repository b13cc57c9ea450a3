namespace FactoryBot.Skills.Cards;

public sealed record LineChart : AxisChart
{
    public required IReadOnlyList<ChartSeries> Data { get; init; }
    public double? YMin { get; init; }
    public double? YMax { get; init; }

    internal override IReadOnlyList<ChartSeries> Series() => Data;
}

public sealed record VerticalBarChart : AxisChart
{
    public required IReadOnlyList<ChartBar> Data { get; init; }
    public bool ShowBarValues { get; init; } = true;
    public double? YMin { get; init; }
    public double? YMax { get; init; }

    internal override IReadOnlyList<ChartSeries> Series() => ChartData.OneSeries(Title, Data);
}

/// <summary>Several bars side by side, or on top of each other, for each place on the axis.</summary>
public sealed record GroupedBarChart : AxisChart
{
    public required IReadOnlyList<ChartSeries> Data { get; init; }

    /// <summary>Needs values of 0 and more.</summary>
    public bool? Stacked { get; init; }
    public bool ShowBarValues { get; init; } = true;
    public double? YMin { get; init; }
    public double? YMax { get; init; }

    internal override IReadOnlyList<ChartSeries> Series() => Data;
}

/// <summary>Best for ranked things with names: the names have room.</summary>
public sealed record HorizontalBarChart : AxisChart
{
    public required IReadOnlyList<ChartBar> Data { get; init; }

    /// <summary>AbsoluteWithAxis, AbsoluteNoAxis or PartToWhole.</summary>
    public string? DisplayMode { get; init; }

    internal override IReadOnlyList<ChartSeries> Series() => ChartData.OneSeries(Title, Data);
}

/// <summary>A bar for each thing, cut into parts.</summary>
public sealed record StackedBarChart : AxisChart
{
    public required IReadOnlyList<StackedBar> Data { get; init; }

    internal override IReadOnlyList<ChartSeries> Series() =>
        [.. Data.SelectMany(bar => bar.Data.Select(part => (bar.Title, part)))
            .GroupBy(p => p.part.Legend, StringComparer.Ordinal)
            .Select(g => new ChartSeries(g.Key, [.. g.Select(p => new ChartPoint(p.Title, p.part.Value))], g.First().part.Color))];
}

public sealed record StackedBar(string Title, IReadOnlyList<ChartSlice> Data);

/// <summary>Makes the data of bars and slices from values that may be missing.</summary>
public static class ChartData
{
    public static IReadOnlyList<ChartBar> Bars(IEnumerable<(string X, double? Y)> values, ChartColor? color = null) =>
        [.. ChartPoint.Known(values).Select(p => new ChartBar(p.X, p.Y, color))];

    public static IReadOnlyList<ChartSlice> Slices(IEnumerable<(string Legend, double? Value)> values) =>
        [.. ChartPoint.Known(values).Select((p, i) => new ChartSlice(p.X, p.Y, Distinct(i)))];

    internal static IReadOnlyList<ChartSeries> OneSeries(string title, IReadOnlyList<ChartBar> bars) =>
        [new(title, [.. bars.Select(b => new ChartPoint(b.X, b.Y))])];

    // The default colours are shades of one purple that nobody can tell apart.
    private static ChartColor Distinct(int i) => (i % 6) switch
    {
        0 => ChartColor.CategoricalBlue,
        1 => ChartColor.CategoricalMarigold,
        2 => ChartColor.CategoricalTeal,
        3 => ChartColor.CategoricalPurple,
        4 => ChartColor.CategoricalLime,
        _ => ChartColor.CategoricalRed,
    };
}
