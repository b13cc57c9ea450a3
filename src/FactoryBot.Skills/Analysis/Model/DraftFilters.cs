using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Conditions that columns suggest: what is late, open, out of stock, discontinued.</summary>
internal static class DraftFilters
{
    private static readonly string[] Due = ["due", "required", "promised", "expected", "deadline", "planned", "requested", "target", "scheduled", "eta", "estimated"];
    private static readonly string[] Done = ["completed", "closed", "finished", "resolved", "delivered", "shipped", "ship", "delivery", "returned", "return", "paid", "payment", "done", "end", "ended", "arrived", "arrival", "completion", "received", "discharged"];

    internal static readonly string[] Here = ["still work here", "still working here", "still here", "currently employed", "still employed", "currently work here", "currently working", "still with us", "work here"];
    internal static readonly string[] Gone = ["have left", "left", "left company", "no longer here", "no longer work here", "no longer with us", "former", "no longer employed", "have left company", "are gone"];

    private static readonly (string Word, string Opposite)[] Opposites =
    [
        ("discontinued", "active"), ("active", "inactive"), ("enabled", "disabled"), ("deleted", "existing"), ("paid", "unpaid"), ("available", "unavailable"),
        ("open", "closed"), ("planned", "unplanned"), ("valid", "invalid"), ("approved", "unapproved"), ("published", "unpublished"), ("completed", "incomplete"),
        ("resolved", "unresolved"), ("verified", "unverified"), ("shipped", "unshipped"), ("discounted", "undiscounted"),
    ];

    public static IReadOnlyList<NamedFilter> Of(SemanticModel model)
    {
        var filters = new List<NamedFilter>();
        foreach (var entity in model.Entities)
        {
            foreach (var column in entity.Columns)
            {
                filters.AddRange(Flags(entity, column));
                filters.AddRange(Stock(entity, column));
            }

            filters.AddRange(Dates(entity, model));
            filters.AddRange(DraftStates.Ahead(entity, model));
            filters.AddRange(DraftStates.Owned(entity, model));
            filters.AddRange(DraftValidity.Of(entity));
        }

        return filters;
    }

    private static IEnumerable<NamedFilter> Flags(Entity entity, Column column)
    {
        if (column.Role != ColumnRole.Flag)
            yield break;
        var field = $"{entity.Name}.{column.Name}";
        var (yes, no) = column.Kind == DataKind.Flag ? ("true", "false") : TextKinds.YesAndNo(column.Values, column.AllValues) ?? ("1", "0");
        var person = entity.Person && column.Phrase is "active" or "current" or "employed";
        yield return new(column.Phrase, [.. column.Phrases, .. person ? Here : []], entity.Name, Condition.Compare(field, Comparison.Equal, yes));
        if (person)
            yield return new("gone", Gone, entity.Name, Condition.Compare(field, Comparison.Equal, no));
        yield return new("not " + column.Phrase, [.. column.Phrases.Take(2).SelectMany(p => new[] { "non " + p, "un" + p })], entity.Name, Condition.Compare(field, Comparison.Equal, no));
        foreach (var (word, opposite) in Opposites)
        {
            if (column.Phrases.Contains(word) || column.Phrase.EndsWith(" " + word, StringComparison.Ordinal))
                yield return new(opposite, [opposite, "non " + word], entity.Name, Condition.Compare(field, Comparison.Equal, no));
        }
    }

    private static IEnumerable<NamedFilter> Stock(Entity entity, Column column)
    {
        if (!column.IsNumber || column.Role == ColumnRole.Key || column.Phrase.Contains("minimum", StringComparison.Ordinal) || column.Phrase.Contains("reorder", StringComparison.Ordinal) || !column.Phrase.EndsWith("stock", StringComparison.Ordinal) && !column.Phrase.EndsWith("on hand", StringComparison.Ordinal) && column.Phrase is not ("inventory" or "stock quantity" or "stock level"))
            yield break;
        var field = $"{entity.Name}.{column.Name}";
        yield return new("out of stock", ["out of stock", "sold out", "not in stock", "run out of", "ran out of", "have run out of", "none left", "no stock left"], entity.Name, Condition.Compare(field, Comparison.AtMost, "0"));
        yield return new("in stock", ["currently in stock", "available in stock", "in stock"], entity.Name, Condition.Compare(field, Comparison.More, "0"));
        if (entity.Columns.FirstOrDefault(c => c.IsNumber && (c.Phrase.Contains("reorder", StringComparison.Ordinal) || c.Phrase.Contains("minimum", StringComparison.Ordinal) || c.Phrase is "safety stock")) is { } level)
            yield return new("low stock", ["low on stock", "below minimum", "under minimum", "below reorder level", "below reorder point", "below minimum stock", "under minimum stock", "below minimum level", "running low", "running out", "below minimum quantity", "need to be reordered", "needs to be reordered", "need reordering", "to be reordered", "need to reorder", "have to reorder", "must reorder", "should reorder", "must be reordered", "should be reordered", "must order again", "need to order again"], entity.Name,
                new() { Field = field, Is = Comparison.Less, Other = $"{entity.Name}.{level.Name}" });
    }

    private static IEnumerable<NamedFilter> Dates(Entity entity, SemanticModel model)
    {
        var (done, pairs) = (DoneOf(entity), DraftDelays.Pairs(entity).ToList());
        var dues = entity.Columns.Where(c => c.IsDate && c != done && Due.Any(w => c.Phrase.Split(' ').Contains(w))).ToList();
        // The planned arrival belongs to the actual one; the planned departure says nothing of it.
        var due = done is null ? dues.FirstOrDefault() : dues.Find(d => DraftDelays.Core(d) == DraftDelays.Core(done)) ?? dues.Find(d => !pairs.Exists(p => p.Planned == d));
        var participle = done is null ? "" : done.Phrase.Split(' ')[0];
        foreach (var state in DraftStates.Of(entity, done, (participle = DraftDelays.Deed(participle)).EndsWith("ed", StringComparison.Ordinal) || participle is "paid" or "sent" or "sold" or "done" or "built" or "met" ? participle : "", due, model))
            yield return state;
        if (done is null)
        {
            foreach (var filter in Awaited(entity))
                yield return filter;
        }

        foreach (var date in entity.Columns.Where(c => c.IsDate && c.Nullable && c.Phrase.Split(' ')[0] is var word && (word.EndsWith("ed", StringComparison.Ordinal) || word is "paid" or "sent" or "sold" or "built" or "held") && !Due.Contains(word) && word is not ("updated" or "modified" or "created")))
        {
            var word = date.Phrase.Split(' ')[0];
            if (word is "discontinued" or "retired" or "deactivated" or "decommissioned")
                yield return new("active", ["active", "current", "still active", "not " + word, "still sold", "still in range"], entity.Name, new() { Field = $"{entity.Name}.{date.Name}", Is = Comparison.Empty });
            if (!entity.Columns.Any(c => c.Values.Any(v => v.Equals(word, StringComparison.OrdinalIgnoreCase))))
                yield return new(word, [word, "already " + word], entity.Name, new() { Field = $"{entity.Name}.{date.Name}", Is = Comparison.NotEmpty });
        }

        foreach (var filter in DraftDelays.Filters(entity, pairs))
            yield return filter;
        if (done is null || due is null || pairs.Count > 0)
            yield break;
        var field = $"{entity.Name}.{done.Name}";
        var other = $"{entity.Name}.{due.Name}";
        yield return new("late", ["late", "delayed", "too late", $"{participle} late", $"{participle} too late", "behind schedule", "after due date", "after their due date", "after its due date", $"{participle} after due date"],
            entity.Name, new() { Field = field, Is = Comparison.More, Other = other });
        yield return new("on time", ["on time", "in time", $"{participle} on time", "punctual", "punctually", "on schedule", "by due date", "before due date"], entity.Name, new() { Field = field, Is = Comparison.AtMost, Other = other });
    }

    // "Calibration due": its day has passed, and nothing else says that it was done.
    private static IEnumerable<NamedFilter> Awaited(Entity entity)
    {
        if (entity.Columns.Where(c => c.IsDate && c.Phrase.Split(' ') is [not "due", ..] words && (words[^1] == "due" || words is [.., "due", "date"] || words[0] == "next")).ToList() is not [var due])
            yield break;
        var thing = string.Join(' ', due.Phrase.Split(' ').Where(w => w is not ("due" or "date" or "next" or "on")));
        yield return new($"{thing} overdue", ["overdue", "past due", $"{thing} is overdue", $"{thing} overdue", $"overdue for {thing}", $"overdue {thing}", $"{thing} is past due"], entity.Name,
            Condition.Compare($"{entity.Name}.{due.Name}", Comparison.Less, "today"));
    }

    internal static Column? DueOf(Entity entity, Column done) => entity.Columns.Where(c => c.IsDate && c != done && Due.Any(w => c.Phrase.Split(' ').Contains(w))).ToList() is [var due] ? due : null;

    /// <summary>The date on which a row came to its end: empty until then.</summary>
    internal static Column? DoneOf(Entity entity) => Done.Select(w => entity.Columns.FirstOrDefault(c => c.IsDate && c.Nullable && c.Phrase.Split(' ') is var words && words.Contains(w) && !words.Any(Due.Contains)))
        .FirstOrDefault(c => c is not null);
}
