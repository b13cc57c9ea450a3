using FactoryBot.Skills.Metrics.Plan;

namespace FactoryBot.Skills.Metrics;

/// <summary>What a question is about: a machine, a line, a site or the whole plant, on all shifts or one.</summary>
internal sealed record PlantScope
{
    public PlantMachine? Machine { get; init; }
    public PlantLine? Line { get; init; }
    public PlantSite? Site { get; init; }

    /// <summary>Null: all products.</summary>
    public PlantProduct? Product { get; init; }

    /// <summary>Null: whatever was made for any work order, or for none.</summary>
    public FoundOrder? Order { get; init; }

    /// <summary>Null: whatever the reason of a stop.</summary>
    public PlantCause? Cause { get; init; }

    /// <summary>Null: whatever is wrong with the parts.</summary>
    public PlantDefect? Defect { get; init; }

    /// <summary>The shift as the data spells it; null: all shifts.</summary>
    public string? Shift { get; init; }

    /// <summary>Null: all machines.</summary>
    public int[]? MachineIds { get; init; }

    /// <summary>All machines of the line or site, or of the line that a work order was given to. The same as <see cref="MachineIds"/> as long as nobody narrows these.</summary>
    public int[]? PlaceIds { get; init; }

    /// <summary>Null: all shifts. More than one where sites have a shift of the same name.</summary>
    public int[]? ShiftIds { get; init; }

    public string Name => Machine?.Name ?? Line?.Name ?? Site?.Name ?? OrderName ?? "the whole plant";

    /// <summary>"work order WO-1004"; null where none was asked for.</summary>
    public string? OrderName => Order is null ? null : $"work order {Order.Number}";

    /// <summary>The rows of these days that the question is about.</summary>
    public FactFilter Over(DateOnly from, DateOnly to) => new(from, to, MachineIds, ShiftIds, Product?.Id)
    {
        LineId = IsWholePlace ? Line?.Id : null,
        SiteId = IsWholePlace && Line is null ? Site?.Id : null,
        WorkOrderId = Order?.Id,
    };

    private bool IsWholePlace => Machine is null && PlaceIds is not null && ReferenceEquals(MachineIds, PlaceIds);

    public bool IsWholePlant => Machine is null && Line is null && Site is null;

    /// <summary>"Assembly-001 on the night shift".</summary>
    public string Phrase => (Product is null ? "" : $"{Product.Name} on ") + (OrderName is { } order && !IsWholePlant ? $"{order} on " : "")
        + (Shift is null ? Name : $"{Name} on the {ShiftName(Shift)}");

    /// <summary>The same, of one work order: its line's machines are the ones that its data depends on.</summary>
    public PlantScope Of(FoundOrder order, PlantData plant) => this with
    {
        Order = order,
        PlaceIds = PlaceIds ?? [.. plant.Machines.Where(machine => machine.LineId == order.LineId).Select(machine => machine.Id)],
    };

    /// <summary>" for Changeover", to stand behind a figure; nothing where all stop reasons are asked for.</summary>
    public string ForCause => Cause is null ? "" : $" for {Cause.Name}";

    public static string ShiftName(string shift) =>
        shift.EndsWith("shift", StringComparison.OrdinalIgnoreCase) ? shift : shift.ToLowerInvariant() + " shift";
}

/// <summary>One stop reason, or all of a kind.</summary>
internal sealed record PlantCause(string Name, IReadOnlyList<int> ReasonIds);
