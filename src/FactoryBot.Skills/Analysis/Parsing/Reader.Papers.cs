using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What papers are worth: the sum that stands on an invoice, the lines of an order; and which of two worths is meant.</summary>
internal sealed partial class Reader
{
    // What was ordered and what was invoiced are both revenue, and not the same. A paper and its own lines hold the same money.
    private List<Measure> Rivals(List<Measure> fitting)
    {
        var papers = fitting.Where(m => Document(m) is not null).ToList();
        return papers.Count < 2 || papers.Select(Document).Distinct().Count() < papers.Count ? []
            : [papers[0], .. papers.Skip(1).Where(m => !model.Relations.Any(r => (r.From == m.Entity && r.To == papers[0].Entity) || (r.To == m.Entity && r.From == papers[0].Entity)))];
    }

    // "Invoice value": the phrase that names whose worth it is.
    private string? Document(Measure measure) => model.Entities.Where(e => !IsBuyer(e.Noun) && !e.Person && (e.Name == measure.Entity || model.Relations.Any(r => r.From == measure.Entity && r.To == e.Name))).OrderBy(e => e.Name == measure.Entity ? 0 : 1).Select(e => e.Noun + " value").FirstOrDefault(measure.Phrases.Contains);

    /// <summary>The sum that stands on a paper: its only amount, else the one that is its revenue.</summary>
    private string? SumOn(string entity) => AmountOf(entity, [Aggregate.Sum]) is [{ Formula: var only }] ? only
        : model.Measures.Where(m => m.Entity == entity && (m.Phrases.Contains("revenue") || m.Phrases.Contains("spend")) && Formula.Read(m.Formula).IsField).Select(m => m.Formula).FirstOrDefault();

    /// <summary>What a paper is worth where no sum stands on it: its lines.</summary>
    private Measure? WorthBehind(string entity) => !IsOrder(entity) ? null : model.Measures.Where(m => m.Phrases.Contains(Noun(entity) + " value")).ToList() is [var worth] ? worth : null;

    // A big shipment may be a heavy one; a big order is one of much money.
    private bool IsOrder(string entity) => model[entity] is { DefaultDate: not null, Person: false } && Noun(entity).Split(' ')[^1] is "order" or "sale" or "purchase" or "invoice" or "bill" or "quote" or "quotation" or "deal";

    private bool RankWorth()
    {
        if (Money.IsPaper(focusItem!.Text) && SumOn(focus!) is { } sum)
        {
            rankField = sum;
            Shows(sum);
            return true;
        }

        if (WorthBehind(focus!) is not { } worth)
            return false;
        rankMeasure = Use(worth);
        notes.Add($"{worth.Phrases[0]} = {Describe.Formula(worth, model)}");
        return true;
    }

    private void ReadOwing()
    {
        // "How much is still open on bills": the sum of those.
        if (measures.Count == 0 && rankMeasure is null && focus is not null && focusItem is not null && Money.IsPaper(focusItem.Text) && items.Find(i => i is { Kind: ItemKind.HowMuch, Used: false }) is { } owing
            && !items.Exists(i => i.Kind == ItemKind.Schema && !i.Used && IsFigure(i)) && SumOn(focus) is { } sum && FieldRef.Read(sum) is var paper)
        {
            owing.Used = true;
            measures.Add(UseOf(new(MeaningKind.Column, paper.Entity, paper.Column, 0), Aggregate.Sum));
            Unfocus();
        }
    }

    // "Cost of assets": what the assets themselves have cost, whatever else costs.
    private bool OfItsOwn(int at)
    {
        var of = Next(at);
        if (!Is(of, ItemKind.Preposition) || items[of].Text != "of" || !IsEntity(Next(of)) || items[Next(of)].Entity!.Entity is not { } owner || items[at].Of(MeaningKind.Measure).Any(m => m.Entity == owner)
            || items[at].Of(MeaningKind.Column).Where(c => c.Entity == owner && ColumnOf(c) is { IsNumber: true, Role: ColumnRole.Amount }).ToList() is not [var own])
            return false;
        items[at].Used = items[Next(of)].Used = true;
        measures.Add(UseOf(own, Aggregate.Sum));
        Speak(owner, at);
        if (focus == owner)
            Unfocus();
        return true;
    }
}
