using System.Globalization;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>A ranking in plain words that stand without the card.</summary>
internal static class RankText
{
    public static string Of(RankReport report)
    {
        var (measure, asked) = (report.Measure, report.Asked);
        var place = (asked.Scope is { IsWholePlant: true, Shift: null, Product: null } ? "" : $" of {asked.Scope.Phrase}") + asked.Scope.ForCause;
        if (report.All == 0)
            return $"{measure.Capital} of no {report.Noun}{place} can be computed {asked.When}.";
        var named = report.Ranked.Take(report.Named).ToList();
        if (report.Limit is { } limit)
            return Within(report, limit, named, place);
        var list = named.Count == 1
            ? $"{named[0].Name} with {measure.Say(named[0].Value)}{Share(report, named[0])}"
            : string.Join(", ", named.Select((part, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {part.Name} {measure.Say(part.Value)}{Share(report, part)}")));
        var sentences = new List<string> { $"{Lead(report, named.Count, place)} {asked.When}: {list}." };
        if (report.TopReason is { } why)
            sentences.Add($"{(named.Count == 1 ? "Most of it" : $"Most of {named[0].Name}")}: {why.Name}, {Downtime.DowntimeText.Hours(why.Time)} ({OeeText.Percent(why.Share)}).");
        if (report.Ranked.Count > named.Count)
            sentences.Add($"At the other end of {report.Ranked.Count}: {report.Ranked[^1].Name} with {measure.Say(report.Ranked[^1].Value)}.");
        if (report.Without.Count > 0)
            sentences.Add($"Not computable: {string.Join(", ", report.Without.Take(5))}{(report.Without.Count > 5 ? $" and {report.Without.Count - 5} more" : "")}.");
        return string.Join(' ', sentences);
    }

    // What adds up to a whole is told with its part of it; of many days each is next to nothing.
    private static string Share(RankReport report, RankedPart part) =>
        report.Measure.AddsUp && report.By != RankBy.Day && report.All > 1 && report.Ranked.Sum(one => one.Value) is > 0 and var whole ? $" ({OeeText.Percent(part.Value / whole)})" : "";

    // "2 of 4 machines were below 75 % by OEE last week: ..."
    private static string Within(RankReport report, RankLimit limit, List<RankedPart> named, string place)
    {
        var (measure, asked) = (report.Measure, report.Asked);
        var nouns = report.All == 1 ? report.Noun : report.Noun + "s";
        if (named.Count == 0)
        {
            return $"{(report.All == 1 ? $"The only {nouns}" : $"None of the {report.All} {nouns}")}{place} was {(report.All == 1 ? "not " : "")}{limit.Words} in {measure.Name} {asked.When}; "
                + $"the nearest is {report.Nearest!.Name} with {measure.Say(report.Nearest.Value)}.";
        }

        var list = string.Join(", ", named.Select(part => $"{part.Name} {measure.Say(part.Value)}"));
        var more = report.Ranked.Count - named.Count;
        return $"{report.Ranked.Count} of {report.All} {nouns}{place} {(report.Ranked.Count == 1 ? "was" : "were")} {limit.Words} in {measure.Name} {asked.When}: {list}{(more > 0 ? $" and {more} more" : "")}.";
    }

    private static string Lead(RankReport report, int named, string place)
    {
        var what = report.Measure.Name;
        var noun = report.Noun + (named == 1 ? "" : "s");
        if (report.Order is "highest" or "lowest")
            return $"{Extreme(report.Measure, report.Order == "highest")} {what} of {(report.All == 1 ? "the only " : "the ")}{report.Noun}{(report.All == 1 ? "" : "s")}{place}";
        return report.Order is { } order
            ? $"{Letters.Capital(order)} {(named == 1 ? "" : named.ToString(CultureInfo.InvariantCulture) + " ")}{noun}{place} by {what}"
            : $"{Letters.Capital(noun)}{place} by {what}, the {(report.Measure.HigherIsBetter ? "best" : "worst")} first,";
    }

    // One has much scrap, but a high OEE.
    private static string Extreme(Measure measure, bool high) => measure.Unit is MeasureUnit.Pieces or MeasureUnit.Count || measure is { Name: "downtime" }
        ? (high ? "Most" : "Least") : high ? "Highest" : "Lowest";
}
