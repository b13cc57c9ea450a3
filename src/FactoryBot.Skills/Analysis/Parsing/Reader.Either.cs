namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Germany or France": one of two values of one column. Any other "or" joins conditions that would have to hold together here, so it is named instead.</summary>
internal sealed partial class Reader
{
    private readonly HashSet<Item> unclear = [];

    private void ReadOr()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!Is(i, ItemKind.Or) || items[i].Used || (items[i].Text == "either" && items.Skip(i + 1).Any(x => x.Kind == ItemKind.Or)))
                continue;
            if (SameField(Before(i), After(i)))
                items[i].Used = true;
            else
                unclear.Add(items[i]);
        }
    }

    private int After(int at)
    {
        var next = Next(at);
        while (Is(next, ItemKind.Preposition, ItemKind.Not, ItemKind.By))
            next = Next(next);
        return next;
    }

    private bool SameField(int left, int right)
    {
        if (Is(left, ItemKind.Period) && Is(right, ItemKind.Period))
            return true;
        var (a, b) = (FieldsAt(left), FieldsAt(right));
        return a.Count > 0 && a.Intersect(b).Any();
    }

    // A name may stand before or behind the noun it belongs to: "the category Beverages", "Beverages products".
    private HashSet<string> FieldsAt(int at)
    {
        var found = values.Where(v => v.At == at).Select(v => v.Field).ToHashSet(StringComparer.Ordinal);
        if (found.Count == 0 && At(at)?.Kind == ItemKind.Schema)
            found = values.Where(v => v.At == Next(at) || v.At == Before(at)).Select(v => v.Field).ToHashSet(StringComparer.Ordinal);
        return found;
    }
}
