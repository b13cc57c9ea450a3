using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>"Was that planned?": yes or no, with the reasons that say so.</summary>
internal static class PlannedText
{
    private const int NamedReasons = 3;

    public static string Of(DowntimeReport report)
    {
        var (figures, asked) = (report.Figures, report.Asked);
        if (report.Cause is { } cause)
        {
            return $"{(cause.Planned ? "Yes" : "No")}: {cause.Name} is booked as {(cause.Planned ? "a planned stop" : "an unplanned stop")}. It took {DowntimeText.Hours(cause.Sum.Time)} "
                + $"in {DowntimeText.Stops(cause.Sum.Stops)} of {asked.Scope.Phrase} {asked.When}.";
        }

        if (figures.Unplanned.Stops + figures.Planned.Stops == 0)
            return $"{Letters.Capital(asked.Scope.Phrase)} did not stand still {asked.When}.";
        if (figures.Unplanned.Stops == 0)
            return $"Yes: all {DowntimeText.Hours(figures.Planned.Time)} of {asked.Scope.Phrase} {asked.When} {Were(figures.Planned)} planned, {Reasons(figures, planned: true)}.";
        var unplanned = $"No: {DowntimeText.Hours(figures.Unplanned.Time)} of {asked.Scope.Phrase} {asked.When} {Were(figures.Unplanned)} unplanned, {Reasons(figures, planned: false)}.";
        var longest = figures.Longest is { } stop ? $" The longest stop: {DowntimeText.Episode(report, stop)}." : "";
        var planned = figures.Planned.Stops == 0 ? " No stop was planned." : $" Planned was {DowntimeText.Hours(figures.Planned.Time)} beside that: {Reasons(figures, planned: true)}.";
        return unplanned + longest + planned;
    }

    private static string Were(StopSum sum) => $"in {DowntimeText.Stops(sum.Stops)} {(sum.Stops == 1 ? "was" : "were")}";

    private static string Reasons(DowntimeFigures figures, bool planned)
    {
        var reasons = figures.Reasons.Where(reason => reason.Planned == planned).ToList();
        var named = reasons.Take(NamedReasons).Select(reason => $"{reason.Reason ?? "no reason given"} {DowntimeText.Hours(reason.Time)}");
        return string.Join(", ", named) + (reasons.Count > NamedReasons ? $" and {reasons.Count - NamedReasons} more reasons" : "");
    }
}
