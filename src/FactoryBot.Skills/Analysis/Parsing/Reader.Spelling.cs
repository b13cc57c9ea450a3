using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Whose name starts with C", and the conditions that stand before their noun.</summary>
internal sealed partial class Reader
{
    // "Whose name starts with C".
    private void Spelled(int at, int right)
    {
        var left = Before(at);
        var column = IsColumn(left) && !items[left].Used ? PickColumn(items[left], left, focus, c => c.Kind == DataKind.Text)?.Field : null;
        column ??= focus is not null && model[focus].Label is [var label, ..] ? $"{focus}.{label}" : null;
        if (column is null || At(right) is not { } text || text.Kind is ItemKind.Period or ItemKind.Compare)
            return;
        where.Add(Condition.Compare(column, items[at].Comparison, text.Text));
        items[at].Used = text.Used = true;
        text.Kind = ItemKind.Quoted;
        if (IsColumn(left) || At(left)?.Text is "name" or "names")
            items[left].Used = true;
        foreach (var letter in items.Where(i => i.Kind == ItemKind.Unknown && i.Text is "letter" or "letters" or "word"))
            letter.Used = true;
    }

    // "Critical tickets", "open orders": a condition before its noun.
    private bool Describes(int at) => At(at) is { Kind: ItemKind.Schema or ItemKind.Verb } item && !item.Has(MeaningKind.Entity) && (item.Has(MeaningKind.Value) || item.Has(MeaningKind.Filter))
        && (IsEntity(Next(at)) || Describes(Next(at)));
}
