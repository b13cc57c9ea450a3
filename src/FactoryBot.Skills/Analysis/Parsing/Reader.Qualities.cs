using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"How heavy is", and whether what is spoken of is listed or only counted.</summary>
internal sealed partial class Reader
{
    // "How heavy is", "how far does": the column of that quality.
    private void ReadHowMuchOf()
    {
        if (measures.Count > 0 || items.Find(i => i is { Kind: ItemKind.Unknown, Used: false, Text: "heavy" or "far" or "expensive" or "big" or "large" }) is not { } word)
            return;
        var quality = word.Text switch { "heavy" => "weight", "far" => "distance", "expensive" => "price", _ => "size" };
        var owner = focus ?? values.Select(v => FieldRef.Read(v.Field).Entity).FirstOrDefault();
        if (owner is null || Quality(quality, owner) is not { } field)
            return;
        word.Used = true;
        focus ??= owner;
        Shows(field);
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
