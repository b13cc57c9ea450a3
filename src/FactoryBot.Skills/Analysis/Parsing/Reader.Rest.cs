using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What is left when conditions and figures are read: columns to show, things that must exist, an order.</summary>
internal sealed partial class Reader
{
    private void ReadOrder()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!Is(i, ItemKind.Order) || items[i].Used)
                continue;
            var noun = Next(i);
            while (Is(noun, ItemKind.Preposition, ItemKind.Aggregate, ItemKind.Count, ItemKind.By))
            {
                items[noun].Used = true;
                noun = Next(noun);
            }

            items[i].Used = true;
            if (At(noun) is not { Kind: ItemKind.Schema } item)
                continue;
            sortAt = noun;
            if (item.Has(MeaningKind.Measure) && measures.Count > 0 && PickMeasure(item, noun) is { } measure && Use(measure) is var use)
                sortName = measures.Find(m => m.Formula == use.Formula)?.Name;
            else if (item.Has(MeaningKind.Column) && PickColumn(item, noun, null) is { } column)
                sortField = column.Field;
            else if (item.Has(MeaningKind.Entity) && PickEntity(item, noun) is { } entity)
                sortEntity = entity;
            else
                continue;
            item.Used = true;
        }

        foreach (var item in items.Where(i => i.Kind is ItemKind.Ascending or ItemKind.Descending))
        {
            item.Used = true;
            sorted = item.Kind == ItemKind.Ascending;
            if (item.Measures == "worst" || item.Text is "best first")
                sorted = (item.Measures == "worst") != (LittleIsGood(measures.Count > 0 ? measures[0] : null));
            if (sortField is null && focus is not null && item.Text.Contains("newest", StringComparison.Ordinal) | item.Text.Contains("latest", StringComparison.Ordinal) | item.Text.Contains("oldest", StringComparison.Ordinal)
                && model[focus].DefaultDate is { } date)
                sortField = $"{focus}.{date}";
            if (sortField is null && focus is not null && item.Text.Contains("expensive", StringComparison.Ordinal) | item.Text.Contains("cheapest", StringComparison.Ordinal))
                sortField = Quality("price", focus);
        }

    }

    private int sortAt = -1;
    private string? sortField;
    private string? sortName;
    private string? sortEntity;
    private bool? sorted;

    private void ReadRest()
    {
        ReadHowMuchOf();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Used || item.Kind is not (ItemKind.Schema or ItemKind.Verb))
                continue;
            if (item.Kind == ItemKind.Verb)
                RestVerb(i, item);
            else if (item.Of(MeaningKind.Role).FirstOrDefault() is { Relation: { } relation } && item.Entity is null)
                RestRole(i, item, relation);
            else if (item.Has(MeaningKind.Entity) && item.Of(MeaningKind.Column).All(c => ColumnOf(c).Role == ColumnRole.Key))
                RestEntity(i, item);
            else if (item.Has(MeaningKind.Column) && (item.Entity is not { Weight: 0 } || item.Of(MeaningKind.Column).Any(c => c.Weight == 0 && c.Entity == focus)))
                RestColumn(i, item);
            else if (item.Has(MeaningKind.Entity))
                RestEntity(i, item);
        }

        if (counting && focusColumns is null && parts.Count == 0 && by.Count == 0)
            counting = true;
    }

    // "Ordered" alone: an order must exist.
    private void RestVerb(int at, Item verb)
    {
        if (focus is not null && !counting && measures.Count == 0 && items.Exists(i => i.Text == "when") && model[focus].Columns.Where(c => c.Kind is DataKind.Date or DataKind.Moment or DataKind.Time && c.Phrases.Any(p => Stems.OfVerb(p.Split(' ')[0]) == Stems.OfVerb(verb.Text))).ToList() is [var moment])
        {
            verb.Used = true;
            Shows($"{focus}.{moment.Name}");
            return;
        }

        // "..., and what do they cost": the price is to be shown.
        if (verb.Text is "cost" or "costs" && At(at - 1)?.Text is "they" or "it" && focus is not null && measures.Count == 0 && rankMeasure is null)
        {
            if (Quality("price", focus) is { } price)
                Shows(price);
            else
                verb.Kind = ItemKind.Unknown;
            return;
        }

        if (verb.Text is "reports" or "report" or "reporting" && focus is not null)
        {
            if (by.Find(b => b.Entity is { } e && e.StartsWith(focus + "@", StringComparison.Ordinal)) is { Entity: { } led })
            {
                verb.Used = true;
                where.Add(Condition.Compare($"{focus}.{led[(led.IndexOf('@', StringComparison.Ordinal) + 1)..]}", Comparison.NotEmpty));
            }

            return;
        }

        // "Did Ada or Ben close more": what was closed, not what is still open.
        if (measures.Count > 0 && !items.Exists(i => i.Kind == ItemKind.Period) && items.Exists(i => i.Text is "did") && measures.Select(BaseOf).OfType<string>().Distinct().ToList() is [var counted]
            && DatesOf(verb.Text).Where(d => d.Entity == counted).ToList() is [var deed] && ColumnOf(deed).Nullable)
        {
            verb.Used = true;
            where.Add(Condition.Compare(deed.Field, Comparison.NotEmpty));
            return;
        }

        // "Invoices that are paid": its own day, whatever else is paid.
        if (focus is not null && measures.TrueForAll(m => BaseOf(m) == focus) && DatesOf(verb.Text, exact: true).Where(d => d.Entity == focus && ColumnOf(d).Nullable).ToList() is [var own] && !Is(Before(at), ItemKind.Not) && IsDone(at))
        {
            verb.Used = true;
            if (!where.Exists(w => w.Field == own.Field))
                where.Add(Condition.Compare(own.Field, Comparison.NotEmpty));
            return;
        }

        if (focus is null || EventOf(verb.Text) is not { } happened || happened == focus || mentions.Exists(m => m.Entity == happened))
        {
            // "Drivers who left": there is such a day.
            if (focus is not null && DatesOf(verb.Text, exact: true).Where(d => d.Entity == focus).ToList() is [var day] && ColumnOf(day).Nullable && !Is(Before(at), ItemKind.Not) && !where.Exists(w => w.Field == day.Field))
            {
                verb.Used = true;
                where.Add(Condition.Compare(day.Field, Comparison.NotEmpty));
            }

            return;
        }

        verb.Used = true;
        if (DoneWith(at, happened))
            return;
        if (!values.Exists(v => Further(FieldRef.Read(v.Field).Entity, happened)) && measures.TrueForAll(m => BaseOf(m) == focus) && rankMeasure is null && without is null && totals.Count == 0)
            where.Add(new() { Has = happened });
        _ = at;
    }

    // Said of the thing itself: "are paid", "invoices paid", and nothing behind it that was done.
    private bool IsDone(int at) => focusItem is not null && (At(at - 1) is { Kind: ItemKind.Filler, Text: "is" or "are" or "was" or "were" or "been" } || At(at - 1) == focusItem) && At(Next(at)) is null or { Kind: not ItemKind.Schema };

    // A value that lies behind the event already says that the event exists.
    private bool Further(string entity, string happened) => entity == happened || (focus is not null && model.Graph.Best(focus, entity)?.Steps.Any(s => s.To == happened || s.From == happened) == true);

    private void RestRole(int at, Item item, Relation relation)
    {
        // "Managers" alone asks for those whom somebody has as one.
        if (focus is null && values.Count == 0 && Plural(item))
            return;
        if (focus is null && model.Entities.Any(e => e.Name == relation.From))
            focus = relation.From;
        if (focus is null || !(focus == relation.From || model.Graph.ReachesUp(focus, relation.From)))
            return;
        // "Who are team leads" asks for those whom somebody has as one, which no row of their own says.
        if (Is(Before(at), ItemKind.Ask) && items[Before(at)].Text is "who" or "which" && IsEntity(Before(Before(at))))
            return;
        item.Used = true;
        roles.Add(relation);
        if (item.Text.Contains("report", StringComparison.Ordinal))
            where.Add(Condition.Compare($"{relation.From}.{relation.Via}", Comparison.NotEmpty));
    }

    private readonly List<Relation> roles = [];

    private void RestColumn(int at, Item item)
    {
        if (item == focusItem && focusColumns is not null)
        {
            item.Used = true;
            return;
        }

        // The name of what is grouped by or listed is shown anyway.
        if (item.Text is "name" or "names" or "full name" or "full names" && (by.Exists(b => b.Entity is { } e && model[FieldRef.OfEntity(e).Entity].Label.Count > 0) || (focus is not null && model[focus].Label.Count > 0 && !counting)))
        {
            item.Used = true;
            return;
        }

        var column = PickColumn(item, at, null);
        // "Need to reorder": a verb that only begins like a column is none.
        if (column is null || (column.Weight >= 4 && (Is(Before(at), ItemKind.Verb) || At(at - 1)?.Text == "to")))
            return;
        if (measures.Count > 0 || rankMeasure is not null)
        {
            // A column that a measure's formula is made of says nothing new: "at list price".
            if (measures.Concat(rankMeasure is { } r ? [r] : []).Any(m => m.Formula.Contains(column.Field, StringComparison.Ordinal)) || where.Exists(w => w.Field == column.Field))
                item.Used = true;
            else if (focus is not null && IsTarget() && model.Graph.ReachesUp(focus, column.Entity))
            {
                item.Used = true;
                Shows(column.Field);
            }

            return;
        }

        if (where.Exists(w => w.Field == column.Field || w.Other == column.Field))
        {
            item.Used = true;
            return;
        }

        if (Is(Before(at), ItemKind.With) && focus is not null && !Is(Before(Before(at)), ItemKind.And) && ColumnOf(column) is { Nullable: true, Kind: DataKind.Text } && Is(Before(at), ItemKind.With) && (items[Before(at)].Text is not ("with" or "including" or "include") || OneOf(item)))
        {
            item.Used = true;
            where.Add(Present(column));
            return;
        }

        if (ColumnOf(column).Role == ColumnRole.Flag && ColumnOf(column).Kind == DataKind.Flag && focus is not null)
        {
            item.Used = true;
            where.Add(Condition.Compare(column.Field, Comparison.Equal, "true"));
            return;
        }

        if (focus is null && (by.Count > 0 || parts.Count > 0 || (several is not null && items.Exists(Compares))))
        {
            // "Freight by shipper" is a sum; a price by category could be many things.
            if (ColumnOf(column) is { IsNumber: true, Role: ColumnRole.Amount })
            {
                item.Used = true;
                measures.Add(UseOf(column, Aggregate.Sum));
            }

            return;
        }

        item.Used = true;
        if (focus is null && values.Count == 0 && focusColumns is null)
        {
            // Nothing but a column: each of its values once.
            focusColumns = [column];
            focusItem = item;
            return;
        }

        focus ??= FocusFor(column);
        // A key is told by the name of what it leads to.
        if (ColumnOf(column).Role == ColumnRole.Key && column.Entity == focus && model.Relations.FirstOrDefault(r => r.From == column.Entity && r.FromColumns is [var via] && via == column.Column) is { } leads && model[leads.To].Label.Count > 0)
        {
            roles.Add(leads.Role.Length > 0 ? leads : leads with { Role = DraftRelations.Called(leads.Via) });
            return;
        }

        // "Who booked hours": there is such a row; what it holds would make many rows of one person.
        if (Is(Before(at), ItemKind.Verb) && focus is { } about && !model.Graph.ReachesUp(about, column.Entity) && model.Graph.Best(about, column.Entity) is not null)
            where.Add(new() { Has = column.Entity, With = [Present(column)] });
        else
            Shows(column.Field);
    }

    // "With a company" is a condition, "with their company" is to be shown.
    private bool OneOf(Item item) => sentence.Contains($" with a {item.Text}", StringComparison.OrdinalIgnoreCase) || sentence.Contains($" with an {item.Text}", StringComparison.OrdinalIgnoreCase);

    private string? FocusFor(Meaning column) => values.Count > 0 && FieldRef.Read(values[0].Field).Entity is var entity && model.Graph.ReachesUp(entity, column.Entity) ? entity : column.Entity;

    private readonly List<string> others = [];
}
