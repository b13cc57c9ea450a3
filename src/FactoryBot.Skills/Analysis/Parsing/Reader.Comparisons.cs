using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Price above 50", "more than 15 orders", "average price over 30", "above the average", "shipped later than required".</summary>
internal sealed partial class Reader
{
    private void ReadComparisons()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Compare, ItemKind.Between) && !items[i].Used)
                Compared(i);
            else if (Is(i, ItemKind.Number) && !items[i].Used && Is(Next(i), ItemKind.Postfix))
                Postfixed(i);
            else if (Is(i, ItemKind.Number) && !items[i].Used && Is(Before(i), ItemKind.With, ItemKind.Verb) && At(Next(i)) is { Kind: ItemKind.Schema, Used: false } figure && IsFigure(figure) && !figure.Has(MeaningKind.Measure))
            {
                items[i].Used = true;
                Against(i, i, Comparison.Equal, items[i].Number, null);
            }
            else if (Is(i, ItemKind.Number) && !items[i].Used && Is(Before(i), ItemKind.With) && IsEntity(AfterDistinct(i)))
                Against(i, i, Comparison.Equal, items[i].Number, null);
        }

    }

    private void Postfixed(int at)
    {
        var post = Next(at);
        items[at].Used = items[post].Used = true;
        Against(at, post, items[post].Comparison, items[at].Number, null);
    }

    private void Compared(int at)
    {
        var right = Next(at);
        if (items[at].Comparison is Comparison.StartsWith or Comparison.EndsWith or Comparison.Contains && Is(at, ItemKind.Compare))
        {
            Spelled(at, right);
            return;
        }

        if (Is(at, ItemKind.Between))
        {
            var and = Next(right);
            if (Is(right, ItemKind.Number) && Is(and, ItemKind.And) && Is(Next(and), ItemKind.Number))
            {
                items[at].Used = items[right].Used = items[Next(and)].Used = true;
                Against(at, Next(and), Comparison.Between, items[right].Number, items[Next(and)].Number);
            }

            return;
        }

        if (At(right) is { Kind: ItemKind.Unknown, Text: "once" or "twice" or "thrice" } often)
        {
            items[at].Used = often.Used = true;
            Times(at, right, items[at].Comparison, often.Text switch { "once" => 1, "twice" => 2, _ => 3 }, null);
            return;
        }

        if (Is(right, ItemKind.Number))
        {
            items[at].Used = items[right].Used = true;
            Against(at, right, items[at].Comparison, items[right].Number, null);
        }
        else if (Is(right, ItemKind.Aggregate) || (Is(right, ItemKind.Ask, ItemKind.Preposition) && Is(Next(right), ItemKind.Aggregate)))
            AgainstAverage(at, Is(right, ItemKind.Aggregate) ? right : Next(right));
        else if (!Is(right, ItemKind.Period) && At(right) is { } other)
            AgainstColumn(at, right, other);
    }

    private int AfterDistinct(int at)
    {
        var next = Next(at);
        while (Is(next, ItemKind.Distinct, ItemKind.Unit) || Describes(next) || (Is(next, ItemKind.Preposition) && items[next].Text is "of" or "in"))
            next = Next(next);
        return next;
    }

    /// <param name="end">The last item of the comparison; what it counts may stand behind it.</param>
    private void Against(int at, int end, Comparison comparison, decimal value, decimal? to)
    {
        percent = Is(Next(end), ItemKind.Percent);
        if (percent)
        {
            end = Next(end);
            items[end].Used = true;
        }

        if (Lasted(at, end, comparison, value, to))
            return;
        measuredIn = At(end + 1) is { } unit && Units.Is(unit.Text) && !unit.Has(MeaningKind.Entity) && !(unit.Has(MeaningKind.Column) && unit.Of(MeaningKind.Column).Any(c => c.Weight == 0)) ? unit : null;
        if (measuredIn is not null)
            end++;
        if (At(Next(end))?.Text == "times" || At(Next(end))?.Text == "time")
        {
            Times(at, Next(end), comparison, value, to);
            return;
        }

        var noun = AfterDistinct(end);
        var different = Enumerable.Range(end + 1, Math.Max(0, noun - end - 1)).Any(i => Is(i, ItemKind.Distinct));
        if (IsEntity(noun) && !(Is(Before(at), ItemKind.Schema) && items[Before(at)].Has(MeaningKind.Column) && !items[Before(at)].Used) && PickEntity(items[noun], noun) is { } counted && counted != focus)
        {
            items[noun].Used = true;
            Mark(end, noun);
            Speak(counted, noun);
            Total(CountOf(counted, different, noun), comparison, value, to);
            return;
        }

        if (At(noun) is { Kind: ItemKind.Schema, Used: false } figure && IsFigure(figure) && !(LeftOf(at) is { } l && Before(at) == l.At))
        {
            items[noun].Used = true;
            Mark(end, noun);
            Figure(figure, noun, null, comparison, value, to);
            return;
        }

        if (LeftOf(at) is not { } left)
        {
            Quality(at, end, comparison, value, to);
            return;
        }

        left.Item.Used = true;
        if (left.Aggregate is { } aggregate)
            aggregate.Used = true;
        if (left.Item.Kind == ItemKind.Count || left.Count)
        {
            if (PickEntity(left.Item, left.At) is { } entity)
                Total(CountOf(entity, false, left.At), comparison, value, to);
            return;
        }

        Figure(left.Item, left.At, left.Aggregate, comparison, value, to);
    }

    // "10 percent" of a column that holds fractions of one is 0.1.
    private bool percent;

    // "5 tons" of a column that holds kilograms is 5000.
    private Item? measuredIn;

    private decimal Scaled(decimal value, Column column)
    {
        if (measuredIn is { } unit && column.Unit is { } kept && Units.Factor(unit.Text, kept) is { } factor)
        {
            unit.Used = true;
            return value * factor;
        }

        return percent && column.Most <= 1 && value > 1 ? value / 100 : value;
    }

    private void Mark(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            items[i].Used = items[i].Used || items[i].Kind != ItemKind.Schema;
    }

    private (Item Item, int At, Item? Aggregate, bool Count)? LeftOf(int at)
    {
        for (var i = Before(at); i >= 0 && i > at - 6; i = Before(i))
        {
            var item = items[i];
            if (item.Kind == ItemKind.Schema && !item.Used && (item.Has(MeaningKind.Measure) || (item.Has(MeaningKind.Column) && item.Of(MeaningKind.Column).Any(c => (ColumnOf(c).IsNumber && ColumnOf(c).Role != ColumnRole.Key) || ColumnOf(c).IsDate || ColumnOf(c).Kind == DataKind.Span))))
            {
                var aggregate = Before(i);
                return (item, i, Is(aggregate, ItemKind.Aggregate, ItemKind.Count) ? items[aggregate] : null, false);
            }

            if (item.Has(MeaningKind.Entity) && Is(Before(i), ItemKind.Count) && !counting)
                return (item, i, items[Before(i)], true);
            if (item.Kind is ItemKind.Compare or ItemKind.By or ItemKind.Verb || (item.Kind == ItemKind.Schema && item.Has(MeaningKind.Entity)))
                return null;
        }

        return null;
    }

    private void Figure(Item item, int at, Item? aggregate, Comparison comparison, decimal value, decimal? to)
    {
        if (item.Has(MeaningKind.Measure) && !(aggregate is null && item.Of(MeaningKind.Column).Any(c => c.Entity == focus && c.Weight <= 1 && ColumnOf(c).IsNumber)) && !(percent && item.Of(MeaningKind.Column).Any(c => ColumnOf(c).Most <= 1)))
        {
            var measure = PickMeasure(item, at);
            if (measure is null)
                return;
            if (aggregate is { Aggregate: Aggregate.Average })
                aggregate.Used = false;
            else if (measure.Entity == focus && by.Count == 0)
                where.Add(Number(measure.Formula, comparison, value, to));
            else
                Total(Use(measure), comparison, value, to);
            return;
        }

        var column = PickColumn(item, at, null, c => (c.IsNumber && c.Role != ColumnRole.Key) || c.IsDate);
        if (column is null)
            return;
        var of = ColumnOf(column);
        var path = focus is null ? null : model.Graph.Best(focus, column.Entity);
        if (aggregate is { Kind: ItemKind.Aggregate } || aggregate is { Kind: ItemKind.Count })
            Total(UseOf(column, aggregate.Kind == ItemKind.Count ? Aggregate.Sum : aggregate.Aggregate), comparison, value, to);
        else if (focus is not null && path is { UpOnly: false } && of.Role == ColumnRole.Amount && column.Entity != focus)
            Total(UseOf(column, Aggregate.Sum), comparison, value, to);
        else if (by.Count > 0 && focus is null && of.Role == ColumnRole.Amount)
            Total(UseOf(column, Aggregate.Sum), comparison, value, to);
        else
        {
            where.Add(Number(column.Field, comparison, Scaled(value, of), to is { } upper ? Scaled(upper, of) : null));
            Speak(column.Entity, at);
            Shows(column.Field);
        }

    }

    private static Condition Number(string field, Comparison comparison, decimal value, decimal? to) =>
        Condition.Compare(field, comparison, to is { } end ? [Text(value), Text(end)] : [Text(value)]);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private void Total(MeasureUse measure, Comparison comparison, decimal value, decimal? to, bool mean = false)
    {
        totals.Add((measure, comparison, value, to, mean));
    }

    private (int At, List<Meaning> Columns)? DateNear(int at)
    {
        for (var i = at; i < Math.Min(items.Count, at + 5); i++)
        {
            if (items[i].Text is not ("date" or "day" or "time") && items[i].Kind is ItemKind.Verb or ItemKind.Unknown or ItemKind.Schema && EdgeOf(items[i]) is { Count: > 0 } columns && !(items[i].Has(MeaningKind.Entity)))
                return (i, columns);
            if (items[i].Kind is ItemKind.Number or ItemKind.Period or ItemKind.By)
                break;
        }

        return null;
    }

    private void Shows(string field)
    {
        if (!show.Contains(field))
            show.Add(field);
    }
}
