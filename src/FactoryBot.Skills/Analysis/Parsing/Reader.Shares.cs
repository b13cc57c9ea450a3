using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"What share of orders was late", "percentage of revenue from Beverages", "growth from 1996 to 1997", "share by category".</summary>
internal sealed partial class Reader
{
    private bool growth;

    private void ReadShares()
    {
        var percent = items.Where(i => i.Kind == ItemKind.Percent).ToList();
        if (items.FindIndex(i => i.Kind == ItemKind.Share) is >= 0 and var at)
            Share(at);
        if (items.Exists(i => i.Kind == ItemKind.Running && !i.Used) && measures.Count == 1)
        {
            items.Find(i => i.Kind == ItemKind.Running)!.Used = true;
            compute.Add(new($"Running {measures[0].Name.ToLowerInvariant()}", ComputedKind.Running, measures[0].Name));
        }

        var grows = items.Where(i => i.Kind == ItemKind.Growth && !i.Used).ToList();
        growth = grows.Count > 0;
        if (growth && items.Count(i => i.Kind == ItemKind.Period) == 2)
            grows.ForEach(i => i.Used = true);
        else if (measures.Count == 1 && compute.Count == 0 && parts is [var (_, at0)] && (growth || OverPrevious(items[at0])) && !grows.Exists(i => Compares(i) || Declines(i)))
            OverTime(grows, percent.Count > 0);
        if (measures.Count > 0 && (compute.Count > 0 || growth || measures.Exists(m => m.Unit == "%")))
            percent.ForEach(i => i.Used = true);
    }

    // "Compare day and night": side by side.
    private void ReadCompared()
    {
        var words = items.Where(i => i.Kind == ItemKind.Growth && !i.Used).ToList();
        if (words.Count == 0 || measures.Count != 1 || compute.Count > 0 || !words.TrueForAll(Compares) || (by.Count == 0 && parts.Count == 0 && several is null))
            return;
        words.ForEach(i => i.Used = true);
        if (by.Count == 0 && several is not null)
            by.Add(new() { Field = several });
    }

    private static bool Compares(Item item) => item.Text.StartsWith("compar", StringComparison.Ordinal) || item.Text is "versus" or "vs";

    private static bool Declines(Item item) => item.Text.Split(' ')[0] is "decrease" or "decline" or "decreased" or "declined" or "fall" or "fell" or "dropped";

    private static bool OverPrevious(Item part) => part.Text.Contains(" over ", StringComparison.Ordinal) || part.Text.Contains(" on ", StringComparison.Ordinal) || part.Text is "mom" or "yoy";

    // "Growth per month": each time beside the one before.
    private void OverTime(List<Item> grows, bool inPercent)
    {
        grows.ForEach(i => i.Used = true);
        var absolute = grows.Exists(i => i.Text.StartsWith("change", StringComparison.Ordinal) || i.Text.StartsWith("difference", StringComparison.Ordinal)) && !inPercent;
        if (absolute)
            compute.Add(new("Change", ComputedKind.ChangeOverTime, measures[0].Name));
        else
            compute.Add(new("Growth %", ComputedKind.GrowthOverTime, measures[0].Name));
    }

    private void Share(int at)
    {
        var whole = Next(at);
        while (Is(whole, ItemKind.Preposition, ItemKind.Aggregate, ItemKind.Distinct, ItemKind.Any, ItemKind.Period)
            || (At(whole) is { Kind: ItemKind.Schema } adjective && (adjective.Has(MeaningKind.Filter) || adjective.Has(MeaningKind.Value)) && IsEntity(Next(whole))))
        {
            items[whole].Used = items[whole].Used || items[whole].Kind is not (ItemKind.Schema or ItemKind.Period);
            whole = Next(whole);
        }

        // "Revenue share by category".
        if (IsShareBehind(items[at]) && measures is [var shared] && shared.Aggregate is Aggregate.Sum or Aggregate.Count && (by.Count > 0 || parts.Count > 0) && where.Count == 0)
        {
            items[at].Used = true;
            compute.Add(new("Share", ComputedKind.Share, shared.Name));
            return;
        }

        if (At(whole) is not { Kind: ItemKind.Schema } noun)
            return;
        if (measures.Count == 0)
        {
            if (noun.Has(MeaningKind.Measure) && !noun.Has(MeaningKind.Entity))
                AddMeasure(whole);
            else if (noun.Has(MeaningKind.Entity) && PickEntity(noun, whole) is { } counted && !(by.Count > 0 && AsksMoney(noun, counted)))
                measures.Add(MassOf(noun, counted) ?? CountOf(counted, false, whole));
            else if (!noun.Has(MeaningKind.Column) && values.Find(v => v.At == whole).Field is { } state)
                measures.Add(CountOf(FieldRef.Read(state).Entity, false, whole));
            else if (noun.Has(MeaningKind.Column) && PickColumn(noun, whole, null, c => c.Role == ColumnRole.Amount) is { } column)
                measures.Add(UseOf(column, Aggregate.Sum));
        }

        if (measures.Count != 1)
            return;
        noun.Used = items[at].Used = true;
        var measure = measures[0];
        if (where.Count == 0 && (WithColumn(whole) ?? WithThing(whole, BaseOf(measure))) is { } with)
            where.Add(with);
        if (where.Count == 0 && without is { } missing && missing.Has != BaseOf(measure))
        {
            where.Add(missing);
            without = null;
        }

        if (focus is not null && BaseOf(measure) == focus)
            Unfocus();
        if (by.Count > 0 && where.Count == 0)
        {
            compute.Add(new("Share", ComputedKind.Share, measure.Name));
            return;
        }

        if (where.Count == 0 || totals.Count > 0 || without is not null)
        {
            items[at].Used = false;
            return;
        }

        if (where.Count > 1)
        {
            declined = "I see several conditions and cannot tell which of them the share is about. Please ask for the share with one condition.";
            return;
        }

        var part = measure with { Name = $"{measure.Name} {items.Find(i => i.Used && (i.Has(MeaningKind.Filter) || i.Has(MeaningKind.Value)))?.Text ?? "with the condition"}", Where = [.. measure.Where, where[0]] };
        // Where the condition cannot be told, a row belongs to neither side.
        var known = Known(where[0]);
        var all = known is null ? measure : measure with { Where = [.. measure.Where, known] };
        if (known is not null)
            notes.Add($"rows where it cannot be told ({Describe.Condition(known with { Is = Comparison.Empty }, model)}) are left out");
        measures.Clear();
        measures.AddRange([part, all]);
        show.RemoveAll(s => s == where[0].Field);
        where.Clear();
        compute.Add(new("Share", ComputedKind.Percent, part.Name, all.Name));
    }

    private Condition? Known(Condition condition)
    {
        if (condition is not { Field: { } field, Other: not null } || !Formula.Read(field).IsField)
            return null;
        var at = FieldRef.Read(field);
        return model[at.Entity].Find(at.Column) is { Nullable: true } ? Condition.Compare(field, Comparison.NotEmpty) : null;
    }

    // "Got a review", "with an invoice": there is a row of it.
    private Condition? WithThing(int after, string? of)
    {
        for (var i = Next(after); of is not null && i < items.Count; i = Next(i))
        {
            var has = Is(i, ItemKind.With) || (Is(i, ItemKind.Verb) && Verbs.IsLight(items[i].Text));
            var noun = Next(i);
            while (Is(noun, ItemKind.Any))
                noun = Next(noun);
            if (!has || !IsEntity(noun) || items[noun].Used || Next(noun) < items.Count && !Is(Next(noun), ItemKind.Preposition, ItemKind.Period, ItemKind.By)
                || PickEntity(items[noun], noun) is not { } thing || model.Graph.Best(of, thing) is not { Steps: [{ Down: true }, ..] })
                continue;
            items[noun].Used = items[i].Used = true;
            Speak(thing, noun);
            return new() { Has = thing };
        }

        return null;
    }

    // "Got a discount", "with a fax number": there is one.
    private Condition? WithColumn(int after)
    {
        for (var i = Next(after); i < items.Count; i = Next(i))
        {
            if (!(Is(i, ItemKind.With) || (Is(i, ItemKind.Verb) && items[i].Text is "got" or "get" or "gets" or "received" or "receive" or "carry" or "hold")))
                continue;
            var noun = Next(i);
            while (Is(noun, ItemKind.Any))
                noun = Next(noun);
            if (IsColumn(noun) && !items[noun].Used && !Is(Next(noun), ItemKind.Compare) && PickColumn(items[noun], noun, null) is { } column)
            {
                items[noun].Used = items[i].Used = true;
                return Present(column);
            }
        }

        return null;
    }

    /// <summary>"How many order lines got a discount": there is one.</summary>
    private void ReadPresence()
    {
        var at = focusItem is null ? items.FindIndex(i => i.Kind == ItemKind.Share) : items.IndexOf(focusItem);
        if (at >= 0 && (counting || items.Exists(i => i.Kind == ItemKind.Share) || items.Exists(i => i.Text is "got" or "received")) && WithColumn(at) is { } with)
            where.Add(with);
    }

    private Condition Present(Meaning column) => ColumnOf(column) is { IsNumber: true, Role: ColumnRole.Amount or ColumnRole.Rate }
        ? Condition.Compare(column.Field, Comparison.More, "0") : Condition.Compare(column.Field, Comparison.NotEmpty);
}
