using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Trend;

/// <summary>A figure by day, with what statistics say of it.</summary>
internal sealed record TrendReport
{
    // In the unit that is shown: a point of a ratio is nothing that anybody would call unusual.
    private const double NegligiblePoints = 1;
    private const double NegligibleShare = 0.02;

    public required PlantAsked Asked { get; init; }
    public required Measure Measure { get; init; }

    /// <summary>Days with the figure, in order; values as they are drawn.</summary>
    public required IReadOnlyList<(DateOnly Day, double Value)> Days { get; init; }

    public required TrendStatistics Statistics { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required long Rows { get; init; }

    /// <summary>Of the whole period, from its sums and not from the days.</summary>
    public required decimal? Whole { get; init; }

    /// <summary>The days asked for are too few for a trend and are held against those before them.</summary>
    public bool IsHeldAgainst => Asked.Period.Days < TrendStatistics.LeastDays && !IsShort;

    public bool IsShort => Days.Count < TrendStatistics.LeastDays;

    public static TrendStatistics StatisticsOf(Measure measure, IReadOnlyList<(DateOnly Day, double Value)> days)
    {
        var negligible = measure.Unit == MeasureUnit.Ratio || days.Count == 0 ? NegligiblePoints : days.Average(day => Math.Abs(day.Value)) * NegligibleShare;
        return TrendStatistics.Of([.. days.Select(day => day.Day.DayNumber - days[0].Day.DayNumber)], [.. days.Select(day => day.Value)], negligible);
    }
}
