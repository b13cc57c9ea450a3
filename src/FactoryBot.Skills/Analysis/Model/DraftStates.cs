using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Open, finished, overdue: from a column of states, a date of the end that may be empty, or both. A row that was cancelled is neither open nor overdue.</summary>
internal static class DraftStates
{
    private static readonly string[] StateNames = ["status", "state", "stage", "order status"];
    private static readonly HashSet<string> Ended = new(
        ["closed", "completed", "complete", "done", "finished", "resolved", "delivered", "returned", "paid", "shipped", "fulfilled", "received", "archived", "ended", "arrived", "approved", "retired"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Dropped = new(
        ["cancelled", "canceled", "rejected", "void", "voided", "withdrawn", "aborted", "refused", "lost", "expired", "deleted", "written off", "no show", "scrapped"], StringComparer.OrdinalIgnoreCase);

    /// <param name="done">The date of the end, empty until then.</param>
    /// <param name="participle">How the end is called: "shipped".</param>
    public static IEnumerable<NamedFilter> Of(Entity entity, Column? done, string participle, Column? due, SemanticModel model)
    {
        var state = StateOf(entity, model);
        var open = OpenOf(entity, done, state);
        if (open.Count == 0)
            yield break;
        List<string> phrases = ["open", "outstanding", "pending", "unfinished", "still open", "not yet finished", "unfulfilled", "incomplete", "not yet closed", "not finished", "not finished yet", "not yet completed", "not yet done", "not done yet", "not closed yet", "not completed yet", "still waiting for", "waiting for", "still to come", "not yet received", "not received yet", "not delivered yet", "not yet delivered", "still running"];
        if (participle.Length > 0)
            phrases.AddRange(["un" + participle, "not yet " + participle]);
        // A state that the data itself names so is that state.
        bool IsState(string word) => entity.Columns.Any(c => c.Values.Concat(c.Codes.Values).Any(v => Parsing.Lexer.Fold(v) == word)) || state?.Values.Any(v => Parsing.Lexer.Fold(v.Said) == word) == true;
        phrases.RemoveAll(p => IsState(p) || (p.StartsWith("still ", StringComparison.Ordinal) && IsState(p["still ".Length..])));
        if (phrases.Count > 0)
            yield return new("open", phrases, entity.Name, All(entity, open));
        if (Finished(entity, done, state) is { } finished)
        {
            List<string> ended = ["finished", "completed", "closed", "done", "complete"];
            ended.RemoveAll(p => entity.Columns.Any(c => c.Values.Concat(c.Codes.Values).Any(v => Parsing.Lexer.Fold(v) == p)) || state?.Values.Any(v => Parsing.Lexer.Fold(v.Said) == p) == true || p == participle);
            yield return new("finished", ended, entity.Name, finished);
        }

        if (due is not null)
            yield return new("overdue", ["overdue", "past due", "past their due date", "past its due date", "over due", "past deadline"], entity.Name,
                All(entity, [.. open, Condition.Compare($"{entity.Name}.{due.Name}", Comparison.Less, "today")]));
    }

    // Its own column of states, else the words of the table that its key of states leads to.
    private static State? StateOf(Entity entity, SemanticModel model)
    {
        if (entity.Columns.FirstOrDefault(c => StateNames.Contains(c.Phrase) && c.AllValues && c.Values.Count is > 1 and < 30) is { } own)
            return new($"{entity.Name}.{own.Name}", [.. own.Values.Select(v => (v, own.Codes.GetValueOrDefault(v) ?? v))]);
        return model.Relations.Where(r => r.From == entity.Name && r.To != entity.Name && r.FromColumns is [_] && model[r.To].Noun.Split(' ')[^1] is "status" or "state" or "stage").Select(r => model[r.To]).ToList() is [{ Label: [var label] } kinds]
            && kinds.Find(label) is { AllValues: true, Values.Count: > 1 and < 30 } words ? new($"{kinds.Name}.{label}", [.. words.Values.Select(v => (v, v))]) : null;
    }

    /// <param name="Values">As kept, and what each means.</param>
    private sealed record State(string Field, IReadOnlyList<(string Kept, string Said)> Values)
    {
        public List<string> Of(Func<string, bool> said) => [.. Values.Where(v => said(v.Said)).Select(v => v.Kept)];
    }

    private static Condition? Finished(Entity entity, Column? done, State? state)
    {
        string[] words = ["completed", "complete", "closed", "done", "finished", "resolved"];
        if (state?.Of(v => words.Contains(v, StringComparer.OrdinalIgnoreCase)) is { Count: > 0 } values)
            return Condition.Compare(state.Field, Comparison.Equal, values);
        return done is not null && words.Contains(done.Phrase.Split(' ')[0]) ? new() { Field = $"{entity.Name}.{done.Name}", Is = Comparison.NotEmpty } : null;
    }

    /// <summary>"Upcoming appointments": those ahead that nobody called off.</summary>
    public static IEnumerable<NamedFilter> Ahead(Entity entity, SemanticModel model)
    {
        if (entity.DefaultDate is not { } date || entity.Person || !(DraftModel.IsHeld(entity.Noun) || entity.Find(date)!.Phrase.Split(' ')[0] is "scheduled" or "planned" or "start" or "departure"))
            yield break;
        var ahead = new List<Condition> { Condition.Compare($"{entity.Name}.{date}", Comparison.AtLeast, "today") };
        if (StateOf(entity, model) is { } state && state.Of(Dropped.Contains) is { Count: > 0 } off)
            ahead.Add(Condition.Compare(state.Field, Comparison.NotEqual, off));
        yield return new("upcoming", ["upcoming", "coming up", "still ahead", "in future"], entity.Name, All(entity, ahead));
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
            if (last < 0 || words[0] is "end" or "ends" && words.Length < 3 && entity.Columns.Any(c => c.IsDate && c.Phrase.StartsWith("start", StringComparison.Ordinal) || c.IsDate && c.Phrase.StartsWith("begin", StringComparison.Ordinal)))
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

    private static List<Condition> OpenOf(Entity entity, Column? done, State? state)
    {
        var open = new List<Condition>();
        if (done is not null)
            open.Add(new() { Field = $"{entity.Name}.{done.Name}", Is = Comparison.Empty });
        if (done is null && state is null && entity.Columns.Where(c => c.Kind == DataKind.Flag && c.Phrase is "paid" or "closed" or "completed" or "done" or "finished" or "settled" or "resolved" or "returned" or "delivered").ToList() is [var flag])
            open.Add(Condition.Compare($"{entity.Name}.{flag.Name}", Comparison.Equal, "false"));
        var over = state?.Of(v => Dropped.Contains(v) || (done is null && Ended.Contains(v))) ?? [];
        if (over.Count > 0 && (done is not null || state!.Values.Any(v => Ended.Contains(v.Said))))
            open.Add(Condition.Compare(state!.Field, Comparison.NotEqual, over));
        return open;
    }

    private static Condition All(Entity entity, List<Condition> conditions) =>
        conditions.Count == 1 ? conditions[0] : new() { Has = entity.Name, With = conditions };
}
