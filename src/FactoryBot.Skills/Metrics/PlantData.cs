using FactoryBot.Skills.Metrics.Conventions;

namespace FactoryBot.Skills.Metrics;

internal sealed record PlantSite(int Id, string Name, string[] Aliases, string TimeZone);

internal sealed record PlantLine(int Id, int SiteId, string Name, string[] Aliases);

internal sealed record PlantMachine(int Id, int LineId, string Name, string[] Aliases, decimal IdealCycleSeconds, DateOnly? FirstDay, DateOnly? LastDay);

internal sealed record PlantShift(int Id, int SiteId, string Name, string[] Aliases, TimeOnly Starts, TimeOnly Ends);

internal sealed record PlantProduct(int Id, string Name, string[] Aliases);

internal sealed record PlantReason(int Id, string Name, string Category, bool Planned);

internal sealed record PlantDefect(int Id, string Name);

/// <summary>What is known of a tenant's plant without asking for facts: its names, how far its data reaches and which load
/// it comes from. Small, kept in memory, replaced as a whole when data is loaded.</summary>
internal sealed record PlantData
{
    /// <summary>0: nothing was ever loaded.</summary>
    public required long Version { get; init; }

    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>What the last load was, for example "Demo plant, 30 days".</summary>
    public string? What { get; init; }

    public DateOnly? FirstDay { get; init; }
    public DateOnly? LastDay { get; init; }
    public long ProductionRows { get; init; }

    /// <summary>Counts have come in from which production has not been derived yet.</summary>
    public bool IsUnsettled { get; init; }

    /// <summary>How the tenant counts OEE; null where it has chosen nothing.</summary>
    public OeeConvention? Convention { get; init; }

    public required IReadOnlyList<PlantSite> Sites { get; init; }
    public required IReadOnlyList<PlantLine> Lines { get; init; }
    public required IReadOnlyList<PlantMachine> Machines { get; init; }
    public required IReadOnlyList<PlantShift> Shifts { get; init; }
    public required IReadOnlyList<PlantProduct> Products { get; init; }

    /// <summary>Why machines stand still, as the tenant books it.</summary>
    public IReadOnlyList<PlantReason> Reasons { get; init; } = [];

    public IReadOnlyList<PlantDefect> Defects { get; init; } = [];

    /// <summary>What the numbers of the latest work orders begin with, "WO-"; empty where they are numbers alone.</summary>
    public IReadOnlyList<string> OrderSeries { get; init; } = [];

    public PlantLine LineOf(PlantMachine machine) => Lines.First(line => line.Id == machine.LineId);

    public PlantSite SiteOf(PlantLine line) => Sites.First(site => site.Id == line.SiteId);
}
