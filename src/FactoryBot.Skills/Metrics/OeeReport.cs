using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;

namespace FactoryBot.Skills.Metrics;

/// <summary>An OEE question with all that its answer says: pure figures, from which words, card and data are made.</summary>
internal sealed record OeeReport
{
    public required PlantScope Scope { get; init; }
    public required OeeConvention Convention { get; init; }
    public required Period Period { get; init; }

    /// <summary>No period was asked for; the answer says which one was taken.</summary>
    public required bool PeriodIsDefault { get; init; }

    public required DateOnly Today { get; init; }
    public required OeeSums Sums { get; init; }
    public required OeeFigures Figures { get; init; }
    public required Period BeforePeriod { get; init; }
    public required OeeSums BeforeSums { get; init; }

    /// <summary>Null where the period before has no rows.</summary>
    public required OeeFigures? Before { get; init; }

    /// <summary>Days with rows, in order.</summary>
    public required IReadOnlyList<OeeDay> Trend { get; init; }

    /// <summary>What the figures themselves and the days say against them.</summary>
    public IReadOnlyList<string> Warnings => [.. Figures.Warnings.Select(OeeWarnings.Sentence), .. OeeWarnings.OfCounts(Scope.Phrase, Period, Sums), .. DayWarnings];

    /// <summary>Days without data, in the period or before it.</summary>
    public required IReadOnlyList<string> DayWarnings { get; init; }

    /// <summary>Change of OEE as a fraction: 0.021 is 2.1 points up. Null where one of the two is not computable.</summary>
    public decimal? Change => Figures.Oee - Before?.Oee;

    /// <param name="days">The days of the period and of the one before.</param>
    public static OeeReport Of(PlantAsked asked, IReadOnlyList<OeeDay> days)
    {
        var (plant, period, today) = (asked.Plant, asked.Period, asked.Asker.Today);
        var before = period.Before();
        var trend = days.Where(day => day.Day >= period.From && day.Day <= period.To).ToList();
        var sums = OeeSums.Of(trend.Select(day => day.Sums));
        var beforeSums = OeeSums.Of(days.Where(day => day.Day >= before.From && day.Day <= before.To).Select(day => day.Sums));
        var figures = ComputeOee.Of(sums);
        return new()
        {
            Scope = asked.Scope,
            Convention = asked.Convention,
            Period = period,
            PeriodIsDefault = asked.PeriodIsDefault,
            Today = today,
            Sums = sums,
            Figures = figures,
            BeforePeriod = before,
            BeforeSums = beforeSums,
            Before = beforeSums.Rows == 0 ? null : ComputeOee.Of(beforeSums),
            Trend = trend,
            DayWarnings = [.. OeeWarnings.OfDays(asked, before, trend, beforeSums, days)],
        };
    }
}
