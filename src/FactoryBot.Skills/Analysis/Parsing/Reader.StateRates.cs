using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"No-show rate per doctor": how many of all rows are in that state.</summary>
internal sealed partial class Reader
{
    // A rate of all rows is dated as all of them are: the unpaid have no day of payment.
    private string? rateDate;

    // "Express share by month": the share stands behind what it is the share of.
    private bool IsShareBehind(Item item) => item is { Kind: ItemKind.Share, Used: false, Text: "share" or "percentage" or "proportion" } && items.IndexOf(item) is > 0 and var at && items[at - 1] is { Kind: ItemKind.Schema or ItemKind.Verb, AfterComma: false } && !Is(Next(at), ItemKind.Schema);

    // What the word says of one thing, once: a yes or no that has a column of its own is its condition.
    private Meaning? StateOf(Item word) => word.Meanings.Where(m => m.Weight <= 1 && !(m.Kind == MeaningKind.Column && ColumnOf(m).Role == ColumnRole.Flag)).ToList() is [var only]
        && word.Meanings.All(m => m.Kind is MeaningKind.Value or MeaningKind.Filter || m.Kind == MeaningKind.Column && ColumnOf(m).Role == ColumnRole.Flag) ? only : null;

    // "Cancellation rate" where a state is called cancelled.
    private void NameStates()
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is not { Used: false, Kind: ItemKind.Unknown or ItemKind.Verb, Meanings.Count: 0 } noun || !IsRateWord(items[i + 1]) || Root(noun.Text) is not { Length: > 3 } root)
                continue;
            var states = model.Entities.SelectMany(e => e.Columns.Where(IsState).SelectMany(c => c.Values.Union(c.Codes.Keys).Where(v => Root(Lexer.Fold(c.Codes.GetValueOrDefault(v) ?? v)) == root)
                .Select(v => new Meaning(MeaningKind.Value, e.Name, c.Name, 0) { Value = v }))).ToList();
            // No state is called so: a yes or no, or a day on which it was done.
            if (states.Count == 0)
                states = [.. model.Filters.Where(f => !f.Name.Contains(' ', StringComparison.Ordinal) && Root(f.Name) == root).Select(f => new Meaning(MeaningKind.Filter, f.Entity, null, 0) { Filter = f })];
            if (states.Count > 1)
                states.RemoveAll(s => !items.Exists(i => i.Of(MeaningKind.Entity).Any(e => e.Entity == s.Entity && e.Weight <= 1)));
            if (states is [var only])
                (noun.Kind, noun.Meanings) = (ItemKind.Schema, [only]);
        }
    }

    // "Rate" behind a state is no part of the name of a price: cancellations have no rack rate.
    private void FreeRates()
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (IsRateWord(items[i]) && items[i] is { Kind: ItemKind.Schema } rate && rate.Meanings.All(m => m is { Kind: MeaningKind.Column, Weight: >= 1 }) && IsStateBefore(i))
                (rate.Kind, rate.Meanings) = (ItemKind.Unknown, []);
        }
    }

    // "Cancellation rate", "late return rate", "return rate" of what can come back: the wage of an hour is none of them.
    private bool IsStateBefore(int rate) => items[rate - 1] is { Kind: ItemKind.Schema or ItemKind.Verb } before
        && (StateOf(before) is not null || DoneLate(rate) is not null || PartlyHappened(rate) is not null);

    // "Late return rate": the state, then the verb that it is said of.
    private Item? DoneLate(int rate) => rate > 1 && items[rate - 1] is { Kind: ItemKind.Verb or ItemKind.Schema } deed && items[rate - 2] is { Kind: ItemKind.Schema or ItemKind.Verb } state && StateOf(state) is { } late
        && DatesOf(deed.Text).Exists(d => d.Entity == late.Entity) ? state : null;

    private static bool IsRateWord(Item item) => item.Text is "rate" or "rates" or "ratio" or "quota";

    private static bool IsState(Column column) => (column.AllValues || column.Codes.Count > 0) && IsStateName(column);

    private static bool IsStateName(Column column) => column.Phrase.Split(' ')[^1] is "status" or "state" or "result" or "outcome" or "stage" or "verdict" or "disposition" or "decision";

    internal static string Root(string word) => Stems.OfVerb(word) is [.., var a, var b] stem && a == b ? stem[..^1] : Stems.OfVerb(word);

    /// <summary>"Return rate", "claim rate": rows of one thing that another is made of only where it happened, and what it happens to.</summary>
    private (string Happened, string Of)? PartlyHappened(int rate)
    {
        if (rate < 1 || items[rate - 1].Of(MeaningKind.Entity).Where(e => e.Weight <= 1).Select(e => e.Entity).Distinct().ToList() is not [var happened] || model[happened].Person)
            return null;
        var of = model.Relations.Where(r => r.From == happened && r.To != happened && model[r.To] is { Person: false, DefaultDate: not null }).Select(r => r.To).Distinct().ToList();
        return of is [var whole] && model[happened].DefaultDate is not null ? (happened, whole) : null;
    }

    private bool ReadRateOfHappened(int rate)
    {
        if (PartlyHappened(rate) is not { } part || items[rate - 1].Used && items[rate - 1] != focusItem)
            return false;
        var all = CountOf(part.Of, false, rate);
        var some = all with { Name = $"{all.Name} with {SchemaNames.Plural(Noun(part.Happened))}", Where = [new() { Has = part.Happened }] };
        measures.AddRange([some, all]);
        compute.Add(new($"{Title(items[rate - 1].Text)} rate", ComputedKind.Percent, some.Name, all.Name));
        items[rate - 1].Used = items[rate].Used = true;
        Speak(part.Of, rate);
        rateDate = $"{part.Of}.{model[part.Of].DefaultDate}";
        if (focus == part.Happened || focus == part.Of)
            Unfocus();
        notes.Add($"{items[rate - 1].Text} rate = {some.Name.ToLowerInvariant()} ÷ all {all.Name.ToLowerInvariant()}");
        return true;
    }

    private void ReadStateRate()
    {
        if (measures.Count == 0 && items.FindIndex(i => i is { Kind: ItemKind.Unknown, Used: false } && IsRateWord(i)) is > 0 and var rate && ReadRateOfHappened(rate))
            return;

        var at = items.FindIndex(i => i is { Kind: ItemKind.Unknown, Used: false, } word && IsRateWord(word) || IsShareBehind(i));
        if (at < 1 || measures.Count > 0 || (DoneLate(at) ?? (IsEntity(at - 1) && at > 1 ? items[at - 2] : items[at - 1])) is not { Used: false } state || !(state.Kind is ItemKind.Schema or ItemKind.Verb) || items.Exists(i => (i.Kind == ItemKind.Share && i != items[at]) || i.Kind is ItemKind.Count or ItemKind.HowMuch or ItemKind.Compare)
            || StateOf(state) is not { } only || (IsEntity(at - 1) && items[at - 1] != state && !items[at - 1].Of(MeaningKind.Entity).Any(e => e.Entity == only.Entity)) || model[only.Entity].DefaultDate is null)
            return;
        // A share of bookings of hours may be one of hours as well.
        if (items[at].Kind == ItemKind.Share && !IsEntity(at - 1) && Noun(only.Entity).Split(' ')[^1] is "entry" or "usage" or "consumption" or "reading" or "movement" or "line" or "item" or "payment" or "transaction" or "booking" && AmountOf(only.Entity, [Aggregate.Sum]).Count == 1)
            return;
        if (only.Kind == MeaningKind.Value && !IsStateName(ColumnOf(only)) && ColumnOf(only).Phrase.Split(' ')[^1] is not ("type" or "kind"))
            return;
        var condition = only.Kind == MeaningKind.Value ? Condition.Compare(only.Field, Comparison.Equal, only.Value!) : Meant(only.Filter!);
        var all = CountOf(only.Entity, false, at);
        var part = all with { Name = $"{all.Name} {state.Text}", Where = [condition] };
        var known = Known(condition);
        if (known is not null)
            all = all with { Where = [known] };
        measures.AddRange([part, all]);
        compute.Add(new($"{Title(state.Text)} {(items[at].Kind == ItemKind.Share ? "share" : "rate")}", ComputedKind.Percent, part.Name, all.Name));
        state.Used = items[at].Used = true;
        (rateFrom, rateGood) = (state, IsGood(only));
        if (DoneLate(at) == state)
            items[at - 1].Used = true;
        Speak(only.Entity, at);
        rateDate = $"{only.Entity}.{model[only.Entity].DefaultDate}";
        if (focus == only.Entity)
            Unfocus();
        notes.Add($"{state.Text} rate = {all.Name.ToLowerInvariant()} {state.Text} ÷ all {all.Name.ToLowerInvariant()}");
    }
}
