using System.Collections.Frozen;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"The soda line", "in the cell": the name of a schema says whose tables are meant, and nothing else.</summary>
internal sealed partial class Reader
{
    private static readonly FrozenSet<string> AreaWords = new[] { "line", "cell", "shop", "area", "department", "hall", "section", "station", "plant", "floor", "schema", "site", "unit" }.ToFrozenSet(StringComparer.Ordinal);

    private string? area;
    private Item? areaItem;

    private void ReadArea()
    {
        for (var i = 0; lexicon.Areas.Count > 0 && i < items.Count; i++)
        {
            if (!lexicon.Areas.TryGetValue(items[i].Text, out var schema) || (area is not null && area != schema))
                continue;
            var place = At(i + 1) is { AfterComma: false } next && AreaWords.Contains(next.Text) && !next.Of(MeaningKind.Entity).Any(e => e.Weight == 0 && model[e.Entity].Schema == schema) ? next : null;
            if (items[i].Kind != ItemKind.Unknown && place is null)
                continue;
            (area, areaItem) = (schema, items[i]);
            PassOver(items[i]);
            if (place is not null)
                PassOver(place);
        }

        if (area is null)
            return;
        foreach (var item in items)
        {
            if (item.Meanings.Where(m => model[m.Entity].Schema == area).ToList() is { Count: > 0 } inside && inside.Count < item.Meanings.Count)
                item.Meanings = inside;
            if (item.Hidden.Count > 0)
                item.Hidden = [.. item.Hidden.Where(m => model[m.Entity].Schema == area)];
        }
    }

    private static void PassOver(Item item)
    {
        (item.Kind, item.Meanings, item.Hidden) = (ItemKind.Filler, [], []);
        item.Used = true;
    }

    /// <summary>Whether all that is listed or computed lies where the question says.</summary>
    private bool InArea(AnalysisQuery query) => area is null
        || ((query.Of is not { } of || model[of].Schema == area) && query.Measures.All(m => model[Bases.Of(m, model)].Schema == area));
}
