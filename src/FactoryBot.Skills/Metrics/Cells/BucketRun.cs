namespace FactoryBot.Skills.Metrics.Cells;

internal enum Grain
{
    Day,
    Month,
    Quarter,
}

/// <summary>Neighbouring days, months or quarters that sums are kept of.</summary>
/// <param name="Before">The day after the last one.</param>
internal readonly record struct BucketRun(Grain Grain, DateOnly From, DateOnly Before)
{
    /// <summary>The days of a question as its whole quarters, the whole months beside them, and the days beside these; in order, none twice.</summary>
    public static IReadOnlyList<BucketRun> Of(FactFilter filter)
    {
        var end = filter.To.AddDays(1);
        var (months, quarters) = (filter.WholeMonths, filter.WholeQuarters);
        BucketRun[] all =
        [
            new(Grain.Day, filter.From, months.First),
            new(Grain.Month, months.First, quarters.First < months.After ? quarters.First : months.After),
            new(Grain.Quarter, quarters.First, quarters.After),
            new(Grain.Month, quarters.After, months.After),
            new(Grain.Day, months.After, end),
        ];
        return [.. all.Where(run => run.From < run.Before)];
    }
}
