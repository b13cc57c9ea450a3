using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Names and values that stand in the data, and conditions with a name: "Berlin", "German", "discontinued", "Nancy Davolio".</summary>
internal sealed partial class Reader
{
    private readonly List<(string Field, string Value, int At)> values = [];

    private void ReadValues()
    {
        FocusOnNamed();
        AddKinds();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Used)
                continue;
            if (item.Has(MeaningKind.Filter) && item.Has(MeaningKind.Value))
                SaidOf(i, item);
            if (item.Has(MeaningKind.Value) && (item.Kind is ItemKind.Schema || IsEntity(Next(i)) || StandsAlone(i)))
                Value(i, item);
            else if (item.Kind == ItemKind.Quoted)
                Quoted(i, item);
            else if (item.Has(MeaningKind.Filter) && !(item.Has(MeaningKind.Column) && IsFigureUse(i)) && (item.Kind == ItemKind.Schema || (item.Kind == ItemKind.Verb && StandsAlone(i))))
                Named(i, item);
            else if (item.Kind == ItemKind.Number && Before(i) is var before && At(before) is { } noun && (noun.Has(MeaningKind.Entity) || noun.Has(MeaningKind.Column)) && !Is(Before(before), ItemKind.Compare))
                KeyValue(i, before, noun);
            else if (Ordinal(item) is { } ordinal && At(i + 1) is { Kind: ItemKind.Schema, Used: false } level && !level.Has(MeaningKind.Entity) && !Plural(level)
                && PickColumn(level, i + 1, null, c => c.Kind == DataKind.Whole) is { Weight: <= 1 } ranked)
            {
                values.Add((ranked.Field, Text(ordinal), i));
                item.Used = level.Used = true;
                Speak(ranked.Entity, i);
            }
        }

        ReadStill();
        FindContents();
        if (focus is null && focusColumns is null && measures.Count == 0 && by.Count == 0 && values is [var only])
            FocusOn(only.Field, only.At);
        AddValues();
    }

    // Active subscriptions are those whose state says so, whoever else can be active.
    private void SaidOf(int at, Item item)
    {
        var thing = At(Next(at))?.Entity?.Entity ?? focus ?? measures.Select(BaseOf).FirstOrDefault();
        var state = item.Of(MeaningKind.Value).Where(v => v.Entity == thing || (thing is not null && Noun(v.Entity).Split(' ')[^1] is "status" or "state" or "stage" && model.Graph.ReachesUp(thing, v.Entity))).ToList();
        item.Meanings = state.Count > 0 && !item.Of(MeaningKind.Filter).Any(f => f.Entity == thing) ? state : [.. item.Meanings.Where(m => m.Kind != MeaningKind.Value)];
    }

    // "The third floor", "the 3rd floor".
    private static decimal? Ordinal(Item item) => item switch
    {
        { Kind: ItemKind.Number } when item.Text.Length > 2 && item.Text[^2..] is "st" or "nd" or "rd" or "th" => item.Number,
        { Kind: ItemKind.Unknown } => item.Text switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, "seventh" => 7, "eighth" => 8, "ninth" => 9, "tenth" => 10, _ => null },
        _ => null,
    };

    // "Show me the electricians": a value in the plural stands for the rows that have it.
    private void FocusOn(string field, int at)
    {
        if ((!Plural(items[at]) && !items.Exists(i => i.Kind == ItemKind.Superlative)) || IsEntity(Next(at)) || items.Exists(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "sell" or "buy" or "order" or "purchas" or "ship") || !(Before(at) < 0 || items.Exists(i => i.Kind is ItemKind.Ask or ItemKind.Count or ItemKind.Superlative or ItemKind.Top)) || FieldRef.Read(field) is not { Via: null } of)
            return;
        var owner = model[of.Entity].Label.Contains(of.Column) ? model.Relations.Where(r => r.To == of.Entity && r.From != of.Entity).Select(r => r.From).Distinct().ToList() is [var single] ? single : null : of.Entity;
        if (owner is null)
            return;
        focus = owner;
        focusItem = items[at];
        Speak(owner, at);
        if (items.Find(i => i.Kind == ItemKind.Count && !i.Used) is { } count)
        {
            counting = true;
            count.Used = true;
        }

    }

    // "The oldest open incident" is one that is open, whatever figure begins with the word.
    private bool IsFigureUse(int at) => Is(Before(at), ItemKind.Aggregate, ItemKind.Superlative) && !IsEntity(Next(at));

    // "Shipped to Brazil" is about where, "are shipped" about whether.
    private bool StandsAlone(int at)
    {
        var next = Next(at);
        // "Lost in 2026": a state, and a time.
        if (Is(next, ItemKind.Preposition) && Is(Next(next), ItemKind.Period) && items[at].Has(MeaningKind.Value) && DatesOf(items[at].Text).Count == 0)
            return true;
        // "Cancelled by channel": a state, and what it is told for.
        if (Is(next, ItemKind.By) && (items[next].Text != "by" || At(Next(next)) is { Used: true, Kind: ItemKind.Schema } told && !told.Has(MeaningKind.Value)))
            return true;
        return !(Is(next, ItemKind.Preposition, ItemKind.By, ItemKind.Period, ItemKind.Compare, ItemKind.Between) || (At(next) is { } item && item.Has(MeaningKind.Value)));
    }

    private void Named(int at, Item item)
    {
        if (PickFilter(item, at) is not { } filter)
            return;
        item.Used = true;
        if (filter.Entity == without?.Has)
            Limit(Meant(filter), at);
        else
            where.Add(Meant(filter));
        Speak(filter.Entity, at);
    }

    // "Today" of a named condition is the day on which it is asked.
    private Condition Meant(NamedFilter filter)
    {
        return Dated(filter.Condition);

        Condition Dated(Condition condition) => condition with
        {
            Values = [.. condition.Values.Select(v => v == "today" ? Day(today) : v)], With = [.. condition.With.Select(Dated)], Any = [.. condition.Any.Select(Dated)],
        };
    }

    private void Value(int at, Item item)
    {
        var candidates = item.Of(MeaningKind.Value).ToList();
        // A word that only means the same as a state of something else describes nothing here: critical machines are no urgent orders.
        if (IsEntity(Next(at)) && candidates.TrueForAll(c => c.Weight > 0) && items[Next(at)].Entity is { } described)
            candidates.RemoveAll(c => !model.Graph.ReachesUp(described.Entity, c.Entity));
        if (candidates.Count > 1 && IsEntity(Next(at)) && items[Next(at)].Entity is { } owner && candidates.Where(c => model.Graph.ReachesUp(owner.Entity, c.Entity)).ToList() is { Count: > 0 } its)
            candidates = its;
        if (candidates.Count == 0)
            return;
        var before = Before(at);
        while (Is(before, ItemKind.Preposition) || (Is(before, ItemKind.Verb) && items[before].Text is "called" or "named" or "located" or "based") || At(before)?.Text is "=" or "equals")
            before = Before(before);
        // "Ms Kelly" is somebody, whatever else is called Kelly.
        if (At(at - 1) is { Kind: ItemKind.Filler, Text: "dr" or "prof" or "mr" or "mrs" or "ms" } && candidates.Where(c => model[c.Entity].Person).ToList() is { Count: > 0 } titled)
            candidates = titled;
        var hidden = item.Hidden.Where(h => !candidates.Contains(h)).ToList();
        // "Customers in France" names no customer.
        var beside = Before(at) == before || items[Before(at)].Text is not ("in" or "from" or "to") ? before : -1;
        if (hidden.Count > 0 && Narrow(candidates, Next(at), named: true) is null && Narrow(candidates, before, named: true) is null)
            candidates = Narrow(hidden, Next(at), named: true) ?? Narrow(hidden, beside, named: true) ?? candidates;
        candidates = Narrow(candidates, Next(at), named: true) ?? Narrow(candidates, before, named: true) ?? ByHint(candidates, at) ?? BySide(candidates, at) ?? Narrow(candidates, before, named: false) ?? candidates;
        if (ByDeed([.. item.Of(MeaningKind.Value)], at) is { } done)
        {
            item.Used = true;
            values.Add((done.Field, done.Value!, at));
            Speak(done.Relation!.From, at);
            return;
        }

        if (PickValue(item, at, candidates) is not { } value)
            return;
        item.Used = true;
        if (DoneSince(value, at) is { } happened)
        {
            where.Add(happened);
            Speak(value.Entity, at);
            return;
        }

        value = OwnPlace(value, at) ?? value;
        if (IsFarPlace(value, at))
        {
            item.Used = false;
            return;
        }
        if (LedBy(value.Entity, at) is { } led)
        {
            values.Add(($"{value.Entity}@{led.Via}.{value.Column}", value.Value!, at));
            focus ??= value.Entity;
            return;
        }

        if (LeaderAsked(value.Entity, at) is { } above)
            roles.Add(above);
        if (value.Relation is null && RoleAt(value.Entity, at) is { } role && (focus is null || model.Graph.ReachesUp(focus, role.From) || model.Graph.Best(focus, role.From) is not null))
        {
            values.Add(($"{value.Entity}@{role.Via}.{value.Column}", value.Value!, at));
            Speak(role.From, at);
            return;
        }

        // "Leave from Rotterdam", "starts in Hamburg": the place says it all.
        if (Is(at - 1, ItemKind.Preposition) && items[at - 1].Text is "from" or "to" or "in" or "at" && At(at - 2) is { Kind: ItemKind.Verb, Used: false } moves && Stems.OfVerb(moves.Text) is "leav" or "depart" or "start" or "arriv" or "begin" && value.Entity != focus)
            moves.Used = true;
        values.Add((value.Field, value.Value!, at));
        Speak(value.Entity, at);
    }

    // "City Berlin", "the Beverages category", "customers in Germany".
    private List<Meaning>? Narrow(List<Meaning> candidates, int at, bool named)
    {
        if (At(at) is not { Kind: ItemKind.Schema } noun)
            return null;
        if (named)
        {
            var columns = candidates.Where(c => noun.Of(MeaningKind.Column).Any(m => m.Entity == c.Entity && m.Column == c.Column)).ToList();
            var labels = candidates.Where(c => noun.Of(MeaningKind.Entity).Any(m => m.Entity == c.Entity) && model[c.Entity].Label.Contains(c.Column!)).ToList();
            var found = columns.Count > 0 ? columns : labels;
            if (found.Count == 0)
                return null;
            if (noun != focusItem && !(noun.Has(MeaningKind.Entity) && columns.Count == 0 && Before(at) < 0))
                noun.Used = true;
            return found;
        }

        var own = candidates.Where(c => Sided(c) == 0 && noun.Of(MeaningKind.Entity).Any(m => m.Entity == c.Entity)).ToList();
        if (own.Count == 0)
            return null;
        noun.Used = true;
        Speak(own[0].Entity, at);
        return own;
    }

    // "Shipped to Brazil": a column of shipping.
    private List<Meaning>? ByHint(List<Meaning> candidates, int at)
    {
        for (var i = Before(at); i >= 0 && i > at - 5; i = Before(i))
        {
            if (items[i].Kind != ItemKind.Verb && !(items[i].Has(MeaningKind.Filter)))
                continue;
            var stem = Stems.OfVerb(items[i].Text);
            var found = candidates.Where(c => ColumnOf(c).Phrase.Split(' ') is [var first, _, ..] && Stems.OfVerb(first) == stem).ToList();
            if (found.Count == 0)
                return null;
            items[i].Used = true;
            return found;
        }

        return null;
    }

    private Meaning? PickValue(Item item, int at, List<Meaning> candidates)
    {
        var who = items.FirstOrDefault(i => i.Kind == ItemKind.Ask)?.Text is "who" && focus is null;
        if (who && candidates.Where(c => model[c.Entity].Person).ToList() is [var person])
        {
            focus = person.Entity;
            return person;
        }

        candidates = WithoutKeys(candidates);
        // "Less than 50 on hand in Berlin": where they are counted, not where somebody lives who once bought one.
        if (totals.Count > 0 && totals.Select(t => BaseOf(t.Measure)).OfType<string>().Distinct().ToList() is [var counted] && counted != focus && candidates.Where(c => model.Graph.ReachesUp(counted, c.Entity)).ToList() is { Count: > 0 } there && there.Count < candidates.Count && !there.Exists(c => c.Entity == focus))
            candidates = there;
        var anchors = Anchors(null).Distinct().ToList();
        if (anchors.Count == 0)
            anchors = [.. items.Where(i => i.Kind == ItemKind.Schema && i != item).SelectMany(i => i.Meanings.Where(m => m.Kind is MeaningKind.Measure or MeaningKind.Column && m.Weight <= 1)).Select(m => m.Entity).Distinct().Take(4)];
        // What is sold in Germany is sold to somebody there, wherever its maker sits.
        if (candidates.Count > 1 && (focus is null || !candidates.Exists(c => c.Entity == focus)) && items.Exists(i => i.Of(MeaningKind.Measure).Any(m => m.Measure!.Phrases.Contains("revenue")) || (i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "sell" or "buy") || IsSold(i))
            && candidates.Where(c => Buyers.Contains(Noun(c.Entity))).ToList() is [var buyer] && (focus is null || !focus.Contains("supplier", StringComparison.Ordinal)))
        {
            notes.Add($"{Title(ColumnOf(buyer).Phrase)} is that of the {Noun(buyer.Entity)}");
            return buyer;
        }

        var ranked = candidates.Select(c => (Meaning: c, Score: c.Weight + Sided(c) + KeyName(c) + (anchors.Count == 0 ? 0 : Near(anchors, c.Entity)))).Where(c => c.Score < 900).OrderBy(c => c.Score).ToList();
        if (ranked.Count == 0)
            return null;
        var best = ranked[0];
        var level = ranked.TakeWhile(r => r.Score == best.Score).ToList();
        // What the asked thing itself holds under a name of its own is as near as what belongs to it.
        var own = ranked.Find(r => r.Meaning.Entity == focus && Sided(r.Meaning) > 0 && r.Score <= best.Score + 1 && r.Meaning != best.Meaning);
        if (own.Meaning is not null && !model[best.Meaning.Entity].Label.Contains(best.Meaning.Column!))
            level.Add(own);
        level = [.. level.DistinctBy(l => l.Meaning.Field)];
        if (level.Count == 1)
            return best.Meaning;
        if (own.Meaning is null && Preferred([.. level.Select(l => l.Meaning)]) is { } preferred)
            return preferred;
        Ask(item, at, [.. level.Take(6).Select(l => new AmbiguousChoice($"{Title(Spoken(l.Meaning))} {l.Meaning.Value}", $"{Spoken(l.Meaning)} {l.Meaning.Value}"))]);
        return null;
    }

    // A key that reads like a word is meant only where nothing else is.
    private int KeyName(Meaning meaning) => ColumnOf(meaning).Role == ColumnRole.Key ? 4 : 0;

    // Ship country, contact title: of one side of a thing only.
    private int Sided(Meaning meaning)
    {
        var phrase = ColumnOf(meaning).Phrase.Split(' ');
        return phrase.Length > 1 && !model[meaning.Entity].Label.Contains(meaning.Column!) && !Noun(meaning.Entity).Split(' ').Contains(phrase[0]) ? 3 : 0;
    }

    private string? several;

    /// <summary>A condition after "without" says what is missing; any other holds for what is asked.</summary>
    private void Limit(Condition condition, int at)
    {
        if (without is not null && at > withoutAt)
            without = without with { With = [.. without.With, condition] };
        else
            where.Add(condition);
    }
}
