using System.Collections.Frozen;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Reject rate", "first pass yield": the share of rows that turned out badly, or well, where a column says so of each row.</summary>
internal sealed partial class Reader
{
    // Rate of what, and whether that is the good end.
    private static readonly FrozenDictionary<string, bool> Yields = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["yield"] = true, ["fpy"] = true, ["first pass yield"] = true, ["first time yield"] = true, ["first pass rate"] = true, ["pass rate"] = true, ["quality rate"] = true, ["good rate"] = true,
        ["acceptance rate"] = true, ["success rate"] = true, ["ok rate"] = true, ["yield rate"] = true,
        ["reject rate"] = false, ["rejection rate"] = false, ["failure rate"] = false, ["fail rate"] = false, ["error rate"] = false, ["defect rate"] = false, ["scrap rate"] = false,
        ["nok rate"] = false, ["fault rate"] = false, ["bad rate"] = false,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const int LongestYield = 3;

    private Item? yieldItem;
    private Outcome? yieldOf;
    private IReadOnlyList<string> yieldValues = [];

    // What a rate begins with in the sentence: a ranking before it ranks by the rate.
    private Item? rateFrom;

    // Whether a high rate is a good one; null where nobody can tell.
    private bool? rateGood;

    // "Errors per machine" where a row turned out to be an error: these rows, not the codes that they have.
    private void NameOutcomes()
    {
        foreach (var item in items)
        {
            var at = items.IndexOf(item);
            var said = item.Kind is ItemKind.Verb or ItemKind.Unknown || (item.Kind == ItemKind.Filler && (at == items.Count - 1 || IsEntity(at + 1)));
            if (said && item.Meanings.Count == 0 && lexicon.Outcomes.Count > 0 && !(At(at + 1) is { } after && IsRateWord(after)))
                NameOutcome(item);
            // "… did it complete?" ends with what became of them; before other words it only says all.
            if (item.Kind == ItemKind.Filler && at == items.Count - 1 && OutcomesIn(item.Meanings).Where(m => items.Exists(i => i.Of(MeaningKind.Entity).Any(e => e.Entity == m.Entity && e.Weight <= 1))).ToList() is { Count: > 0 } ended)
                (item.Kind, item.Meanings) = (ItemKind.Schema, ended);
            if (item.Kind != ItemKind.Schema)
                continue;
            if (Plural(item) && !Is(at - 1, ItemKind.Ask, ItemKind.Top, ItemKind.Superlative, ItemKind.Number, ItemKind.By) && item.Meanings.Count > 0 && item.Meanings.All(m => m.Kind == MeaningKind.Column && ColumnOf(m).Kind is DataKind.Text or DataKind.Flag)
                && OutcomesIn(lexicon.Find("~" + string.Join(' ', item.Text.Split(' ').Select(Stems.Of)))) is { Count: > 0 } plural)
                item.Meanings = plural;
            // "Good cycles" are no goods.
            else if (item.Hidden.Count > 0 && item.Meanings.All(m => m.Kind == MeaningKind.Entity) && At(at + 1) is { Kind: ItemKind.Schema, AfterComma: false } thing
                && OutcomesIn(item.Hidden).Where(h => thing.Of(MeaningKind.Entity).Any(e => e.Entity == h.Entity)).ToList() is { Count: > 0 } described)
                item.Meanings = described;
            // "Still running" where that is a state of what is asked, whatever else has not ended.
            else if (item.Text.StartsWith("still ", StringComparison.Ordinal) && item.Meanings.All(m => m.Kind == MeaningKind.Filter) && ValuesOf(item.Text["still ".Length..]) is { Count: > 0 } states)
                item.Meanings = [.. item.Meanings, .. states];
        }
    }

    // "How many cycles did she abort", "good checks", "checks that were rejected": those that turned out so, where the rows say it of themselves.
    // Where several values could be meant, the word is named.
    private void NameOutcome(Item word)
    {
        var root = Root(word.Text);
        var (good, bad) = (Outcome.IsGoodWord(word.Text), Outcome.IsBadWord(word.Text));
        foreach (var of in lexicon.Outcomes.Where(o => (area is null || model[o.Entity].Schema == area) && items.Exists(i => i.Of(MeaningKind.Entity).Any(e => e.Entity == o.Entity))))
        {
            var called = word.Text.Length < 4 ? [] : of.Good.Concat(of.Bad).Where(v => Outcome.Said(of.Column, v).Split(' ').Any(w => Root(w) == root)).ToList();
            var values = called.Count > 0 ? called : good ? of.Good : bad ? of.Bad : [];
            if (values.Count == 0 || DatesOf(word.Text).Count > 0)
                continue;
            word.Kind = values.Count == 1 ? ItemKind.Schema : ItemKind.Unknown;
            word.Meanings = values is [var one] ? [new(MeaningKind.Value, of.Entity, of.Column.Name, 0) { Value = one }] : [];
            return;
        }
    }

    private List<Meaning> ValuesOf(string word) => [.. lexicon.Find(word).Concat(lexicon.Find("~" + string.Join(' ', word.Split(' ').Select(Stems.Of)))).Where(m => m.Kind == MeaningKind.Value).DistinctBy(m => (m.Field, m.Value))];

    private List<Meaning> OutcomesIn(IEnumerable<Meaning> meanings) =>
        [.. meanings.Where(m => m.Kind == MeaningKind.Value && (area is null || model[m.Entity].Schema == area) && lexicon.Outcomes.Any(o => o.Entity == m.Entity && o.Column.Name == m.Column))];

    private void NameYields()
    {
        if (lexicon.Outcomes.Count == 0 || !items.Exists(i => i.Text is "rate" or "yield" or "fpy"))
            return;
        for (var i = 0; i < items.Count; i++)
        {
            for (var length = Math.Min(LongestYield, items.Count - i); length > 0; length--)
            {
                var words = items.GetRange(i, length);
                if (!Yields.TryGetValue(string.Join(' ', words.Select(w => w.Text)), out var good) || words.Skip(1).Any(w => w.AfterComma) || words.Exists(IsNamed))
                    continue;
                if (YieldOf(words, good) is not { } found)
                    return;
                (yieldOf, yieldValues, rateGood) = (found.Of, found.Values, good);
                rateFrom = yieldItem = new(ItemKind.Unknown, words[0].Start, words[^1].End, string.Join(' ', words.Select(w => w.Text))) { AfterComma = words[0].AfterComma };
                items.RemoveRange(i, length);
                items.Insert(i, yieldItem);
                return;
            }
        }

        // A figure of the model, a column of that name, or a state that is called so.
        static bool IsNamed(Item word) => word.Meanings.Any(m => m.Kind is MeaningKind.Measure or MeaningKind.Value or MeaningKind.Filter || m is { Kind: MeaningKind.Column, Weight: 0 });
    }

    // The one column whose rows hang together with all that is named.
    private (Outcome Of, IReadOnlyList<string> Values)? YieldOf(List<Item> words, bool good)
    {
        var named = items.Except(words).Where(i => i.Kind == ItemKind.Schema && i.Meanings.Count > 0).ToList();
        var fitting = lexicon.Outcomes.Where(o => (area is null || model[o.Entity].Schema == area) && named.TrueForAll(n => n.Meanings.Any(m => model.Graph.ReachesUp(o.Entity, m.Entity)))).ToList();
        if (fitting.Count > 1)
            fitting = [.. fitting.Where(o => items.Exists(i => i.Of(MeaningKind.Entity).Any(e => e.Entity == o.Entity && e.Weight <= 1)))];
        if (fitting is not [var only] || (Counted(words[0].Text, only) && !items.Exists(i => i.Of(MeaningKind.Entity).Any(e => e.Entity == only.Entity))))
            return null;
        if (good)
            return (only, only.Good);
        var root = Root(words[0].Text);
        var called = only.Bad.Where(b => Outcome.Said(only.Column, b).Split(' ').Any(w => Root(w) == root)).ToList();
        return called.Count > 0 ? (only, called) : only.Bad.Count == 1 ? (only, only.Bad) : null;
    }

    // Where pieces are kept as numbers, the rate may be one of pieces as well.
    private bool Counted(string word, Outcome of) => model.Entities.Any(e => e.Name != of.Entity && (area is null || e.Schema == area)
        && e.Columns.Any(c => c is { IsNumber: true, Role: ColumnRole.Amount } && c.Phrase.Split(' ').Any(w => w is "scrap" or "good" or "reject" or "rejected" or "defects" or "defective" or "yield" || Root(w) == Root(word))));

    private void ReadOutcomeRate()
    {
        if (yieldItem is null || yieldOf is not { } of || measures.Count > 0)
            return;
        var condition = Condition.Compare(of.Field, Comparison.Equal, yieldValues);
        var all = CountOf(of.Entity, false, -1);
        var part = all with { Name = $"{all.Name} {(rateGood == true ? "that are good" : "that are bad")}", Where = [condition] };
        if (Known(condition) is { } known)
            all = all with { Where = [known] };
        AddShare(yieldItem.Text, part, all);
        yieldItem.Used = true;
        Speak(of.Entity, items.IndexOf(yieldItem));
        rateDate = DateOf(of.Entity);
        if (focus == of.Entity)
            Unfocus();
        notes.Add($"{yieldItem.Text} = {all.Name.ToLowerInvariant()} with {of.Column.Phrase} {string.Join(" or ", yieldValues.Select(v => of.Column.Codes.TryGetValue(v, out var said) ? $"{v} ({said})" : v))} ÷ all {all.Name.ToLowerInvariant()}");
    }

    private bool? IsGood(Meaning state) => lexicon.Outcomes.FirstOrDefault(o => o.Entity == state.Entity && o.Column.Name == state.Column) is not { } of || state.Value is not { } value ? null
        : of.Good.Contains(value) ? true : of.Bad.Contains(value) ? false : null;

    private void AddShare(string name, MeasureUse part, MeasureUse all)
    {
        measures.AddRange([part, all]);
        compute.Add(new(Title(name), ComputedKind.Percent, part.Name, all.Name));
    }

    // "The highest reject rate", "the best yield".
    private bool RanksRate(int at, int next)
    {
        if (rateFrom is null || At(next) != rateFrom || measures.Count == 0 || items[at].Measures is not (null or "best" or "count") || (items[at].Measures == "best" && rateGood is null))
            return false;
        items[at].Used = ranked = true;
        rankLow = items[at].Low != (items[at].Measures == "best" && rateGood == false);
        limit = NumberBeside(at) ?? limit ?? One(at);
        return true;
    }

    // "Aborted cycles per 100 cycles", "stops per 1000 jobs".
    private void ReadPerNumber()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.By, Text: "per", Used: false } && At(Next(items.IndexOf(i))) is { Kind: ItemKind.Number, Number: 100 or 1000 or 10_000 or 1_000_000 });
        if (at < 1 || measures.Count > 0)
            return;
        var (number, whole, counted) = (Next(at), Next(Next(at)), Before(at));
        if (!IsEntity(whole) || PickEntity(items[whole], whole) is not { } of)
            return;
        var part = IsEntity(counted) ? PickEntity(items[counted], counted) : of;
        var said = new List<Item>();
        for (var i = IsEntity(counted) ? Before(counted) : counted; IsDescription(i) && !items[i].Used; i = Before(i))
            said.Insert(0, items[i]);
        var conditions = said.Select(s => SaidOf(s, part!)).ToList();
        if (part is null || conditions.Contains(null) || (part == of ? said.Count == 0 : model.Graph.Best(part, of) is null))
            return;
        var all = CountOf(of, false, whole);
        var some = CountOf(part, false, counted) is var rows && said.Count == 0 ? rows : rows with { Name = $"{rows.Name} {string.Join(' ', said.Select(s => s.Text))}", Where = [.. conditions.OfType<Condition>()] };
        measures.AddRange([some, all]);
        var per = items[number].Number;
        compute.Add(per == 100 ? new($"{some.Name} per 100", ComputedKind.Percent, some.Name, all.Name) : new($"{some.Name} per {Text(per)}", ComputedKind.Ratio, some.Name, all.Name) { Times = per });
        foreach (var item in said.Append(items[at]).Append(items[number]).Append(items[whole]).Append(items[counted]))
            item.Used = true;
        rateFrom = said.Count > 0 ? said[0] : items[counted];
        rateGood = said is [var single] && single.Of(MeaningKind.Value).FirstOrDefault(v => v.Entity == part) is { } turned ? IsGood(turned) : null;
        if (focusItem == items[whole] || focusItem == items[counted])
            Unfocus();
        rateDate = DateOf(of);
        Speak(of, whole);
    }

    private Condition? SaidOf(Item word, string of) => word.Of(MeaningKind.Value).FirstOrDefault(v => v.Entity == of) is { } value ? Condition.Compare(value.Field, Comparison.Equal, value.Value!)
        : word.Of(MeaningKind.Filter).FirstOrDefault(f => f.Entity == of) is { Filter: { } filter } ? Meant(filter) : null;
}
