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
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Aggregate) && !items[i].Used)
                Aggregated(i);
            else if (Is(i, ItemKind.Count, ItemKind.HowMuch))
                Counted(i);
        }

        ReadEither();
        ReadHowLong();
        ReadPresence();
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].Used && items[i].Has(MeaningKind.Measure) && items[i].Kind is ItemKind.Schema or ItemKind.Aggregate && !Is(Before(i), ItemKind.Aggregate, ItemKind.Count))
                AddMeasure(i);
        }

        if (focus is not null && measures.Count == 0 && focusItem is not null && Plural(focusItem) && items.Exists(i => i.Kind == ItemKind.Growth && !i.Used) && (parts.Count > 0 || items.Count(i => i.Kind == ItemKind.Period) == 2 || several is not null))
            counting = true;
        if (counting && focus is not null)
            Counting();
    }

    private void SpanMeasure()
    {
        var average = items.FirstOrDefault(i => i.Kind == ItemKind.Aggregate && !i.Used);
        if (average is null && !items.Exists(i => i.Kind is ItemKind.Count or ItemKind.HowMuch || i.Text.StartsWith("how long", StringComparison.Ordinal)))
        {
            show.Add(span!);
            return;
        }

        if (average is not null)
            average.Used = true;
        var kind = average?.Aggregate ?? Aggregate.Average;
        var unit = span![..span!.IndexOf('(', StringComparison.Ordinal)];
        measures.Add(new($"{Name(kind)} {unit}", kind, span, unit));
        foreach (var count in items.Where((i, n) => i.Kind is ItemKind.Count && Math.Abs(n - spanAt) <= 2))
            count.Used = true;
        counting = false;
    }

    // One or more of "highest, lowest and average", then the column that all are of.
    private void Aggregated(int at)
    {
        var list = new List<int> { at };
        var next = Next(at);
        while (Is(next, ItemKind.And, ItemKind.Aggregate, ItemKind.Superlative) || (Is(next, ItemKind.Preposition) && At(next)!.Text is "of" or "in") || Is(next, ItemKind.Count, ItemKind.Unit))
        {
            if (Is(next, ItemKind.Aggregate, ItemKind.Superlative, ItemKind.Count))
                list.Add(next);
            next = Next(next);
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

        if (kinds is [Aggregate.Average] && noun.Has(MeaningKind.Measure) && PickRate(noun) is { } rate)
        {
            items[at].Used = true;
            AddMeasure(next);
            _ = rate;
            return;
        }

        if (kinds is [Aggregate.Average] && OfDocument(noun) is { } document && RevenueNear(document) is { } worth)
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
        if (kinds.Contains(Aggregate.Sum) && ColumnOf(column).Role is ColumnRole.Rate or ColumnRole.Key)
            return;
        if (kinds.Count == 2 && kinds.Contains(Aggregate.Average) && list.Exists(i => Is(i, ItemKind.Count)))
        {
            // "Average number of pallets per client": the pallets of all, shared.
            AveragePer(at, next, UseOf(column, Aggregate.Sum));
            return;
        }

        foreach (var i in list)
            items[i].Used = true;
        noun.Used = true;
        Speak(column.Entity, next);
        // "Average quantity per order line": each row is one.
        if (by is [{ Entity: { } each }] && each == column.Entity && kinds.TrueForAll(k => k is Aggregate.Average or Aggregate.Median))
            by.Clear();
        measures.AddRange(kinds.Select(k => UseOf(column, k)));
        if (measures.Count == 1)
            measures[0] = InUnit(measures[0]);
    }

    private Measure? PickTimed(Item noun) => noun.Of(MeaningKind.Measure).OrderBy(m => m.Weight).Select(m => m.Measure!).Where(m => m.Aggregate == Aggregate.Average && IsDuration(m))
        .OrderBy(m => focus is null ? 0 : Distance(m.Entity, focus)).FirstOrDefault();

    // The mean of a rate is the rate over all.
    private static Measure? PickRate(Item noun) => noun.Of(MeaningKind.Measure).Select(m => m.Measure!).FirstOrDefault(m => m.Per is not null);

    // "Order value" names what it is the value of.
    private string? OfDocument(Item noun) => noun.Has(MeaningKind.Measure) && noun.Text.Split(' ') is [.., var last] && last is "value" or "amount" or "total"
        ? model.Entities.FirstOrDefault(e => noun.Text == $"{e.Noun} {last}")?.Name : null;

    // "Total number of orders", "average number of orders per customer", "average order value".
    private void EntityAfter(int at, int next, Item noun, List<Aggregate> kinds)
    {
        if (PickEntity(noun, next) is not { } entity)
            return;
        var after = At(next + 1)?.Text is "value" or "size" or "amount" ? next + 1 : Next(next);
        if (kinds.TrueForAll(k => k is Aggregate.Average or Aggregate.Median or Aggregate.Most or Aggregate.Least) && !Is(Before(next), ItemKind.Count) && OnlyRate(entity) is { } score && !Plural(noun))
        {
            foreach (var kind in kinds)
                measures.Add(UseOf(score, kind));
            items[at].Used = noun.Used = true;
            if (focus == entity)
                Unfocus();
            return;
        }

        if (MassOf(noun, entity) is { } mass && (kinds is [Aggregate.Sum] || (kinds is [Aggregate.Average] && by is [.., { Entity: not null }])))
        {
            if (kinds is [Aggregate.Sum])
                measures.Add(mass);
            else
                AveragePer(at, next, mass);
            items[at].Used = noun.Used = true;
            if (focus == entity)
                Unfocus();
            return;
        }

        if (kinds.Contains(Aggregate.Sum) && kinds.Count == 1)
        {
            items[at].Used = noun.Used = true;
            foreach (var i in Enumerable.Range(at, next - at))
                items[i].Used = true;
            measures.Add(CountOf(entity, false, next));
            if (focus == entity && !IsTarget())
                Unfocus();
            return;
        }

        if (items[at].Aggregate == Aggregate.Average && Is(next - 1, ItemKind.Count) || Is(Before(next), ItemKind.Count))
        {
            AveragePer(at, next, CountOf(entity, false, next));
            noun.Used = true;
            return;
        }

        // "Average order value", "average order size": the measure for each order.
        if (At(after) is { } value && (value.Text is "value" or "size" or "amount" || value.Has(MeaningKind.Measure)) && RevenueNear(entity) is { } revenue)
        {
            items[at].Used = noun.Used = value.Used = true;
            Ratio(Use(revenue), CountOf(entity, false, next), $"Average {Noun(entity)} value");
            if (focus == entity)
                Unfocus();
        }
    }

    // A rating is its stars: the only number that a row holds.
    private Meaning? OnlyRate(string entity) => model[entity].Columns.Where(c => c is { IsNumber: true, Role: not ColumnRole.Key }).ToList() is [{ Role: ColumnRole.Rate } only]
        ? new(MeaningKind.Column, entity, only.Name, 0) : null;

    private void Unfocus()
    {
        focus = null;
        focusItem = null;
        counting = false;
    }

    // "Average number of orders per customer": by what it is divided stands behind "per".
    private void AveragePer(int at, int next, MeasureUse measure)
    {
        if (by.Count == 0 || by[^1].Entity is not { } per)
            return;
        if (!model.Graph.ReachesUp(Bases.Of(measure, model), per))
        {
            // Products of an order are counted by its lines.
            if (Between(Bases.Of(measure, model), per) is not { } link)
                return;
            measure = measure with { Entity = link, Formula = "*", Aggregate = Aggregate.Count };
        }

        for (var i = at; i <= next; i++)
            items[i].Used = true;
        by.RemoveAt(by.Count - 1);
        // Rows that belong to none are not shared among those that there are.
        if (model.Graph.Best(Bases.Of(measure, model), per, upOnly: true) is { } way && way.Steps.Any(s => model[s.From].Find(s.Relation.Via)?.Nullable == true) && model[per].Key is [var perKey])
            measure = measure with { Where = [.. measure.Where, Condition.Compare($"{per}.{perKey}", Comparison.NotEmpty)] };
        Ratio(measure, DistinctOf(per, Bases.Of(measure, model)), $"Average {measure.Name.ToLowerInvariant()} per {Noun(per)}");
        if (focus is not null && focusItem is { } item && items.IndexOf(item) is var f && f >= at && f <= next)
            Unfocus();
        counting = false;
    }

    // "Average revenue per customer": the mean of each one's sum, not of single rows.
    private void AverageOfMeasure(int at, int next, Item noun)
    {
        if (PickMeasure(noun, next) is not { } measure)
            return;
        if (by.Count == 0 && parts.Count == 0)
        {
            if (focus is not null && focus != measure.Entity && IsEntity(Next(Next(next))))
                return;
            return;
        }

        if (by.Count > 0 && by[^1].Entity is { } per)
        {
            items[at].Used = noun.Used = true;
            by.RemoveAt(by.Count - 1);
            Ratio(Use(measure), DistinctOf(per, measure.Entity), $"Average {measure.Phrases[0]} per {Noun(per)}");
        }
    }

    private void Ratio(MeasureUse left, MeasureUse right, string name)
    {
        measures.Add(left);
        measures.Add(right);
        compute.Add(new(name, ComputedKind.Ratio, left.Name, right.Name));
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

        if (item.Has(MeaningKind.Measure) && !item.Has(MeaningKind.Entity))
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
            items[at].Used = item.Used = true;
            var of = ColumnOf(column);
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
            return;
        measures.Insert(0, CountOf(focus!, false, -1));
    }
}
