using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"From Germany or with gold level": two conditions of different columns of which one is enough, and both ends of a ranking.</summary>
internal sealed partial class Reader
{
    // Only where the sentence has no more than these two: of three nobody could say which belong together.
    private bool EitherCondition(int or)
    {
        if (where is not [{ Has: null } first, { Has: null } second] || totals.Count > 0 || without is not null || items.Count(i => i.Kind == ItemKind.Or) != 1 || items.Exists(i => i.Kind is ItemKind.And or ItemKind.Not or ItemKind.Without or ItemKind.Share or ItemKind.Period))
            return false;
        if (!IsConditionBeside(or, -1) || !IsConditionBeside(or, 1) || first.Field is null || second.Field is null || first.Field == second.Field)
            return false;
        where.Clear();
        where.Add(new() { Any = [first, second] });
        return true;
    }

    private bool IsConditionBeside(int or, int side)
    {
        var at = side < 0 ? Before(or) : Next(or);
        while (side > 0 && Is(at, ItemKind.Preposition, ItemKind.With, ItemKind.Verb, ItemKind.Any))
            at = Next(at);
        return At(at) is { Used: true } item && (item.Has(MeaningKind.Value) || item.Has(MeaningKind.Filter) || item.Kind is ItemKind.Number or ItemKind.Quoted || At(Before(at)) is { } named && named.Has(MeaningKind.Value) && side < 0
            || side > 0 && At(Next(at)) is { Used: true, Kind: ItemKind.Schema or ItemKind.Compare or ItemKind.Number });
    }

    // "The top 3 and the worst": one list has one end.
    private void BothEnds()
    {
        var ends = items.Where(i => i.Kind == ItemKind.Top || i is { Kind: ItemKind.Superlative, Measures: "best" or null }).ToList();
        if (!ranked || ends.Count < 2 || ends.Select(e => e.Low).Distinct().Count() < 2)
            return;
        var last = ends[^1];
        if (items.IndexOf(last) is var at && (Is(Before(at), ItemKind.And) || last.AfterComma) && At(Next(at)) is null or { Kind: ItemKind.Preposition or ItemKind.By or ItemKind.Period })
            declined ??= $"One list has one end. Please ask for the one, and then “and the {last.Text}”.";
    }
}
