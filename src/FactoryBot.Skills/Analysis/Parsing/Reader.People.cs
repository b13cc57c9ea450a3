using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Who and what is asked about where no noun says it: who supplies, what somebody bought, what is on a list.</summary>
internal sealed partial class Reader
{
    // "Production lines" are lines, "customer orders" orders: a thing in the singular before another says whose it is.
    private void FindCompounds()
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            // The sales staff, the sales regions: a word of trade before a thing is no figure.
            if (items[i] is { Text: "sales", Kind: ItemKind.Schema } named && IsEntity(i + 1) && named.Meanings.Concat(named.Hidden).Where(m => m.Kind == MeaningKind.Value && m.Entity == items[i + 1].Entity!.Entity).ToList() is { Count: > 0 } own)
                named.Meanings = own;
            else if (items[i] is { Text: "sales", Kind: ItemKind.Schema } sales && IsEntity(i + 1) && !items[i + 1].AfterComma)
            {
                sales.Kind = ItemKind.Filler;
                sales.Used = true;
            }
            else if (IsEntity(i) && IsEntity(i + 1) && !Plural(items[i]) && !items[i + 1].AfterComma && !items[i].Has(MeaningKind.Value) && items[i].Entity is { } modifier && items[i + 1].Entity is { } head && modifier.Entity != head.Entity
                && (i == 0 || !Is(Before(i), ItemKind.By, ItemKind.Compare)) && model.Graph.Best(head.Entity, modifier.Entity) is not null)
            {
                items[i].Kind = ItemKind.Filler;
                items[i].Used = true;
            }
        }
    }

    // "Who bought": those who buy; "who handled": those who work here.
    private void FindPerson()
    {
        if (focus is not null || focusColumns is not null || items.FirstOrDefault(i => i.Kind == ItemKind.Ask)?.Text is not ("who" or "whom"))
            return;
        var buys = items.Exists(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "buy" or "purchas" or "order" or "spend" or "pay" or "rent");
        var people = model.Entities.Where(e => buys ? Buyers.Contains(e.Noun) : e.Person && !Buyers.Contains(e.Noun)).ToList();
        asksWho = people.Count == 1;
        if (people.Count != 1 || (!buys && items.Exists(i => i.Kind == ItemKind.Verb && DatesOf(i.Text) is { Count: > 0 } dates && !dates.Exists(d => model.Graph.ReachesUp(d.Entity, people[0].Name)))))
            return;
        focus = people[0].Name;
        Speak(focus, 0);
    }

    private bool asksWho;

    // "What is on the playlist X": what its lines lead to, not the playlist.
    private void FindContents()
    {
        var what = items.FindIndex(i => i is { Kind: ItemKind.Ask } && i.Text.StartsWith("what", StringComparison.Ordinal));
        if (what < 0 || !Is(Next(what), ItemKind.Preposition) || items[Next(what)].Text is not ("in" or "on" or "inside") || values.Count == 0 || measures.Count > 0)
            return;
        var whole = FieldRef.Read(values[0].Field).Entity;
        if (focus is not null && focus != whole)
            return;
        var parts = model.Relations.Where(r => r.To == whole && r.From != whole).Select(r => model[r.From])
            .Where(line => line.Bridge || line.Noun.StartsWith(Noun(whole), StringComparison.Ordinal))
            .SelectMany(line => model.Relations.Where(r => r.From == line.Name && r.To != whole && model[r.To].Label.Count > 0).Select(r => r.To)).Distinct().ToList();
        if (parts is [var part])
        {
            focus = part;
            focusItem = null;
            Speak(part, what);
        }
        else
            declined ??= "I see what it is about, but not what of it is asked for. Please name what I should list.";
    }

    // "What did Anna buy": the goods.
    private bool FindGoods()
    {
        var what = items.FindIndex(i => i.Kind == ItemKind.Ask && i.Text is "what");
        if (what < 0 || At(Next(what)) is not { Kind: ItemKind.Schema } buyer || !buyer.Has(MeaningKind.Value) || buyer.Has(MeaningKind.Entity) || !items.Exists(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "buy" or "order" or "purchas" or "rent"))
            return false;
        var goods = model.Measures.Where(m => m.Phrases.Contains("revenue")).SelectMany(m => model.Relations.Where(r => r.From == m.Entity).Select(r => r.To)).Distinct()
            .Where(e => model[e].Label.Count > 0 && !model[e].Person && model[e].DefaultDate is null && !IsBuyer(Noun(e))).ToList();
        if (goods is not [var good])
            return false;
        focus = good;
        Speak(good, what);
        return true;
    }

    private bool FindAgent()
    {
        var who = items.FindIndex(i => i.Kind == ItemKind.Ask && i.Text is "who");
        if (who < 0 || IsEntity(Before(who)) || At(Next(who)) is not { Kind: ItemKind.Verb or ItemKind.Schema } verb)
            return false;
        if (model.Entities.Where(e => e.Nouns.Any(n => IsAgent(n, verb.Text))).ToList() is not [var agent])
            return false;
        focus = agent.Name;
        asksWho = true;
        Speak(focus, 0);
        verb.Used = true;
        return true;
    }

    // Who supplies is a supplier, who manages a manager.
    internal static bool IsAgent(string noun, string verb) =>
        noun.Split(' ')[^1] is var last && last.Length > 4 && (last.EndsWith("er", StringComparison.Ordinal) || last.EndsWith("or", StringComparison.Ordinal))
        && Stems.OfVerb(verb.Split(' ')[^1]) is var stem && (Stems.OfVerb(last[..^2]) == stem || Stems.OfVerb(last[..^2] + "e") == stem || last[..^2] is [.., var a, var b] && a == b && Stems.OfVerb(last[..^3]) == stem);
}
