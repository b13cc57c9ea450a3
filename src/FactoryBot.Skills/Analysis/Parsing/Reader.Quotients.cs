using System.Collections.Frozen;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Scrap quantity divided by planned quantity", "standard minutes divided by actual minutes per method": one named figure over another.</summary>
internal sealed partial class Reader
{
    private static readonly FrozenSet<string> PlannedWords = new[] { "ideal", "standard", "nominal", "target", "planned", "theoretical", "minimum", "scheduled" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> RealWords = new[] { "real", "actual", "true", "effective" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> FigureNames = new[] { "rate", "ratio", "efficiency", "factor", "degree", "index", "performance", "share", "quotient", "utilisation", "utilization" }.ToFrozenSet(StringComparer.Ordinal);

    // "Waste per line in percent of output".
    private void ReadPercentOf()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Percent, Used: false } && At(items.IndexOf(i) + 1) is { Kind: ItemKind.Preposition, Text: "of" });
        var first = Next(-1);
        while (Is(first, ItemKind.Ask, ItemKind.Preposition, ItemKind.HowMuch) || At(first) is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Sum })
            first = Next(first);
        if (at < 1 || first >= at || measures.Count > 0 || Figure(first, first + 1) is not { } part || Figure(at + 2, at + 3) is not { } whole || part.Name == whole.Name)
            return;
        foreach (var item in items.Take(first + 1).Append(items[at]).Append(items[at + 2]))
            item.Used = true;
        AddShare($"{part.Name} in percent of {whole.Name.ToLowerInvariant()}", part, whole);
        if (focusItem == items[first])
            Unfocus();
        (focusColumns, counting) = (null, false);
    }

    private void ReadQuotient()
    {
        ReadPercentOf();
        var at = items.FindIndex(i => i is { Kind: ItemKind.Ratio, Text: "divided by", Used: false });
        if (at < 1 || measures.Count > 0)
            return;
        var start = at;
        while (start > 0 && !items[start].AfterComma)
            start--;
        var end = at + 1;
        while (end < items.Count && !items[end].AfterComma && !Is(end, ItemKind.By, ItemKind.TimePart, ItemKind.Period) && !items[end].Used)
            end++;
        if (start > 0 && !IsTitle(start))
            return;
        if (Planned(start, at) is { } planned && Took(at + 1, end, planned) is { } took)
            measures.Add(new("Planned ÷ actual time", Aggregate.Sum, planned.Field) { Entity = took.Entity, Over = InUnitOf(took.Formula, ColumnOf(planned).Unit) });
        else if (Planned(at + 1, end) is { } plannedBelow && Took(start, at, plannedBelow) is { } tookAbove)
            measures.Add(new("Actual ÷ planned time", Aggregate.Sum, InUnitOf(tookAbove.Formula, ColumnOf(plannedBelow).Unit)) { Entity = tookAbove.Entity, Over = plannedBelow.Field });
        else if (Figure(start, at) is { } above && Figure(at + 1, end) is { } below && above.Name != below.Name)
            Ratio(above, below, $"{above.Name} ÷ {below.Name.ToLowerInvariant()}");
        else
            return;
        foreach (var item in items.Where((item, i) => i < end && (i < start || i >= start) && item.Kind is not (ItemKind.By or ItemKind.Period or ItemKind.TimePart)))
            item.Used = true;
        notes.Add(measures[0].Over is null ? compute[^1].Name.ToLowerInvariant() : $"{measures[0].Name.ToLowerInvariant()}: {Describe.Text(measures[0].Formula, model)} ÷ {Describe.Text(measures[0].Over!, model)}, both summed");
        if (focusItem is not null && items.IndexOf(focusItem) < end)
            Unfocus();
        (focusColumns, counting) = (null, false);
    }

    // "Run ratio per product: …": what the figure is called.
    private bool IsTitle(int end) => items.Take(end).Any(i => FigureNames.Contains(i.Text.Split(' ')[0])) && items.Take(end).All(i => i.Used || i.Kind is not (ItemKind.Number or ItemKind.Compare or ItemKind.Not or ItemKind.Quoted or ItemKind.Top or ItemKind.Superlative));

    private IEnumerable<Item> Said(int from, int to) => items.Skip(from).Take(to - from).Where(i => !(i.Kind is ItemKind.Ask or ItemKind.Preposition || i is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Sum } || (i.Kind == ItemKind.Filler && !RealWords.Contains(i.Text))));

    // A single name, which is all that stands there.
    private MeasureUse? Figure(int from, int to)
    {
        if (Said(from, to).ToList() is not [{ Kind: ItemKind.Schema, Used: false } only])
            return null;
        var at = items.IndexOf(only);
        if (only.Has(MeaningKind.Measure))
            return PickMeasure(only, at) is { } measure ? Use(measure) is var use && IsSpan(use.Formula) ? use with { Aggregate = Aggregate.Sum } : use : null;
        if (only.Has(MeaningKind.Entity))
            return Plural(only) && PickEntity(only, at) is { } counted ? CountOf(counted, false, at) : null;
        return PickColumn(only, at, null, c => c is { IsNumber: true, Role: ColumnRole.Amount }) is { } column ? UseOf(column, Aggregate.Sum) : null;
    }

    // "Ideal batch minutes": the one time that is kept as planned.
    private Meaning? Planned(int from, int to)
    {
        var said = Said(from, to).SelectMany(i => i.Text.Split(' ')).ToList();
        if (!said.Exists(PlannedWords.Contains) || TimeUnit(said[^1]) is null && said[^1] is not ("time" or "seconds" or "duration"))
            return null;
        return model.Entities.Where(e => area is null || e.Schema == area).SelectMany(e => e.Columns.Where(c => c.IsNumber && c.Role != ColumnRole.Key && c.Unit is "s" or "min" or "h" && c.Phrases.Any(p => p.Split(' ').Any(PlannedWords.Contains)))
            .Select(c => new Meaning(MeaningKind.Column, e.Name, c.Name, 0))).ToList() is [var only] ? only : null;
    }

    // "Real minutes", "actual time": from the beginning to the end of the rows that the plan is for.
    private Measure? Took(int from, int to, Meaning planned)
    {
        var said = Said(from, to).SelectMany(i => i.Text.Split(' ')).ToList();
        if (!said.Exists(RealWords.Contains) || TimeUnit(said[^1]) is null && said[^1] is not ("time" or "duration"))
            return null;
        return model.Measures.Where(m => m.Aggregate == Aggregate.Average && IsDuration(m) && !IsDelay(m) && m.Phrases.Contains("duration") && model.Graph.ReachesUp(m.Entity, planned.Entity)).ToList() is [var only] ? only : null;
    }

    private static string InUnitOf(string span, string? unit) => unit switch { "h" => In(span, "hours"), "s" => $"{In(span, "minutes")} * 60", _ => In(span, "minutes") };
}
