using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>Looks each figure of a text up among the facts: same kind, same label where it has one, same machine where one is named,
/// equal after rounding, and going the same way.</summary>
internal sealed partial class NumberCheck(IReadOnlyList<Fact> facts)
{
    private const string CountOf = "count of ";

    // Words of labels that say nothing about which figure is meant.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "previous", "before", "current", "period", "from", "to", "change", "delta", "difference", "value", "values", "rows", "row", "data", "machine",
        "machines", "line", "lines", "shift", "shifts", "day", "days", "date", "week", "weeks", "month", "points", "percent", "pct", "minutes",
        "seconds", "hours", "milliseconds", "name", "id", "count", "of", "time", "rate", "ratio", "result", "results", "trend", "items", "the", "by", "in",
    };

    private readonly HashSet<string> labels = facts.Where(f => !f.Label.StartsWith(CountOf, StringComparison.Ordinal) && f.IsLabelled)
        .SelectMany(f => f.Label.Split(' ')).Where(w => w.Length > 1 && !Generic.Contains(w)).ToHashSet(StringComparer.Ordinal);

    /// <param name="clause">As it was written.</param>
    /// <param name="text">The same with names and dates blanked.</param>
    public string? Problem(Clause clause, string text, IReadOnlyList<Figure> figures)
    {
        var mine = facts.Where(f => (clause.Names.Count == 0 || f.Owners.Overlaps(clause.Names)) && IsSpokenOf(f, clause.Text)).ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            var label = Label(text, figures, i);
            if (!mine.Any(f => f.Fits(figures[i]) && HasLabel(f, label) && Counts(f, text, figures[i])))
                return label is null ? "number" : "number_of_other_label";
            if (i > 0 && Reversed(text, figures[i - 1], figures[i]))
                return "direction";
        }
        return null;
    }

    // A single day's figure, or the period before's, must not pass for the figure that was asked for.
    private static bool IsSpokenOf(Fact fact, string clause)
    {
        if (fact.IsEarlier)
            return Earlier().IsMatch(clause);
        if (fact.Day is not { } day)
            return true;
        var days = DateReader.Mentions(clause);
        return days.Count == 0
            ? OneDay().IsMatch(clause)
            : days.Any(d => d.Month == day.Month && d.FromDay <= day.Day && d.ToDay >= day.Day && (d.Year is null || d.Year == day.Year));
    }

    // "78.4 % OEE" names its figure behind it; otherwise the last label between it and the figure before.
    private string? Label(string text, IReadOnlyList<Figure> figures, int index)
    {
        var start = index == 0 ? 0 : figures[index - 1].End;
        return Label(text[start..Math.Max(start, figures[index].Start)], text[figures[index].End..]);
    }

    private string? Label(string before, string after)
    {
        var next = NextWord().Match(after).Groups[1].Value.ToLowerInvariant();
        return labels.Contains(next) ? next : Letters().Matches(before).Select(m => m.Value.ToLowerInvariant()).LastOrDefault(labels.Contains);
    }

    private bool HasLabel(Fact fact, string? label) => label is null
        || (fact.Around is { } around ? Label(around.Before, around.After) == label : fact.Label.Split(' ').Contains(label, StringComparer.Ordinal));

    // The length of a list may be told only with the word the list is called by: "3 machines".
    private static bool Counts(Fact fact, string text, Figure figure)
    {
        if (!fact.Label.StartsWith(CountOf, StringComparison.Ordinal))
            return true;
        var name = fact.Label[CountOf.Length..];
        var next = NextWord().Match(text[figure.End..]).Groups[1].Value;
        return name.Length >= 4 && next.StartsWith(name[..4], StringComparison.OrdinalIgnoreCase);
    }

    // "rose from 75 to 72", "72, up from 75".
    private static bool Reversed(string text, Figure first, Figure second)
    {
        if (first.Kind != second.Kind || second.Start < first.End)
            return false;
        var between = text[first.End..second.Start];
        var trend = To().IsMatch(between) ? Words.Trend(text[..first.Start]) : Direction.None;
        if (trend != Direction.None)
            return trend == Direction.Up ? second.Value < first.Value : second.Value > first.Value;
        return From().IsMatch(between) && Words.Trend(between) is var way && (way == Direction.Up ? first.Value < second.Value : way == Direction.Down && first.Value > second.Value);
    }

    [GeneratedRegex(@"\b(?:before|previous|prior|earlier|from|than|compared|versus|vs|last|up|down|rose|fell|was at|vorher|davor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:days?|daily|lowest|highest|peak(?:ed)?|best|worst|low|high|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|between|ranged?|ranging|from|tag|gestern)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OneDay();

    [GeneratedRegex(@"^\s*(?:of )?\(?(\p{L}+)")]
    private static partial Regex NextWord();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\s*(?:to|auf)\s*(?:about |around )?$")]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:up from|down from|higher than|lower than|better than|worse than)\s*$")]
    private static partial Regex From();
}
