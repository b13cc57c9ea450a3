using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>The figure by which a ranking ranks: what stands behind "most", what "best" is best at, what "by" names.</summary>
internal sealed partial class Reader
{
    private bool Ranks(int at, int next, Item item)
    {
        var noun = At(next);
        var figured = next;
        while (Is(figured, ItemKind.Aggregate, ItemKind.Distinct))
            figured = Next(figured);
        if (item.Measures is "length" or "price" or "weight" && At(figured) is { Kind: ItemKind.Schema } told && told != focusItem && told.Has(MeaningKind.Measure) && !told.Has(MeaningKind.Entity) && !told.Of(MeaningKind.Column).Any(c => c.Entity == focus && c.Weight <= 1) && PickMeasure(told, figured) is { } longest)
        {
            foreach (var i in Enumerable.Range(next, figured - next))
                items[i].Used = true;
            told.Used = true;
            rankMeasure = Use(longest);
            notes.Add($"{longest.Phrases[0]} = {Describe.Formula(longest, model)}");
            return true;
        }

        switch (item.Measures)
        {
            case "date":
                return RankDate(at, next);
            case "birth":
                return RankNamed("birth");
            case "sold":
                return rankMeasure is not null || RankSold(item) || (item.Text is "most popular" or "least popular" && RankCount(next));
            case "best" when At(Before(at)) is { Kind: ItemKind.Verb } sells && Stems.OfVerb(sells.Text) is "sell" && RankSold(item):
                sells.Used = true;
                return true;
            case "rated":
                return RankRated(at);
            case "best" when RankRated(next):
                return true;
            case "best" when item.Text is "most valuable" or "least valuable" && focus is not null && Named(focus, "value").Where(c => c.IsNumber).ToList() is [var worth]:
                rankField = $"{focus}.{worth.Name}";
                Shows(rankField);
                return true;
            case "best":
                valued = true;
                break;
            case "count":
                return RankCount(next);
            case "length" or "price" or "weight" when rankBy >= 0 && focus is not null:
                return true;
            case { } quality when focus is not null && noun is not { Kind: ItemKind.Unknown }:
                // "The slowest shipper": the time of what belongs to him, on average.
                if (quality == "length" && Quality(quality, focus) is null && DurationOf(focus, at) is { } theirs && theirs.Entity != focus)
                {
                    rankMeasure = InUnit(Use(theirs));
                    foreach (var mean in items.Where(i => i is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Average }))
                        mean.Used = true;
                    notes.Add($"{theirs.Phrases[0]} = {Describe.Formula(theirs, model)}");
                    return true;
                }

                rankField = Quality(quality, focus) ?? (quality == "length" && DurationOf(focus, at) is { } took ? took.Formula : null);
                if (rankField is not null)
                    Shows(rankField = Told(rankField));
                if (rankField is not null && noun is { Kind: ItemKind.Schema } named && named.Of(MeaningKind.Column).Any(c => c.Field == rankField))
                    named.Used = true;
                return rankField is not null;
            case not null:
                return false;
        }

        while (Is(next, ItemKind.Unit, ItemKind.Count, ItemKind.Preposition, ItemKind.Aggregate) && At(Next(next)) is { Kind: ItemKind.Schema })
            next = Next(next);
        while (Describes(next))
            next = Next(next);
        noun = At(next);
        // "Consumed the most gas": the consumption of it.
        if ((noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) } || (noun.Has(MeaningKind.Value) && noun.Kind == ItemKind.Schema && !noun.Has(MeaningKind.Entity) && !noun.Has(MeaningKind.Measure))) && item.Text is "most" or "least" && At(Before(at)) is { Kind: ItemKind.Verb } deed0 && AmountOfVerb(deed0.Text) is { } amount)
        {
            deed0.Used = true;
            rankMeasure = amount;
            return true;
        }

        var alone = noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) } && item.Text is "most" or "least" && At(Before(at)) is { Kind: ItemKind.Verb };
        if (alone && Traded(items[Before(at)], item))
            return true;
        // "Which room is used the most": how often it stands in the rows.
        if (alone && focus is null && focusColumns is { Count: > 0 } && Stems.OfVerb(items[Before(at)].Text) is "use" or "used" or "occur" or "appear" or "happen" or "com" or "book" or "visit" or "need" && RankCount(next))
        {
            items[Before(at)].Used = true;
            return true;
        }

        // "Was borrowed the most": how often.
        if (noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) } && item.Text is "most" or "least" && At(Before(at)) is { Kind: ItemKind.Verb } done && focus is not null && NamedEvent(done.Text) is { } often && model.Graph.ReachesUp(often, focus))
        {
            done.Used = true;
            rankMeasure = CountOf(often, false, at);
            Speak(often, at);
            return true;
        }

        if (noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) } && At(Before(at)) is { Kind: ItemKind.Verb } verb && Stems.OfVerb(verb.Text) is "spend" or "pay" && focus is not null && SpentNear(focus) is { } spent)
        {
            rankMeasure = Use(spent);
            notes.Add($"{spent.Phrases[0]} = {Describe.Formula(spent, model)}");
            return true;
        }

        if (noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) } && At(Before(at)) is { Kind: ItemKind.Verb, Text: "owe" or "owes" or "owed" } owes && focus is not null && Owed(focus) is { } owed)
        {
            owes.Used = true;
            rankMeasure = Use(owed);
            notes.Add($"{owed.Phrases[0]} = {Describe.Formula(owed, model)}");
            return true;
        }

        if (noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) } && At(Before(at)) is { Kind: ItemKind.Verb } pays && Stems.OfVerb(pays.Text) is "earn" && focus is not null && Quality("salary", focus) is { } salary)
        {
            rankField = salary;
            pays.Used = true;
            Shows(salary);
            return true;
        }

        // "The biggest invoice", "the biggest order": what it is worth.
        if (!valued && noun == focusItem && focus is not null && item.Text is not ("most" or "least" or "fewest") && rankBy < 0 && !items.Exists(i => !i.Used && i.Has(MeaningKind.Measure)) && RankWorth())
            return true;
        if (noun == focusItem && focusItem is not null && focus is not null && NamesakeOf(focusItem, focus) is { } number)
        {
            rankField = number;
            Shows(number);
            return true;
        }

        if (valued && (noun is null || noun == focusItem || noun.Kind != ItemKind.Schema))
            return true;
        if (noun is { Kind: ItemKind.Verb } deed && item.Text is "most" or "least" && focus is not null && EventOf(deed.Text) is { } happened && happened != focus)
        {
            deed.Used = true;
            rankMeasure = CountOf(happened, false, next);
            Speak(happened, next);
            return true;
        }

        if (noun is null or { Kind: not (ItemKind.Schema or ItemKind.Unit) })
            return rankBy >= 0 || items.Exists(i => !i.Used && i.Has(MeaningKind.Measure));
        if (noun.Kind == ItemKind.Unit && noun.Text is "units" or "pieces" or "pcs")
            return RankSold(item);
        if (noun.Has(MeaningKind.Measure) && !noun.Has(MeaningKind.Entity) && PickMeasure(noun, next) is { } measure)
        {
            rankMeasure = Use(measure);
            notes.Add($"{measure.Phrases[0]} = {Describe.Formula(measure, model)}");
        }
        else if (noun.Has(MeaningKind.Entity) && noun != focusItem && PickEntity(noun, next) is { } counted)
        {
            if (Leads(counted) is { } leads)
            {
                RankLeaders(counted, leads);
                noun.Used = true;
                return true;
            }

            // "The biggest order" is the one of most worth, not the most orders.
            if (item.Text is not ("most" or "least" or "fewest") && !Enumerable.Range(at, next - at).Any(i => Is(i, ItemKind.Count)))
            {
                if (WorthOf(counted, noun) is not { } worth)
                    return false;
                rankMeasure = worth;
                noun.Used = true;
                Speak(counted, next);
                return true;
            }

            // "Lends the most books": the loans.
            var lends = focus is null || Is(Before(next), ItemKind.Distinct) ? null : items.Find(i => i.Kind == ItemKind.Verb && NamedEvent(i.Text) is { } e && e != counted && e != focus && model.Graph.ReachesUp(e, counted) && model.Graph.ReachesUp(e, focus));
            if (lends is not null)
                (lends.Used, counted) = (true, NamedEvent(lends.Text)!);
            // "Which referee officiated the most matches": where only one key ties them, the verb can mean nothing else.
            if (At(Before(at)) is { Kind: ItemKind.Unknown, Used: false } tie && tie.Text.Length > 4 && (tie.Text.EndsWith("ed", StringComparison.Ordinal) || tie.Text.EndsWith('s')) && focus is not null && model.Relations.Count(r => r.From == counted && r.To == focus) == 1)
                tie.Used = true;
            rankMeasure = CountOf(counted, Is(Before(next), ItemKind.Distinct), next);
            Speak(counted, next);
        }
        else if (noun.Has(MeaningKind.Column) && noun != focusItem && PickColumn(noun, next, null, c => c.IsNumber || c.IsDate) is { } column)
            RankColumn(column, Is(Before(next), ItemKind.Aggregate) ? items[Before(next)] : null);
        else if (noun == focusItem || noun.Has(MeaningKind.Entity))
            return noun == focusItem;
        noun.Used = true;
        return rankMeasure is not null || rankField is not null;
    }

    // Who bought the most is told by money, what sold the most by pieces.
    private bool Traded(Item verb, Item most)
    {
        if (Stems.OfVerb(verb.Text) is not ("buy" or "purchas" or "sell" or "spend" or "pay") || Traders() is not { } of)
            return false;
        var thing = !model[of].Person && !IsBuyer(Noun(of)) && model.Measures.Any(m => m.Phrases.Contains("revenue") && model.Graph.From(m.Entity).Any(s => !s.Down && s.To == of)) && Stems.OfVerb(verb.Text) is "buy" or "sell" or "purchas";
        if (thing && RankSold(most))
        {
            verb.Used = true;
            return true;
        }

        if (SpentNear(of) is not { } money || (Stems.OfVerb(verb.Text) is "sell" && !money.Phrases.Contains("revenue")))
            return false;
        verb.Used = true;
        rankMeasure = Use(money);
        notes.Add($"{money.Phrases[0]} = {Describe.Formula(money, model)}");
        return true;
    }

    private string? Traders() => focus ?? (focusColumns is { Count: > 0 } && focusColumns.Select(c => c.Entity).Distinct().ToList() is [var one] ? one : null);

    private void RankBy(int at)
    {
        if (At(at) is not { } item)
            return;
        var noun = at;
        while (Is(noun, ItemKind.Count, ItemKind.Aggregate, ItemKind.Distinct, ItemKind.HowMuch) || (Is(noun, ItemKind.Preposition) && items[noun].Text == "of"))
            noun = Next(noun);
        // "By number of completed appointments".
        while (Is(at, ItemKind.Count) && Describes(noun))
            noun = Next(noun);
        if (At(noun) is not { Kind: ItemKind.Schema } figure || (figure.Used && !(Is(at, ItemKind.Count) && figure != focusItem && figure.Has(MeaningKind.Entity))))
            return;
        var aggregate = Is(at, ItemKind.Aggregate) ? item : null;
        if (Is(at, ItemKind.Count) && SalesOf(figure) is { } deals)
            rankMeasure = CountOf(deals, false, noun);
        else if (Is(at, ItemKind.Count) && figure.Has(MeaningKind.Entity) && PickEntity(figure, noun) is { } counted)
            rankMeasure = CountOf(counted, Is(Before(noun), ItemKind.Distinct), noun);
        else if (aggregate is not null && figure.Has(MeaningKind.Entity) && !figure.Has(MeaningKind.Measure) && !figure.Has(MeaningKind.Column) && PickEntity(figure, noun) is { } of)
        {
            // "By total payments" is money, "by total orders" their number.
            if (Money.Is(figure.Text) && AmountOf(of, [aggregate.Aggregate]) is [var money])
                rankMeasure = money;
            else if (aggregate.Aggregate == Aggregate.Sum)
                rankMeasure = CountOf(of, false, noun);
            else
                return;
            Speak(of, noun);
        }
        else if (figure.Has(MeaningKind.Measure) && PickMeasure(figure, noun) is { } measure)
        {
            // The longest stop, or most time in all: of many rows nobody said which.
            if (measure.Aggregate == Aggregate.Average && IsDuration(measure) && aggregate is null && measure.Entity != focus)
            {
                Ask(figure, noun, [new($"Total {figure.Text}", $"total {figure.Text}"), new($"Average {figure.Text}", $"average {figure.Text}")]);
                return;
            }

            rankMeasure = aggregate is not null && IsDuration(measure) ? Use(measure) with { Aggregate = aggregate.Aggregate, Name = $"{Name(aggregate.Aggregate)} {measure.Phrases[0]}" } : Use(measure);
            notes.Add($"{measure.Phrases[0]} = {Describe.Formula(measure, model)}");
        }
        else if (figure.Has(MeaningKind.Column) && PickColumn(figure, noun, null, c => c.IsNumber || c.IsDate) is { } column)
            RankColumn(column, aggregate);
        else
            return;
        item.Used = figure.Used = true;
        if (Is(at, ItemKind.Count))
            items[at].Used = true;
        ranked = true;
    }
}
