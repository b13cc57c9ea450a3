using System.Globalization;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>A downtime answer in plain words that stand without the card.</summary>
internal static class DowntimeText
{
    public static string Of(DowntimeReport report)
    {
        var (figures, asked) = (report.Figures, report.Asked);
        var sentences = new List<string>
        {
            $"{asked.Scope.Phrase} stood still unplanned for {Hours(figures.Unplanned.Time)} in {Stops(figures.Unplanned.Stops)} {asked.When}{Change(report)}.",
        };
        if (figures.Reasons.FirstOrDefault(reason => !reason.Planned) is { } top)
            sentences.Add($"Most of it: {top.Name}, {Hours(top.Time)} ({OeeText.Percent(top.Share)}).");
        if (figures.Planned.Stops > 0)
            sentences.Add($"Planned stops took {Hours(figures.Planned.Time)} beside that.");
        if (figures.Longest is { } longest)
            sentences.Add($"The longest stop: {Episode(report, longest)}.");
        sentences.Add(Failures(figures));
        return Capital(string.Join(' ', sentences));
    }

    /// <summary>"12.3 h", below an hour "25 min".</summary>
    public static string Hours(TimeSpan time) => time.TotalMinutes < 59.5
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:N1} h");

    public static string Stops(int stops) => stops == 1 ? "1 stop" : string.Create(CultureInfo.InvariantCulture, $"{stops:N0} stops");

    /// <summary>"4.0 h of Packaging-001 from 12 Nov 09:20, Mechanical breakdown".</summary>
    public static string Episode(DowntimeReport report, StopEpisode stop) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Hours(stop.Time.To - stop.Time.From)} of {report.MachineName(stop.MachineId)} from {report.Local(stop):d MMM HH:mm}, {stop.Reason.Reason ?? "no reason given"}");

    public static string Change(DowntimeReport report)
    {
        if (report.Before is not { } before)
            return "";
        var more = report.Figures.Unplanned.Time - before.Unplanned.Time;
        var words = report.Asked.Period.Before().Words;
        return Math.Abs(more.TotalMinutes) < 0.5 ? $", the same as {words}" : $", {Hours(more.Duration())} {(more > TimeSpan.Zero ? "more" : "less")} than {words}";
    }

    public static string Failures(int failures) =>
        failures == 1 ? "1 failure" : string.Create(CultureInfo.InvariantCulture, $"{failures:N0} failures");

    private static string Failures(DowntimeFigures figures) => figures.Failures == 0
        ? "There was no failure, so MTBF and MTTR cannot be computed."
        : figures.Mtbf is { } mtbf
            ? string.Create(CultureInfo.InvariantCulture, $"{Failures(figures.Failures)}: MTBF {Hours(mtbf)}, MTTR {Hours(figures.Mttr!.Value)}.")
            : $"{Failures(figures.Failures)}: MTTR {Hours(figures.Mttr!.Value)}.";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
