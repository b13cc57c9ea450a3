using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Days of a period that are read by the same kind of sheet: whole months by those of months, what is left by those of days.</summary>
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

    public DateOnly LastOf(DateOnly bucket) => Grain == SheetStore.DayGrain ? bucket : bucket.AddMonths(1).AddDays(-1);

    /// <summary>The first and last day of the sheet in which a day is.</summary>
    public (DateOnly First, DateOnly Last) BucketOf(DateOnly day) =>
        Grain == SheetStore.DayGrain ? (day, day) : (new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

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

    public static IEnumerable<SheetRun> Of(Period period)
    {
        var firstMonth = period.From.Day == 1 ? period.From : new DateOnly(period.From.Year, period.From.Month, 1).AddMonths(1);
        var afterMonths = period.To.AddDays(1).Day == 1 ? period.To.AddDays(1) : new DateOnly(period.To.Year, period.To.Month, 1);
        if (firstMonth >= afterMonths)
        {
            yield return new(SheetStore.DayGrain, period.From, period.To);
            yield break;
        }

        if (period.From < firstMonth)
            yield return new(SheetStore.DayGrain, period.From, firstMonth.AddDays(-1));
        yield return new(SheetStore.MonthGrain, firstMonth, afterMonths.AddDays(-1));
        if (afterMonths <= period.To)
            yield return new(SheetStore.DayGrain, afterMonths, period.To);
    }
}
