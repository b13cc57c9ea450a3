using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Cells;

namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>A question for TEEP with all that its answer says.</summary>
/// <param name="Days">The days that calendar time was counted for.</param>
/// <param name="Before">Null where the period before has no rows.</param>
internal sealed record TeepReport(
    PlantAsked Asked, OeeReport Oee, Period Days, long CalendarSeconds, int Machines, TeepFigures Figures, TeepFigures? Before, IReadOnlyList<TeepPart> Parts)
{
    /// <summary>Change as a fraction; null where one of the two is not computable.</summary>
    public decimal? Change => Figures.Teep - Before?.Teep;

    public IReadOnlyList<string> Warnings =>
        Figures.Loading > 1
            ? [.. Oee.Warnings, "More time was planned than the calendar has: the planned time is wrong, or two rows book the same time."]
            : Oee.Warnings;

    public static TeepReport Of(PlantAsked asked, OeeReport oee, IReadOnlyList<Part> machines)
    {
        var (plant, scope) = (asked.Plant, asked.Scope);
        var days = CalendarTime.Elapsed(asked.Period, plant);
        var (seconds, count) = CalendarTime.Of(plant, scope, days);
        var (before, _) = CalendarTime.Of(plant, scope, CalendarTime.Elapsed(oee.BeforePeriod, plant));
        return new(
            asked,
            oee,
            days,
            seconds,
            count,
            ComputeTeep.Of(oee.Sums, seconds),
            oee.BeforeSums.Rows == 0 ? null : ComputeTeep.Of(oee.BeforeSums, before),
            [
                .. machines.Select(part => new TeepPart(part.Name, ComputeTeep.Of(
                        part.Sums, CalendarTime.Of(plant, scope with { MachineIds = [.. part.MachineIds] }, days).Seconds)))
                    .OrderByDescending(part => part.Figures.Teep).ThenBy(part => part.Name, StringComparer.Ordinal),
            ]);
    }
}

internal sealed record TeepPart(string Name, TeepFigures Figures);
