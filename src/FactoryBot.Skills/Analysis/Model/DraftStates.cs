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
        List<string> phrases = ["open", "outstanding", "pending", "unfinished", "still open", "not yet finished", "unfulfilled", "incomplete", "not yet closed", "not finished", "not finished yet", "not yet completed", "not yet done", "not done yet", "not closed yet", "not completed yet", "still waiting for", "waiting for", "still to come", "not yet received", "not received yet", "not delivered yet", "not yet delivered", "still running"];
        if (participle.Length > 0)
            phrases.AddRange(["un" + participle, "not yet " + participle]);
        // A state that the data itself names so is that state.
        phrases.RemoveAll(p => entity.Columns.Any(c => c.Values.Any(v => Parsing.Lexer.Fold(v) == p)));
        if (phrases.Count > 0)
            yield return new("open", phrases, entity.Name, All(entity, open));
        if (Finished(entity, done, state) is { } finished)
        {
            List<string> ended = ["finished", "completed", "closed", "done", "complete"];
            ended.RemoveAll(p => entity.Columns.Any(c => c.Values.Any(v => Parsing.Lexer.Fold(v) == p)) || p == participle);
            yield return new("finished", ended, entity.Name, finished);
        }

        if (due is not null)
            yield return new("overdue", ["overdue", "past due", "past their due date", "past its due date", "over due", "past deadline"], entity.Name,
                All(entity, [.. open, Condition.Compare($"{entity.Name}.{due.Name}", Comparison.Less, "today")]));
    }

    private static Condition? Finished(Entity entity, Column? done, Column? state)
    {
        string[] words = ["completed", "complete", "closed", "done", "finished", "resolved"];
        if (state?.Values.Where(v => words.Contains(v, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } values)
            return Condition.Compare($"{entity.Name}.{state.Name}", Comparison.Equal, values);
        return done is not null && words.Contains(done.Phrase.Split(' ')[0]) ? new() { Field = $"{entity.Name}.{done.Name}", Is = Comparison.NotEmpty } : null;
    }

    /// <summary>"Unassigned tickets", "under warranty", "expired contracts".</summary>
    public static IEnumerable<NamedFilter> Owned(Entity entity, SemanticModel model)
    {
        var people = model.Relations.Where(r => r.From == entity.Name && r.To != entity.Name && model[r.To].Person && r.FromColumns is [var key] && entity.Find(key)!.Nullable).ToList();
        if (people is [var owner])
        {
            var field = $"{entity.Name}.{owner.Via}";
            yield return new("unassigned", ["unassigned", "not assigned", "not yet assigned", "nobody assigned"], entity.Name, new() { Field = field, Is = Comparison.Empty });
            yield return new("assigned", ["assigned", "already assigned"], entity.Name, new() { Field = field, Is = Comparison.NotEmpty });
        }

        foreach (var column in entity.Columns.Where(c => c.IsDate && c.Nullable && entity.Person && (c.Phrase.Split(' ')[0] is "term" or "left" or "leave" or "leaving" or "end" or "ended" or "terminated" or "termination" or "exit" or "resigned")))
        {
            var field = $"{entity.Name}.{column.Name}";
            yield return new("here", [.. DraftFilters.Here, "active", "current", "employed"], entity.Name, new() { Field = field, Is = Comparison.Empty });
            yield return new("gone", DraftFilters.Gone, entity.Name, new() { Field = field, Is = Comparison.NotEmpty });
        }

        foreach (var column in entity.Columns.Where(c => c.IsDate && !entity.Person))
        {
            var words = column.Phrase.Split(' ');
            var last = Array.FindIndex(words, w => w is "until" or "expires" or "expiry" or "expiration" or "end" or "ends" or "expired" or "valid");
            if (last < 0 || words[0] is "end" or "ends" && words.Length < 3 && entity.Columns.Any(c => c.IsDate && c.Phrase.StartsWith("start", StringComparison.Ordinal)))
                continue;
            var thing = string.Join(' ', words.Where(w => w is not ("until" or "expires" or "expiry" or "expiration" or "end" or "ends" or "date" or "on" or "at" or "valid" or "expired")));
            var field = $"{entity.Name}.{column.Name}";
            string[] valid = thing.Length == 0 ? ["valid", "still valid", "not expired"]
                : [$"under {thing}", $"still under {thing}", $"in {thing}", $"covered by {thing}", $"with valid {thing}", $"valid {thing}", $"with {thing}", $"have {thing}", $"still have {thing}", $"within {thing}"];
            string[] over = thing.Length == 0 ? ["expired", "no longer valid"] : [$"out of {thing}", $"{thing} expired", $"expired {thing}", $"with expired {thing}", $"no longer under {thing}", $"{thing} has expired", $"{thing} ended", $"not under {thing}"];
            yield return new(valid[0], valid, entity.Name, Condition.Compare(field, Comparison.AtLeast, "today"));
            yield return new(over[0], over, entity.Name, Condition.Compare(field, Comparison.Less, "today"));
        }
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
