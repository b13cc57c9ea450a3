using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Averages of single rows and of sums, and what is earned or spent.</summary>
internal sealed partial class Reader
{
    // "How much did we earn": the revenue; with a customer or a supplier in it, the one that leads to him.
    private Measure? Earned(Item verb)
    {
        var word = Stems.OfVerb(verb.Text) == "spend" && model.Measures.Any(m => m.Phrases.Contains("spend")) && !(focus is not null && IsBuyer(Noun(focus))) ? "spend" : "revenue";
        if (verb.Text is "owe" or "owes" or "owed")
            return Owed(focus);
        if (Stems.OfVerb(verb.Text) == "spend" && focus is not null && PaidFor(focus) is { } paid)
            return paid;
        if (model.Measures.FirstOrDefault(m => m.Phrases.Contains("revenue") && model[m.Entity].Nouns.Any(n => Stems.OfVerb(n) == Stems.OfVerb(verb.Text))) is { } billed)
            return billed;
        var reach = values.Select(v => FieldRef.Read(v.Field).Entity).Concat(focus is null ? [] : [focus]).Distinct().ToList();
        return model.Measures.Where(m => m.Phrases.Contains(word) && reach.TrueForAll(r => model.Graph.ReachesUp(m.Entity, r))).OrderBy(m => reach.Count == 0 ? 0 : Distance(m.Entity, reach[0])).FirstOrDefault();
    }

    private Measure? Owed(string? by) => model.Measures.Where(m => m.Name.EndsWith("_outstanding", StringComparison.Ordinal) && (by is null || model.Graph.ReachesUp(m.Entity, by))).ToList() is [var owed] ? owed : null;

    private Measure? PickTimed(Item noun) => noun.Of(MeaningKind.Measure).OrderBy(m => m.Weight).Select(m => m.Measure!).Where(m => m.Aggregate == Aggregate.Average && (IsDuration(m) || m.Unit == "years"))
        .OrderBy(m => focus is null ? 0 : Distance(m.Entity, focus)).FirstOrDefault();

    // The mean of a rate is the rate over all.
    private static bool IsRate(Item noun) => noun.Of(MeaningKind.Measure).Any(m => m.Measure!.Per is not null);

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

        // "The total of unpaid invoices" is money, "total invoices" a number.
        var amount = Array.Exists(items[at].Text.Split(' '), w => w is "amount" or "value")
            || (kinds is [Aggregate.Sum] ? items[at].Text is "total of" or "sum of" or "sum" && Money.IsPaper(noun.Text) : Money.IsPaper(noun.Text) && kinds.TrueForAll(k => k is Aggregate.Average or Aggregate.Most or Aggregate.Least or Aggregate.Median));
        if (amount && !Is(Before(next), ItemKind.Count) && kinds is [Aggregate.Sum] && AmountOf(entity, kinds).Count == 0 && model.Measures.FirstOrDefault(m => m.Entity == entity && m.Phrases.Contains("revenue")) is { } billed)
        {
            measures.Add(Use(billed));
            notes.Add($"{billed.Phrases[0]} = {Describe.Formula(billed, model)}");
            items[at].Used = noun.Used = true;
            if (focus == entity && !ranked)
                Unfocus();
            return;
        }

        if ((amount || Money.Is(noun.Text)) && AmountOf(entity, kinds) is { Count: > 0 } amounts && !Is(Before(next), ItemKind.Count))
        {
            measures.AddRange(amounts);
            items[at].Used = noun.Used = true;
            if (focus == entity && !ranked)
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

        var number = Is(next - 1, ItemKind.Count) || Is(Before(next), ItemKind.Count);
        if ((number || (Plural(noun) && !Money.Is(noun.Text))) && Folds(at, next, CountOf(entity, false, next)))
        {
            if (focus == entity)
                Unfocus();
            return;
        }

        if (number)
        {
            AveragePer(at, next, CountOf(entity, false, next));
            noun.Used = true;
            return;
        }

        // "Average order value", "average order size": the measure for each order.
        if (At(after) is { } value && (value.Text is "value" or "size" or "amount" || value.Of(MeaningKind.Measure).Any(m => m.Measure!.Phrases.Contains("revenue"))) && RevenueNear(entity) is { } revenue)
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
        if (model.Graph.Best(Bases.Of(measure, model), per, upOnly: true) is { } way && way.Steps.Any(s => s.Relation.Guessed || model[s.From].Find(s.Relation.Via)?.Nullable == true) && model[per].Key is [var perKey])
            measure = measure with { Where = [.. measure.Where, Condition.Compare($"{per}.{perKey}", Comparison.NotEmpty)] };
        Ratio(measure, Whole(per, Bases.Of(measure, model)), $"Average {measure.Name.ToLowerInvariant()} per {Noun(per)}");
        if (focus is not null && focusItem is { } item && items.IndexOf(item) is var f && f >= at && f <= next)
            Unfocus();
        counting = false;
    }

    // Stops of a batch are shared among all batches, also those without a stop; orders of customers among those who ordered.
    private MeasureUse Whole(string per, string of)
    {
        if (model[per] is not { Person: false, DefaultDate: not null } || per == of || Buyers.Contains(Noun(per)) || values.Count > 0 || where.Count > 0 || items.Exists(i => i.Kind == ItemKind.Period || i.Has(MeaningKind.Value)) || !by.TrueForAll(b => model.Graph.ReachesUp(per, FieldRef.Of(b).Entity)))
            return DistinctOf(per, of);
        notes.Add($"÷ all {SchemaNames.Plural(Noun(per))}, also those without any");
        return CountOf(per, false, -1);
    }

    // "Average revenue per customer": the mean of each one's sum, not of single rows.
    private void AverageOfMeasure(int at, int next, Item noun)
    {
        if (PickMeasure(noun, next) is not { } measure)
            return;
        if (Folds(at, next, Use(measure)))
        {
            notes.Add($"{measure.Phrases[0]} = {Describe.Formula(measure, model)}");
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
}
