using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

internal sealed partial class Reader
{
    private static readonly HashSet<string> MoneyWords = new(
    [
        "price", "prices", "cost", "costs", "amount", "total", "value", "worth", "rate", "fare", "freight", "pay", "paid", "spend", "spent", "balance", "revenue", "sales", "turnover", "income", "profit",
        "earnings", "discount", "money", "eur", "usd", "euro", "dollar", "rent", "sum", "due", "owed",
    ], StringComparer.Ordinal);

    /// <summary>The word by which money is asked for, where the answer would tell none: hours of downtime are no cost of it.</summary>
    private string? UntoldMoney(AnalysisQuery query) =>
        items.Find(IsMoneyAsked) is { } word && !IsTimeSpent(word) && !FieldsOf(query).Any(f => model[f.Entity].Find(f.Column) is { } column && IsMoney(column, f.Entity)) ? word.Text : null;

    // "Hours spent on repairs".
    private bool IsTimeSpent(Item word) => word.Kind == ItemKind.Verb && items.Exists(i => i.Text.Split(' ')[^1] is "hours" or "days" or "minutes" or "weeks" or "time" or "long");

    private static bool IsMoneyAsked(Item item) => item switch
    {
        { Kind: ItemKind.Verb } => item.Text is "cost" or "costs" or "costing" || IsPaying(item) && Stems.OfVerb(item.Text) is not "pay",
        { Kind: ItemKind.Unit } => item.Text is "dollars" or "dollar" or "euros" or "euro" or "usd" or "eur" or "bucks" or "$" or "€",
        _ => false,
    };

    private static IEnumerable<FieldRef> FieldsOf(AnalysisQuery query) =>
        query.Measures.Select(m => m.Formula).Concat(query.Show).Where(f => f != "*").SelectMany(f => Formula.Read(f).Fields).Concat(query.Where.SelectMany(Fields));

    private static bool IsMoney(Column column, string entity) =>
        column.IsNumber && (column.Cents || Money.Is(entity) || Money.Is(column.Phrase) || column.Phrase.Split(' ').Any(MoneyWords.Contains));
}
