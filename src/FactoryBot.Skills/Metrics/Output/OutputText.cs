using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>What was made, in plain words that stand without the card.</summary>
internal static class OutputText
{
    private const int NamedParts = 6;

    public static string Production(OutputReport report)
    {
        var all = report.All;
        var sentences = new List<string>();
        sentences.AddRange(Most(report, pieces => pieces.Total, "pieces"));
        if (report.Average is { } mean)
            sentences.Add($"{Letters.Capital(report.Asked.Scope.Phrase)} made {OutputAverage.Say(mean.Total)} pieces on average {mean.Parts} {report.Asked.When}: {OutputAverage.Say(mean.Good)} good and {OutputAverage.Say(mean.Scrap)} scrap.");
        sentences.AddRange(
        [
            $"{(report.Average is null ? Letters.Capital(report.Asked.Scope.Phrase) : "In all it")} made {OeeText.Count(all.Total)} pieces {report.Asked.When}{Change(report)}: "
                + $"{OeeText.Count(all.Good)} good and {OeeText.Count(all.Scrap)} scrap ({OeeText.Percent(all.ScrapRate)}).",
        ]);
        if (report is { Average: null, HourlyRate: { } rate })
            sentences.Add($"On average {OutputAverage.Say(rate.Total)} pieces {rate.Parts}.");
        if (report.Machines.Count > 1)
            sentences.Add("That is the sum over the machines; a piece counts at each machine that it passes.");
        sentences.AddRange(Split(report, pieces => OeeText.Count(pieces.Total) + (Share(report, pieces.Total, all.Total) is { } share ? $" ({share})" : "")));
        return string.Join(' ', sentences);
    }

    public static string Scrap(OutputReport report)
    {
        var all = report.All;
        var sentences = new List<string>();
        if (report.OfDefect is { } defect)
            sentences.Add(OfDefect(report, defect));
        sentences.AddRange(Most(report, pieces => pieces.Scrap, "pieces of scrap"));
        if (report.Average is { } mean)
            sentences.Add($"{Letters.Capital(report.Asked.Scope.Phrase)} made {OutputAverage.Say(mean.Scrap)} pieces of scrap on average {mean.Parts} {report.Asked.When}.");
        sentences.AddRange(
        [
            $"{(report.OfDefect is null ? "Scrap" : "All scrap")} of {report.Asked.Scope.Phrase} was {OeeText.Count(all.Scrap)} of {OeeText.Count(all.Total)} pieces ({OeeText.Percent(all.ScrapRate)}{PerThousand(all)}) "
                + $"{report.Asked.When}{RateChange(report)}.",
            $"First-pass yield {OeeText.Percent(all.FirstPassYield)}"
                + (report is { Asked.Scope.Line: not null, RolledYield: { } rolled } ? $", rolled over the {report.Machines.Count} machines {OeeText.Percent(rolled)}." : "."),
        ]);
        if (report.OfDefect is null && report.Defects is [var top, ..])
            sentences.Add($"Most parts in quality issues: {top.Name}, {OeeText.Count(top.Parts)}.");
        sentences.AddRange(Split(report, pieces => $"{OeeText.Count(pieces.Scrap)} ({OeeText.Percent(pieces.ScrapRate)}{(Share(report, pieces.Scrap, all.Scrap) is { } share ? $", {share} of the scrap" : "")})"));
        return string.Join(' ', sentences);
    }

    private static string PerThousand(Pieces all) =>
        all.ScrapRate is { } rate and > 0 ? string.Create(CultureInfo.InvariantCulture, $", {rate * 1000:0.#} per 1,000") : "";

    // Scrap is booked without its defect; what is known of a defect are the parts in quality issues.
    private static string OfDefect(OutputReport report, Defect defect)
    {
        var all = report.Defects.Sum(one => one.Parts);
        return $"{OeeText.Count(defect.Parts)} parts of {report.Asked.Scope.Phrase} had {defect.Name} in {OeeText.Count(defect.Issues)} quality issue{(defect.Issues == 1 ? "" : "s")} {report.Asked.When}, "
            + $"{OeeText.Percent(all == 0 ? null : (decimal)defect.Parts / all)} of the {OeeText.Count(all)} parts in quality issues.";
    }

    public static string Change(OutputReport report)
    {
        if (report.Before is not { } before)
            return "";
        var more = report.All.Total - before.Total;
        var words = report.Asked.Period.Before().Words;
        return more == 0 ? $", the same as {words}" : $", {OeeText.Count(Math.Abs(more))} {(more > 0 ? "more" : "less")} than {words}";
    }

    public static string RateChange(OutputReport report)
    {
        if (RateDifference(report) is not { } more)
            return "";
        var words = report.Asked.Period.Before().Words;
        return OeeText.Direction(more) switch
        {
            > 0 => $", {OeeText.Points(more)} above {words}",
            < 0 => $", {OeeText.Points(more)} below {words}",
            _ => $", the same rate as {words}",
        };
    }

    /// <summary>The change of the scrap rate as a fraction; null where one of the two cannot be computed.</summary>
    public static decimal? RateDifference(OutputReport report) => report.All.ScrapRate - report.Before?.ScrapRate;

    // Days and hours are many; the share of one says little of where it comes from.
    private static bool IsOfPlaces(OutputReport report) => report.Asked.Question.By is not (null or "day" or "hour");

    private static string? Share(OutputReport report, long part, long all) => IsOfPlaces(report) && all > 0 ? OeeText.Percent((decimal)part / all) : null;

    // "Most pieces of scrap: Packaging-001 with 686 of 1,528 (44.9 %)."
    private static IEnumerable<string> Most(OutputReport report, Func<Pieces, long> of, string what)
    {
        if (report.Average is null && IsOfPlaces(report) && report.Split().Parts is { Count: > 1 } parts && parts.MaxBy(part => of(part.Pieces)) is { } most
            && parts.Sum(part => of(part.Pieces)) is > 0 and var all)
        {
            yield return $"Most {what}: {most.Name} with {OeeText.Count(of(most.Pieces))} of {OeeText.Count(all)} ({OeeText.Percent((decimal)of(most.Pieces) / all)}).";
        }
    }

    private static IEnumerable<string> Split(OutputReport report, Func<Pieces, string> say)
    {
        if (report.Asked.Question.By is null)
            yield break;
        var (name, parts) = report.Split();
        var rest = parts.Count > NamedParts ? string.Create(CultureInfo.InvariantCulture, $", and {parts.Count - NamedParts} more") : "";
        yield return $"By {name}: {string.Join(", ", parts.Take(NamedParts).Select(part => $"{part.Name} {say(part.Pieces)}"))}{rest}.";
    }
}
