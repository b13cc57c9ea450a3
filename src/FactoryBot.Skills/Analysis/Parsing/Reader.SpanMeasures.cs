using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Figures with nothing said of how they are computed: the time between two dates, an amount per month.</summary>
internal sealed partial class Reader
{
    private void SpanMeasure()
    {
        var average = items.FirstOrDefault(i => i.Kind == ItemKind.Aggregate && !i.Used);
        if (average is null && by.Count == 0 && parts.Count == 0 && !items.Exists(i => i.Kind is ItemKind.Count or ItemKind.HowMuch || i.Text.StartsWith("how long", StringComparison.Ordinal)))
        {
            show.Add(span!);
            return;
        }

        if (average is not null)
            average.Used = true;
        var kind = average?.Aggregate ?? Aggregate.Average;
        var unit = span![..span!.IndexOf('(', StringComparison.Ordinal)];
        if (items.Find(i => i is { Used: false, Text: "hours" or "minutes" or "days" } && At(items.IndexOf(i) - 1)?.Text == "in") is { } told)
        {
            told.Used = true;
            (unit, span) = (told.Text, In(span, told.Text));
        }

        measures.Add(new($"{Name(kind)} {unit}", kind, span, unit));
        foreach (var count in items.Where((i, n) => i.Kind is ItemKind.Count && Math.Abs(n - spanAt) <= 2))
            count.Used = true;
        counting = false;
    }

    // "Downtime in hours per bay": what stops sum up to, where no amount of it is kept.
    private void SumOfStandstills()
    {
        var howMuch = items.Find(i => i is { Kind: ItemKind.HowMuch, Used: false });
        if (focus is null || focusItem is null || measures.Count > 0 || ranked || (by.Count + parts.Count == 0 && howMuch is null) || !focusItem.Has(MeaningKind.Measure) || MassOf(focusItem, focus) is not { } lasted || !IsSpan(lasted.Formula))
            return;
        if (howMuch is not null)
            howMuch.Used = true;
        measures.Add(lasted);
        Unfocus();
    }

    // "Cumulative net amount of invoices": a running total is one of a sum.
    private void RunningSum()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Running, Used: false });
        if (at < 0 || measures.Count > 0)
            return;
        var noun = Next(at);
        while (Is(noun, ItemKind.Preposition, ItemKind.Aggregate))
            noun = Next(noun);
        if (At(noun) is not { Kind: ItemKind.Schema } figure || !IsFigure(figure) || PickColumn(figure, noun, null, c => c is { IsNumber: true, Role: ColumnRole.Amount }) is not { } column)
            return;
        figure.Used = true;
        if (focusItem == figure)
            (focusItem, focusColumns) = (null, null);
        measures.Add(UseOf(column, Aggregate.Sum));
        Speak(column.Entity, noun);
        if (focus == column.Entity)
            Unfocus();
    }

    // "Consumption per month": an amount with nothing said of how is summed.
    private void SumOfColumn()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Schema, Used: false } && IsFigure(i) && !i.Has(MeaningKind.Measure));
        if (at < 0 || Is(Before(at), ItemKind.Compare, ItemKind.With, ItemKind.Aggregate) || PickColumn(items[at], at, null) is not { } column || ColumnOf(column) is not { IsNumber: true, Role: ColumnRole.Amount })
            return;
        items[at].Used = true;
        if (focusItem == items[at])
            (focusItem, focusColumns) = (null, null);
        measures.Add(InUnit(UseOf(column, Aggregate.Sum)));
        Speak(column.Entity, at);
    }
}
