using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What was planned beside what came of it: a scheduled and an actual departure make a departure late, and its delay a figure.</summary>
internal static class DraftDelays
{
    private static readonly HashSet<string> Planned = new(["scheduled", "planned", "expected", "estimated", "promised", "target", "due", "sched"], StringComparer.Ordinal);
    private static readonly HashSet<string> Actual = new(["actual", "real", "actually", "effective"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["departure"] = "departed", ["arrival"] = "arrived", ["delivery"] = "delivered", ["start"] = "started", ["end"] = "ended", ["finish"] = "finished", ["completion"] = "completed", ["shipment"] = "shipped",
        ["shipping"] = "shipped", ["return"] = "returned", ["pickup"] = "picked up", ["landing"] = "landed", ["release"] = "released", ["payment"] = "paid",
    };

    /// <summary>How what a date is named after is told when it is done: shipped of a ship date.</summary>
    public static string Deed(string word) => word == "ship" ? "shipped" : Deeds.GetValueOrDefault(word) ?? word;

    /// <summary>What a date is the date of, without the words that say whether it was planned.</summary>
    public static string Core(Column date) => string.Join(' ', date.Phrase.Split(' ').Where(w => !Planned.Contains(w) && !Actual.Contains(w) && w is not ("date" or "time" or "at" or "on" or "day")));

    public static IEnumerable<(Column Planned, Column Actual)> Pairs(Entity entity) =>
        from planned in entity.Columns
        where planned.IsDate && planned.Phrase.Split(' ').Any(Planned.Contains)
        from actual in entity.Columns
        where actual.IsDate && actual != planned && !actual.Phrase.Split(' ').Any(Planned.Contains) && Core(actual) == Core(planned)
            && (actual.Phrase.Split(' ').Any(Actual.Contains) || Core(actual).Length > 0)
        select (planned, actual);

    public static IEnumerable<NamedFilter> Filters(Entity entity, IReadOnlyList<(Column Planned, Column Actual)> pairs)
    {
        foreach (var (planned, actual) in pairs)
        {
            var (core, field, other) = (Core(planned), $"{entity.Name}.{actual.Name}", $"{entity.Name}.{planned.Name}");
            var deed = Deeds.GetValueOrDefault(core);
            List<string> late = ["late", "delayed", "too late", "behind schedule", "not on time"];
            List<string> punctual = ["on time", "in time", "punctual", "punctually", "on schedule"];
            List<string> early = ["early", "too early", "ahead of schedule"];
            if (deed is not null)
            {
                late.AddRange([$"{deed} late", $"{deed} too late", $"{deed} with delay", $"delayed on {core}", $"delayed at {core}", $"late {core}", $"delayed {core}", $"{deed} behind schedule", $"{deed} after schedule"]);
                punctual.AddRange([$"{deed} on time", $"{deed} in time", $"{deed} punctually", $"on time {core}"]);
                early.AddRange([$"{deed} early", $"{deed} too early", $"early {core}", $"{deed} ahead of schedule"]);
            }

            yield return new(deed is null ? "late" : $"{deed} late", late, entity.Name, new() { Field = field, Is = Comparison.More, Other = other });
            yield return new(deed is null ? "on time" : $"{deed} on time", punctual, entity.Name, new() { Field = field, Is = Comparison.AtMost, Other = other });
            yield return new(deed is null ? "early" : $"{deed} early", early, entity.Name, new() { Field = field, Is = Comparison.Less, Other = other });
        }
    }

    public static IEnumerable<Measure> Measures(Entity entity)
    {
        // An expected and a received date are planned and actual, though their names share no word.
        if (!Pairs(entity).Any() && DraftFilters.DoneOf(entity) is { } done && DraftFilters.DueOf(entity, done) is { } due && !done.Phrase.Split(' ').Contains("paid"))
        {
            var span = done.Kind == DataKind.Moment && due.Kind == DataKind.Moment ? "hours" : "days";
            string[] words = ["delay", "delivery delay", "days late", "days of delay", "lateness", "days overdue", done.Phrase.Split(' ')[0] + " delay"];
            yield return new($"{entity.Name}_{done.Name}_delay", [.. words.Where(p => !entity.Columns.Any(c => c.Phrases.Contains(p)))], entity.Name, Aggregate.Average, $"{span}({entity.Name}.{due.Name}, {entity.Name}.{done.Name})", span == "days" ? "days" : "h");
        }

        foreach (var (planned, actual) in Pairs(entity))
        {
            var core = Core(planned);
            var unit = planned.Kind == DataKind.Moment && actual.Kind == DataKind.Moment ? "minutes" : "days";
            List<string> phrases = core.Length == 0 ? ["delay"] : [core + " delay", "delay at " + core, "delay on " + core, "delay of " + core, "delay"];
            yield return new($"{entity.Name}_{actual.Name}_delay", [.. phrases.Where(p => !entity.Columns.Any(c => c.Phrases.Contains(p)))], entity.Name, Aggregate.Average, $"{unit}({entity.Name}.{planned.Name}, {entity.Name}.{actual.Name})", unit == "days" ? "days" : "min");
        }
    }
}
