namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>What counts as a failure and as a major stop.</summary>
/// <param name="FailureCategories">Categories of stop reasons that are failures of the machine itself.</param>
internal sealed record DowntimeRules(IReadOnlyList<string> FailureCategories, TimeSpan Major)
{
    /// <summary>An unplanned stop shorter than this is a micro-stop.</summary>
    public TimeSpan Micro { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Planned stops are listed beside the unplanned ones. Default false.</summary>
    public bool ListsPlanned { get; init; }

    /// <summary>The reasons that are asked for by name; null: all.</summary>
    public IReadOnlyList<int>? Cause { get; init; }

    public bool IsCause(int? reasonId) => reasonId is { } id && Cause?.Contains(id) == true;

    public bool IsMicro(Sheets.SheetEpisode episode) => !episode.Planned && episode.Time.Ticks < Micro.Ticks;

    public bool IsFailure(BookedStop stop) =>
        !stop.Planned && stop.Category is { } category && FailureCategories.Contains(category, StringComparer.OrdinalIgnoreCase);
}

internal sealed record DowntimeFigures
{
    public required StopSum Unplanned { get; init; }
    public required StopSum Planned { get; init; }

    /// <summary>Unplanned before planned, each with the longest time first.</summary>
    public required IReadOnlyList<ReasonDowntime> Reasons { get; init; }

    public required IReadOnlyList<MachineDowntime> Machines { get; init; }

    /// <summary>The longest unplanned stop; a planned one where there is no other.</summary>
    public StopEpisode? Longest { get; init; }

    /// <summary>Unplanned stops at least as long as the limit, the longest first.</summary>
    public required IReadOnlyList<StopEpisode> Major { get; init; }

    public required int Failures { get; init; }

    /// <summary>The time of the failures and their number.</summary>
    public StopSum FailureSum => new(FailureTime, Failures);

    public required TimeSpan FailureTime { get; init; }

    /// <summary>Unplanned stops that are shorter than the limit for micro-stops; null where sheets were read, which do not count them apart.</summary>
    public StopSum? Micro { get; init; }

    /// <summary>The time and stops of the reasons asked for, by machine; empty where no reason was asked for.</summary>
    public IReadOnlyList<(int MachineId, StopSum Sum)> CauseMachines { get; init; } = [];

    /// <summary>Null without failures or run time.</summary>
    public TimeSpan? Mtbf { get; init; }

    /// <summary>Null without failures.</summary>
    public TimeSpan? Mttr { get; init; }

    /// <summary>MTBF over MTBF and MTTR together: the availability that failures alone would leave. Null without failures or run time.</summary>
    public decimal? InherentAvailability => Mtbf is { } between && Mttr is { } repair && between + repair > TimeSpan.Zero
        ? (decimal)between.Ticks / (between + repair).Ticks
        : null;

    public required TimeSpan WithoutReason { get; init; }

    /// <summary>Booked stops that reach into the time asked for.</summary>
    public required long Rows { get; init; }
}

/// <param name="Stops">Overlapping stops of one machine are one.</param>
internal readonly record struct StopSum(TimeSpan Time, int Stops)
{
    public static StopSum Of(IEnumerable<StopSum> sums) => sums.Aggregate(default(StopSum), (all, one) => new(all.Time + one.Time, all.Stops + one.Stops));
}

/// <param name="Reason">Null where none was given.</param>
/// <param name="Share">Of all planned or all unplanned time, from 0 to 1.</param>
/// <param name="Cumulative">The shares up to this one.</param>
/// <param name="Category">The kind of reason, for example "Breakdown".</param>
internal sealed record ReasonDowntime(string? Reason, bool Planned, TimeSpan Time, int Stops, decimal Share, decimal Cumulative, string? Category = null)
{
    public string Name => Reason ?? "no reason given";
}

internal sealed record MachineDowntime(int MachineId, StopSum Unplanned, StopSum Planned, StopSum Failures);

/// <summary>One standstill, from overlapping stops where there were several.</summary>
/// <param name="Reason">The stop with the longest part of it.</param>
internal sealed record StopEpisode(int MachineId, TimeSlice Time, BookedStop Reason);
