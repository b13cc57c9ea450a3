using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Days of a period that are read by the same kind of sheet: whole quarters by those of quarters, what is left by those of months and days.</summary>
internal readonly record struct SheetRun(short Grain, DateOnly From, DateOnly To)
{
    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = From; day <= To; day = day.AddDays(1))
                yield return day;
        }
    }

    public DateOnly LastOf(DateOnly bucket) => LastOf(Grain, bucket);

    /// <summary>The first and last day of the sheet in which a day is.</summary>
    public (DateOnly First, DateOnly Last) BucketOf(DateOnly day) => (FirstOf(Grain, day), LastOf(FirstOf(Grain, day)));

    /// <summary>The last day of the sheet of this grain that begins then.</summary>
    public static DateOnly LastOf(short grain, DateOnly bucket) => After(grain, bucket).AddDays(-1);

    /// <summary>The first day of the sheet of this grain in which a day is.</summary>
    public static DateOnly FirstOf(short grain, DateOnly day) => grain switch
    {
        SheetStore.DayGrain => day,
        SheetStore.MonthGrain => new(day.Year, day.Month, 1),
        _ => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
    };

    /// <summary>The days of this run, by day, in whose sheets any of the marks lies.</summary>
    public SheetRun Within(IEnumerable<StopMark> marks)
    {
        var (first, last) = (To, From);
        foreach (var mark in marks)
        {
            if (!mark.Touches(From, To))
                continue;
            first = mark.First < first ? mark.First : first;
            last = mark.Last > last ? mark.Last : last;
        }

        return new(SheetStore.DayGrain, BucketOf(first > From ? first : From).First, BucketOf(last < To ? last : To).Last);
    }

    public static IEnumerable<SheetRun> Of(Period period) => Of(SheetStore.QuarterGrain, period.From, period.To);

    private static IEnumerable<SheetRun> Of(short grain, DateOnly from, DateOnly to)
    {
        if (from > to)
            yield break;
        var begun = FirstOf(grain, from);
        var (first, after) = (begun == from ? from : After(grain, begun), FirstOf(grain, to.AddDays(1)));
        if (grain > SheetStore.DayGrain)
        {
            foreach (var run in Of((short)(grain - 1), from, first < after ? first.AddDays(-1) : to))
                yield return run;
        }

        if (first >= after)
            yield break;
        yield return new(grain, first, after.AddDays(-1));
        foreach (var run in Of((short)(grain - 1), after, to))
            yield return run;
    }

    private static DateOnly After(short grain, DateOnly first) => grain switch
    {
        SheetStore.DayGrain => first.AddDays(1),
        SheetStore.MonthGrain => first.AddMonths(1),
        _ => first.AddMonths(3),
    };
}
