using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>All the time that machines have in a period, with the clock changes of their sites.</summary>
internal static class CalendarTime
{
    /// <summary>Seconds of the machines that ever had data, from midnight to midnight; for a shift the hours of that shift.</summary>
    public static (long Seconds, int Machines) Of(PlantData plant, PlantScope scope, Period period)
    {
        var machines = plant.Machines.Where(m => m.FirstDay is not null && (scope.MachineIds is null || scope.MachineIds.Contains(m.Id))).ToList();
        var seconds = machines.GroupBy(machine => plant.LineOf(machine).SiteId).Sum(site => site.Count() * OfSite(site.Key));
        return (seconds, machines.Count);

        long OfSite(int siteId)
        {
            var shifts = scope.ShiftIds is { } ids ? plant.Shifts.Where(s => s.SiteId == siteId && ids.Contains(s.Id)).ToList() : null;
            var zone = SiteZone.Of(plant.Sites.First(s => s.Id == siteId));
            return LocalTime.Of(period, zone, shifts).Sum(slice => slice.Ticks) / TimeSpan.TicksPerSecond;
        }
    }

    /// <summary>The days of the period that data can be there for: a day that is still to come is no idle one.</summary>
    public static Period Elapsed(Period period, PlantData plant)
    {
        var from = period.From < plant.FirstDay ? plant.FirstDay.Value : period.From;
        var to = period.To > plant.LastDay ? plant.LastDay.Value : period.To;
        return to < from ? period : period with { From = from, To = to };
    }
}
