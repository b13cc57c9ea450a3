using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Whose day a time says where a sentence speaks of two things that each have one: "invoices in March for orders from February", "orders delivered after the invoice was paid".</summary>
internal sealed partial class Reader
{
    // The time stands right behind a paper other than the one that is asked for: its own day, where that is certain; else it is asked.
    private string? OfOther(int at, string usual, out bool asked)
    {
        asked = false;
        var noun = Before(at);
        while (Is(noun, ItemKind.Preposition))
            noun = Before(noun);
        if (At(noun) is not { Kind: ItemKind.Schema or ItemKind.Verb } beside || PaperAt(noun, beside) is not { } other || other == FieldRef.Read(usual).Entity || DateOf(other) is not { } day || FieldRef.Read(day).Entity != other)
            return null;
        var main = FieldRef.Read(usual).Entity;
        if (model.Graph.Best(main, other) is null || model[main] is { Label.Count: > 0 })
            return null;
        // Each of two times has its own noun; a state is that of whatever is in it.
        if (!beside.Has(MeaningKind.Entity) || items.Exists(i => i.Kind == ItemKind.Period && i != items[at] && NounBefore(items.IndexOf(i)) == main))
            return day;
        var names = new[] { usual, day }.Select(FieldRef.Read).Select(f => (Noun: Noun(f.Entity), model[f.Entity].Find(f.Column)!.Phrase)).Select(n => n.Phrase.Contains(n.Noun, StringComparison.Ordinal) ? n.Phrase : $"{n.Noun} {n.Phrase}");
        Ask(items[at], at, [.. names.Select(n => new AmbiguousChoice(Title(n), $"with {n} {items[at].Text}"))]);
        asked = true;
        return null;
    }

    private string? NounBefore(int at)
    {
        var noun = Before(at);
        while (Is(noun, ItemKind.Preposition))
            noun = Before(noun);
        return IsEntity(noun) ? items[noun].Entity!.Entity : null;
    }

    // Papers and events have no name of their own; of people and things, the day on which they came is seldom meant.
    private string? PaperAt(int at, Item item)
    {
        var entity = item.Has(MeaningKind.Entity) ? item.Entity!.Entity
            : values.Where(v => v.At == at).Select(v => FieldRef.Read(v.Field)).Where(f => f.Via is null).Select(f => f.Entity).FirstOrDefault();
        return entity is not null && model[entity] is { Label.Count: 0, DefaultDate: not null, Person: false } ? entity : null;
    }

    // "Delivered after the invoice was paid", "paid before the order was delivered": days of two things that belong together.
    private bool AgainstOther(int at, int right, int edge, Item left, List<Meaning> lefts, List<Meaning> rights)
    {
        if (focus is null || items[at].Text is "over" || !lefts.Exists(l => ColumnOf(l).IsDate))
            return false;
        var named = IsEntity(right) ? items[right].Entity!.Entity : null;
        var pairs = (from l in lefts.DistinctBy(m => m.Field) from r in rights.DistinctBy(m => m.Field)
                     where l.Entity == focus && r.Entity != l.Entity && (named is null || r.Entity == named) && ColumnOf(l).IsDate && ColumnOf(r).IsDate
                         && (model.Graph.ReachesUp(focus, r.Entity) || model.Graph.ReachesUp(r.Entity, focus))
                     select (l, r)).ToList();
        if (pairs is not [var (mine, theirs)] || Turned(items[at].Comparison) is not { } turned)
            return false;
        where.Add(model.Graph.ReachesUp(focus, theirs.Entity) ? new() { Field = mine.Field, Is = items[at].Comparison, Other = theirs.Field }
            : new() { Has = theirs.Entity, With = [new() { Field = theirs.Field, Is = turned, Other = mine.Field }] });
        items[at].Used = left.Used = true;
        for (var i = right; i <= edge; i++)
            items[i].Used = true;
        Speak(theirs.Entity, right);
        Shows(mine.Field);
        if (model.Graph.ReachesUp(focus, theirs.Entity))
            Shows(theirs.Field);
        return true;
    }
}
