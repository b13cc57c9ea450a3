using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What a value is set beside instead of a number: the average, another column of the row.</summary>
internal sealed partial class Reader
{
    [GeneratedRegex("^(higher|lower|larger|smaller|bigger|greater|better|worse|fewer|costlier|cheaper|dearer|more expensive|above|below|exceed|heavier|lighter|taller)")]
    private static partial Regex OfFigures();

    // "Above the average price", "priced above average".
    private void AgainstAverage(int at, int aggregate)
    {
        var kind = items[aggregate].Aggregate;
        var after = Next(aggregate);
        after = Is(after, ItemKind.Preposition, ItemKind.Aggregate) ? Next(after) : after;
        var right = At(after) is { Kind: ItemKind.Schema, Used: false } noun && IsFigure(noun) ? noun : null;
        var left = LeftOf(at);
        var item = left?.Item ?? right;
        if (item is null && focus is not null && QualityBefore(at) is { } quality && Quality(quality, focus) is { } price)
        {
            items[at].Used = items[aggregate].Used = true;
            OverOwn(aggregate);
            where.Add(new() { Field = price, Is = items[at].Comparison, Overall = kind, OverallPer = PerOwn(aggregate) });
            Shows(price);
            return;
        }

        if (item is null && focus is not null && AmountOf(focus, [Aggregate.Sum]) is [{ Formula: var only }] && At(Next(aggregate)) is null or { Kind: not ItemKind.Schema })
        {
            items[at].Used = items[aggregate].Used = true;
            where.Add(new() { Field = only, Is = items[at].Comparison, Overall = kind, OverallPer = PerOwn(aggregate) });
            Shows(only);
            return;
        }

        if (item is null)
            return;
        if (item.Has(MeaningKind.Measure) && PickMeasure(item, after) is { } measure)
            Total(Use(measure), items[at].Comparison, 0, null, mean: true);
        else if (PickColumn(item, left?.At ?? after, null, c => c.IsNumber && c.Role != ColumnRole.Key) is { } column && focus is not null && model.Graph.ReachesUp(focus, column.Entity))
        {
            where.Add(new() { Field = column.Field, Is = items[at].Comparison, Overall = kind, OverallPer = PerOwn(aggregate) });
            Shows(column.Field);
        }
        else
            return;
        items[at].Used = items[aggregate].Used = item.Used = true;
        if (right is not null)
            right.Used = true;
        if (left is { } l)
            l.Item.Used = true;
    }

    // "Above the average of its category": the mean is taken within that.
    private string? PerOwn(int aggregate)
    {
        var at = Next(aggregate);
        while (Is(at, ItemKind.Preposition) || (At(at) is { Kind: ItemKind.Schema, Used: false } price && IsFigure(price) && Is(Next(at), ItemKind.Preposition, ItemKind.By)))
            at = Next(at);
        if (focus is null || !IsEntity(at) && !IsColumn(at) || At(at) is not { Used: false } noun || !(Is(Before(at), ItemKind.Preposition, ItemKind.By) || items[Before(at)].Text.EndsWith(" of", StringComparison.Ordinal)))
            return null;
        var per = noun.Has(MeaningKind.Entity) && PickEntity(noun, at) is { } entity && entity != focus && model.Graph.ReachesUp(focus, entity) && model[entity].Key is [var key] ? $"{entity}.{key}"
            : noun.Has(MeaningKind.Column) && PickColumn(noun, at, focus) is { } column && column.Entity == focus ? column.Field : null;
        noun.Used = per is not null;
        return per;
    }

    // "More than the average machine": the mean over all of them.
    private void OverOwn(int aggregate)
    {
        if (focus is not null && At(Next(aggregate)) is { Used: false } noun && noun.Has(MeaningKind.Entity) && PickEntity(noun, Next(aggregate)) == focus)
            noun.Used = true;
    }

    // What a comparison without a noun compares: its own words say it, or the verb before it.
    private string? QualityBefore(int at) => At(at)?.Text.Replace("not ", "", StringComparison.Ordinal) switch
    {
        "shorter than" when focus is not null && Quality("height", focus) is not null => "height",
        "taller than" => "height",
        "longer than" or "shorter than" => "length",
        "heavier than" or "lighter than" => "weight",
        "cheaper than" or "more expensive than" or "costlier than" or "dearer than" => "price",
        _ => At(Before(at))?.Text is { } verb ? Stems.OfVerb(verb) switch
        {
            "cost" or "pric" => "price", "earn" => "salary", "weigh" => "weight", "last" or "run" or "tak" => "length", "pay" when verb == "paid" => "salary", _ => null,
        } : null,
    };

    // "Below the reorder level", "later than the required date".
    private void AgainstColumn(int at, int right, Item other)
    {
        var leftItem = LeftOf(at)?.Item ?? EdgeBefore(at);
        if (leftItem is null || focus is null)
            return;
        var rightEdge = DateNear(right);
        var lefts = leftItem.Of(MeaningKind.Column).Concat(leftItem.Kind == ItemKind.Schema && leftItem.Has(MeaningKind.Column) ? [] : EdgeOf(leftItem)).ToList();
        lefts.AddRange(leftItem.Of(MeaningKind.Filter).Select(f => f.Filter!.Condition.Field).OfType<string>().Select(FieldRef.Read).Select(f => new Meaning(MeaningKind.Column, f.Entity, f.Column, 0)));
        var rights = (other.Text is "date" or "day" or "time" ? [] : other.Of(MeaningKind.Column)).Concat(rightEdge?.Columns ?? []).ToList();
        var pairs = (from l in lefts.DistinctBy(m => m.Field) from r in rights.DistinctBy(m => m.Field)
                     where l.Entity == r.Entity && l.Column != r.Column && ColumnOf(l).IsDate == ColumnOf(r).IsDate && (ColumnOf(l).IsDate || (ColumnOf(l).IsNumber && ColumnOf(r).IsNumber))
                         && (l.Entity == focus || model.Graph.ReachesUp(focus, l.Entity))
                     orderby l.Weight + r.Weight
                     select (l, r)).ToList();
        if (pairs.Count == 0 && AgainstOther(at, right, rightEdge?.At ?? right, leftItem, lefts, rights))
            return;
        if (pairs.Count == 0 || (pairs.Count > 1 && pairs[0].l.Weight + pairs[0].r.Weight == pairs[1].l.Weight + pairs[1].r.Weight))
            return;
        var comparison = items[at].Comparison;
        if (ColumnOf(pairs[0].l).IsDate && items[at].Text is "over")
            return;
        where.Add(new() { Field = pairs[0].l.Field, Is = comparison, Other = pairs[0].r.Field });
        items[at].Used = leftItem.Used = true;
        for (var i = right; i <= (rightEdge?.At ?? right); i++)
            items[i].Used = true;
        Shows(pairs[0].l.Field);
        Shows(pairs[0].r.Field);
    }

    private Item? EdgeBefore(int at)
    {
        var before = Before(at);
        return At(before) is { } item && (item.Kind == ItemKind.Verb || item.Has(MeaningKind.Filter)) ? item : null;
    }
}
