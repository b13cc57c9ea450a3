using System.Globalization;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>A question for downtime with all that its answer says.</summary>
/// <param name="Before">Null where the period before has no production.</param>
/// <param name="DayWarnings">Days without production data.</param>
internal sealed record DowntimeReport(
    PlantAsked Asked, DowntimeRules Rules, OeeSums Production, DowntimeFigures Figures, DowntimeFigures? Before, IReadOnlyList<string> DayWarnings)
{
    private const decimal Jump = 0.25m;

    /// <summary>What the reason that was asked for took; null where none was.</summary>
    public CauseDowntime? Cause { get; } = CauseDowntime.In(Asked, Figures, Before);

    /// <summary>The longest standstill for the reason asked for; where none is asked for, of all. Null where it was not looked for.</summary>
    public StopEpisode? Longest { get; init; } = Asked.Scope.Cause is null ? Figures.Longest : Figures.Major.FirstOrDefault(stop => Asked.Scope.Cause.ReasonIds.Contains(stop.Reason.ReasonId ?? -1));

    public IReadOnlyList<string> Warnings => [.. OwnWarnings, .. DayWarnings];

    /// <summary>What the stops themselves say against the figures.</summary>
    public IReadOnlyList<string> OwnWarnings => [.. Own()];

    public string MachineName(int id) => Asked.Plant.Machines.First(machine => machine.Id == id).Name;

    /// <summary>When a stop began, on the clock of its site.</summary>
    public DateTimeOffset Local(StopEpisode stop)
    {
        var machine = Asked.Plant.Machines.First(m => m.Id == stop.MachineId);
        return TimeZoneInfo.ConvertTime(stop.Time.From, SiteZone.Of(Asked.Plant, machine));
    }

    private IEnumerable<string> Own()
    {
        var all = Figures.Unplanned.Time + Figures.Planned.Time;
        if (Figures.WithoutReason > TimeSpan.Zero)
            yield return $"{DowntimeText.Hours(Figures.WithoutReason)} of {DowntimeText.Hours(all)} have no reason.";
        if (Before is not null && (PlannedShare(Before), PlannedShare(Figures)) is ({ } before, { } now) && Math.Abs(now - before) > Jump)
        {
            yield return $"The planned share of the downtime went from {OeeText.Percent(before)} to {OeeText.Percent(now)} against {Asked.Period.Before().Words}; "
                + "stops may be booked in another way since.";
        }

        if (Production.Rows == 0)
            yield return "No production is recorded beside these stops, so MTBF cannot be computed.";
        var booked = TimeSpan.FromSeconds(Math.Max(0, Production.PlannedSeconds - Production.RunSeconds));
        if (Production.Rows > 0 && (booked - Figures.Unplanned.Time).Duration() > Tolerance(booked))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The production data shows {DowntimeText.Hours(booked)} lost, the stops {DowntimeText.Hours(Figures.Unplanned.Time)}: some are not booked, or booked twice.");
        }
    }

    // Null where there is too little downtime for a share to mean anything.
    private static decimal? PlannedShare(DowntimeFigures figures)
    {
        var all = figures.Planned.Time + figures.Unplanned.Time;
        return all < TimeSpan.FromHours(2) ? null : (decimal)figures.Planned.Time.Ticks / all.Ticks;
    }

    // Minor differences come from rounding of what plants book in minutes.
    private static TimeSpan Tolerance(TimeSpan booked) => TimeSpan.FromMinutes(5) + booked * 0.02;
}
