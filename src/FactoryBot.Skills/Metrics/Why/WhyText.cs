using System.Globalization;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Why the OEE changed, in plain words that stand without the card.</summary>
internal static class WhyText
{
    private const int Named = 3;

    public static string Of(WhyReport report)
    {
        var sentences = new List<string> { Lead(report), Factors(report) + "." };
        if (report.Reasons.Count > 0)
            sentences.Add($"Stops: {List(report.Reasons.Take(Named).Select(r => $"{r.Name} {Signed(r.Effect)} ({DowntimeText.Hours(r.Before)} → {DowntimeText.Hours(r.Now)})"))}.");
        foreach (var (name, parts) in new[] { ("machine", report.Machines), ("shift", report.Shifts), ("product", report.Products) })
        {
            if (parts.Count > 0)
                sentences.Add($"By {name}: {List(parts.Take(Named).Select(part => $"{part.Name} {Signed(part.Effect)}"))}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>"−2.1 points".</summary>
    public static string Signed(decimal effect) => Signed(Math.Round(effect * 100, 1, MidpointRounding.AwayFromZero), " points");

    public static string Signed(decimal points, string unit) =>
        (points > 0 ? "+" : points < 0 ? "−" : "±") + Math.Abs(points).ToString("0.0", CultureInfo.InvariantCulture) + unit;

    private static string Lead(WhyReport report)
    {
        var asked = report.Asked;
        var verb = OeeText.Direction(report.Change) switch
        {
            < 0 => $"fell by {OeeText.Points(report.Change)}",
            > 0 => $"did not fall: it rose by {OeeText.Points(report.Change)}",
            _ => "stayed the same",
        };
        var against = asked.Question.OtherPeriod is null ? report.BeforePeriod.Words : report.BeforePeriod.Dates;
        return $"{OeeText.Name(asked.Convention)} of {asked.Scope.Phrase} {verb}, from {OeeText.Percent(report.Before.Oee)} in {against} "
            + $"to {OeeText.Percent(report.Now.Oee)} {asked.When}.";
    }

    private static string Factors(WhyReport report)
    {
        var shown = ShownShares.Points([report.Factors.Availability, report.Factors.Performance, report.Factors.Quality], 1);
        return $"Availability {Signed(shown[0], " points")}, performance {Signed(shown[1], " points")}, quality {Signed(shown[2], " points")}";
    }

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts);
}
