using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics;

/// <summary>A trend with as many points as a chart can show: days, and for long periods weeks or months, each rolled up from
/// its own sums.</summary>
internal sealed record OeeTrend(string Title, IReadOnlyList<OeeTrendPoint> Points)
{
    private const int MostDays = 62;
    private const int MostWeeks = 400;

    public static OeeTrend Of(IReadOnlyList<OeeDay> days)
    {
        var span = days.Count == 0 ? 0 : days[^1].Day.DayNumber - days[0].Day.DayNumber + 1;
        var grain = span <= MostDays ? Grain.Day : span <= MostWeeks ? Grain.Week : Grain.Month;
        var points = days
            .GroupBy(day => PeriodWords.StartOf(grain, day.Day))
            .Select(part => new OeeTrendPoint(part.Key, ComputeOee.Of(OeeSums.Of(part.Select(day => day.Sums))).Oee));
        return new($"OEE % per {PeriodWords.Name(grain)}", [.. points]);
    }
}

internal sealed record OeeTrendPoint(DateOnly From, decimal? Oee)
{
    public double? Percent => Oee is { } oee ? (double)Math.Round(oee * 100, 2) : null;
}
