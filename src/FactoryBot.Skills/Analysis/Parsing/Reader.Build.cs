using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Puts what was read together.</summary>
internal sealed partial class Reader
{
    private AnalysisQuery? Build()
    {
        if (rankMeasure is { } rank && !measures.Exists(m => m.Name == rank.Name))
            measures.Insert(0, rank);
        if (without is { } missing)
            where.Add(missing);
        Gather();
        StillLate();
        if (counting && focus is not null)
            return BuildCount();
        foreach (var total in totals.Where(t => !measures.Exists(m => m.Name == t.Measure.Name)))
            measures.Add(total.Measure);
        return measures.Count > 0 ? BuildGroups() : BuildList();
    }

    // What is said of one event holds for the same event: who booked hours on that machine in October.
    private void Gather()
    {
        if (focus is null)
            return;
        where.RemoveAll(w => w is { Has: { } plain, Not: false, With.Count: 0 } && where.Exists(o => o != w && o.Has == plain && !o.Not && o.With.Count > 0));
        for (var i = 0; i < where.Count; i++)
        {
            if (where[i] is not { Has: { } has, Not: false, With.Count: <= 1 } || has == focus || model.Graph.ReachesUp(focus, has) || where.Count(w => w.Has == has) > 1)
                continue;
            var inner = where.Where(w => w is { Has: null, Total: null, Any.Count: 0, Field: { } f } && Formula.Read(f).Fields.All(x => x.Via is null && model.Graph.ReachesUp(has, x.Entity) && !model.Graph.ReachesUp(focus, x.Entity))).ToList();
            where[i] = where[i] with { With = [.. where[i].With, .. inner] };
            where.RemoveAll(inner.Contains);
        }
    }

    // Late and not yet there: its day has passed.
    private void StillLate()
    {
        for (var i = 0; i < where.Count; i++)
        {
            if (where[i] is { Is: Comparison.More, Other: { } due, Field: { } done } && where.Exists(w => IsMissing(w, done)))
                where[i] = Condition.Compare(due, Comparison.Less, Day(today));
        }

        static bool IsMissing(Condition condition, string field) => condition is { Is: Comparison.Empty, Not: false } && condition.Field == field || condition is { Has: not null, Not: false } && condition.With.Any(w => IsMissing(w, field));
    }

    private AnalysisQuery? BuildCount()
    {
        // What somebody is to another can be shown in a list, and is nothing of a number; how many somebody with a name is, nobody asks.
        if (roles.Count > 0 || (focus is { } counted && model[counted].Person && where.Exists(w => w is { Is: Comparison.Equal, Field: { } name } && model[counted].Label.Any(l => name == $"{counted}.{l}"))))
            return null;
        foreach (var (measure, comparison, value, to, mean) in totals)
        {
            if (mean)
                return null;
            var entity = BaseOf(measure)!;
            // What is said of the counted rows belongs to them, what is said of the thing to the thing.
            var inner = where.Where(w => w.Field is { } f && Formula.Read(f).Fields.All(x => !model.Graph.ReachesUp(focus!, x.Entity) && model.Graph.Best(entity, x.Entity) is not null)).ToList();
            where.RemoveAll(inner.Contains);
            where.Add(new()
            {
                Total = measure with { Where = [.. measure.Where, .. inner] }, Per = focus, Is = comparison,
                Values = to is { } end ? [Text(value), Text(end)] : [Text(value)],
            });
        }

        if (ranked || order.Count > 0)
            return null;
        // Each of them once is no figure.
        if (compute.Count == 0 && by.Exists(b => b.Entity == focus) && measures.TrueForAll(m => m is { Formula: "*", Aggregate: Aggregate.Count, Where.Count: 0 } && BaseOf(m) == focus))
            return null;
        AddParts();
        var query = new AnalysisQuery { Measures = measures, By = by, Where = where, Compute = compute };
        return query;
    }

    private void AddParts()
    {
        foreach (var (part, at) in parts)
        {
            var date = DateFor(at);
            if (date is not null && part is TimePart.Hour or TimePart.HourOfDay && FieldRef.Read(date!) is var day && model[day.Entity].Find(day.Column) is { Kind: DataKind.Date })
                throw new QueryException($"{Title(Noun(day.Entity))} {model[day.Entity].Find(day.Column)!.Phrase} holds days and no hours.");
            if (date is not null)
                by.Add(new() { Field = date, Part = part });
            else if (part == TimePart.Year && (focus ?? measures.Select(BaseOf).FirstOrDefault()) is { } dated && model[dated].Columns.Where(c => c.Kind == DataKind.Whole && c.Phrase.Split(' ').Contains("year")).ToList() is [var year])
                by.Add(new() { Field = $"{dated}.{year.Name}" });
            else
                throw new QueryException($"I found no date to group by {part.ToString().ToLowerInvariant()}.");
        }
    }

    private AnalysisQuery? BuildGroups()
    {
        if (roles.Count > 0)
            return null;
        AddParts();
        for (var i = by.Count - 1; i > 0; i--)
        {
            if (by.IndexOf(by[i]) < i)
                by.RemoveAt(i);
        }

        if (focusColumns is { Count: > 0 } && focusItem is not null && !by.Exists(b => b.Field is { } f && focusColumns.Exists(c => c.Field == f)))
        {
            if (PickColumn(focusItem, items.IndexOf(focusItem), null) is not { } column)
                return null;
            by.Add(GroupColumn(column));
        }

        var target = focus is not null && !by.Exists(b => b.Entity == focus) && IsTarget() && measures.TrueForAll(m => BaseOf(m) != focus || (ranked && m.Formula != "*"));
        var forEach = by.Count > 0 && (grouped || by.TrueForAll(b => b.Part is not null));
        // "With more than 3 loans but no fines": nothing of the member, not a loan without a fine.
        if (target && without is { } lacking && where.IndexOf(lacking) is >= 0 and var lack && measures.TrueForAll(m => BaseOf(m) != focus) && (Is(Before(withoutAt), ItemKind.And) || withoutAt < items.FindIndex(i => i.Kind == ItemKind.Compare)))
            where[lack] = new() { Has = focus, With = [lacking] };
        if (target)
        {
            by.Add(Group(focus!));
            if (forEach && ranked)
                within = by.Count - 1;
        }
        else if (ranked && by.Count == 0 && focus is not null && measures.TrueForAll(m => BaseOf(m) == focus))
            return null;
        else if (focusColumns is not null && forEach && ranked)
            within = by.Count - 1;
        else if (ranked && forEach && by.Count > 1 && items.FindIndex(i => i.Kind == ItemKind.By) is var first && items.FindIndex(i => i.Kind is ItemKind.Top or ItemKind.Superlative) > first)
            within = by.Count - 1;
        // Each of them once is no figure.
        if (compute.Count == 0 && measures is [{ Formula: "*", Aggregate: Aggregate.Count, Where.Count: 0 } ones] && by.Exists(b => b.Entity is { } each && each == BaseOf(ones)))
            return null;
        var figure = compute.Count > 0 ? compute[^1].Name : measures[0].Name;
        if (ranked && (rankMeasure is not null || rankField is null))
            order.Add(new(rankMeasure is { } r ? r.Name : figure, !rankLow));
        else if (sortName is not null)
            order.Add(new(sortName, sorted == false || sorted is null));
        else if (sorted is { } ascending && sortField is null && sortEntity is null)
            order.Add(new(figure, !ascending));
        else if (sortField is not null || sortEntity is not null)
        {
            // Sorted by what is grouped by; anything else is no order of groups.
            if (by.Find(b => b.Field == sortField && sortField is not null || b.Entity is { } e && (e == sortEntity || (sortField is not null && IsName(FieldRef.Read(sortField), [b])))) is not { } dimension)
                return null;
            order.Add(new(dimension.Field ?? dimension.Entity!, sorted is false));
        }
        if (rankField is not null && rankMeasure is null)
            return null;
        var having = totals.Select(t => new Having(t.Measure.Name, t.Is, t.Value) { To = t.To, Mean = t.Mean }).ToList();
        keepEmpty = totals.Count > 0 && totals.TrueForAll(t => t.Is is Comparison.Less or Comparison.AtMost || (t.Is == Comparison.Equal && t.Value == 0)) && by is [{ Entity: not null }]
            && totals.TrueForAll(t => t.Measure.Formula == "*");
        if (several is not null && by.Count == 0 && growth)
            by.Add(new() { Field = several });
        if (ranked && by.Count == 0)
            return null;
        var query = new AnalysisQuery
        {
            Measures = measures, By = by, Where = where, Having = having, Compute = compute, Order = order, Limit = ranked ? limit : null, LimitWithin = within, KeepEmpty = keepEmpty,
            Show = by.Exists(b => b.Entity == focus) ? [.. show.Where(s => focus is not null && model.Graph.ReachesUp(focus, FieldRef.Read(s).Entity))] : [],
        };
        return query.Show.Count < show.Count && !by.Exists(b => b.Entity == focus) && show.Exists(s => !where.Exists(w => w.Field == s || w.Other == s)) ? null : Folded(query);
    }

    private AnalysisQuery? BuildList()
    {
        if (by.Count > 0 && ranked)
        {
            if (rankField is null || focus is null || !Formula.Read(rankField).IsField || FieldRef.Read(rankField) is not { } best)
                return null;
            rankMeasure = UseOf(new(MeaningKind.Column, best.Entity, best.Column, 0), rankLow ? Aggregate.Least : Aggregate.Most);
            measures.Add(rankMeasure);
            show.Remove(rankField);
            return BuildGroups();
        }

        if (parts.Count > 0 || by.Count > 0)
        {
            // Grouped by, but nothing to compute: the rows themselves are counted.
            show.RemoveAll(s => where.Exists(w => w.Field == s));
            if (focus is null || show.Count > 0 || by.Exists(b => b.Entity == focus))
                return null;
            var counted = focus;
            if (focusItem is not null && !Plural(focusItem) && focusItem.Text != "people")
            {
                // "Downtime per line" is a sum, "stops per line" a number.
                if (MassOf(focusItem, focus) is not { } mass)
                    return EachWith(focusItem, focus);
                measures.Add(mass);
                Unfocus();
                return BuildGroups();
            }

            if (focusItem is not null && AsksMoney(focusItem, focus))
                return null;
            measures.Add(CountOf(focus, false, -1));
            Unfocus();
            notes.Add($"counted {SchemaNames.Plural(Noun(counted))}");
            return BuildGroups();
        }

        if (focus is null && focusColumns is { Count: > 0 } && focusItem is not null)
            return BuildColumnList();
        if (focus is null)
            return null;
        var wanted = new List<string>();
        var dimensions = new List<Dimension> { Group(focus) };
        dimensions.AddRange(others.Distinct().Select(Group));
        dimensions.AddRange(roles.Distinct().Select(r => new Dimension { Entity = $"{r.To}@{r.Via}", Title = r.Role == "reports to" ? "Manager" : Title(r.Role) }));
        wanted.AddRange(show.Where(s => !(Formula.Read(s) is { IsField: true } f && IsName(f.Fields.First(), dimensions))));
        if (wanted.Count == 0 && dimensions.Count == 1)
            wanted.AddRange(Telling(focus));
        wanted.AddRange(values.Select(v => v.Field).Where(f => !wanted.Contains(f) && !negatedValues.Contains(values.Find(v => v.Field == f).At) && model.Graph.ReachesUp(focus, FieldRef.Read(f).Entity) && !IsName(FieldRef.Read(f), dimensions)).Distinct().Take(2));
        foreach (var condition in where.Where(w => w.Field is { } f && w.Has is null && Formula.Read(f).IsField && !wanted.Contains(f) && model.Graph.ReachesUp(focus, FieldRef.Read(f).Entity) && !IsName(FieldRef.Read(f), dimensions)).Take(3))
            wanted.Add(condition.Field!);
        if (rankField is not null && !wanted.Contains(rankField))
            wanted.Add(rankField);
        if (rankField is not null)
            order.Add(new(rankField, rankDate ? !rankLow : !rankLow));
        else if (sortField is not null)
            order.Add(new(sortField, sorted is false));
        else if (ranked)
            return null;
        if (order.Count == 0 && sorted is not null && model[focus].Label is [var label, ..])
            order.Add(new($"{focus}.{label}", sorted is false));
        if (limit is null && focusItem is not null && At(Before(items.IndexOf(focusItem))) is { Kind: ItemKind.Number } number && number.Used is false)
            return null;
        return new()
        {
            Of = focus, By = dimensions, Show = [.. wanted.Distinct()], Where = where, Order = order, Limit = limit, Ties = alone && ranked && limit == 1,
        };
    }

    // "The salary of each employee": rows called after the number that they hold, told with whose they are.
    private AnalysisQuery? EachWith(Item item, string rows) => parts.Count == 0 && by.TrueForAll(b => b.Entity is not null && b.Part is null) && NamesakeOf(item, rows) is { } number
        ? new() { Of = rows, By = by, Show = [number], Where = where } : null;

    private string? NamesakeOf(Item item, string entity) => item.Of(MeaningKind.Column).Where(c => c.Entity == entity && c.Weight == 0 && ColumnOf(c) is { IsNumber: true, Role: not ColumnRole.Key }).Select(c => c.Field).FirstOrDefault();

    private bool IsName(FieldRef field, List<Dimension> dimensions) =>
        dimensions.Exists(d => d.Entity == field.Entity) && (model[field.Entity].Label.Contains(field.Column) && field.Via is null || (model[field.Entity].Key.Contains(field.Column) && model[field.Entity].Label.Count == 0));

    // What tells rows without a name apart for a reader: their date and whom they belong to.
    private IEnumerable<string> Telling(string entity)
    {
        if (model[entity].Label.Count > 0)
            yield break;
        if (model[entity].DefaultDate is { } date)
            yield return $"{entity}.{date}";
        foreach (var step in model.Graph.From(entity).Where(s => !s.Down && s.Relation.Role.Length == 0 && (model[s.To].Label is [_] || model[s.To].Person)).Take(2))
        {
            foreach (var label in model[step.To].Label)
                yield return $"{step.To}.{label}";
        }
    }

    // "Which countries do we ship to": each value once.
    private AnalysisQuery? BuildColumnList()
    {
        if (PickColumn(focusItem!, items.IndexOf(focusItem!), null) is not { } column)
            return null;
        focusItem!.Used = true;
        if (limit is not null || ranked)
            return null;
        var of = values.Count > 0 ? FieldRef.Read(values[0].Field).Entity : column.Entity;
        var root = model.Graph.ReachesUp(of, column.Entity) ? of : column.Entity;
        var known = where.Exists(w => w.Field == column.Field) ? where : [.. where, Condition.Compare(column.Field, Comparison.NotEmpty)];
        return new() { Of = root, Show = [column.Field, .. show.Where(s => s != column.Field)], Where = known, Distinct = true, Order = [new(column.Field)] };
    }
}
