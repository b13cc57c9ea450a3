using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>The figures themselves: measures of the model, sums of columns, numbers of things.</summary>
internal sealed partial class Reader
{
    // "Litres of fuel per depot" is a sum for each, not what every row says.
    private void SumAmounts()
    {
        var at = Next(-1);
        while (Is(at, ItemKind.Ask, ItemKind.HowMuch))
            at = Next(at);
        if (At(at) is not { Kind: ItemKind.Schema } noun || !noun.Meanings.All(m => m.Kind == MeaningKind.Column && ColumnOf(m) is { IsNumber: true, Role: ColumnRole.Amount }))
            return;
        var of = Next(at);
        if (At(of)?.Text == "of" && IsEntity(Next(of)) && items.Skip(of).Any(i => i.Kind is ItemKind.By or ItemKind.TimePart))
            items.Insert(at, new(ItemKind.Aggregate, noun.Start, noun.Start, "total") { Aggregate = Aggregate.Sum });
    }

    private Meaning? quantity;

    // "Quantity of released batches": the pieces or kilograms that they keep as their quantity, not how many they are.
    private void NameQuantity()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Count, Text: "quantity of" });
        var noun = Next(at);
        while (IsDescription(noun))
            noun = Next(noun);
        if (at < 0 || !IsEntity(noun) || items[noun].Entity is not { Weight: <= 1 } of || model[of.Entity].Columns.Where(c => c is { IsNumber: true, Role: ColumnRole.Amount } && c.Phrase == "quantity").ToList() is not [var kept])
            return;
        quantity = new(MeaningKind.Column, of.Entity, kept.Name, 0);
        PassOver(items[at]);
    }

    private void ReadQuantity()
    {
        if (quantity is not { } kept || measures.Count > 0)
            return;
        var kind = items.Find(i => i is { Kind: ItemKind.Aggregate, Used: false });
        if (kind is not null)
            kind.Used = true;
        measures.Add(UseOf(kept, kind?.Aggregate ?? Aggregate.Sum));
        if (focus == kept.Entity && !ranked)
            Unfocus();
    }

    /// <summary>Of measures with one name, the first whose rows lead to everything that is grouped by.</summary>
    private Measure? PickMeasure(Item item, int at)
    {
        var candidates = item.Of(MeaningKind.Measure).OrderBy(m => m.Weight).Select(m => m.Measure!).ToList();
        var needed = by.Select(d => FieldRef.Of(d).Entity)
            .Concat(focus is not null && !counting ? [focus] : []).Concat(values.Select(v => FieldRef.Read(v.Field).Entity)).Distinct().ToList();
        var fitting = candidates.Where(m => needed.TrueForAll(n => model.Graph.ReachesUp(m.Entity, n))).ToList();
        fitting = fitting.Count > 0 ? fitting : [.. candidates.Where(m => needed.TrueForAll(n => model.Graph.Best(m.Entity, n) is not null))];
        if (fitting.Count > 1 && fitting.Select(m => m.Phrases[0]).Distinct().Count() > 1)
        {
            Ask(item, at, [.. fitting.Take(5).Select(m => new AmbiguousChoice(Title(m.Phrases[0]), m.Phrases[0]))]);
            return null;
        }

        if (fitting.Count > 1 && fitting.Exists(m => !Money.Is(Noun(m.Entity))))
            fitting.RemoveAll(m => Money.Is(Noun(m.Entity)));
        // What is spent is what was bought, whatever else has a cost.
        if (fitting.Count > 1 && fitting[0].Phrases.Contains("spend") && fitting.Where(m => Document(m)?.StartsWith("purchase", StringComparison.Ordinal) == true).ToList() is [var bought])
            return bought;
        if (Rivals(fitting) is { Count: > 1 } rivals)
        {
            Ask(item, at, [.. rivals.Take(4).Select(m => Document(m)!).Select(d => new AmbiguousChoice(Title(d), d))]);
            return null;
        }

        return fitting.Count > 0 ? fitting[0] : null;
    }

    private MeasureUse Use(Measure measure) => new(Title(measure.Phrases[0]), measure.Aggregate, OnDay(measure.Formula), measure.Unit)
    {
        Entity = measure.Entity, Where = measure.Where,
        Over = measure.Per is { } per && model.Measures.FirstOrDefault(m => m.Name == per) is { } divisor && divisor.Entity == measure.Entity ? divisor.Formula : null,
    };

    // Ages are those of the day on which it is asked.
    private string OnDay(string formula) => formula.StartsWith("age(", StringComparison.Ordinal) ? formula.Replace("today", today.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) : formula;

    private MeasureUse UseOf(Meaning column, Aggregate aggregate)
    {
        var of = ColumnOf(column);
        var name = of.IsDate ? aggregate == Aggregate.Most ? "Latest" : "Earliest" : Name(aggregate);
        return new($"{name} {of.Phrase}", aggregate, column.Field, of.Unit);
    }

    private static string Name(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Sum => "Total", Aggregate.Average => "Average", Aggregate.Least => "Lowest", Aggregate.Most => "Highest", Aggregate.Median => "Median",
        _ => "Number of",
    };

    private MeasureUse CountOf(string entity, bool different, int at)
    {
        _ = at;
        // Different products of a supplier are its rows; different products of a customer are met again and again.
        var name = Title(SchemaNames.Plural(Noun(entity)));
        if (different && focus is not null && focus != entity && !model.Graph.ReachesUp(entity, focus) && model[entity].Key is [var key] && Between(entity, focus) is { } link)
            return new($"Different {SchemaNames.Plural(Noun(entity))}", Aggregate.CountDistinct, $"{entity}.{key}") { Entity = link };
        return new(name, Aggregate.Count, "*") { Entity = entity };
    }

    /// <summary>The entity that lies between two and leads to both: order lines between customers and products.</summary>
    private string? Between(string a, string b) =>
        model.Entities.Where(e => model.Graph.ReachesUp(e.Name, a) && model.Graph.ReachesUp(e.Name, b)).OrderBy(e => Distance(e.Name, a) + Distance(e.Name, b)).FirstOrDefault()?.Name;

    private MeasureUse DistinctOf(string entity, string from) =>
        model[entity].Key is [var key] && model.Graph.ReachesUp(from, entity)
            ? new(Title(SchemaNames.Plural(Noun(entity))), Aggregate.CountDistinct, $"{entity}.{key}") { Entity = from }
            : CountOf(entity, false, -1);

    // A number of sales is no sum of money: it counts the papers, or their lines where only those lead to what is asked.
    private string? SalesOf(Item item)
    {
        if (item.Text is not ("sales" or "sale") || item.Has(MeaningKind.Entity) || item.Of(MeaningKind.Measure).Select(m => m.Measure!).ToList() is not [var sold, ..])
            return null;
        var needed = by.Select(d => FieldRef.Of(d).Entity).Concat(focus is not null ? [focus] : []).Distinct().ToList();
        return model.Graph.From(sold.Entity).Where(s => !s.Down && model[s.To] is { DefaultDate: not null, Person: false }).Select(s => s.To).Append(sold.Entity)
            .FirstOrDefault(e => needed.TrueForAll(n => model.Graph.ReachesUp(e, n)));
    }

    // The weight of things that were shipped in May is not that of each of them once.
    private string? Pieces(AnalysisQuery query) => query.Measures.Any(m => m.Aggregate == Aggregate.Sum && m.Over is null && Bases.Of(m, model) is { } of && model[of] is { DefaultDate: null, Person: false, Label.Count: > 0 } && query.Where.Concat(m.Where).Any(w => IsTime(w, of)))
        ? "I cannot tell how often each of them is to be counted in that time. Please ask for the pieces or the money instead." : null;

    private bool IsTime(Condition condition, string of) => condition.Field is { } field && Formula.Read(field) is { IsField: true } formula && formula.Fields.First() is var at && model[at.Entity].Find(at.Column) is { IsDate: true } && at.Entity != of
        && model.Graph.Best(of, at.Entity) is { UpOnly: false } || condition.With.Any(w => IsTime(w, of));

    private Measure? RevenueNear(string entity) =>
        model.Measures.Where(m => m.Phrases.Contains("revenue") && model.Graph.ReachesUp(m.Entity, entity)).OrderBy(m => Distance(m.Entity, entity)).FirstOrDefault();

    // What we spend with a supplier is a cost, what a customer spends is our revenue.
    private Measure? SpentNear(string entity) => model.Measures.Where(m => m.Phrases.Contains("spend") && model.Graph.ReachesUp(m.Entity, entity)).OrderBy(m => Distance(m.Entity, entity)).FirstOrDefault() ?? RevenueNear(entity);

    /// <summary>What the rows of a thing are worth: the only amount that they hold.</summary>
    private List<MeasureUse> AmountOf(string entity, IReadOnlyList<Aggregate> kinds) => model[entity].Columns.Where(c => c is { IsNumber: true, Role: ColumnRole.Amount }).ToList() is [var only]
        ? [.. kinds.Select(k => UseOf(new(MeaningKind.Column, entity, only.Name, 0), k))] : [];

    /// <summary>The amount that a verb speaks of: consumption of what is consumed.</summary>
    private MeasureUse? AmountOfVerb(string verb) => Stems.OfVerb(verb) is var stem && (from entity in model.Entities
        from column in entity.Columns
        where column is { IsNumber: true, Role: ColumnRole.Amount } && column.Phrases.Take(2).Any(p => p.Split(' ').Any(w => w.Length > 4 && Stems.OfVerb(w) == stem)) && (focus is null || model.Graph.ReachesUp(entity.Name, focus))
        select new Meaning(MeaningKind.Column, entity.Name, column.Name, 0)).ToList() is [var only] ? UseOf(only, Aggregate.Sum) : null;

    private MeasureUse? WorthOf(string entity, Item noun) => AmountOf(entity, [Plural(noun) ? Aggregate.Sum : Aggregate.Most]) is [var worth] && (!Plural(noun) || Money.Is(noun.Text)) ? worth : null;

    /// <summary>"Downtime" is a sum where "stops" are a number: a thing in the singular with one amount.</summary>
    private MeasureUse? MassOf(Item noun, string entity) =>
        Plural(noun) || noun.Text == "people" ? null
        : model.Measures.FirstOrDefault(m => m.Entity == entity && m.Aggregate == Aggregate.Sum && IsDuration(m) && m.Phrases.Contains(noun.Text)) is { } lasted ? InUnit(Use(lasted))
        : model[entity].Columns.Where(c => c is { IsNumber: true, Role: ColumnRole.Amount }).ToList() is [var only]
            ? UseOf(new(MeaningKind.Column, entity, only.Name, 0), Aggregate.Sum) : null;
}
