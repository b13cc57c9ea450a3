using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>People, or things, that stand above others of their kind: "mentored by Ida", "who referred the most members", "whom does Ida manage".</summary>
internal sealed partial class Reader
{
    // Names that stand for whom they lead: read once for the first name, and again for the last.
    private readonly HashSet<(string Entity, int First)> leaders = [];

    // "On Anna's team", "reports to Anna": those whom she leads, not she.
    private Relation? LedBy(string entity, int at)
    {
        if (model.Relations.FirstOrDefault(r => r.From == entity && r.To == entity) is not { } self)
            return null;
        var (first, last) = NameAround(entity, at);
        if (leaders.Contains((entity, first)))
            return self;
        if (LedDeed(self, first, last) is { } deed)
        {
            deed.Used = true;
            deed.Meanings = [];
            leaders.Add((entity, first));
            if (deed.Kind == ItemKind.Schema)
                deed.Kind = ItemKind.Filler;
            return self;
        }

        if (!model[entity].Person || (focus is not null && focus != entity))
            return null;
        if (Is(Before(first), ItemKind.Preposition) && items[Before(first)].Text is "for" or "under" && At(Before(Before(first))) is { Kind: ItemKind.Verb, Text: "work" or "works" or "working" or "worked" } works)
        {
            works.Used = true;
            return self;
        }

        for (var i = Math.Max(0, at - 4); i < Math.Min(items.Count, at + 4); i++)
        {
            if ((i > at && items[i].Text is "team" or "teams" or "reports" or "subordinates" or "people" or "crew" or "direct reports")
                || (i < at && (items[i].Text is "reports to" or "report to" or "reporting to" or "under" or "led by" or "managed by" or "supervised by" or "works for" or "subordinates" or "direct reports" || (items[i].Text is "reports" or "report" or "reporting" && items[i + 1].Text == "to"))))
            {
                // "Who leads Marta's team" asks for no member of it.
                if (i > at && items.Take(at).FirstOrDefault(v => Stems.OfVerb(v.Text) is "lead" or "manag" or "head" or "run" or "supervis") is { } head)
                {
                    (head.Kind, head.Used, head.Meanings) = (ItemKind.Unknown, false, []);
                    return null;
                }

                items[i].Used = true;
                items[i].Meanings = items[i].Kind == ItemKind.Schema ? items[i].Meanings : [];
                return self;
            }
        }

        return null;
    }

    // "Mentored by Ida", "whose mentor is Ida", "does Ida mentor".
    private Item? LedDeed(Relation self, int first, int last)
    {
        var before = first - 1;
        if (At(before) is { } led && led.Text.EndsWith(" by", StringComparison.Ordinal) && IsDeedOf(self, led))
            return led;
        while (before >= 0 && items[before].Text is "is" or "was" or "are" or "by")
            before--;
        if (before >= 0 && before < first - 1 && IsDeedOf(self, items[before]) && (items[first - 1].Text == "by" || Is(before - 1, ItemKind.With)))
            return items[before];
        return items.Take(first).Any(i => i.Text is "does" or "did" or "do") && At(Next(last)) is { } after && IsDeedOf(self, after) ? after : null;
    }

    // First and last name are two values side by side.
    private (int First, int Last) NameAround(string entity, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && items[first - 1].Of(MeaningKind.Value).Any(v => v.Entity == entity && model[entity].Label.Contains(v.Column!)))
            first--;
        while (last + 1 < items.Count && items[last + 1].Of(MeaningKind.Value).Any(v => v.Entity == entity && model[entity].Label.Contains(v.Column!)))
            last++;
        return (first, last);
    }

    // "Who referred Emma": the one above her.
    private Relation? LeaderAsked(string entity, int at)
    {
        if (model.Relations.FirstOrDefault(r => r.From == entity && r.To == entity) is not { } self || Before(NameAround(entity, at).First) is not (> 0 and var before) || !IsDeedOf(self, items[before]) || items[before].Has(MeaningKind.Role)
            || !Is(Before(before), ItemKind.Ask) || roles.Contains(self))
            return null;
        items[before].Used = true;
        focus ??= entity;
        return self;
    }

    private bool IsDeedOf(Relation self, Item item) => item.Of(MeaningKind.Role).Any(m => m.Relation == self)
        || (item.Kind is ItemKind.Verb or ItemKind.Unknown && self.Role.Split(' ') is [var first, ..] && Stems.OfVerb(item.Text) is var stem
            && (Stems.OfVerb(first) == stem || IsAgent(first, item.Text) || (model[self.To].Person && stem is "manag" or "lead" or "supervis")));

    /// <summary>The key over which rows of an entity are led, where a verb of the question says so: "who manages the most employees".</summary>
    private (Relation Key, Item Verb)? Leads(string entity) =>
        model.Relations.FirstOrDefault(r => r.From == entity && r.To == entity) is { } self && (focus is null || focus == entity) && items.Find(i => IsDeedOf(self, i)) is { } verb ? (self, verb) : null;

    private void RankLeaders(string entity, (Relation Key, Item Verb) leads)
    {
        leads.Verb.Used = true;
        leads.Verb.Meanings = [];
        Unfocus();
        by.Add(new() { Entity = $"{entity}@{leads.Key.Via}", Title = Title(leads.Key.Role.EndsWith(" by", StringComparison.Ordinal) ? Noun(entity) : leads.Key.Role == "reports to" ? "manager" : leads.Key.Role) });
        where.Add(Condition.Compare($"{entity}.{leads.Key.Via}", Comparison.NotEmpty));
        rankMeasure = CountOf(entity, false, -1);
    }
}
