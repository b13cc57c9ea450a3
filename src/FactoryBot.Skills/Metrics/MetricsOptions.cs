using System.ComponentModel.DataAnnotations;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Plan;

namespace FactoryBot.Skills.Metrics;

/// <summary>Settings of the metrics skill, section <c>Metrics</c>.</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Days up to the last day with data that an answer covers when no period was asked for. Default 7, 1 to 366.</summary>
    [Range(1, 366)]
    public int DefaultDays { get; set; } = 7;

    /// <summary>Answers kept in memory over all tenants; 0 computes each one anew. Default 10,000, 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int CachedAnswers { get; set; } = 10_000;

    /// <summary>Machines times days up to which an answer's data is held against the catalogue of data checks; wider answers warn of what the
    /// kept sums show, and "what is wrong with the data" tells the rest. Default 2,000, 0 (never) to 100,000.</summary>
    [Range(0, 100_000)]
    public int CheckedMachineDays { get; set; } = 2_000;

    /// <summary>Seconds after which the data version is read again even if no load was announced; a safety net for a lost
    /// notification. Default 30, 0 (at each question) to 3,600.</summary>
    [Range(0, 3_600)]
    public int PlantMaxAgeSeconds { get; set; } = 30;

    /// <summary>Minutes from which an unplanned stop is listed as a major one. Default 120, 1 to 10,080.</summary>
    [Range(1, 10_080)]
    public int MajorStopMinutes { get; set; } = 120;

    /// <summary>Minutes below which an unplanned stop is a micro-stop. Default 5, 1 to 60.</summary>
    [Range(1, 60)]
    public int MicroStopMinutes { get; set; } = 5;

    /// <summary>Categories of stop reasons that are failures of the machine, for MTBF and MTTR. Upper and lower case do not matter.
    /// Default: none named, which stands for "Breakdown".</summary>
    public string[] FailureCategories { get; set; } = [];

    /// <summary>Whether a demo plant gets the days that have passed since it was loaded, at the start and each hour. A tenant with data of its own
    /// never does. Default true.</summary>
    public bool DemoGrows { get; set; } = true;

    /// <summary>How pieces that pass several machines of a line count for its work order. Default Fewest: as many as the machine that made the
    /// fewest; Sum: what the machines made together.</summary>
    public OrderCounting OrderCounting { get; set; } = OrderCounting.Fewest;

    /// <summary>The form of OEE for tenants that have chosen none. Default Standard (ISO 22400-2: planned stops are taken out of the planned
    /// time); Strict: they are losses.</summary>
    public OeeForm OeeForm { get; set; } = OeeForm.Standard;

    /// <summary>Categories of stop reasons that are breaks, for tenants that count breaks otherwise than they are booked. Default: none named,
    /// which stands for "Break".</summary>
    public string[] BreakCategories { get; set; } = [];

    /// <summary>Categories of stop reasons that are set-up. Default: none named, which stands for "Set-up", "Setup" and "Changeover".</summary>
    public string[] SetUpCategories { get; set; } = [];

    /// <summary>Categories of stop reasons that are planned maintenance. Default: none named, which stands for "Maintenance" and "Planned
    /// maintenance".</summary>
    public string[] MaintenanceCategories { get; set; } = [];

    internal IReadOnlyList<string> Breaks => BreakCategories is { Length: > 0 } own ? own : ["Break"];

    internal IReadOnlyList<string> SetUps => SetUpCategories is { Length: > 0 } own ? own : ["Set-up", "Setup", "Changeover"];

    internal IReadOnlyList<string> Maintenances => MaintenanceCategories is { Length: > 0 } own ? own : ["Maintenance", "Planned maintenance"];
}
