using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"How many orders", "total freight", "average price and highest price", "revenue".</summary>
internal sealed partial class Reader
{
    private void ReadMeasures()
    {
        if (span is not null)
            SpanMeasure();
        ReadQuantity();
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Aggregate) && !items[i].Used)
                Aggregated(i);
            else if (Is(i, ItemKind.Count, ItemKind.HowMuch))
                Counted(i);
        }

        ReadMoneyVerb();
        ReadHowOften();
        ReadOwing();
        ReadEither();
        ReadHowLong();
        ReadPresence();
        for (var i = 0; i < items.Count; i++)
        {
            // "Orders with discount": there is one.
            if (!items[i].Used && focus is not null && measures.Count == 0 && (Is(Before(i), ItemKind.With) || At(Before(i))?.Text == "but") && items[i].Has(MeaningKind.Column) && PickColumn(items[i], i, null) is { } held && ColumnOf(held) is { IsNumber: true, Least: 0 })
            {
                items[i].Used = true;
                where.Add(held.Entity == focus ? Present(held) : new() { Has = held.Entity, With = [Present(held)] });
            }

            if (!items[i].Used && items[i].Has(MeaningKind.Measure) && items[i].Kind is ItemKind.Schema or ItemKind.Aggregate && !Is(Before(i), ItemKind.Aggregate, ItemKind.Count) && !OfItsOwn(i))
                AddMeasure(i);
        }

        SumOfStandstills();
        RunningSum();
        if (focus is null && measures.Count == 0 && rankMeasure is null && rankField is null && totals.Count == 0 && !ranked && (parts.Count > 0 || by.Count > 0 || items.Exists(i => i.Kind == ItemKind.Period)))
            SumOfColumn();
        if (focus is not null && measures.Count == 0 && focusItem is not null && Plural(focusItem) && items.Exists(i => i.Kind == ItemKind.Growth && !i.Used) && (parts.Count > 0 || items.Count(i => i.Kind == ItemKind.Period) == 2 || several is not null) && !AsksMoney(focusItem, focus))
            counting = true;
        if (counting && focus is not null)
            Counting();
    }

    // One or more of "highest, lowest and average", then the column that all are of.
    private void Aggregated(int at)
    {
        var list = new List<int> { at };
        var next = Next(at);
        while (Is(next, ItemKind.And, ItemKind.Aggregate, ItemKind.Superlative) || (Is(next, ItemKind.Preposition) && At(next)!.Text is "of" or "in") || Is(next, ItemKind.Count, ItemKind.Unit) || IsAdverb(next))
        {
            if (Is(next, ItemKind.Aggregate, ItemKind.Superlative, ItemKind.Count))
                list.Add(next);
            next = Next(next);
        }

        // "Average glucose value": which rows, then the figure.
        while (Describes(next) || (At(next) is { Kind: ItemKind.Schema } said && said.Meanings.Count > 0 && said.Meanings.All(m => m.Kind == MeaningKind.Value) && At(Next(next)) is { Kind: ItemKind.Schema, AfterComma: false } told && IsFigure(told)))
            next = Next(next);
        // "Loan duration": a figure behind the thing that it is of.
        if (IsEntity(next) && !Plural(items[next]) && At(next + 1) is { Kind: ItemKind.Schema, AfterComma: false } behind && (IsFigure(behind) || PickTimed(behind) is not null)
            && behind.Meanings.Any(m => items[next].Of(MeaningKind.Entity).Any(e => e.Entity == m.Entity)))
        {
            items[next].Used = true;
            next++;
        }

        if (At(next) is not { Kind: ItemKind.Schema } noun || (noun.Used && noun != focusItem))
        {
            AggregatedCount(at, next);
            return;
        }

        var kinds = list.Select(i => items[i]).Select(i => i.Kind == ItemKind.Superlative ? i.Low ? Aggregate.Least : Aggregate.Most : i.Kind == ItemKind.Count ? Aggregate.Sum : i.Aggregate).Distinct().ToList();
        // "Average discount" is that of the column, "average revenue" of the measure.
        var column0 = noun.Has(MeaningKind.Column) && noun.Has(MeaningKind.Measure) && !Plural(noun) && !kinds.Contains(Aggregate.Sum);
        if (noun.Has(MeaningKind.Measure) && !(noun.Has(MeaningKind.Column) && noun.Of(MeaningKind.Column).Min(c => c.Weight) < noun.Of(MeaningKind.Measure).Min(c => c.Weight)) && PickTimed(noun) is { } timed)
        {
            foreach (var i in list)
                items[i].Used = true;
            noun.Used = true;
            var told = InUnit(Use(timed));
            measures.AddRange(kinds.Select(k => told with { Name = $"{Name(k)} {timed.Phrases[0]}", Aggregate = k }));
            notes.Add($"{timed.Phrases[0]} = {Describe.Formula(timed, model)}");
            if (focus == timed.Entity && !ranked && focusItem is { } about && items.IndexOf(about) > at)
                Unfocus();
            return;
        }

        if (kinds is [Aggregate.Average] && IsRate(noun))
        {
            items[at].Used = true;
            AddMeasure(next);
            return;
        }

        if (kinds is [Aggregate.Average] && OfDocument(noun) is { } document && (WorthBehind(document) ?? RevenueNear(document)) is { } worth)
        {
            items[at].Used = noun.Used = true;
            Ratio(Use(worth), CountOf(document, false, next), $"Average {Noun(document)} value");
            return;
        }

        if (!column0 && items[at].Aggregate == Aggregate.Average && noun.Has(MeaningKind.Measure) && kinds is [Aggregate.Average])
        {
            AverageOfMeasure(at, next, noun);
            return;
        }

        if (noun.Has(MeaningKind.Measure) && kinds is [Aggregate.Sum])
        {
            items[at].Used = true;
            AddMeasure(next);
            return;
        }

        if (noun.Has(MeaningKind.Entity) && (!noun.Has(MeaningKind.Column) || noun.Entity!.Weight <= noun.Of(MeaningKind.Column).Min(c => c.Weight)))
        {
            EntityAfter(at, next, noun, kinds);
            return;
        }

        if (PickColumn(noun, next, null, c => (c.IsNumber && c.Role != ColumnRole.Key) || (kinds.TrueForAll(k => k is Aggregate.Least or Aggregate.Most) && c.IsDate)) is not { } column)
            return;
        if (kinds.Contains(Aggregate.Sum) && ColumnOf(column) is { Role: ColumnRole.Rate or ColumnRole.Key } rate && !(rate.Role == ColumnRole.Rate && rate.Phrase.Split(' ')[^1] is "salary" or "wage" or "pay" or "points"))
            return;
        if (kinds.Count == 2 && kinds.Contains(Aggregate.Average) && list.Exists(i => Is(i, ItemKind.Count)))
        {
            // "Average number of pallets per client": the pallets of all, shared.
            AveragePer(at, next, UseOf(column, Aggregate.Sum));
            return;
        }

        // "Average daily freight": the sum of each day, not each row's.
        if (kinds is [Aggregate.Average] && Enumerable.Range(at, next - at).Any(IsAdverb) && ColumnOf(column).Role == ColumnRole.Amount && Folds(at, next, UseOf(column, Aggregate.Sum)))
            return;
        foreach (var i in list)
            items[i].Used = true;
        noun.Used = true;
        Speak(column.Entity, next);
        // "Average quantity per order line": each row is one.
        if (by is [{ Entity: { } each }] && each == column.Entity && model[each].Label.Count == 0 && kinds.TrueForAll(k => k is Aggregate.Average or Aggregate.Median))
            by.Clear();
        else if (by.Count > 1 && kinds.TrueForAll(k => k is Aggregate.Average or Aggregate.Median))
            by.RemoveAll(b => b.Entity == column.Entity);
        measures.AddRange(kinds.Select(k => UseOf(column, k)));
        // "Average consumption of meters": what the rows belong to anyway.
        if (focus is not null && focus != column.Entity && focusItem is not null && !ranked && by.Count > 0 && Next(next) is var of && Is(of, ItemKind.Preposition) && items[of].Text == "of" && At(Next(of)) == focusItem && model.Graph.ReachesUp(column.Entity, focus))
            Unfocus();
        if (measures.Count == 1)
            measures[0] = InUnit(measures[0]);
    }

    private void Unfocus()
    {
        focus = null;
        focusItem = null;
        counting = false;
    }

    private void AggregatedCount(int at, int next)
    {
        _ = next;
        if (items[at].Aggregate == Aggregate.Sum && (measures.Count > 0 || items.Exists(i => i.Has(MeaningKind.Measure) || i.Kind is ItemKind.Count or ItemKind.HowMuch)))
            items[at].Used = true;
    }

    private void Counted(int at)
    {
        var noun = Next(at);
        while (Is(noun, ItemKind.Distinct, ItemKind.Preposition, ItemKind.Unit))
            noun = Next(noun);
        // "How many desks did we sell": the pieces of it.
        if (focus is null && measures.Count == 0 && values.Exists(v => v.At == noun) && items.Exists(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "sell" or "order" or "buy" or "purchas" or "ship")
            && PiecesOf(FieldRef.Read(values.Find(v => v.At == noun).Field).Entity) is { } pieces)
        {
            items[at].Used = true;
            measures.Add(pieces);
            return;
        }

        if (At(noun) is not { Used: false, Kind: ItemKind.Schema } item || (items[at].Text == "count" && IsEntity(Before(at)) && !Plural(items[Before(at)])))
        {
            // "Order count".
            if (items[at].Text == "count" && IsEntity(Before(at)) && !Plural(items[Before(at)]) && measures.Count == 0 && PickEntity(items[Before(at)], Before(at)) is { } before)
            {
                items[at].Used = items[Before(at)].Used = true;
                measures.Add(CountOf(before, false, at));
                if (focus == before)
                    Unfocus();
            }

            return;
        }

        if (SalesOf(item) is { } deals)
        {
            items[at].Used = item.Used = true;
            measures.Add(CountOf(deals, false, noun));
            Speak(deals, noun);
        }
        else if (item.Has(MeaningKind.Measure) && !item.Has(MeaningKind.Entity))
        {
            AddMeasure(noun);
            items[at].Used = true;
        }
        else if (item.Has(MeaningKind.Entity) && PickEntity(item, noun) is { } entity)
        {
            if (Is(at, ItemKind.HowMuch) && MassOf(item, entity) is null)
                return;
            // "How many tickets per client on average".
            if (Is(at, ItemKind.Count) && by is [{ Entity: not null }] && parts.Count == 0 && items.Find(i => i is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Average, Used: false }) is { } mean)
            {
                AveragePer(at, noun, CountOf(entity, false, noun));
                mean.Used = mean.Used || by.Count == 0;
                if (mean.Used)
                    return;
            }

            items[at].Used = item.Used = true;
            measures.Add(Is(at, ItemKind.HowMuch) ? MassOf(item, entity)! : CountOf(entity, Is(Before(noun), ItemKind.Distinct), noun));
        }
        else if (PickColumn(item, noun, null) is { } column)
        {
            var of = ColumnOf(column);
            // How many are active asks for those that are, not how many answers there are to it.
            if (of.Role == ColumnRole.Flag)
                return;
            items[at].Used = item.Used = true;
            // "How many units are in stock": the stock itself.
            if (item.Text is "units" or "pieces" && where.FindIndex(w => w is { Is: Comparison.More, Field: { } kept, Values: ["0"] } && Formula.Read(kept).IsField && model.Filters.Any(f => f.Name == "in stock" && f.Condition.Field == kept)) is >= 0 and var stocked)
            {
                var stock = FieldRef.Read(where[stocked].Field!);
                where.RemoveAt(stocked);
                measures.Add(UseOf(new(MeaningKind.Column, stock.Entity, stock.Column, 0), Aggregate.Sum));
                return;
            }

            measures.Add(of is { IsNumber: true, Role: ColumnRole.Amount } ? UseOf(column, Aggregate.Sum)
                : new($"{Title(SchemaNames.Plural(of.Phrase))}", Aggregate.CountDistinct, column.Field));
            Speak(column.Entity, noun);
        }

    }

    private void AddMeasure(int at)
    {
        if (PickMeasure(items[at], at) is not { } measure)
            return;
        items[at].Used = true;
        var use = InUnit(Use(measure));
        if (!measures.Exists(m => m.Name == use.Name))
            measures.Add(use);
        Speak(measure.Entity, at);
        notes.Add($"{measure.Phrases[0]} = {Describe.Formula(measure, model)}");
        if (use.Over is null && measure.Per is { } per && model.Measures.FirstOrDefault(m => m.Name == per) is { } divisor)
        {
            measures[^1] = use with { Name = use.Name + " rows" };
            measures.Add(Use(divisor));
            compute.Add(new(use.Name, measure.Unit == "%" ? ComputedKind.Percent : ComputedKind.Ratio, measures[^2].Name, measures[^1].Name));
        }

    }

    private void Counting()
    {
        if (measures.Count > 0 && !measures.TrueForAll(m => m.Formula == "*"))
        {
            // "Number of invoices and total amount": both.
            if (focusItem is not null && Is(Next(items.IndexOf(focusItem)), ItemKind.And) && Is(Next(Next(items.IndexOf(focusItem))), ItemKind.Aggregate, ItemKind.HowMuch, ItemKind.Schema) && compute.Count == 0)
                measures.Insert(0, CountOf(focus!, false, -1));
            return;
        }

        if (measures.Count == 0 && by is [{ Entity: not null }] && parts.Count == 0 && items.FindIndex(i => i is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Average, Used: false }) is >= 0 and var mean)
        {
            AveragePer(mean, mean, CountOf(focus!, false, -1));
            if (by.Count == 0)
            {
                Unfocus();
                return;
            }
        }

        measures.Insert(0, CountOf(focus!, false, -1));
    }
}
