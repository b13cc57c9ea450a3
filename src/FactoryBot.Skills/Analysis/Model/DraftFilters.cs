using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Conditions that columns suggest: what is late, open, out of stock, discontinued.</summary>
internal static class DraftFilters
{
    private static readonly string[] Due = ["required", "due", "promised", "expected", "deadline", "planned", "requested"];
    private static readonly string[] Done = ["shipped", "ship", "delivered", "delivery", "completed", "finished", "closed", "returned", "return", "paid", "resolved", "end", "ended"];

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

            filters.AddRange(Dates(entity));
        }

        return filters;
    }

    private static IEnumerable<NamedFilter> Flags(Entity entity, Column column)
    {
        if (column.Role != ColumnRole.Flag)
            yield break;
        var field = $"{entity.Name}.{column.Name}";
        var (yes, no) = column.Kind == DataKind.Flag ? ("true", "false") : ("1", "0");
        yield return new(column.Phrase, column.Phrases, entity.Name, Condition.Compare(field, Comparison.Equal, yes));
        foreach (var (word, opposite) in Opposites)
        {
            if (column.Phrase == word || column.Phrase.EndsWith(" " + word, StringComparison.Ordinal))
                yield return new(opposite, [opposite, "non " + word], entity.Name, Condition.Compare(field, Comparison.Equal, no));
        }
    }

    private static IEnumerable<NamedFilter> Stock(Entity entity, Column column)
    {
        if (!column.IsNumber || column.Role == ColumnRole.Key || !column.Phrase.EndsWith("stock", StringComparison.Ordinal) && column.Phrase is not ("inventory" or "stock quantity" or "quantity on hand"))
            yield break;
        var field = $"{entity.Name}.{column.Name}";
        yield return new("out of stock", ["out of stock", "sold out", "not in stock"], entity.Name, Condition.Compare(field, Comparison.AtMost, "0"));
        yield return new("in stock", ["currently in stock", "available in stock"], entity.Name, Condition.Compare(field, Comparison.More, "0"));
        if (entity.Columns.FirstOrDefault(c => c.IsNumber && (c.Phrase.Contains("reorder", StringComparison.Ordinal) || c.Phrase is "minimum stock" or "stock minimum")) is { } level)
            yield return new("low stock", ["low on stock", "need to be reordered", "needs to be reordered", "need reordering", "to be reordered"], entity.Name,
                new() { Field = field, Is = Comparison.Less, Other = $"{entity.Name}.{level.Name}" });
    }

    private static IEnumerable<NamedFilter> Dates(Entity entity)
    {
        var done = entity.Columns.FirstOrDefault(c => c.IsDate && c.Nullable && Done.Any(w => c.Phrase.Split(' ').Contains(w)));
        if (done is null)
            yield break;
        var field = $"{entity.Name}.{done.Name}";
        var verb = Parsing.Stems.OfVerb(done.Phrase.Split(' ')[0]);
        var participle = done.Phrase.Split(' ')[0];
        yield return new("open", ["open", "outstanding", "pending", "unfulfilled", "un" + participle, "still open"], entity.Name, new() { Field = field, Is = Comparison.Empty });
        if (verb.Length > 2 && participle.EndsWith("ed", StringComparison.Ordinal))
            yield return new(participle, [participle, "already " + participle], entity.Name, new() { Field = field, Is = Comparison.NotEmpty });
        var due = entity.Columns.FirstOrDefault(c => c.IsDate && c != done && Due.Any(w => c.Phrase.Split(' ').Contains(w)));
        if (due is null)
            yield break;
        var other = $"{entity.Name}.{due.Name}";
        yield return new("late", ["late", "delayed", "too late", $"{participle} late", $"{participle} too late", "behind schedule"], entity.Name, new() { Field = field, Is = Comparison.More, Other = other });
        yield return new("on time", ["on time", "in time", $"{participle} on time", "punctual", "punctually"], entity.Name, new() { Field = field, Is = Comparison.AtMost, Other = other });
    }
}
