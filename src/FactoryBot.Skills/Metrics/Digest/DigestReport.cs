using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Losses;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>What happened in a day or a shift, from the same figures that a question for each of them gets.</summary>
/// <param name="Downtime">Null where no stop is booked.</param>
internal sealed record DigestReport(PlantAsked Asked, OeeReport Oee, IReadOnlyList<Part> Machines, DowntimeReport? Downtime, IssuesReport Issues)
{
    public const string Formula = "OEE = A × P × Q (ISO 22400-2); losses in time of the planned time";
    public const int Version = 1;
    public const int TopLosses = 3;

    /// <summary>The greatest losses of time, the greatest first.</summary>
    public IReadOnlyList<Loss> Top => [.. Losses.Losses.Of(Oee.Sums, Downtime?.Figures.Reasons ?? []).Where(loss => loss.Time > TimeSpan.Zero).Take(TopLosses)];

    /// <summary>From the lowest OEE to the highest; those without one are left out.</summary>
    public IReadOnlyList<(string Name, OeeFigures Figures)> Ranked =>
        [.. Machines.Select(part => (part.Name, Figures: ComputeOee.Of(part.Sums))).Where(part => part.Figures.Oee is not null)
            .OrderBy(part => part.Figures.Oee).ThenBy(part => part.Name, StringComparer.Ordinal)];

    public IReadOnlyList<string> Warnings => [.. Oee.Warnings, .. Downtime?.OwnWarnings ?? []];

    public long Rows => Oee.Sums.Rows + (Downtime?.Figures.Rows ?? 0) + Issues.Rows;
}
