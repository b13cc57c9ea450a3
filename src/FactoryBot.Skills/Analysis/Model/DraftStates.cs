using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Open, finished, overdue: from a column of states, a date of the end that may be empty, or both. A row that was cancelled is neither open nor overdue.</summary>
internal static class DraftStates
{
    private static readonly string[] StateNames = ["status", "state", "stage", "order status"];
    private static readonly HashSet<string> Ended = new(
        ["closed", "completed", "complete", "done", "finished", "resolved", "delivered", "returned", "paid", "shipped", "fulfilled", "received", "archived", "ended", "arrived", "approved", "retired"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Dropped = new(
        ["cancelled", "canceled", "rejected", "void", "voided", "withdrawn", "aborted", "refused", "lost", "expired", "deleted"], StringComparer.OrdinalIgnoreCase);

    /// <param name="done">The date of the end, empty until then.</param>
    /// <param name="participle">How the end is called: "shipped".</param>
    public static IEnumerable<NamedFilter> Of(Entity entity, Column? done, string participle, Column? due)
    {
        var state = entity.Columns.FirstOrDefault(c => StateNames.Contains(c.Phrase) && c.AllValues && c.Values.Count is > 1 and < 30);
        var open = OpenOf(entity, done, state);
        if (open.Count == 0)
            yield break;
        List<string> phrases = ["open", "outstanding", "pending", "unfinished", "still open", "not yet finished", "unfulfilled", "incomplete", "not yet closed"];
        if (participle.Length > 0)
            phrases.AddRange(["un" + participle, "not yet " + participle]);
        // A state that the data itself names so is that state.
        phrases.RemoveAll(p => entity.Columns.Any(c => c.Values.Any(v => Parsing.Lexer.Fold(v) == p)));
        if (phrases.Count > 0)
            yield return new("open", phrases, entity.Name, All(entity, open));
        if (due is not null)
            yield return new("overdue", ["overdue", "past due", "past their due date", "past its due date", "over due", "past deadline"], entity.Name,
                All(entity, [.. open, Condition.Compare($"{entity.Name}.{due.Name}", Comparison.Less, "today")]));
    }

    private static List<Condition> OpenOf(Entity entity, Column? done, Column? state)
    {
        var open = new List<Condition>();
        if (done is not null)
            open.Add(new() { Field = $"{entity.Name}.{done.Name}", Is = Comparison.Empty });
        var over = state?.Values.Where(v => Dropped.Contains(v) || (done is null && Ended.Contains(v))).ToList() ?? [];
        if (over.Count > 0 && (done is not null || state!.Values.Any(Ended.Contains)))
            open.Add(Condition.Compare($"{entity.Name}.{state!.Name}", Comparison.NotEqual, over));
        return open;
    }

    private static Condition All(Entity entity, List<Condition> conditions) =>
        conditions.Count == 1 ? conditions[0] : new() { Has = entity.Name, With = conditions };
}
