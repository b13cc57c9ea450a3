namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Finds the shift and the production day that a moment belongs to.</summary>
internal static class Placing
{
    private const string AllDay = "All day";

    /// <summary>By the calendar of the line, else by the usual hours of the site's shifts, else the whole day: a plant without shifts
    /// has one from midnight to midnight.</summary>
    public static (int ShiftId, DateOnly Day) Of(MasterData master, PlantMachine machine, DateTimeOffset moment)
    {
        var line = master.LineOf(machine);
        var local = TimeZoneInfo.ConvertTime(moment, master.ZoneOf(machine)).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        for (var begins = day; begins >= day.AddDays(-1); begins = begins.AddDays(-1))
        {
            foreach (var shift in master.ShiftsOn(line, begins))
            {
                if (moment >= shift.Whole.From && moment < shift.Whole.To)
                    return (shift.ShiftId, shift.Day);
            }
        }

        // In the order of their numbers, as the list holds them.
        foreach (var shift in master.Shifts.All)
        {
            if (shift.SiteId != line.SiteId || shift.Name == AllDay)
                continue;
            if (shift.Ends > shift.Starts ? time >= shift.Starts && time < shift.Ends : time >= shift.Starts)
                return (shift.Id, day);
            if (shift.Ends <= shift.Starts && time < shift.Ends)
                return (shift.Id, day.AddDays(-1));
        }

        return (Whole(master, line.SiteId).Id, day);
    }

    public static PlantShift? Named(MasterData master, PlantMachine machine, string name)
    {
        var site = master.LineOf(machine).SiteId;
        return master.Shifts.All.FirstOrDefault(shift => shift.SiteId == site && NearestNames.Same(name, shift.Name, shift.Aliases));
    }

    public static PlantShift Whole(MasterData master, int siteId) =>
        master.Shifts.All.FirstOrDefault(shift => shift.SiteId == siteId && shift.Name == AllDay)
        ?? master.Shifts.Add(id => new(id, siteId, AllDay, [], TimeOnly.MinValue, TimeOnly.MinValue));
}
