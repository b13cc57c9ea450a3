using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Why the OEE of one place differs from that of others, in plain words that stand without the card.</summary>
internal static class DifferenceText
{
    private const int Named = 3;

    public static string Of(DifferenceReport report)
    {
        var shown = ShownShares.Points([report.Factors.Availability, report.Factors.Performance, report.Factors.Quality], 1);
        var sentences = new List<string>
        {
            Lead(report),
            $"Availability {WhyText.Signed(shown[0], " points")}, performance {WhyText.Signed(shown[1], " points")}, quality {WhyText.Signed(shown[2], " points")}.",
        };
        if (report.Reasons.Count > 0)
            sentences.Add($"Stops, in planned time: {string.Join(", ", report.Reasons.Take(Named).Select(reason => Reason(report, reason)))}.");
        foreach (var (name, parts) in new[] { ("machine", report.Machines), ("shift", report.Shifts), ("product", report.Products) })
        {
            if (parts.Count > 0)
                sentences.Add($"By {name}: {string.Join(", ", parts.Take(Named).Select(part => $"{part.Name} {WhyText.Signed(part.Effect)}"))}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>"8.4 points below Line 1 (69.6 %)".</summary>
    public static string Against(DifferenceReport report) => OeeText.Direction(report.Difference) switch
    {
        < 0 => $"{OeeText.Points(report.Difference)} below {report.Others} ({OeeText.Percent(report.Theirs.Oee)})",
        > 0 => $"{OeeText.Points(report.Difference)} above {report.Others} ({OeeText.Percent(report.Theirs.Oee)})",
        _ => $"the same as {report.Others} ({OeeText.Percent(report.Theirs.Oee)})",
    };

    /// <summary>"It is the lowest of 4 machines."; of two both are named already.</summary>
    public static string Place(DifferenceReport report) => report.Standing switch
    {
        null or { Of: < 3 } => "",
        { FromBelow: 1 } standing => string.Create(CultureInfo.InvariantCulture, $"It is the lowest of {standing.Of} {standing.Noun}s."),
        { } standing when standing.FromBelow == standing.Of => string.Create(
            CultureInfo.InvariantCulture, $"It is the highest of {standing.Of} {standing.Noun}s; the lowest is {standing.Lowest} with {OeeText.Percent(standing.LowestOee)}."),
        { } standing => string.Create(
            CultureInfo.InvariantCulture, $"It is not the lowest of {standing.Of} {standing.Noun}s: that is {standing.Lowest} with {OeeText.Percent(standing.LowestOee)}."),
    };

    private static string Lead(DifferenceReport report)
    {
        var asked = report.Asked;
        var place = Place(report);
        return $"{OeeText.Name(asked.Convention)} of {asked.Scope.Phrase} was {OeeText.Percent(report.Own.Oee)} {asked.When}, {Against(report)}.{(place.Length == 0 ? "" : " " + place)}";
    }

    private static string Reason(DifferenceReport report, ReasonEffect reason) =>
        $"{Letters.Capital(reason.Name)} {WhyText.Signed(reason.Effect)} ({OeeText.Percent(report.ShareOfOwn(reason))} against {OeeText.Percent(report.ShareOfTheirs(reason))})";
}
