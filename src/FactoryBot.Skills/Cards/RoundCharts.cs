using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>Shares of a whole. No client prints the numbers: put them in a table or facts beside it.</summary>
public abstract record SliceChart : Chart
{
    public required IReadOnlyList<ChartSlice> Data { get; init; }

    internal override IReadOnlyList<ChartSeries> Series() =>
        [new(Title, [.. Data.Select(s => new ChartPoint(s.Legend, s.Value))])];
}

public sealed record DonutChart : SliceChart
{
    /// <summary>Stands in the hole.</summary>
    public string? Value { get; init; }
}

public sealed record PieChart : SliceChart;

/// <summary>One value on a scale.</summary>
public sealed record GaugeChart : Chart
{
    public required double Value { get; init; }
    public double Min { get; init; }
    public required double Max { get; init; }
    public IReadOnlyList<GaugeSegment>? Segments { get; init; }

    /// <summary>Percentage or Fraction.</summary>
    public string? ValueFormat { get; init; }
    public string? SubLabel { get; init; }

    /// <summary>A percentage. The scale grows with a value above 100, which a client would cut off without a word.</summary>
    public static GaugeChart Percent(string title, double value, params IReadOnlyList<GaugeSegment> segments) => new()
    {
        Title = title,
        Value = Math.Round(value, 1),
        Max = Math.Max(100, Math.Ceiling(value)),
        Segments = segments.Count == 0 ? null : segments,
        ValueFormat = "Percentage",
    };

    internal override IReadOnlyList<ChartSeries> Series() => [new(Title, [new(SubLabel ?? Title, Value)])];
}

/// <param name="Size">In the unit of the scale.</param>
public sealed record GaugeSegment(string Legend, double Size, ChartColor Color);
