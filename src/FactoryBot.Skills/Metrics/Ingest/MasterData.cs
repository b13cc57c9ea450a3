using FactoryBot.Skills.Metrics.Calendar;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>The names of a plant while rows come in: what is found by name, and what is made on the way. Written back by
/// <see cref="MasterStore"/>.</summary>
internal sealed class MasterData
{
    private readonly Dictionary<(int LineId, DateOnly Day), IReadOnlyList<PlannedShift>> planned = [];
    private readonly Dictionary<string, TimeZoneInfo> zones = new(StringComparer.Ordinal);

    public NameList<PlantSite> Sites { get; } = new(site => site.Id, site => site.Name, site => site.Aliases);
    public NameList<PlantLine> Lines { get; } = new(line => line.Id, line => line.Name, line => line.Aliases);
    public NameList<PlantMachine> Machines { get; } = new(machine => machine.Id, machine => machine.Name, machine => machine.Aliases);
    public NameList<PlantShift> Shifts { get; } = new(shift => shift.Id, shift => shift.Name, shift => shift.Aliases);
    public NameList<StopReason> Reasons { get; } = new(reason => reason.Id, reason => reason.Name, _ => []);
    public NameList<NamedId> Defects { get; } = new(defect => defect.Id, defect => defect.Name, _ => []);
    public NameList<Product> Products { get; } = new(product => product.Id, product => product.Name, product => product.Aliases);
    public NameList<WorkOrder> Orders { get; } = new(order => order.Id, order => order.Number, _ => []);

    public Dictionary<string, int> ReasonCodes { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, int> NewReasonCodes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Seconds of one piece by product and machine; machine 0: every machine.</summary>
    public Dictionary<(int ProductId, int MachineId), decimal> Cycles { get; } = [];
    public Dictionary<(int ProductId, int MachineId), decimal> NewCycles { get; } = [];

    public ShiftCalendar Calendar
    {
        get;
        set
        {
            field = value;
            planned.Clear();
        }
    } = ShiftCalendar.Empty;

    /// <summary>Days that facts come in for; the calendar table of the star schema needs each.</summary>
    public HashSet<DateOnly> Days { get; } = [];

    public bool HasChanged =>
        Sites.HasChanged || Lines.HasChanged || Machines.HasChanged || Shifts.HasChanged || Reasons.HasChanged || Defects.HasChanged
        || Products.HasChanged || Orders.HasChanged || NewReasonCodes.Count > 0 || NewCycles.Count > 0;

    /// <summary>The planned shifts of a line that begin on a day; worked out once, because most rows of a batch are of the same few days.</summary>
    public IReadOnlyList<PlannedShift> ShiftsOn(PlantLine line, DateOnly day)
    {
        if (!planned.TryGetValue((line.Id, day), out var shifts))
            planned[(line.Id, day)] = shifts = Calendar.On(line.SiteId, line.Id, day, Downtime.SiteZone.Of(Sites.Get(line.SiteId)));
        return shifts;
    }

    public PlantLine LineOf(PlantMachine machine) => Lines.Get(machine.LineId);

    public PlantSite SiteOf(PlantMachine machine) => Sites.Get(LineOf(machine).SiteId);

    /// <summary>Looked up once: finding a zone by its name costs more than all else that is done for a row.</summary>
    public TimeZoneInfo ZoneOf(PlantMachine machine)
    {
        var site = SiteOf(machine);
        if (!zones.TryGetValue(site.TimeZone, out var zone))
            zones[site.TimeZone] = zone = Downtime.SiteZone.Of(site);
        return zone;
    }

    /// <summary>The ideal time of one piece: of the product on the machine, of the product, of the machine.</summary>
    public decimal Ideal(PlantMachine machine, int? productId) =>
        productId is { } id && Cycles.TryGetValue((id, machine.Id), out var own) ? own
        : productId is { } product && Cycles.TryGetValue((product, 0), out var any) ? any
        : machine.IdealCycleSeconds;

    public void SetCycle(int productId, int machineId, decimal seconds)
    {
        if (Cycles.TryGetValue((productId, machineId), out var known) && known == seconds)
            return;
        Cycles[(productId, machineId)] = seconds;
        NewCycles[(productId, machineId)] = seconds;
    }

    public void SetCode(string code, int reasonId)
    {
        if (ReasonCodes.TryGetValue(code, out var known) && known == reasonId)
            return;
        ReasonCodes[code] = reasonId;
        NewReasonCodes[code] = reasonId;
    }
}

internal sealed record StopReason(int Id, string Name, string Category, bool Planned);

internal sealed record NamedId(int Id, string Name);

internal sealed record Product(int Id, string Name, string[] Aliases);

internal sealed record WorkOrder(int Id, string Number, int LineId, int ProductId, DateOnly StartsOn, DateOnly DueOn, int Quantity);
