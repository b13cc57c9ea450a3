using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What the question is about: the thing that is listed, counted or ranked.</summary>
internal sealed partial class Reader
{
    private void FindFocus()
    {
        FindCompounds();
        DropNew();
        if (FindAgent() || FindGoods())
            return;
        counting = false;
        // "Customers who ..." and "products which ..." ask nothing.
        var asked = Enumerable.Range(0, items.Count).Where(i => Is(i, ItemKind.Ask) && !IsRelative(i)).Reverse().ToList();
        // "Top 10 cities by number of customers": what is ranked is asked for.
        if (asked.Count == 0 && items.FindIndex(i => i.Kind == ItemKind.Top) is >= 0 and var top)
            asked.Add(top);
        // "Vendor with the most products".
        if (asked.Count == 0 && Next(-1) is var opening && IsColumn(opening) && !items[opening].Has(MeaningKind.Entity) && Is(Next(opening), ItemKind.With) && Is(Next(Next(opening)), ItemKind.Superlative))
            asked.Add(-1);
        foreach (var ask in asked)
        {
            var noun = NounAfter(ask);
            if (noun < 0)
                continue;
            if (IsColumnFocus(noun))
                continue;
            if (items[noun].Has(MeaningKind.Entity))
            {
                SetFocus(noun);
                return;
            }
        }

        var count = Enumerable.Range(0, items.Count).Where(i => Is(i, ItemKind.Count) && !Is(Before(i), ItemKind.By, ItemKind.Order) && !(Is(Before(i), ItemKind.Aggregate) && items[Before(i)].Aggregate == Aggregate.Average)).DefaultIfEmpty(-1).First();
        if (count >= 0 && NounAfter(count) is >= 0 and var counted && items[counted].Has(MeaningKind.Entity) && !asked.Exists(a => a < count && NounAfter(a) is >= 0 and var n && n != counted && IsColumn(n)))
        {
            SetFocus(counted);
            counting = true;
            items[count].Used = true;
            return;
        }

        if (focusColumns is not null)
            return;
        if (items.FindIndex(i => i is { Kind: ItemKind.Ask, Text: "who" }) is >= 0 and var who && !IsRelative(who) && Is(Next(who), ItemKind.Verb))
        {
            FindPerson();
            if (focus is not null)
                return;
        }

        FocusOnTrue();
        FocusOnDeeds();
        for (var i = 0; i < items.Count && focus is null; i++)
        {
            if (IsEntity(i) && Eligible(i))
            {
                SetFocus(i);
                CountAtEnd(i);
                return;
            }
        }
    }

    // "Customers who …", "customers of store 2 who …": said of them, and asks nothing.
    private bool IsRelative(int at)
    {
        if (items[at].Text is not ("who" or "which" or "where") || items[at].AfterComma)
            return false;
        var before = Before(at);
        while (Is(before, ItemKind.Number, ItemKind.Quoted) || (At(before) is { Kind: ItemKind.Schema } name && name.Has(MeaningKind.Value) && !name.Has(MeaningKind.Entity)))
            before = Before(before);
        return IsEntity(before);
    }

    // "Customers without a fax number, how many?"
    private void CountAtEnd(int noun)
    {
        if (focus is null || items.FindLastIndex(i => i.Kind == ItemKind.Count) is var at && (at <= noun || Next(at) < items.Count))
            return;
        counting = true;
        items[at].Used = true;
    }

    // "Which three countries", "name and phone of our suppliers": columns that stand where a thing would.
    private bool IsColumnFocus(int noun)
    {
        if (!IsColumn(noun) || (items[noun].Entity is { Weight: <= 1 }) || (items[noun].Has(MeaningKind.Role) && Is(Next(noun), ItemKind.Preposition) && IsEntity(Next(Next(noun)))))
            return false;
        var last = noun;
        while (Is(Next(last), ItemKind.And) ? IsColumn(Next(Next(last))) : IsColumn(Next(last)) && items[Next(last)].AfterComma)
            last = Is(Next(last), ItemKind.And) ? Next(Next(last)) : Next(last);
        var of = Next(last);
        if (Is(of, ItemKind.Preposition) && At(of)!.Text is "of" or "for" or "from" && NounAfter(of) is >= 0 and var owner && items[owner].Has(MeaningKind.Entity) && Owns(items[owner], items[noun]))
        {
            SetFocus(owner);
            for (var i = noun; i <= last; i = Next(i))
            {
                if (IsColumn(i) && PickColumn(items[i], i, focus) is { } column)
                {
                    items[i].Used = true;
                    show.Add(column.Field);
                }
            }

            return true;
        }

        focusColumns ??= [.. items[noun].Of(MeaningKind.Column)];
        focusItem ??= items[noun];
        return false;
    }

    private bool Owns(Item owner, Item column) => column.Of(MeaningKind.Column).Any(c => owner.Of(MeaningKind.Entity).Any(e => e.Entity == c.Entity || model.Graph.ReachesUp(e.Entity, c.Entity)));

    private void SetFocus(int at)
    {
        var entity = PickEntity(items[at], at);
        if (entity is null)
            return;
        focusItem = items[at];
        focus = entity;
        focusColumns = null;
        items[at].Used = true;
        distinct = distinct || Is(Before(at), ItemKind.Distinct);
        Speak(entity, at);
    }

    /// <summary>The noun that a word such as "which" belongs to, over numbers, adjectives and names before it.</summary>
    private int NounAfter(int at)
    {
        for (var i = Next(at); i < items.Count; i = Next(i))
        {
            var item = items[i];
            // "A list of countries".
            if (item.Kind == ItemKind.Preposition && item.Text == "of" && Before(i) == at && (At(at)!.Text is "list" or "which" || Is(at, ItemKind.Count)))
                continue;
            // "High severity issues": a value, its column, the noun.
            if (item.Kind == ItemKind.Schema && item.Has(MeaningKind.Column) && !item.Has(MeaningKind.Entity) && IsEntity(Next(i)) && At(Before(i)) is { } valued && valued.Of(MeaningKind.Value).Any(v => item.Of(MeaningKind.Column).Any(c => c.Entity == v.Entity && c.Column == v.Column)))
                continue;
            // "Active agents": a condition before its noun.
            if (item.Kind == ItemKind.Schema && item.Has(MeaningKind.Filter) && !item.Has(MeaningKind.Entity) && At(Next(i)) is { Kind: ItemKind.Schema } behind && (behind.Has(MeaningKind.Entity) || behind.Has(MeaningKind.Filter) || behind.Has(MeaningKind.Value)))
                continue;
            if (IsBetweenValues(i))
                continue;
            if (item.Has(MeaningKind.Entity) || (item.Kind == ItemKind.Schema && item.Has(MeaningKind.Column)))
                return i;
            if (item.Kind is ItemKind.Number or ItemKind.Distinct or ItemKind.Top || (item.Kind == ItemKind.Superlative && item.Text is not ("most" or "least" or "fewest"))
                || (item.Kind == ItemKind.Schema && (item.Has(MeaningKind.Value) || item.Has(MeaningKind.Filter)))
                || (item.Kind == ItemKind.Ask && i == Next(at)) || (item.Kind == ItemKind.Not && i == Next(at)))
                continue;
            return -1;
        }

        return -1;
    }

    // "Gold or platinum guests": both describe the noun behind them.
    private bool IsBetweenValues(int at) => Is(at, ItemKind.Or, ItemKind.And) && IsDescription(Before(at)) && IsDescription(Next(at));

    private bool IsDescription(int at) => At(at) is { Kind: ItemKind.Schema } item && !item.Has(MeaningKind.Entity) && (item.Has(MeaningKind.Value) || item.Has(MeaningKind.Filter));

    private bool Eligible(int at)
    {
        var before = Before(at);
        while (Is(before, ItemKind.Distinct, ItemKind.Any))
            before = Before(before);
        return !(Is(before, ItemKind.Count) && Is(Before(before), ItemKind.By)) && !(Is(before, ItemKind.By, ItemKind.Compare, ItemKind.Without, ItemKind.Not)
            || (Is(before, ItemKind.Number) && Is(Before(before), ItemKind.Compare, ItemKind.And))
            || (Is(before, ItemKind.Superlative) && items[before].Text is "most" or "least" or "fewest")
            || (Is(before, ItemKind.And) && IsBy(before)));
    }

    private bool IsBy(int at)
    {
        for (var i = Before(at); i >= 0; i = Before(i))
        {
            if (Is(i, ItemKind.By))
                return true;
            if (!(items[i].Kind is ItemKind.Schema or ItemKind.And or ItemKind.TimePart))
                return false;
        }

        return false;
    }

    private const int LastWord = 2;
    private const int LastWordOfSynonym = 3;

    private string? PickEntity(Item item, int at)
    {
        var candidates = item.Of(MeaningKind.Entity).OrderBy(m => m.Weight).ToList();
        if (candidates.Count == 0)
            return null;
        // "Lines" are those of orders or of products: the last word of a name is no nearer to the one than to the other.
        var least = Math.Max(candidates[0].Weight, candidates[0].Weight >= LastWord ? LastWordOfSynonym : 0);
        candidates = [.. candidates.Where(c => c.Weight <= least).DistinctBy(c => c.Entity)];
        if (candidates.Count == 1)
            return candidates[0].Entity;
        var anchors = Anchors(null).ToList();
        // A word that two things share means the one that the rest of the question hangs together with.
        var ranked = candidates.Select(c => (c.Entity, Score: anchors.Count == 0 ? Closeness(c.Entity) : anchors.Min(a => Distance(a, c.Entity)))).OrderBy(c => c.Score).ToList();
        if (ranked[0].Score < ranked[1].Score)
            return ranked[0].Entity;
        Ask(item, at, [.. candidates.Select(c => new AmbiguousChoice(Title(SchemaNames.Plural(Noun(c.Entity))), SchemaNames.Plural(Noun(c.Entity))))]);
        return null;
    }

    private int Closeness(string entity)
    {
        var others = items.Where(i => i.Kind == ItemKind.Schema && !i.Has(MeaningKind.Entity)).SelectMany(i => i.Meanings).Select(m => m.Entity).Distinct().ToList();
        return others.Count == 0 ? 0 : others.Min(o => Distance(entity, o));
    }

    private IEnumerable<string> Anchors(string? near)
    {
        if (near is not null)
            yield return near;
        if (focus is not null)
            yield return focus;
        foreach (var measure in measures)
        {
            if (BaseOf(measure) is { } entity)
                yield return entity;
        }

        foreach (var mention in mentions)
            yield return mention.Entity;
    }

    private int Distance(string from, string to) => model.Graph.Best(from, to)?.Cost ?? 1000;

    private void Ask(Item item, int at, IReadOnlyList<AmbiguousChoice> choices)
    {
        _ = at;
        ambiguous ??= new(item.Text, item.Start, item.End, choices);
    }
}
