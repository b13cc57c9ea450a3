using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Per category", "by year and country", "monthly", "for each product", "days from order to shipment".</summary>
internal sealed partial class Reader
{
    private readonly List<(TimePart Part, int At)> parts = [];
    private int rankBy = -1;
    private bool goesOnRanking;
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
        // "Top 3 machines by reject rate".
        if (yieldItem is not null && At(next) == yieldItem && items.Take(at).Any(i => i.Kind is ItemKind.Top or ItemKind.Superlative))
        {
            items[at].Used = true;
            return;
        }

        // "Per account manager" is each of them, though a job may be called so.
        if (At(next) is { Kind: ItemKind.Schema } kind && kind.Meanings.Count > 0 && kind.Meanings.All(m => m.Kind == MeaningKind.Value)
            && lexicon.Find("~" + string.Join(' ', kind.Text.Split(' ').Select(Stems.Of))).Where(m => m.Kind is MeaningKind.Entity or MeaningKind.Role).ToList() is { Count: > 0 } things)
            kind.Meanings = things;
        // "Top 3 clients by tickets", or "by tickets" after the top 3: the number of them.
        var noun = next;
        while (Describes(noun))
            noun = Next(noun);
        var ranks = items.Take(at).Any(i => i.Kind is ItemKind.Top or ItemKind.Superlative) || (goesOnRanking && At(noun) is { } ranking && Plural(ranking));
        if (ranks && items[at].Text is "by" && focus is not null && IsEntity(noun) && !items[noun].Has(MeaningKind.Measure) && PickEntity(items[noun], noun) is { } counted
            && counted != focus && !model.Graph.ReachesUp(focus, counted) && model.Graph.ReachesUp(counted, focus))
        {
            items[at].Used = items[noun].Used = true;
            if (AsksMoney(items[noun], counted))
                return;
            rankMeasure = MassOf(items[noun], counted) ?? CountOf(counted, false, noun);
            Speak(counted, noun);
            return;
        }

        // "Top 3 suppliers by complaints" where suppliers are a column of what complaints are about.
        if (ranks && items[at].Text is "by" && focus is null && focusColumns is { Count: > 0 } && focusItem is not null && items.IndexOf(focusItem) < at && IsEntity(noun) && !items[noun].Has(MeaningKind.Measure) && PickEntity(items[noun], noun) is { } happened
            && focusColumns.Exists(c => model.Graph.ReachesUp(happened, c.Entity)))
        {
            items[at].Used = items[noun].Used = true;
            if (AsksMoney(items[noun], happened))
                return;
            rankMeasure = MassOf(items[noun], happened) ?? CountOf(happened, false, noun);
            Speak(happened, noun);
            return;
        }

        // "By total spend".
        if (At(next) is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Sum } whole && RankedByWorth(Next(next)) is not null)
        {
            whole.Used = true;
            next = Next(next);
        }

        if (RankedByWorth(next) is { } money)
        {
            items[at].Used = items[next].Used = true;
            items[next].Kind = ItemKind.Filler;
            rankMeasure = Use(money);
            notes.Add($"{money.Phrases[0]} = {Describe.Formula(money, model)}");
            return;
        }

        // "Per doctor", where a doctor is one of the staff by what is written in a column.
        if (items[at].Text is "per" or "by" or "for each" or "for every" or "each" or "every" or "of each" or "in each" && At(Before(at))?.Has(MeaningKind.Role) != true && At(next) is { Kind: ItemKind.Schema } job && !Plural(job) && job.Meanings.Count > 0 && job.Meanings.All(m => m.Kind == MeaningKind.Value && model[m.Entity].Person && !model[m.Entity].Label.Contains(m.Column!))
            && job.Meanings.Select(m => m.Entity).Distinct().ToList() is [var people])
        {
            by.Add(Group(people));
            Speak(people, next);
            items[at].Used = grouped = true;
            GoOn(next);
            return;
        }

        if (Is(next, ItemKind.Count, ItemKind.Aggregate, ItemKind.HowMuch) || (At(next) is { Kind: ItemKind.Schema } measure && ((IsFigure(measure) && !IsScale(measure)) || (ranks && measure.Has(MeaningKind.Measure) && !Plural(measure)))))
        {
            items[at].Used = true;
            rankBy = next;
            return;
        }

        // "The supervisor of each employee" is shown beside him.
        if (At(Before(at)) is { } role && role.Of(MeaningKind.Role).Any(m => items[next].Entity?.Entity == m.Relation!.From) && measures.Count == 0 && !items.Exists(i => i.Kind is ItemKind.Count or ItemKind.Aggregate))
        {
            items[at].Kind = ItemKind.Preposition;
            return;
        }

        if (GroupByKind(at, next))
            return;
        if (IsDoer(at, next))
        {
            items[at].Kind = ItemKind.Preposition;
            return;
        }

        if (Grouped(next))
        {
            items[at].Used = true;
            grouped = true;
            GoOn(next);
        }
        else if (At(next) is { Kind: ItemKind.Schema } named && named.Has(MeaningKind.Value) && items[at].Text is not ("per" or "for each" or "for every" or "each" or "every") || Is(next, ItemKind.Quoted, ItemKind.Period, ItemKind.Number))
        {
            // "Shipped by Speedy Express": no group.
            items[at].Kind = ItemKind.Preposition;
        }
    }

    // "Top customers by spending", "biggest shipment by value".
    private Measure? RankedByWorth(int at) => focus is null || At(at) is not { Kind: not ItemKind.Schema } word || !items.Take(at).Any(i => i.Kind is ItemKind.Top or ItemKind.Superlative) ? null
        : word.Text switch { "spend" or "spending" => SpentNear(focus), "value" or "worth" => WorthBehind(focus), _ => null };

    // Payments are a number and a sum of money: where neither is said, which of them is meant is asked.
    private bool AsksMoney(Item noun, string entity)
    {
        if (!Plural(noun) || !Money.Is(noun.Text) || AmountOf(entity, [Aggregate.Sum]) is not [var sum])
            return false;
        var word = FieldRef.Read(sum.Formula) is var field && model[field.Entity].Find(field.Column) is { } column ? $"{Noun(entity)} {column.Phrase}" : "amount";
        Ask(noun, items.IndexOf(noun), [new($"Number of {noun.Text}", $"number of {noun.Text}"), new(Title(word), word)]);
        return true;
    }

    // "Products bought by customers in France", "albums by artists from Germany": those who did it, where things are listed and nothing is counted.
    private bool IsDoer(int at, int next) => items[at].Text == "by" && focus is not null && focusItem is not null && items.IndexOf(focusItem) < at && Plural(focusItem) && IsEntity(next) && Plural(items[next])
        && items[next].Entity!.Entity != focus && !items.Exists(i => i.Kind is ItemKind.Count or ItemKind.HowMuch or ItemKind.Aggregate or ItemKind.Share or ItemKind.Top or ItemKind.Superlative or ItemKind.Order || i.Has(MeaningKind.Measure))
        && Enumerable.Range(next + 1, items.Count - next - 1).Any(i => items[i].Has(MeaningKind.Value) && Is(i - 1, ItemKind.Preposition));

    // A priority, a rating, a floor: a number of few steps, by which is grouped as by a name.
    private bool IsScale(Item item) => !items.Exists(i => i.Kind is ItemKind.Top or ItemKind.Superlative) && !item.Has(MeaningKind.Measure)
        && ColumnOf(item.Of(MeaningKind.Column).OrderBy(m => m.Weight).First()) is var column && (column.Codes.Count > 0 || column is { Kind: DataKind.Whole, Role: ColumnRole.Rate } && (column.Most - column.Least <= 20 || column.Phrase.EndsWith("year", StringComparison.Ordinal)));

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
            else if (At(noun) is not { } item || (IsFigure(item) && !IsScale(item)) || Is(Next(noun), ItemKind.Verb) || !Grouped(noun))
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

    // The name of a thing stands for the thing; two products of one flavour are one flavour.
    private Dimension GroupColumn(Meaning column) => model[column.Entity] is { Label: [var label], Key.Count: > 0 } entity && label == column.Column && column.Relation is null
        && (ColumnOf(column).Phrase is var phrase && (entity.Nouns.Contains(phrase) || phrase.Split(' ')[^1] is "name" or "title" or "label" or "description" or "text" or "number" or "code"))
        ? new() { Entity = column.Entity } : new() { Field = column.Field };
}
