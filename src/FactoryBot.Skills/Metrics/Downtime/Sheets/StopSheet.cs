namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>The stops of one machine in one local day, or in a run of days, summed so that neighbouring sheets can be added: overlaps are
/// merged, and what reaches over a border is known as such.</summary>
/// <param name="Slices">Only those with stops. <see cref="SliceSheet.WholeDay"/> or a shift's id.</param>
internal sealed record StopSheet(IReadOnlyDictionary<int, SliceSheet> Slices);

/// <param name="Episodes">Standstills at least <see cref="Floor"/> long, and all that reach over a border of the days.</param>
/// <param name="Micro">Unplanned standstills below the limit for micro-stops, without those that reach over a border.</param>
/// <param name="Borders">Stops with time in these days that reach over a border of one of them.</param>
internal sealed record SliceSheet(
    Counted Rows,
    Counted Unplanned,
    Counted Planned,
    Counted Failures,
    long FailureTicks,
    StopSum Micro,
    IReadOnlyList<ReasonSum> Reasons,
    IReadOnlyList<BorderStop> Borders,
    IReadOnlyList<SheetEpisode> Episodes)
{
    /// <summary>No shift has this id.</summary>
    public const int WholeDay = int.MinValue;

    /// <summary>Shorter standstills are counted, not listed: a question that needs one reads the stops.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMinutes(60);
}

/// <param name="Carried">How many of them had begun before the first day, and so are counted there too.</param>
internal readonly record struct Counted(int Total, int Carried);

/// <param name="Stops">Without those of <see cref="SliceSheet.Borders"/>.</param>
internal readonly record struct ReasonSum(int? ReasonId, bool Planned, long Ticks, int Stops);

/// <summary>What tells one booked stop from all others of its machine.</summary>
internal readonly record struct StopKey(DateOnly Day, long StopId);

/// <param name="First">The first local day that the stop reaches into.</param>
internal sealed record BorderStop(StopKey Key, int? ReasonId, bool Planned, DateOnly First, DateOnly Last);

/// <param name="FromBefore">Began before the first day.</param>
/// <param name="Onward">Goes on after the last day.</param>
/// <param name="Parts">Whose time it is; only the largest part where it does not reach over a border.</param>
internal sealed record SheetEpisode(TimeSlice Time, bool Planned, bool FromBefore, bool Onward, IReadOnlyList<EpisodePart> Parts)
{
    public bool IsKept => IsBorder || Time.Ticks >= SliceSheet.Floor.Ticks;

    public bool IsBorder => FromBefore || Onward;

    /// <summary>The order in which the stops of an episode claim its time; the first of the largest names it.</summary>
    public EpisodePart Largest => Parts.Count == 1 ? Parts[0] : Parts.OrderBy(part => part.Start).ThenByDescending(part => part.End)
        .ThenBy(part => part.Reason, StringComparer.Ordinal).MaxBy(part => part.Ticks)!;
}

internal sealed record EpisodePart(StopKey Key, int? ReasonId, string? Reason, DateTimeOffset Start, DateTimeOffset End, long Ticks);
