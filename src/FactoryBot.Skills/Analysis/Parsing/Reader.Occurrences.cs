using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"How often did we lend", "what did we spend on copies": figures that a verb alone names.</summary>
internal sealed partial class Reader
{
    // "How much did we earn": the verb names the money.
    private void ReadMoneyVerb()
    {
        var much = items.Find(i => i is { Kind: ItemKind.HowMuch, Used: false });
        if (much is null || measures.Count > 0 || rankMeasure is not null || items.Exists(i => i.Has(MeaningKind.Measure)))
            return;
        var payer = by.Select(b => b.Entity).Append(focus).OfType<string>().FirstOrDefault(e => model.Find(e) is { } who && IsBuyer(who.Noun));
        var pays = payer is null ? null : items.Find(i => i is { Kind: ItemKind.Verb, Used: false } && Stems.OfVerb(i.Text) == "pay");
        if ((pays ?? items.Find(IsMoneyVerb)) is not { } earns || (pays is null ? Earned(earns) : SpentNear(payer!)) is not { } earned)
            return;
        much.Used = earns.Used = true;
        measures.Add(Use(earned));
        if (focus == earned.Entity && PaidFor(earned.Entity)?.Name == earned.Name)
            Unfocus();
        Speak(earned.Entity, items.IndexOf(much));
        notes.Add($"{earned.Phrases[0]} = {Describe.Formula(earned, model)}");
    }

    private static bool IsMoneyVerb(Item item) => item.Kind == ItemKind.Verb && Stems.OfVerb(item.Text) is "earn" or "sell" or "mak" or "spend" or "owe" or "owed" or "invoic" or "bill" or "charg";

    private static bool IsHowOften(Item item) => item is { Kind: ItemKind.Count, Used: false, Text: "how often" or "how many times" or "amount of times" };

    // How often something was done is the number of its rows.
    private void ReadHowOften()
    {
        if (measures.Count > 0 || rankMeasure is not null || items.Find(IsHowOften) is not { } often
            || items.Find(i => i is { Kind: ItemKind.Verb, Used: false } && NamedEvent(i.Text) is not null) is not { } deed)
            return;
        var happened = NamedEvent(deed.Text)!;
        if (focus is not null && !model.Graph.ReachesUp(happened, focus))
            return;
        often.Used = deed.Used = true;
        measures.Add(CountOf(happened, false, items.IndexOf(deed)));
        Speak(happened, items.IndexOf(deed));
    }

    // "What did we spend" asks how much.
    private void AskHowMuch()
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is { Kind: ItemKind.Ask, Text: "what" } && items.Skip(i + 1).FirstOrDefault(x => x.Kind != ItemKind.Filler) is { Kind: ItemKind.Verb } verb && IsPaying(verb)
                && items.Skip(i + 1).TakeWhile(x => x != verb).Any(x => x.Text is "did" or "do" or "does" or "have" or "has"))
                items[i] = new(ItemKind.HowMuch, items[i].Start, items[i].End, "how much") { AfterComma = items[i].AfterComma };
        }
    }

    private static bool IsPaying(Item verb) => Stems.OfVerb(verb.Text) is "spend" or "earn" or "pay" or "owe";

    /// <summary>What was paid for things when they were bought: the only price of that kind which they have.</summary>
    private Measure? PaidFor(string entity) => model[entity].Columns.Where(c => c.IsNumber && c.Phrase is "purchase price" or "purchase cost" or "acquisition cost" or "acquisition price" or "buying price").ToList() is [var price]
        ? new($"{entity}_paid", ["amount spent"], entity, Aggregate.Sum, $"{entity}.{price.Name}") : null;

    // "How long does it take until a hold is ready": to the day on which it was.
    private Measure? UntilState(string? entity)
    {
        var until = items.FindIndex(i => i is { Kind: ItemKind.Unknown, Used: false, Text: "until" or "till" });
        if (until < 0 || items.FindLast(i => i is { Used: false, Kind: ItemKind.Schema or ItemKind.Verb } && items.IndexOf(i) > until) is not { } state)
            return null;
        var stem = Stems.OfVerb(state.Text);
        if (model.Measures.Where(m => IsDuration(m) && !IsDelay(m) && (entity is null || m.Entity == entity) && Stems.OfVerb(EndOf(m).Phrase.Split(' ')[0]) == stem).ToList() is not [var reached])
            return null;
        items[until].Used = state.Used = true;
        return reached;
    }
}
