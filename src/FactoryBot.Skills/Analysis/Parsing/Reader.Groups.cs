using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Per category", "by year and country", "monthly", "for each product", "days from order to shipment".</summary>
internal sealed partial class Reader
{
    private readonly List<(TimePart Part, int At)> parts = [];
    private int rankBy = -1;
    private bool grouped;

    private void ReadGroups()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.TimePart) && !items[i].Used)
            {
                items[i].Used = true;
                parts.Add((items[i].Part, i));
                GoOn(i);
            }
            else if (Is(i, ItemKind.By) && !items[i].Used)
            {
                Group(i);
            }
        }
    }

    private void Group(int at)
    {
        var next = Next(at);
        while (Is(next, ItemKind.Distinct, ItemKind.Any))
            next = Next(next);
        if (Is(next, ItemKind.Count, ItemKind.Aggregate, ItemKind.HowMuch) || (At(next) is { Kind: ItemKind.Schema } measure && IsFigure(measure)))
        {
            items[at].Used = true;
            rankBy = next;
            return;
        }

        if (Grouped(next))
        {
            items[at].Used = true;
            grouped = true;
            GoOn(next);
        }
        else if (At(next) is { Kind: ItemKind.Schema } value && value.Has(MeaningKind.Value) || Is(next, ItemKind.Quoted, ItemKind.Period, ItemKind.Number))
        {
            // "Shipped by Speedy Express": no group.
            items[at].Kind = ItemKind.Preposition;
        }
    }

    private bool IsFigure(Item item) => item.Has(MeaningKind.Measure) && !item.Has(MeaningKind.Entity)
        || (item.Has(MeaningKind.Column) && !item.Has(MeaningKind.Entity) && item.Of(MeaningKind.Column).OrderBy(m => m.Weight).First() is var column
            && ColumnOf(column) is { IsNumber: true, Role: ColumnRole.Amount or ColumnRole.Rate });

    // "... and country", ", month": as long as nouns follow.
    private void GoOn(int at)
    {
        for (var next = Next(at); Is(next, ItemKind.And, ItemKind.By) || (At(next)?.AfterComma == true && by.Count + parts.Count > 0 && Is(next, ItemKind.Schema, ItemKind.TimePart)); next = Next(at))
        {
            var noun = Is(next, ItemKind.And, ItemKind.By) ? Next(next) : next;
            noun = Is(noun, ItemKind.By) ? Next(noun) : noun;
            if (Is(noun, ItemKind.TimePart))
            {
                items[noun].Used = true;
                parts.Add((items[noun].Part, noun));
            }
            else if (At(noun) is { Kind: ItemKind.Unknown } unit && Unit(unit.Text) is { } part)
            {
                unit.Used = true;
                parts.Add((part, noun));
            }
            else if (At(noun) is not { } item || IsFigure(item) || Is(Next(noun), ItemKind.Verb) || !Grouped(noun))
                return;
            at = noun;
        }
    }

    private static TimePart? Unit(string word) => word switch
    {
        "day" => TimePart.Day, "week" => TimePart.Week, "month" => TimePart.Month, "quarter" => TimePart.Quarter, "year" => TimePart.Year, "hour" => TimePart.Hour, "weekday" => TimePart.Weekday, _ => null,
    };

    private bool Grouped(int at)
    {
        if (At(at) is not { } item)
            return false;
        if (item.Kind == ItemKind.Unknown && Unit(item.Text) is { } part)
        {
            item.Used = true;
            parts.Add((part, at));
            return true;
        }

        if (item.Kind != ItemKind.Schema)
            return false;
        if (item.Of(MeaningKind.Role).FirstOrDefault() is { Relation: { } relation } && item.Entity is null)
        {
            by.Add(new() { Entity = $"{relation.To}@{relation.Via}", Title = Title(item.Text) });
            item.Used = true;
            return true;
        }

        // A date that is grouped by stands for its days.
        var column = item.Has(MeaningKind.Column) && (item.Entity is null || OwnColumn(item) || item.Of(MeaningKind.Column).Any(c => c.Weight < item.Entity.Weight)) ? PickColumn(item, at, null) : null;
        if (column is null && item.Has(MeaningKind.Entity) && PickEntity(item, at) is { } entity)
        {
            by.Add(Group(entity));
            Speak(entity, at);
        }
        else if (column is not null)
        {
            by.Add(ColumnOf(column) is { IsDate: true } date ? new() { Field = column.Field, Part = date.Kind == DataKind.Date ? TimePart.Day : TimePart.Day } : GroupColumn(column));
        }
        else
            return false;
        item.Used = true;
        return true;
    }

    private static Dimension Group(string entity) => new() { Entity = entity };

    // The name of a thing stands for the thing.
    private Dimension GroupColumn(Meaning column) => model[column.Entity] is { Label: [var label], Key.Count: > 0 } && label == column.Column && column.Relation is null
        ? new() { Entity = column.Entity } : new() { Field = column.Field };

    /// <summary>"Days from order to shipment", "time between start and end".</summary>
    private void ReadDurations()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Text is not ("days" or "day" or "hours" or "minutes" or "time" or "long" or "how long" or "delay" or "duration") || items[i].Used)
                continue;
            var dates = new List<(int At, List<Meaning> Columns)>();
            for (var n = i + 1; n < items.Count && dates.Count < 2; n++)
            {
                if (items[n].Kind is ItemKind.Verb or ItemKind.Unknown or ItemKind.Schema or ItemKind.Growth && EdgeOf(items[n]) is { Count: > 0 } columns && Is(Before(n), ItemKind.Preposition, ItemKind.And, ItemKind.Between))
                    dates.Add((n, columns));
            }

            if (dates.Count < 2 || PairOf(dates[0].Columns, dates[1].Columns) is not { } pair)
                continue;
            items[i].Used = items[dates[0].At].Used = items[dates[1].At].Used = true;
            foreach (var between in items.Where((item, n) => n > i && n < dates[1].At && item.Kind is ItemKind.Between or ItemKind.Filler or ItemKind.Preposition))
                between.Used = true;
            var unit = items[i].Text is "hours" or "minutes" ? items[i].Text : "days";
            span = $"{unit}({pair.From.Field}, {pair.To.Field})";
            spanAt = i;
            Speak(pair.From.Entity, i);
            notes.Add($"time from {ColumnOf(pair.From).Phrase} to {ColumnOf(pair.To).Phrase}, in {unit}");
            return;
        }
    }

    private string? span;
    private int spanAt = -1;

    private List<Meaning> EdgeOf(Item item)
    {
        var columns = item.Of(MeaningKind.Column).Where(c => ColumnOf(c).IsDate).ToList();
        return columns.Count > 0 ? columns : DatesOf(item.Text.Split(' ')[^1]);
    }

    private static (Meaning From, Meaning To)? PairOf(List<Meaning> from, List<Meaning> to)
    {
        var pairs = from.SelectMany(f => to.Where(t => f.Entity == t.Entity && f.Column != t.Column).Select(t => (f, t))).ToList();
        return pairs.Count == 1 ? pairs[0] : null;
    }
}
