using System.ComponentModel.DataAnnotations;

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

    /// <summary>Seconds after which the data version is read again even if no load was announced; a safety net for a lost
    /// notification. Default 30, 0 (at each question) to 3,600.</summary>
    [Range(0, 3_600)]
    public int PlantMaxAgeSeconds { get; set; } = 30;

    /// <summary>Minutes from which an unplanned stop is listed as a major one. Default 120, 1 to 10,080.</summary>
    [Range(1, 10_080)]
    public int MajorStopMinutes { get; set; } = 120;

    /// <summary>Categories of stop reasons that are failures of the machine, for MTBF and MTTR. Upper and lower case do not matter.
    /// Default: none named, which stands for "Breakdown".</summary>
    public string[] FailureCategories { get; set; } = [];
}
