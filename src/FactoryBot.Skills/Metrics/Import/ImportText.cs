using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>An import in plain words.</summary>
internal static class ImportText
{
    private const string DemoToo =
        " The demo plant is here as well: until it is gone, answers about the whole plant add the two up. Remove it with “remove the demo plant” or factorybot demo --clear.";

    public static string Headline(ImportReport report) => Outcome(report) + (report.BesideTheDemo ? DemoToo : "");

    private static string Outcome(ImportReport report) => report.Outcome switch
    {
        ImportOutcome.Imported => $"{report.File} was imported: {Rows(report)}{Days(report)}.{Left(report)}",
        ImportOutcome.NothingNew => $"{report.File} changed nothing: all {Count(report.Rows.Unchanged, Noun(report))} were there already.{Left(report)}",
        ImportOutcome.Checked => $"{report.File} was only checked, nothing was written. It would bring {Rows(report)}{Days(report)}.{Left(report)}",
        _ => $"{report.File} was not imported, because {Count(report.Rejected.Count, "line")} cannot be read. Mend {(report.Rejected.Count == 1 ? "it" : "them")}, or import with --skip-rejected to leave {(report.Rejected.Count == 1 ? "it" : "them")} out.",
    };

    /// <summary>Everything, each rejected line with its reason.</summary>
    public static string Whole(ImportReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Headline(report));
        text.AppendLine(CultureInfo.InvariantCulture, $"Read as {report.Kind.ToString().ToLowerInvariant()} ({report.Format}), {Count(report.Lines, "line")} below the header.");
        if (report.Guessed.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"Guessed from the headers: {string.Join(", ", report.Guessed.Select(g => $"{g.Field} = {g.Header}"))}.");
        if (report.Unread.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"Columns that were not read: {string.Join(", ", report.Unread)}.");
        if (report.Made.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"New names: {string.Join(", ", report.Made)}.");
        if (report.Rejected.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"Rejected ({report.Rejected.Count:N0}):");
        foreach (var line in report.Rejected)
            text.AppendLine(CultureInfo.InvariantCulture, $"  line {line.Line}: {line.Reason} [{line.Text}]");
        if (report.Notes.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"To know ({report.Notes.Count:N0}):");
        foreach (var note in report.Notes)
            text.AppendLine(CultureInfo.InvariantCulture, $"  line {note.Line}: {note.Note}");
        return text.ToString().TrimEnd();
    }

    private static string Rows(ImportReport report)
    {
        string[] parts =
        [
            report.Rows.New > 0 ? $"{Count(report.Rows.New, "new " + Noun(report))}" : "",
            report.Rows.Changed > 0 ? $"{Count(report.Rows.Changed, "changed " + Noun(report))}" : "",
            report.Rows.Unchanged > 0 ? $"{report.Rows.Unchanged.ToString("N0", CultureInfo.InvariantCulture)} there already" : "",
        ];
        var said = string.Join(", ", parts.Where(part => part.Length > 0));
        return said.Length == 0 ? "nothing" : said;
    }

    private static string Noun(ImportReport report) => report.Kind switch
    {
        ImportKind.Machines => "machine",
        ImportKind.Products => "product",
        ImportKind.Reasons => "reason",
        ImportKind.Calendar => "calendar entry",
        ImportKind.Counts => "count",
        ImportKind.Cycles => "cycle",
        ImportKind.Stops => "stop",
        ImportKind.Issues => "quality issue",
        _ => "production row",
    };

    private static string Days(ImportReport report) => report is { From: { } from, To: { } to }
        ? from == to ? $" of {PeriodText.Day(from)}" : $" from {PeriodText.Day(from)} to {PeriodText.Day(to)}"
        : "";

    private static string Left(ImportReport report) => report.Rejected.Count == 0 ? "" : $" {Count(report.Rejected.Count, "line")} {(report.Rejected.Count == 1 ? "was" : "were")} rejected.";

    private static string Count(int count, string noun) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? noun : noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s")}";
}
