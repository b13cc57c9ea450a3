using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The downtime of one stop reason in plain words that stand without the card.</summary>
internal static class CauseText
{
    private const int NamedMachines = 3;

    public static string Of(DowntimeReport report, CauseDowntime cause)
    {
        var asked = report.Asked;
        var sentences = new List<string>
        {
            $"{asked.Scope.Phrase} stood still for {DowntimeText.Hours(cause.Sum.Time)} in {DowntimeText.Stops(cause.Sum.Stops)} because of {cause.Name} {asked.When}{Change(report, cause)}.",
        };
        if (cause.Share is { } share)
            sentences.Add($"That is {OeeText.Percent(share)} of the {(cause.Planned ? "planned" : "unplanned")} downtime of {DowntimeText.Hours(cause.Of.Time)}.");
        if (cause.PerStop is { } mean)
            sentences.Add($"A stop took {DowntimeText.Hours(mean)} on average.");
        if (cause.Reasons.Count > 1)
            sentences.Add($"By reason: {string.Join(", ", cause.Reasons.Select(reason => $"{reason.Name} {DowntimeText.Hours(reason.Time)}"))}.");
        if (report.Figures.CauseMachines.Count > 1)
        {
            var named = report.Figures.CauseMachines.Take(NamedMachines).Select(machine => $"{report.MachineName(machine.MachineId)} {DowntimeText.Hours(machine.Sum.Time)}");
            sentences.Add($"Most on {string.Join(", ", named)}.");
        }

        if (report.Longest is { } longest)
            sentences.Add($"The longest stop: {DowntimeText.Episode(report, longest)}.");
        return Letters.Capital(string.Join(' ', sentences));
    }

    public static string Change(DowntimeReport report, CauseDowntime cause)
    {
        if (cause.Before is not { } before)
            return "";
        var more = cause.Sum.Time - before.Time;
        var words = report.Asked.Period.Before().Words;
        return Math.Abs(more.TotalMinutes) < 0.5
            ? $", the same as {words}"
            : string.Create(CultureInfo.InvariantCulture, $", {DowntimeText.Hours(more.Duration())} {(more > TimeSpan.Zero ? "more" : "less")} than {words}");
    }
}
