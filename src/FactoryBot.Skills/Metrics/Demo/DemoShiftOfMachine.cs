namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>One machine in one shift of one day (counted from 1).</summary>
internal sealed record DemoShiftOfMachine(DateOnly Date, int Day, int Days, DemoMachine Machine, DemoShift Shift, TimeZoneInfo Zone)
{
    /// <summary>The instant at which the shift begins and its true length, which a clock change inside it alters.</summary>
    public (DateTimeOffset Begin, int Seconds) Bounds()
    {
        var begin = Instant(Date.ToDateTime(Shift.Starts));
        var lastDay = Shift.Ends > Shift.Starts ? Date : Date.AddDays(1);
        return (begin, (int)(Instant(lastDay.ToDateTime(Shift.Ends)) - begin).TotalSeconds);
    }

    private DateTimeOffset Instant(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, Zone), TimeSpan.Zero);
}
