using FactoryBot.Skills.Metrics.Cells;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Why the OEE of one place differs from that of others in the same time: each list of effects adds up to the difference (or, the
/// reasons, to the effect of availability).</summary>
internal sealed record DifferenceReport
{
    public required PlantAsked Asked { get; init; }

    /// <summary>"Packaging-001", "night shift".</summary>
    public required string Name { get; init; }

    /// <summary>"Line 1", "the other 3 machines together".</summary>
    public required string Others { get; init; }

    public required OeeSums Sums { get; init; }
    public required OeeSums OtherSums { get; init; }
    public required FactorEffects Factors { get; init; }

    /// <summary>Stops by reason, the strongest effect first; they add up to the effect of availability.</summary>
    public required IReadOnlyList<ReasonEffect> Reasons { get; init; }

    /// <summary>The machines of both, where places of several machines are set against each other.</summary>
    public required IReadOnlyList<PartEffect> Machines { get; init; }

    public required IReadOnlyList<PartEffect> Shifts { get; init; }
    public required IReadOnlyList<PartEffect> Products { get; init; }

    /// <summary>Where it stands among its like; null where two were named.</summary>
    public Standing? Standing { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public OeeFigures Own => ComputeOee.Of(Sums);
    public OeeFigures Theirs => ComputeOee.Of(OtherSums);

    /// <summary>As a fraction; below 0 it is worse than the others.</summary>
    public decimal Difference => Own.Oee!.Value - Theirs.Oee!.Value;

    /// <summary>A reason's time in the planned time, as a fraction: hours of one machine and of three are not to be compared.</summary>
    public decimal ShareOfOwn(ReasonEffect reason) => Share(reason.Now, Sums);

    public decimal ShareOfTheirs(ReasonEffect reason) => Share(reason.Before, OtherSums);

    private static decimal Share(TimeSpan time, OeeSums sums) =>
        sums.PlannedSeconds == 0 ? 0 : time.Ticks / (decimal)TimeSpan.TicksPerSecond / sums.PlannedSeconds;
}

/// <summary>The place of one among its like by OEE.</summary>
/// <param name="FromBelow">1 is the lowest.</param>
/// <param name="Lowest">The name of the lowest.</param>
internal sealed record Standing(SplitBy By, int FromBelow, int Of, string Lowest, decimal LowestOee, string Highest, decimal HighestOee)
{
    public string Noun => By.ToString().ToLowerInvariant();

    public static Standing? Among(SplitBy by, IEnumerable<Part> parts, string name)
    {
        var ordered = parts.Select(part => (part.Name, ComputeOee.Of(part.Sums).Oee)).Where(part => part.Oee is not null)
            .OrderBy(part => part.Oee).ThenBy(part => part.Name, StringComparer.Ordinal).ToList();
        var at = ordered.FindIndex(part => part.Name == name);
        return at < 0 ? null : new(by, at + 1, ordered.Count, ordered[0].Name, ordered[0].Oee!.Value, ordered[^1].Name, ordered[^1].Oee!.Value);
    }
}
