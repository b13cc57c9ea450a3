using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>A digest in plain words that stand without the card.</summary>
internal static class DigestText
{
    public static string Of(DigestReport report, string title)
    {
        var pieces = Pieces.Of(report.Oee.Sums);
        var sentences = new List<string>
        {
            $"{title} of {report.Asked.Scope.Phrase}.",
            OeeText.Of(report.Oee),
            $"Scrap {OeeText.Count(pieces.Scrap)} ({OeeText.Percent(pieces.ScrapRate)}).",
        };
        if (report.Downtime is { } downtime)
            sentences.Add($"Unplanned downtime {DowntimeText.Hours(downtime.Figures.Unplanned.Time)} in {DowntimeText.Stops(downtime.Figures.Unplanned.Stops)}.");
        if (report.Top.Count > 0)
            sentences.Add($"Top losses: {string.Join(", ", report.Top.Select(loss => $"{loss.Name} {DowntimeText.Hours(loss.Time)}"))}.");
        if (report.Ranked is [var worst, .., var best])
            sentences.Add($"Lowest OEE: {worst.Name} {OeeText.Percent(worst.Figures.Oee)}; highest: {best.Name} {OeeText.Percent(best.Figures.Oee)}.");
        if (report.Downtime is { Figures.Major: [var major, ..] })
            sentences.Add($"Major stop: {DowntimeText.Episode(report.Downtime, major)}.");
        sentences.Add(Issues(report.Issues));
        return string.Join(' ', sentences);
    }

    public static string Issues(IssuesReport issues) => issues.Rows == 0
        ? "No quality issue was noticed."
        : $"{OeeText.Count(issues.Rows)} quality issue{(issues.Rows == 1 ? "" : "s")}: "
            + string.Join(", ", issues.Severities.Where(s => s.Issues > 0).Select(s => $"{s.Severity} {OeeText.Count(s.Issues)}")) + ".";
}
