using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"How heavy is", and whether what is spoken of is listed or only counted.</summary>
internal sealed partial class Reader
{
    // "How heavy is", "how far does": the column of that quality.
    private void ReadHowMuchOf()
    {
        if (measures.Count > 0 || items.Find(i => i is { Kind: ItemKind.Unknown, Used: false, Text: "heavy" or "far" or "expensive" or "big" or "large" or "old" }) is not { } word)
            return;
        if (word.Text == "old")
        {
            if ((focus ?? values.Select(v => FieldRef.Read(v.Field).Entity).FirstOrDefault()) is not { } aged || model.Measures.FirstOrDefault(m => m.Entity == aged && m.Unit == "years") is not { } age)
                return;
            word.Used = true;
            focus ??= aged;
            Shows(OnDay(age.Formula));
            return;
        }

        var quality = word.Text switch { "heavy" => "weight", "far" => "distance", "expensive" => "price", _ => "size" };
        var owner = focus ?? values.Select(v => FieldRef.Read(v.Field).Entity).FirstOrDefault();
        if (owner is null || Quality(quality, owner) is not { } field)
            return;
        word.Used = true;
        focus ??= owner;
        Shows(field);
    }

    // "Still admitted": such an event has begun and not come to its end. What nobody can tell of is named.
    private void ReadStill()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Filler, Text: "still" or "currently still" });
        if (at < 0 || At(Next(at)) is not { Kind: ItemKind.Verb, Used: false } verb || verb.Text is "owe" or "owes" or "owed")
            return;
        var begun = DatesOf(verb.Text).Select(d => d.Entity).Append(EventOf(verb.Text)).OfType<string>().Distinct()
            .Where(e => focus is null || e == focus || model.Graph.Best(focus, e) is not null).ToList();
        var open = begun.Select(e => model.Filters.FirstOrDefault(f => f.Entity == e && f.Name == "open")).OfType<NamedFilter>().ToList();
        if (open is not [var filter])
        {
            items[at].Kind = ItemKind.Unknown;
            return;
        }

        verb.Used = items[at].Used = true;
        focus ??= filter.Entity;
        where.Add(filter.Entity == focus ? Meant(filter) : new() { Has = filter.Entity, With = [Meant(filter)] });
        Speak(filter.Entity, at);
    }

    /// <summary>The focus is what is listed or ranked, not just what a figure is of.</summary>
    private bool IsTarget()
    {
        if (focusItem is null || counting)
            return focusItem is null && asksWho && focus is not null && !counting;
        var at = items.IndexOf(focusItem);
        if (ranked || totals.Count > 0)
            return true;
        var before = Before(at);
        while (Is(before, ItemKind.Number, ItemKind.Distinct, ItemKind.Any) || (At(before) is { } adjective && (adjective.Has(MeaningKind.Filter) || adjective.Has(MeaningKind.Value))))
            before = Before(before);
        return (before < 0 || Is(before, ItemKind.Ask)) && items.Exists(i => i.Kind == ItemKind.With && items.IndexOf(i) > at)
            || (Is(before, ItemKind.Ask) && items.Skip(at).Any(i => i.Kind == ItemKind.And));
    }
}
