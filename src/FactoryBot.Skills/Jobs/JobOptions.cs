using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Jobs;

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Jobs that one host runs at the same time. Default 4, range 1 to 64.</summary>
    [Range(1, 64)]
    public int Concurrent { get; init; } = 4;

    /// <summary>Seconds after which a start that was missed, as no host ran, counts as late and its trigger's rule for that applies. Default
    /// 60, range 5 to 3,600.</summary>
    [Range(5, 3600)]
    public int LateSeconds { get; init; } = 60;

    /// <summary>Seconds between two signs of life of a host; a host that misses them loses its jobs to the others. Default 5, range 1 to 60.</summary>
    [Range(1, 60)]
    public int CheckInSeconds { get; init; } = 5;
}
