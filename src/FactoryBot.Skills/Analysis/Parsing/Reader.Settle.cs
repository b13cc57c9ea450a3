using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Words whose job in the sentence their neighbours tell.</summary>
internal sealed partial class Reader
{
    // Words whose job the neighbours tell.
    private void Settle(int at)
    {
        var item = items[at];
        if (item is { Kind: ItemKind.Compare, Text: "just" } && !Is(Next(at), ItemKind.Number))
            item.Kind = ItemKind.Filler;
        else if (item is { Kind: ItemKind.Schema } && item.Has(MeaningKind.Entity) && !Plural(item) && at > 1 && items[at - 1].Text is "we" or "they" && items[at - 2].Text is "did" or "do" or "have")
            (item.Kind, item.Meanings) = (ItemKind.Verb, []);
        else if (IsDoing(at))
            (item.Kind, item.Meanings) = (ItemKind.Verb, []);
        else if (item is { Kind: ItemKind.Ask, Text: "get" or "give" or "find" or "show" or "list" or "display" } && at > 0 && (items[at - 1] is { Kind: ItemKind.Ask, Text: "who" or "which" } || items[at - 1].Text == "that"))
            item.Kind = ItemKind.Verb;
        else if (item is { Kind: ItemKind.Distinct, Text: "different" } && items.Skip(at + 1).Any(i => i.Text == "than"))
            // "A different country than the customer's" sets two columns beside each other.
            item.Kind = ItemKind.Unknown;
        else if (item.Kind == ItemKind.Unknown && KindWords.Is(item.Text) && at > 0 && items[at - 1] is { Kind: ItemKind.Schema } classed && classed.Meanings.Any(c => c.Kind is MeaningKind.Column or MeaningKind.Value && ColumnOf(c) is { Kind: DataKind.Text, Role: not ColumnRole.Label }))
            // "Cabin class" where the column is called cabin.
            item.Kind = ItemKind.Filler;
        else if (item.Kind == ItemKind.Unknown && KindWords.Is(item.Text) && at > 0 && items[at - 1].Hidden.Where(h => ColumnOf(h) is { Kind: DataKind.Text, Role: not ColumnRole.Label }).ToList() is { Count: > 0 } classes)
            // "Business class": a value, whatever else business is.
            (item.Kind, items[at - 1].Kind, items[at - 1].Meanings) = (ItemKind.Filler, ItemKind.Schema, classes);
        else if (item is { Kind: ItemKind.Schema } && item.Has(MeaningKind.Entity) && !Plural(item) && At(at + 1) is { Kind: ItemKind.Schema, AfterComma: false } thing
            && item.Hidden.Where(h => model[h.Entity].Label.Contains(h.Column!) && thing.Of(MeaningKind.Entity).Any(e => e.Entity == h.Entity)).ToList() is { Count: > 0 } names)
            // "The Business plan": a plan called so, whoever else may be called a business.
            item.Meanings = names;
        else if (item.Kind == ItemKind.Unknown && at > 0 && Unit(item.Text) is { } part && (items[at - 1] is { Kind: ItemKind.Ask, Text: "which" or "what" } || (items[at - 1] is { Kind: ItemKind.Superlative, Measures: "count" or "best" })))
            // "Which month had the most flights", "the busiest month".
            items[at] = new(ItemKind.TimePart, item.Start, item.End, item.Text) { Part = part, AfterComma = item.AfterComma };
        else if (item is { Kind: ItemKind.Filler, Text: "only" } && (Is(at + 1, ItemKind.Verb) || (Is(at - 1, ItemKind.Verb) && Is(at + 1, ItemKind.Preposition, ItemKind.Period))))
            // "Who only ordered in 1996" is about all the other years as well.
            item.Kind = ItemKind.Unknown;
        else if (item.Kind == ItemKind.Not && At(at + 1) is { Kind: ItemKind.Compare } compared && Opposite(compared.Comparison) is { } opposite)
        {
            item.Kind = ItemKind.Filler;
            items[at + 1] = new(ItemKind.Compare, compared.Start, compared.End, "not " + compared.Text) { Comparison = opposite, AfterComma = compared.AfterComma };
        }
        else if (item.Has(MeaningKind.Filter) && item.Text.EndsWith("assigned", StringComparison.Ordinal) && Is(Next(at), ItemKind.Preposition) && IsEntity(Next(Next(at))))
            (item.Kind, item.Meanings) = (item.Text == "assigned" ? ItemKind.Verb : ItemKind.Without, []);
        else if (item is { Kind: ItemKind.Schema, Text: "sales" } && item.Has(MeaningKind.Measure) && item.Has(MeaningKind.Entity) && !Is(Before(at), ItemKind.Count))
            item.Meanings = [.. item.Meanings.Where(m => m.Kind != MeaningKind.Entity)];
        else if (item is { Kind: ItemKind.By, Text: "in each" or "in every" or "of each" or "of every" or "each" or "every" } && Is(at + 1, ItemKind.TimePart))
            item.Kind = ItemKind.Filler;
        else if (item is { Kind: ItemKind.Unknown, Text: "counting" or "considering" or "only" } && At(Next(at)) is { Kind: ItemKind.Schema } condition && (condition.Has(MeaningKind.Value) || condition.Has(MeaningKind.Filter)))
            item.Kind = ItemKind.Filler;
        else if (item.Kind == ItemKind.Schema && item.Text is "cost" or "costs" && at > 0 && (items[at - 1].Text is "they" or "it" || (IsEntity(Before(at)) && Plural(items[Before(at)]) && Is(at + 1, ItemKind.Compare, ItemKind.Superlative))))
            (item.Kind, item.Meanings) = (ItemKind.Verb, []);
        else if (item.Kind == ItemKind.Schema && item.Text.EndsWith(" star", StringComparison.Ordinal) && At(Is(at + 1, ItemKind.Any) ? at + 2 : at + 1) is { } actor && actor.Meanings.Concat(actor.Hidden).Any(m => m.Kind == MeaningKind.Value && model[m.Entity].Person)
            && item.Of(MeaningKind.Column).Where(c => c.Weight == 0).Select(c => c.Entity).Distinct().ToList() is [var starring])
            // "Which films star Uma": who plays in them, no mark that they got.
            item.Meanings = [new(MeaningKind.Entity, starring, null, 0)];
        else if (item.Kind is ItemKind.Unknown or ItemKind.Verb && item.Text is "rated" or "graded" && At(at + 1) is { } mark && MarksOf(mark) is { Count: > 0 } marks)
            (item.Kind, mark.Kind, mark.Meanings, mark.Hidden) = (ItemKind.Filler, ItemKind.Schema, marks, []);
        else if (item.Kind == ItemKind.Schema && item.Has(MeaningKind.Column) && !item.Has(MeaningKind.Entity) && At(at + 1) is { Kind: ItemKind.Unknown, Hidden.Count: > 0 } letter && letter.Hidden.Where(h => item.Of(MeaningKind.Column).Any(c => c.Field == h.Field)).ToList() is { Count: > 0 } named)
            (letter.Kind, letter.Meanings) = (ItemKind.Schema, named);
        else if (item is { Kind: ItemKind.Verb, Text: "hand" } && At(at - 1)?.Text == "on")
            item.Kind = ItemKind.Unknown;
        else if (item is { Kind: ItemKind.Schema, Text: "earning" } && Is(at + 1, ItemKind.Compare, ItemKind.Between))
            (item.Kind, item.Meanings) = (ItemKind.Verb, []);
        else if (item.Kind == ItemKind.Schema && item.Text.Split(' ') is [.., "on" or "at"] && item.Meanings.All(m => m.Kind == MeaningKind.Column) && At(Next(at)) is { } behind && behind.Kind is ItemKind.Schema or ItemKind.Quoted)
            (item.Kind, item.Meanings) = (ItemKind.Verb, []);
    }

    // "Rated PG", "graded B": the value of a column of marks, also of one letter.
    private List<Meaning> MarksOf(Item item) => [.. item.Meanings.Concat(item.Hidden).Where(m => m.Kind == MeaningKind.Value && ColumnOf(m).Phrases.Any(p => p.Split(' ')[^1] is "rating" or "grade" or "mark"))];

    // "Not longer than": at most.
    private static Comparison? Opposite(Comparison comparison) => comparison switch
    {
        Comparison.More => Comparison.AtMost, Comparison.Less => Comparison.AtLeast, Comparison.AtLeast => Comparison.Less, Comparison.AtMost => Comparison.More, Comparison.Equal => Comparison.NotEqual, _ => null,
    };

    // "Closed in March" is about the date of closing, whatever a column of states says; "closed tickets in March" is about the state.
    private void Dated(int at)
    {
        if (items[at] is not { Kind: ItemKind.Schema or ItemKind.Verb, Meanings.Count: > 0 } word || !word.Meanings.All(m => m.Kind is MeaningKind.Value or MeaningKind.Filter) || DatesOf(DeedOf(word.Text)) is not { Count: > 0 } dates
            || !dates.Exists(d => word.Meanings.Any(m => m.Entity == d.Entity)))
            return;
        var next = Next(at);
        while (Is(next, ItemKind.Preposition, ItemKind.Compare))
            next = Next(next);
        if (items[0].Text == "when" || Is(next, ItemKind.Period) || (Is(next, ItemKind.Number) && At(next + 1) is { } unit && TimeUnit(unit.Text) is not null))
        {
            word.Kind = ItemKind.Verb;
            word.Meanings = [];
        }
    }

    private static string DeedOf(string text) => text.Split(' ') is [.., var verb, "in" or "out" or "up" or "off" or "on" or "back"] ? verb : text.Split(' ')[^1];
}
