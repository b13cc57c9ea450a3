using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Entries for batches that don't exist", "scrap whose job no longer exists": rows whose key leads nowhere.</summary>
internal sealed partial class Reader
{
    private void ReadOrphans()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Not, Used: false } && At(items.IndexOf(i) + 1)?.Text is "exist" or "exists" or "existing");
        if (at < 0 || focus is not { } of)
            return;
        var noun = Before(at);
        while (Is(noun, ItemKind.Verb, ItemKind.With))
            noun = Before(noun);
        if (!IsEntity(noun) || items[noun] == focusItem || items[noun].Of(MeaningKind.Entity).OrderBy(e => e.Weight).Select(e => e.Entity).Distinct()
            .SelectMany(to => model.Relations.Where(r => r.From == of && r.To == to && r.FromColumns is [_])).ToList() is not [var way])
            return;
        items[at].Used = items[noun].Used = true;
        var key = $"{of}.{way.Via}";
        where.AddRange([Condition.Compare(key, Comparison.NotEmpty), new() { Has = way.To, Not = true }]);
        Speak(way.To, noun);
        InTheirList(at + 2, way.To);
        notes.Add($"{SchemaNames.Plural(Noun(of))} whose {model[of].Find(way.Via)!.Phrase} no {Noun(way.To)} has");
        // "…, which?" asks for those that are missing.
        if (items[^1] is { Kind: ItemKind.Ask, Text: "which" or "which ones" })
        {
            by.Add(new() { Field = key });
            measures.Add(CountOf(of, false, noun));
            Unfocus();
        }
        else if (counting == false)
            Shows(key);
    }

    // "In the batch list", "in the table of batches": the table that is meant anyway.
    private void InTheirList(int from, string entity)
    {
        if (!Is(from, ItemKind.Preposition))
            return;
        for (var i = from + 1; i < items.Count && !items[i].AfterComma; i++)
        {
            if (items[i].Text is "list" or "table" or "master" or "register" or "of" || items[i].Of(MeaningKind.Entity).Any(e => e.Entity == entity))
                PassOver(items[i]);
            else
                return;
        }
    }
}
