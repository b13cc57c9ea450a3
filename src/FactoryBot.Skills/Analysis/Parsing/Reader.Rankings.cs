using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Top 5 customers by revenue", "the cheapest product", "who handled the most orders", "sorted by price".</summary>
internal sealed partial class Reader
{
    private string? rankField;
    private MeasureUse? rankMeasure;
    private bool ranked;
    private bool rankLow;

    // "Best" and "worst": which end that is depends on the figure.
    private bool valued;
    private static readonly int[] FirstFew = [1, 3, 5, 10];

    private void ReadRankings()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Top) && !items[i].Used)
                Top(i);
            else if (Is(i, ItemKind.Superlative) && !items[i].Used)
                Superlative(i);
        }

        BothEnds();
        if (rankBy >= 0)
            RankBy(rankBy);
        if (valued && rankMeasure is not null && LittleIsGood(rankMeasure))
            rankLow = !rankLow;
        if (ranked && rankMeasure is null && rankField is null && measures.Count == 0)
        {
            rankMeasure = OnlyMeasure() ?? OfColumn();
            if (rankMeasure is null)
                AskRank();
            else if (valued && LittleIsGood(rankMeasure))
                rankLow = !rankLow;
        }

    }

    private void AskRank()
    {
        var at = items.FindIndex(i => i.Kind is ItemKind.Top or ItemKind.Superlative);
        var figures = model.Measures.Where(m => focus is null || model.Graph.ReachesUp(m.Entity, focus)).Select(m => m.Phrases[0]).Distinct().Take(3).ToList();
        figures = [.. figures.Where(f => !f.StartsWith("time ", StringComparison.Ordinal) && !f.EndsWith(" time", StringComparison.Ordinal)),
            .. focus is null ? [] : model.Graph.From(focus).Where(s => s.Down && !model[s.To].Bridge).Select(s => "number of " + SchemaNames.Plural(Noun(s.To))).Distinct().Take(3)];
        var last = items[^1];
        if (figures.Count == 0)
            return;
        if (figures is [var only] && focus is not null && OnlyFigure(only) is { } use)
        {
            rankMeasure = use;
            notes.Add($"ranked by {only}, the only figure that there is");
            return;
        }

        if (figures.Count > 1)
            ambiguous ??= new(last.Text, last.Start, last.End, [.. figures.Select(f => new AmbiguousChoice($"By {f}", $"{last.Text} by {f}"))]) { Question = $"By which figure is “{items[at].Text}” meant?" };
    }

    // A question back with one answer is none.
    private MeasureUse? OnlyFigure(string figure) => model.Measures.FirstOrDefault(m => m.Phrases[0] == figure && model.Graph.ReachesUp(m.Entity, focus!)) is { } measure ? Use(measure)
        : model.Graph.From(focus!).Where(s => s.Down && !model[s.To].Bridge && figure == "number of " + SchemaNames.Plural(Noun(s.To))).Select(s => CountOf(s.To, false, -1)).FirstOrDefault();

    private bool LittleIsGood(MeasureUse? measure) => (measure is not null && Polarity.IsBad(measure.Name))
        || items.Exists(i => i.Kind == ItemKind.Schema && i.Meanings.Any(m => m.Kind is MeaningKind.Column or MeaningKind.Measure) && Polarity.IsBad(i.Text));

    // A measure that stands anywhere else in the question: "which three countries bring in the least revenue".
    private MeasureUse? OnlyMeasure()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { Used: false, Kind: ItemKind.Schema } item && item.Has(MeaningKind.Measure) && PickMeasure(item, i) is { } measure)
            {
                item.Used = true;
                notes.Add($"{measure.Phrases[0]} = {Describe.Formula(measure, model)}");
                return Use(measure);
            }
        }

        return null;
    }

    // "Top 3 reasons for admissions": how many there are of each.
    private MeasureUse? OfColumn()
    {
        if (focus is { } of && show is [var only] && Formula.Read(only) is { IsField: true } field && field.Fields.First() is var shown && shown.Entity == of && model[of].Find(shown.Column) is { Role: ColumnRole.Attribute, Kind: DataKind.Text } && focusItem is not null && items.IndexOf(focusItem) > items.FindIndex(i => i.Kind == ItemKind.Top))
        {
            show.Clear();
            by.Add(GroupColumn(new(MeaningKind.Column, of, shown.Column, 0)));
            where.Add(Condition.Compare(only, Comparison.NotEmpty));
            Unfocus();
            return CountOf(of, false, -1);
        }

        if (focus is not null || focusItem is null || focusColumns is not { Count: > 0 } || items.FindIndex(items.IndexOf(focusItem), i => i.Has(MeaningKind.Entity) && !i.Used) is not (>= 0 and var at)
            || PickEntity(items[at], at) is not { } counted || !focusColumns.Exists(c => c.Entity == counted))
            return null;
        items[at].Used = true;
        Speak(counted, at);
        return CountOf(counted, false, at);
    }

    // Of one that nobody counted, those that are level with it are no less the first.
    private bool alone;

    private void Top(int at)
    {
        items[at].Used = true;
        rankLow = items[at].Low;
        ranked = true;
        CountBefore(at);
        // "The top product of each category" is one; how many "top products" are nobody said.
        limit = NumberBeside(at) ?? (focusItem is not null && At(Next(at)) == focusItem && !Plural(focusItem) ? 1 : 10);
    }

    // "Rentals per month, top 3": the groups are ranked by what is counted in them.
    private void CountBefore(int at)
    {
        var last = Is(Next(at), ItemKind.Number) ? Next(at) : at;
        if (measures.Count > 0 || by.Count + parts.Count == 0 || focus is null || focusItem is null || !Plural(focusItem) || items.IndexOf(focusItem) > at || At(Next(last)) is not null || AsksMoney(focusItem, focus))
            return;
        measures.Add(CountOf(focus, false, -1));
        Unfocus();
    }

    private int? NumberBeside(int at)
    {
        foreach (var i in (ReadOnlySpan<int>)[Next(at), Before(at), Before(Before(at))])
        {
            if (At(i) is { Kind: ItemKind.Number, Used: false } number && number.Number is >= 1 and <= 1000 && (i == Next(at) || !Is(i + 1, ItemKind.Unit)))
            {
                number.Used = true;
                return (int)number.Number;
            }
        }

        if (focusItem is not null && At(Before(items.IndexOf(focusItem))) is { Kind: ItemKind.Number, Used: false } beside)
        {
            beside.Used = true;
            return (int)beside.Number;
        }

        return null;
    }

    private void Superlative(int at)
    {
        var item = items[at];
        var next = Next(at);
        while (Is(next, ItemKind.Distinct, ItemKind.Aggregate) && !(Is(next, ItemKind.Aggregate) && items[next].Aggregate is Aggregate.Average))
            next = Next(next);
        if (RanksRate(at, next) || OfAnother(at) || ReadAsAggregate(at, next))
            return;
        var number = NumberBeside(at);
        if (!Ranks(at, next, item))
            return;
        item.Used = true;
        ranked = true;
        rankLow = rankField is not null && item.Measures == "date" ? item.Low : item.Low;
        alone = number is null && limit is null && item.Measures is not ("date" or "birth");
        limit = number ?? limit ?? One(at);
    }

    // "The manager of the shop that sold the most": what is ranked is not what is asked for, and nothing here ranks one thing to tell another.
    private bool OfAnother(int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (IsEntity(i))
                return focusItem is not null && items[i] != focusItem && items.IndexOf(focusItem) < i && items[i].Entity!.Entity != focus && Is(Before(i), ItemKind.Preposition) && items[Before(i)].Text == "of"
                    && Enumerable.Range(i + 1, at - i - 1).Any(n => Is(n, ItemKind.Ask, ItemKind.With) || items[n].Text == "that");
        }

        return false;
    }

    // A thing in the singular is one; in the plural without a number nobody said how many.
    private int? One(int at)
    {
        if (focusItem is null || Is(Next(at), ItemKind.TimePart) || !Plural(focusItem))
            return 1;
        if (items.Exists(i => i.Kind == ItemKind.TimePart && Is(Before(items.IndexOf(i)), ItemKind.Ask)) || within > 0 || by.Count > 0 && (focus is null || grouped) || items.Exists(i => i is { Kind: ItemKind.Ask, Text: "who" }))
            return 1;
        ambiguous ??= new(focusItem.Text, focusItem.Start, focusItem.End,
            [.. FirstFew.Select(n => new AmbiguousChoice(n == 1 ? "Only the first" : $"The first {n}", n == 1 ? $"1 {SchemaNames.Singular(focusItem.Text)}" : $"{n} {focusItem.Text}"))])
        {
            Question = $"How many {focusItem.Text} do you want to see?",
        };
        return null;
    }

    // "What is the highest freight": a figure; "which order had the highest freight": an order.
    private bool ReadAsAggregate(int at, int next)
    {
        if (At(next) is not { Kind: ItemKind.Schema } noun)
        {
            // "The most expensive, the cheapest and the average price".
            if (At(at)!.Measures is "price" or null && Is(next, ItemKind.Superlative, ItemKind.And) && items.Skip(at).Any(i => i.Kind == ItemKind.Aggregate && !i.Used))
            {
                items.Where((x, n) => n >= at && x.Kind == ItemKind.Aggregate).First().Used = false;
                return ListOfAggregates(at);
            }

            return false;
        }

        if (At(at)!.Measures is not (null or "price") || !noun.Has(MeaningKind.Column) || noun.Has(MeaningKind.Entity))
            return false;
        var who = focusItem is not null && items.IndexOf(focusItem) < at && focusItem.Has(MeaningKind.Entity) && (Is(Before(items.IndexOf(focusItem)), ItemKind.Ask, ItemKind.Number, ItemKind.Distinct, ItemKind.Superlative, ItemKind.Top) || Before(items.IndexOf(focusItem)) < 0);
        // "For each department the doctor with the highest salary": he, not the figure.
        who |= focusItem is not null && focusItem.Has(MeaningKind.Entity) && Is(Before(at), ItemKind.With) && Before(Before(at)) == items.IndexOf(focusItem);
        who |= focus is not null && items.Exists(i => i is { Kind: ItemKind.Ask, Text: "who" });
        if (who || focusColumns is not null && focusItem is { } f && items.IndexOf(f) < at)
            return false;
        if (PickColumn(noun, next, null, c => c.IsNumber || c.IsDate) is not { } column)
            return false;
        items[at].Used = noun.Used = true;
        // The figure itself is asked for, not one for each of its values.
        if (noun == focusItem && focusColumns is not null)
            (focusItem, focusColumns) = (null, null);
        measures.Add(UseOf(column, items[at].Low ? Aggregate.Least : Aggregate.Most));
        Speak(column.Entity, next);
        return true;
    }

    private bool ListOfAggregates(int at)
    {
        var kinds = new List<(int At, Aggregate Kind)>();
        var last = at;
        for (var i = at; i < items.Count; i = Next(i))
        {
            if (Is(i, ItemKind.Superlative))
                kinds.Add((i, items[i].Low ? Aggregate.Least : Aggregate.Most));
            else if (Is(i, ItemKind.Aggregate))
                kinds.Add((i, items[i].Aggregate));
            else if (!Is(i, ItemKind.And))
            {
                last = i;
                break;
            }
        }

        if (At(last) is not { Kind: ItemKind.Schema } noun || PickColumn(noun, last, null, c => c.IsNumber) is not { } column)
            return false;
        foreach (var (i, kind) in kinds)
        {
            items[i].Used = true;
            measures.Add(UseOf(column, kind));
        }

        noun.Used = true;
        Speak(column.Entity, last);
        return true;
    }

    private bool rankDate;
}
