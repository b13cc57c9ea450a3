using System.Globalization;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>A chart that Teams draws itself. Teams prints no values on most of them, other clients draw the fallback, which is made
/// from the same data; so the card says the message in words as well.</summary>
public abstract record Chart : CardElement
{
    /// <summary>Read by screen readers; only a gauge draws it.</summary>
    public required string Title { get; init; }

    public bool? ShowTitle { get; init; }

    public bool? ShowLegend { get; init; }

    public ChartColorSet? ColorSet { get; init; }

    public string? MaxWidth { get; init; }

    /// <summary>The data in the one form that fallbacks and other channels draw from.</summary>
    internal abstract IReadOnlyList<ChartSeries> Series();

    [JsonIgnore]
    internal virtual string? Unit => null;

    protected override CardElement? OwnFallback() => ChartFallback.Of(this);
}

/// <summary>A chart with two axes.</summary>
public abstract record AxisChart : Chart
{
    public string? XAxisTitle { get; init; }

    /// <summary>What is measured and its unit, for example "OEE %".</summary>
    public string? YAxisTitle { get; init; }

    internal override string? Unit => YAxisTitle;
}

/// <summary>A named row of points.</summary>
public sealed record ChartSeries(string Legend, IReadOnlyList<ChartPoint> Values, ChartColor? Color = null)
{
    private const int MostLabels = 10;

    /// <summary>Leaves out the points that have no value: a client would draw them as 0.</summary>
    public static ChartSeries Of(string legend, IEnumerable<(string X, double? Y)> points, ChartColor? color = null) =>
        new(legend, ChartPoint.Known(points), color);

    /// <summary>Points by day. Few of them are named below the axis each; many are put on an axis of time, whose labels Teams
    /// writes out in full and cuts off.</summary>
    public static ChartSeries Of(string legend, IEnumerable<(DateOnly Day, double? Y)> points, ChartColor? color = null)
    {
        var days = points.ToList();
        var labels = days.Count <= MostLabels ? Short([.. days.Select(p => p.Day)]) : [.. days.Select(p => DateInput.Day(p.Day))];
        return Of(legend, days.Select((p, i) => (labels[i], p.Y)), color);
    }

    // "9 Nov", "10", "11": five characters are all that a client draws below a narrow chart.
    private static List<string> Short(DateOnly[] days)
    {
        var labels = new List<string>();
        foreach (var (i, day) in days.Index())
        {
            var number = day.Day.ToString(CultureInfo.InvariantCulture);
            var sameMonth = i > 0 && days[i - 1].Month == day.Month;
            labels.Add(sameMonth && !labels.Contains(number) ? number : day.ToString("d MMM", CultureInfo.InvariantCulture));
        }
        return labels;
    }
}

/// <param name="X">A category, or a day as yyyy-MM-dd; nothing else is read as a date.</param>
public sealed record ChartPoint(string X, double Y)
{
    internal static ChartPoint[] Known(IEnumerable<(string X, double? Y)> points) =>
        [.. points.Where(p => p.Y is { } y && double.IsFinite(y)).Select(p => new ChartPoint(p.X, Math.Round(p.Y!.Value, 4)))];
}

public sealed record ChartBar(string X, double Y, ChartColor? Color = null);

public sealed record ChartSlice(string Legend, double Value, ChartColor? Color = null);
