using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>The machines of a question, with the clock of each and the slice of a day that is asked for.</summary>
internal sealed class StopPlaces
{
    private readonly PlantData plant;
    private readonly IReadOnlyList<PlantMachine> machines;
    private readonly int[]? shiftIds;
    private readonly Dictionary<int, SheetClock> clocks;
    private readonly Dictionary<int, int> slices;

    private StopPlaces(PlantData plant, IReadOnlyList<PlantMachine> machines, int[]? shiftIds)
    {
        (this.plant, this.machines, this.shiftIds) = (plant, machines, shiftIds);
        var lines = plant.Lines.ToDictionary(line => line.Id, line => line.SiteId);
        var bySite = plant.Sites.ToDictionary(site => site.Id, site => SheetClock.Of(plant, site));
        clocks = machines.ToDictionary(machine => machine.Id, machine => bySite[lines[machine.LineId]]);
        var shifts = bySite.ToDictionary(site => site.Key, site => site.Value.Shifts.Where(shift => shiftIds?.Contains(shift.Id) == true).Select(shift => shift.Id).ToList());
        HaveOneSlice = shiftIds is null || shifts.Values.All(ids => ids.Count <= 1);
        MachineIds = [.. machines.Where(machine => shiftIds is null || shifts[lines[machine.LineId]].Count > 0).Select(machine => machine.Id)];
        var lineOf = machines.ToDictionary(machine => machine.Id, machine => machine.LineId);
        slices = MachineIds.Where(_ => HaveOneSlice).ToDictionary(
            id => id, id => shiftIds is null ? SliceSheet.WholeDay : shifts[lines[lineOf[id]]][0]);
    }

    public static StopPlaces Of(PlantData plant, PlantScope place) =>
        new(plant, [.. plant.Machines.Where(machine => place.MachineIds?.Contains(machine.Id) != false)], place.ShiftIds);

    /// <summary>False where a site is asked for several of its shifts at once, which no sheet holds.</summary>
    public bool HaveOneSlice { get; }

    /// <summary>Machines on a shift that is asked for.</summary>
    public int[] MachineIds { get; }

    public bool Has(int machineId) => slices.ContainsKey(machineId);

    public int SliceOf(int machineId) => slices[machineId];

    public SheetClock ClockOf(int machineId) => clocks[machineId];

    /// <summary>The instants that the period stands for, at each machine.</summary>
    public Dictionary<int, IReadOnlyList<TimeSlice>> Times(Period period)
    {
        var bySite = plant.Sites.ToDictionary(site => site.Id, site => LocalTime.Of(
            period,
            SiteZone.Of(site),
            shiftIds is null ? null : [.. plant.Shifts.Where(shift => shift.SiteId == site.Id && shiftIds.Contains(shift.Id))]));
        return machines.ToDictionary(machine => machine.Id, machine => bySite[plant.LineOf(machine).SiteId]);
    }
}
