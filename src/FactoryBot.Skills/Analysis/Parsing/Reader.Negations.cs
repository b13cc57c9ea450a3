using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Customers without orders", "never ordered", "not in Germany", "no fax number". What follows a missing thing says which one is missing.</summary>
internal sealed partial class Reader
{
    private readonly HashSet<int> negatedValues = [];
    private readonly HashSet<int> missingValues = [];
    private int withoutAt = int.MaxValue;

    private void ReadNegations()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Not, ItemKind.Without) && !items[i].Used)
                Negate(i);
            else if (Is(i, ItemKind.Compare) && items[i] is { Used: false, Comparison: Comparison.NotEqual } && NextValue(Next(i)) is >= 0 and var value)
            {
                items[i].Used = true;
                NegateValues(value);
            }
        }
    }

    private void Negate(int at)
    {
        var next = Next(at);
        while (Is(next, ItemKind.Any, ItemKind.With, ItemKind.Distinct) || (Is(next, ItemKind.Not)) || (Is(at, ItemKind.Without) && Is(next, ItemKind.Preposition) && items[next].Text is "to"))
            next = Next(next);
        // "Whose phone is missing".
        if (items[at].Text == "missing" && (At(next) is null || Is(next, ItemKind.And, ItemKind.Period)) && IsColumn(Before(at)) && items[Before(at)] is { Used: false } lacks && PickColumn(lacks, Before(at), null) is { } empty)
        {
            where.Add(Condition.Compare(empty.Field, Comparison.Empty));
            items[at].Used = lacks.Used = true;
            return;
        }

        // "Bought nothing this year": no such thing, and the time says when.
        if (items[at].Text == "nothing" && At(Before(at)) is { Kind: ItemKind.Verb } deed && focus is not null && EventOf(deed.Text) is { } undone)
        {
            items[at].Used = deed.Used = true;
            withoutAt = at;
            without = new() { Has = undone, Not = true };
            Speak(undone, at);
            return;
        }

        if (At(next) is not { } item)
            return;
        // "Without preventive work orders": what describes them says which ones are missing.
        var described = next;
        while (Describes(described))
            described = Next(described);
        if (described != next && (Is(at, ItemKind.Without) || items[at].Text == "no") && PickEntity(items[described], described) is { } missed && missed != focus && focus is not null)
        {
            Missing(at, described, missed);
            return;
        }

        if (item.Has(MeaningKind.Filter) && (item.Kind == ItemKind.Schema || item.Kind == ItemKind.Verb) && PickFilter(item, next) is { } filter && !Is(Next(next), ItemKind.Schema))
        {
            where.Add(Meant(filter) with { Not = true });
            items[at].Used = item.Used = true;
            return;
        }

        // "Not paid" where paid is a state of its own: any other state, whatever else is paid.
        if (focus is not null && item.Of(MeaningKind.Value).Where(v => v.Entity == focus && ColumnOf(v).Phrase.Split(' ')[^1] is "status" or "state" or "stage").ToList() is { Count: > 0 } states && !item.Has(MeaningKind.Entity))
        {
            (item.Kind, item.Meanings) = (ItemKind.Schema, states);
            items[at].Used = true;
            NegateValues(next);
            return;
        }

        if (item.Has(MeaningKind.Entity) && !OwnColumn(item) && PickEntity(item, next) is { } entity)
        {
            Missing(at, next, entity);
            return;
        }

        if (item.Kind == ItemKind.Unknown && IsEntity(Next(next)) && Leaves(item.Text, items[Next(next)].Entity!.Entity))
            item.Kind = ItemKind.Verb;
        if (item.Kind == ItemKind.Verb)
        {
            NegateVerb(at, next, item);
            return;
        }

        if (item.Of(MeaningKind.Role).FirstOrDefault() is { Relation: { } relation })
        {
            where.Add(Condition.Compare($"{relation.From}.{relation.Via}", Comparison.Empty));
            if (focus is null && relation.From == relation.To && items.Exists(i => i is { Kind: ItemKind.Ask, Text: "who" }))
                focus = relation.From;
            items[at].Used = item.Used = true;
            return;
        }

        if (item.Kind == ItemKind.Schema && item.Has(MeaningKind.Column) && PickColumn(item, next, null) is { } column)
        {
            // "Products that were never discounted": no line with a discount, not a line without one.
            if (focus is not null && column.Entity != focus && !model.Graph.ReachesUp(focus, column.Entity) && model.Graph.Best(focus, column.Entity) is not null)
            {
                where.Add(new() { Has = column.Entity, Not = true, With = [Present(column)] });
                items[at].Used = item.Used = true;
                return;
            }

            var amount = ColumnOf(column) is { IsNumber: true, Role: not ColumnRole.Key };
            where.Add(amount && ColumnOf(column).Least >= 0 && !ColumnOf(column).Nullable || amount && ColumnOf(column).Least == 0
                ? Condition.Compare(column.Field, Comparison.Equal, "0")
                : Condition.Compare(column.Field, Comparison.Empty));
            items[at].Used = item.Used = true;
            return;
        }

        if (NextValue(next) is >= 0 and var value)
        {
            items[at].Used = true;
            NegateValues(value);
            if (Is(at, ItemKind.Without) || items[at].Text == "no")
                missingValues.Add(value);
        }
    }

    /// <summary>What is asked about has a column of this name: a customer's region is that, not the thing called region.</summary>
    private bool OwnColumn(Item item)
    {
        var owners = focus is not null ? [focus] : measures.Select(m => BaseOf(m)).OfType<string>().ToList();
        return item.Of(MeaningKind.Column).Any(c => c.Weight <= 1 && owners.Contains(c.Entity))
            && !item.Of(MeaningKind.Entity).Any(e => owners.Exists(o => o == e.Entity || model.Graph.ReachesUp(o, e.Entity)));
    }

    private void NegateVerb(int at, int next, Item verb)
    {
        // "Who do not report to anyone".
        if (focus is not null && model.Relations.FirstOrDefault(r => r.From == focus && r.To == focus) is { } self && IsDeedOf(self, verb) && !Is(Next(Next(next)), ItemKind.Schema))
        {
            verb.Used = items[at].Used = true;
            where.Add(Condition.Compare($"{focus}.{self.Via}", Comparison.Empty));
            return;
        }

        var after = Next(next);
        while (Is(after, ItemKind.Any, ItemKind.Distinct))
            after = Next(after);
        var prepositions = after;
        while (Is(prepositions, ItemKind.Preposition))
            prepositions = Next(prepositions);
        var entity = IsEntity(after) ? PickEntity(items[after], after) : null;
        if (items[at].Text != "never" && NotYet(verb, entity) is { } open)
        {
            verb.Used = items[at].Used = true;
            if (entity is not null)
                items[after].Used = true;
            where.Add(open);
        }
        else if (entity is not null && NamedEvent(verb.Text) is { } deed && deed != entity && model.Graph.ReachesUp(deed, entity))
        {
            verb.Used = items[at].Used = items[after].Used = true;
            withoutAt = at;
            without = new() { Has = deed, Not = true };
            Speak(deed, next);
        }
        else if (entity is not null)
        {
            // What was not done to it nobody knows, where neither the thing nor a light verb says it.
            verb.Used = Verbs.IsLight(verb.Text) || Leaves(verb.Text, entity) || (focus is not null && model[focus].Nouns.Any(n => IsAgent(n, verb.Text))) || EventOf(verb.Text) is { } done && (done == entity || model.Graph.Best(done, entity) is not null);
            verb.Kind = verb.Used ? ItemKind.Verb : ItemKind.Unknown;
            Missing(at, after, entity);
        }
        else if (focus is not null && NextValue(prepositions) < 0 && DatesOf(verb.Text, exact: true).Where(d => d.Entity == focus && ColumnOf(d).Nullable).ToList() is [var own])
        {
            verb.Used = items[at].Used = true;
            where.Add(Condition.Compare(own.Field, Comparison.Empty));
        }
        else if (EventOf(verb.Text) is { } happened)
        {
            verb.Used = true;
            items[at].Used = true;
            withoutAt = at;
            without = new() { Has = happened, Not = true };
            Speak(happened, next);
        }
        else if (NextValue(prepositions) is >= 0 and var value)
        {
            verb.Used = items[at].Used = true;
            NegateValues(value);
        }
        else if (items[at].Text is "nobody" or "no one" && focus is not null && model.Relations.Where(r => r.To == focus && r.From != focus).Select(r => r.From).Distinct().ToList() is [var only])
        {
            // Nobody has done anything with it: the only rows that could speak of it are not there.
            verb.Used = items[at].Used = true;
            withoutAt = at;
            without = new() { Has = only, Not = true };
            notes.Add($"without any {Noun(only)}");
        }
        else if (focus is not null && RowsOfVerb(verb.Text) is { } rows)
        {
            verb.Used = items[at].Used = true;
            withoutAt = at;
            without = new() { Has = rows, Not = true };
            Speak(rows, next);
            notes.Add($"without any {Noun(rows)}");
        }
        else if (focus is not null && DatesOf(verb.Text).Where(d => d.Entity == focus).ToList() is [var date])
        {
            verb.Used = items[at].Used = true;
            where.Add(Condition.Compare(date.Field, Comparison.Empty));
        }
    }

    private void Missing(int at, int noun, string entity)
    {
        items[at].Used = items[noun].Used = true;
        if (entity == focus || focus is null)
        {
            declined ??= $"I do not understand what “{items[at].Text} {items[noun].Text}” leaves out.";
            return;
        }

        withoutAt = at;
        without = new() { Has = entity, Not = true };
        Speak(entity, noun);
    }

    /// <summary>What happens when somebody orders, buys or sells: the entity that the verb names, else the one of trade with a date.</summary>
    private string? EventOf(string verb)
    {
        if (NamedEvent(verb) is { } named)
            return named;
        var stem = Stems.OfVerb(verb.Split(' ')[^1]);
        if (stem is not ("buy" or "sell" or "purchas" or "spend" or "pay" or "rent") || focus is null)
            return null;
        // A customer who has paid has bought; an order that is paid is another thing than one that was placed.
        if (stem is "spend" or "pay" && !model[focus].Person && !IsBuyer(Noun(focus)))
            return null;
        var trade = model.Entities.Where(e => e.Name != focus && model.Measures.Any(m => m.Entity == e.Name && m.Phrases.Contains("revenue")) && Distance(focus, e.Name) < 1000)
            .OrderBy(e => Distance(focus, e.Name)).ToList();
        return trade.FirstOrDefault()?.Name;
    }

    private string? NamedEvent(string verb)
    {
        var stem = Stems.OfVerb(verb.Split(' ')[^1]);
        return model.Entities.Where(e => e.Nouns.Any(n => Stems.OfVerb(n.Split(' ')[^1]) == stem) && e.Name != focus)
            .OrderBy(e => focus is null ? 0 : Distance(focus, e.Name)).ThenBy(e => CalledSo(e.Noun, stem)).FirstOrDefault()?.Name;
    }

    /// <summary>A verb after which the model calls a thing: borrowed, where there are loans.</summary>
    private bool IsDeed(string verb) => Stems.OfVerb(verb) is var stem && stem.Length > 2 && model.Entities.Any(e => e.Nouns.Any(n => Stems.OfVerb(n.Split(' ')[^1]) == stem));

    private int NextValue(int at)
    {
        while (Is(at, ItemKind.Preposition, ItemKind.With, ItemKind.Verb) && at < items.Count)
            at = Next(at);
        if (At(at) is { } item && (item.Has(MeaningKind.Value) || item.Kind == ItemKind.Quoted))
            return at;
        return At(at) is { } named && (named.Has(MeaningKind.Column) || named.Has(MeaningKind.Entity)) && At(Next(at)) is { } next && next.Has(MeaningKind.Value) ? Next(at) : -1;
    }

    private void NegateValues(int at)
    {
        negatedValues.Add(at);
        for (var next = Next(at); Is(next, ItemKind.Or, ItemKind.And) && At(Next(next)) is { } other && other.Has(MeaningKind.Value); next = Next(Next(next)))
            negatedValues.Add(Next(next));
    }

    // A line is part of its paper: what holds of the paper holds of it.
    private bool IsPartOf(string part, string whole) => part == whole || Noun(part).StartsWith(Noun(whole) + " ", StringComparison.Ordinal)
        || model.Relations.Any(r => r.From == part && r.To == whole && model[part].Key.Count > 1 && r.FromColumns.All(model[part].Key.Contains));

    private NamedFilter? PickFilter(Item item, int at)
    {
        // Said of the noun beside it, of what is asked, or of what that belongs to; never of something far that happens to have such rows.
        var beside = At(Next(at))?.Entity?.Entity;
        var owners = (focus is null ? [] : new[] { focus }).Concat(measures.Select(BaseOf)).Concat(mentions.Select(m => m.Entity)).OfType<string>().Distinct().ToList();
        // Directly before a noun it is said of that, or of what that is a part of: an overdue invoice is none of an overdue order.
        if (beside is not null && !items[Next(at)].AfterComma && Next(at) == at + 1)
            owners = [beside];
        else if (owners.Count == 0)
            owners = [.. items.Where(i => i.Kind == ItemKind.Schema && i != item).SelectMany(i => i.Meanings.Where(m => m.Kind is MeaningKind.Entity or MeaningKind.Measure or MeaningKind.Column && m.Weight <= 1)).Select(m => m.Entity).Distinct()];
        var candidates = item.Of(MeaningKind.Filter).Where(c => owners.Count == 0 || owners.Exists(o => IsPartOf(o, c.Entity)) || (beside is null || owners is not [_]) && items.Exists(i => i.Kind == ItemKind.Schema && i.Meanings.Any(m => m.Entity == c.Entity && m.Kind is MeaningKind.Entity or MeaningKind.Measure or MeaningKind.Column && m.Weight <= 1))).ToList();
        // Whether somebody is still there is said of him, not of what he looks after.
        candidates.RemoveAll(c => model[c.Entity].Person && c.Entity != beside && c.Entity != focus && !items.Exists(i => i.Kind == ItemKind.Schema && i.Meanings.Any(m => m.Entity == c.Entity && m.Kind is MeaningKind.Entity or MeaningKind.Role)));
        // What a thing is like now may be kept in rows that are no events: an item is low on some shelf.
        if (candidates.Count == 0 && focus is not null)
            candidates = [.. item.Of(MeaningKind.Filter).Where(c => !model[c.Entity].Person && model[c.Entity] is { DefaultDate: null, Label.Count: 0 } && model.Graph.Best(focus, c.Entity) is { Steps: [{ Down: true }] })];
        var ranked = candidates.Select(c => (Filter: c.Filter!, Score: owners.Count == 0 ? 0 : Distance(owners[0], c.Entity))).Where(c => c.Score < 1000).OrderBy(c => c.Score).ToList();
        if (ranked.Count == 0)
            return null;
        if (ranked.Count == 1 || ranked[0].Score < ranked[1].Score || (ranked[0].Filter.Name == ranked[1].Filter.Name && ranked[0].Filter.Entity == ranked[1].Filter.Entity) || Describe.Condition(ranked[0].Filter.Condition, model) == Describe.Condition(ranked[1].Filter.Condition, model))
            return ranked[0].Filter;
        Ask(item, at, [.. ranked.Take(5).Select(r => new AmbiguousChoice($"{Title(Noun(r.Filter.Entity))}: {r.Filter.Name}", $"{Noun(r.Filter.Entity)} {r.Filter.Name}"))]);
        return null;
    }
}
