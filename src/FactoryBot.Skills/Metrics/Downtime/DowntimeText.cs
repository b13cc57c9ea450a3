using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>A downtime answer in plain words that stand without the card.</summary>
internal static class DowntimeText
{
    private const int MostNamed = 5;

    public static string Of(DowntimeReport report)
    {
        if (report.Asked.Question.Kind is "either")
            return PlannedText.Of(report);
        if (report.Listed is { Limit: { } limit } listed)
            return Within(report, listed, limit);
        if (report.Listed is { Counted: not null } counted)
            return SoMany(report, counted);
        if (report.Cause is { } cause)
            return CauseText.Of(report, cause);
        var (figures, asked) = (report.Figures, report.Asked);
        var unplanned = $"{asked.Scope.Phrase} stood still unplanned for {Hours(figures.Unplanned.Time)} in {Stops(figures.Unplanned.Stops)} {asked.When}{Change(report)}.";
        var sentences = new List<string>();
        switch (asked.Question.Kind)
        {
            case "planned":
                sentences.Add($"{asked.Scope.Phrase} stood still as planned for {Hours(figures.Planned.Time)} in {Stops(figures.Planned.Stops)} {asked.When}.");
                sentences.AddRange(Reasons(figures, planned: true));
                sentences.Add($"Unplanned stops took {Hours(figures.Unplanned.Time)} beside that.");
                break;
            case "micro":
                sentences.Add(Micro(report) + ".");
                sentences.Add($"All unplanned stops: {Hours(figures.Unplanned.Time)} in {Stops(figures.Unplanned.Stops)}.");
                break;
            default:
                sentences.Add(unplanned);
                sentences.AddRange(Machines(report));
                sentences.AddRange(Reasons(figures, planned: false));
                if (figures.Planned.Stops > 0)
                    sentences.Add($"Planned stops took {Hours(figures.Planned.Time)} beside that.");
                break;
        }

        if (asked.Question.Mean is not null)
            sentences.Insert(0, PerStop(report));
        if (figures.Longest is { } longest)
            sentences.Add($"The longest stop: {Episode(report, longest)}{NextLongest(report, longest)}.");
        sentences.Add(Failures(figures));
        return Letters.Capital(string.Join(' ', sentences));
    }

    // "3 of 157 unplanned stops of Line 2 were above 2 h last week: ..."
    private static string Within(DowntimeReport report, StopList listed, Limit limit)
    {
        var place = Place(report);
        if (listed.Stops.Count == 0)
            return $"None of {Counted(listed.All, Noun(report))} of {place} was {limit} {report.Asked.When}{(report.Longest is { } longest ? $"; the longest: {Episode(report, longest)}" : "")}.";
        var more = listed.Stops.Count - MostNamed;
        return $"{OeeText.Count(listed.Stops.Count)} of {Counted(listed.All, Noun(report))} of {place} {(listed.Stops.Count == 1 ? "was" : "were")} {limit} {report.Asked.When}: "
            + $"{string.Join("; ", listed.Stops.Take(MostNamed).Select(stop => Episode(report, stop)))}{(more > 0 ? $"; and {more} more" : "")}.";
    }

    // "The 3 longest of 157 unplanned stops of Line 2 last week: ...", "the last of 157 unplanned stops ..."
    private static string SoMany(DowntimeReport report, StopList listed)
    {
        if (listed.Stops.Count == 0)
            return $"{Place(report)} had no {Noun(report)} {report.Asked.When}.";
        var which = listed.All == 1 ? $"the only {Noun(report)}"
            : listed.Stops.Count == listed.All ? $"the {listed.All} {Noun(report)}s"
            : $"the {(listed.Stops.Count == 1 ? "" : $"{listed.Stops.Count} ")}{(listed.Latest ? "last" : "longest")} of {Counted(listed.All, Noun(report))}";
        return Letters.Capital($"{which} of {Place(report)} {report.Asked.When}: {string.Join("; ", listed.Stops.Select(stop => Episode(report, stop)))}.");
    }

    // Of one reason the planned stops are listed as well.
    private static string Noun(DowntimeReport report) => report.Cause is null ? "unplanned stop" : "stop";

    private static string Place(DowntimeReport report) => report.Cause is { } why ? $"{report.Asked.Scope.Phrase} for {why.Name}" : report.Asked.Scope.Phrase;

    /// <summary>"12.3 h", below an hour "25 min".</summary>
    public static string Hours(TimeSpan time) => time.TotalMinutes < 59.5
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:N1} h");

    public static string Stops(int stops) => Counted(stops, "stop");

    /// <summary>"4.0 h of Packaging-001 from 12 Nov 09:20, Mechanical breakdown".</summary>
    public static string Episode(DowntimeReport report, StopEpisode stop) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Hours(stop.Time.To - stop.Time.From)} of {report.MachineName(stop.MachineId)} from {report.Local(stop):d MMM HH:mm}, {stop.Reason.Reason ?? "no reason given"}");

    /// <summary>"The whole plant had 12 micro-stops under 5 min with 31 min together, 4.2 % of the unplanned time, last week".</summary>
    private static string Micro(DowntimeReport report)
    {
        var (figures, asked) = (report.Figures, report.Asked);
        if (figures.Micro is not { } micro)
            return $"Micro-stops of {asked.Scope.Phrase} were not counted apart {asked.When}";
        if (micro.Stops == 0)
            return $"{asked.Scope.Phrase} had no micro-stop (under {Hours(report.Rules.Micro)}) {asked.When}";
        var share = figures.Unplanned.Time == TimeSpan.Zero ? (decimal?)null : (decimal)micro.Time.Ticks / figures.Unplanned.Time.Ticks;
        return $"{asked.Scope.Phrase} had {Counted(micro.Stops, "micro-stop")} under {Hours(report.Rules.Micro)} with {Hours(micro.Time)} together"
            + $"{(share is null ? "" : $", {OeeText.Percent(share)} of the unplanned time,")} {asked.When}";
    }

    // "A stop of CNC-001 took 16 min on average last week."
    private static string PerStop(DowntimeReport report)
    {
        var (sum, kind) = report.Asked.Question.Kind switch
        {
            "planned" => (report.Figures.Planned, "A planned stop"),
            "micro" when report.Figures.Micro is { } micro => (micro, "A micro-stop"),
            _ => (report.Figures.Unplanned, "An unplanned stop"),
        };
        return sum.Stops == 0 ? $"There was no such stop of {report.Asked.Scope.Phrase} {report.Asked.When}."
            : $"{kind} of {report.Asked.Scope.Phrase} took {Hours(sum.Time / sum.Stops)} on average {report.Asked.When}.";
    }

    private static IEnumerable<string> Machines(DowntimeReport report)
    {
        if (report.Figures is { Machines: { Count: > 1 } machines, Unplanned.Time: { Ticks: > 0 } all } && machines.MaxBy(m => m.Unplanned.Time) is { } most)
            yield return $"The most on {report.MachineName(most.MachineId)}, {Hours(most.Unplanned.Time)} ({OeeText.Percent((decimal)most.Unplanned.Time.Ticks / all.Ticks)}).";
    }

    private static IEnumerable<string> Reasons(DowntimeFigures figures, bool planned)
    {
        var reasons = figures.Reasons.Where(reason => reason.Planned == planned).Take(3).ToList();
        if (reasons is [var top, ..])
            yield return $"Most of it: {top.Name}, {Hours(top.Time)} ({OeeText.Percent(top.Share)}).";
        if (reasons.Count > 1)
            yield return $"Then {string.Join(", ", reasons.Skip(1).Select(reason => $"{reason.Name} {Hours(reason.Time)}"))}.";
    }

    public static string Change(DowntimeReport report)
    {
        if (report.Before is not { } before)
            return "";
        var more = report.Figures.Unplanned.Time - before.Unplanned.Time;
        var words = report.Asked.Period.Before().Words;
        return Math.Abs(more.TotalMinutes) < 0.5 ? $", the same as {words}" : $", {Hours(more.Duration())} {(more > TimeSpan.Zero ? "more" : "less")} than {words}";
    }

    public static string Failures(int failures) =>
        Counted(failures, "failure");

    private static string Counted(int count, string noun) =>
        count == 1 ? "1 " + noun : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}s");

    // "; then 1.2 h of CNC-001 from 12 Nov 09:20, Tool change; 50 min of ...".
    private static string NextLongest(DowntimeReport report, StopEpisode longest)
    {
        var next = report.Asked.Question.Kind is null && report.Listed is { Limit: null } listed
            ? listed.Stops.Where(stop => stop.MachineId != longest.MachineId || stop.Time.From != longest.Time.From).Take(2).Select(stop => Episode(report, stop)).ToList() : [];
        return next.Count == 0 ? "" : $"; then {string.Join("; ", next)}";
    }

    private static string Failures(DowntimeFigures figures) => figures.Failures == 0
        ? "There was no failure, so MTBF and MTTR cannot be computed."
        : figures.Mtbf is { } mtbf
            ? string.Create(CultureInfo.InvariantCulture, $"{Failures(figures.Failures)}: MTBF {Hours(mtbf)}, MTTR {Hours(figures.Mttr!.Value)}.")
            : $"{Failures(figures.Failures)}: MTTR {Hours(figures.Mttr!.Value)}.";
}
