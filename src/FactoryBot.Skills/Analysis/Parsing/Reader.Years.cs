using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Years that are kept as numbers: "released after 2010", "published between 1990 and 2000".</summary>
internal sealed partial class Reader
{
    // A year that is kept as a number: "released after 2010".
    private string? YearField(int at)
    {
        if (focus is null || (items[at].Period is not { Grain: Grain.Year } && !WholeYears(items[at].Period) && !OpenYear().IsMatch(items[at].Text)))
            return null;
        var years = model[focus].Columns.Where(c => c.Kind == DataKind.Whole && c.Phrase.Split(' ').Contains("year")).ToList();
        var verbs = items.Where(i => i.Kind == ItemKind.Verb).ToList();
        if (years.Find(c => verbs.Exists(v => Names(c, v))) is { } said)
        {
            foreach (var verb in verbs.Where(v => Names(said, v)))
                verb.Used = true;
            return $"{focus}.{said.Name}";
        }

        return years is [var only] && model[focus].DefaultDate is null && !mentions.Exists(m => m.Entity != focus && DateOf(m.Entity) is not null) && measures.TrueForAll(m => BaseOf(m) == focus) ? $"{focus}.{only.Name}" : null;
    }

    private bool WholeYears(Period? period) => period is { From: { Day: 1, Month: 1 }, To: var to } && ((to.Day, to.Month) is (31, 12) || to == today);

    private static bool Names(Column column, Item verb) => column.Phrase.Split(' ').Any(w => w != "year" && Stems.OfVerb(w) == Stems.OfVerb(verb.Text));

    private Condition Years(string field, int at)
    {
        if (OpenYear().Match(items[at].Text) is { Success: true } open)
        {
            var year = open.Groups["year"].Value;
            return Condition.Compare(field, open.Groups["side"].Value.ToLowerInvariant() switch { "after" => Comparison.More, "before" => Comparison.Less, "until" or "till" => Comparison.AtMost, _ => Comparison.AtLeast }, year);
        }

        if (WholeYears(items[at].Period) && items[at].Period!.From.Year != items[at].Period!.To.Year)
            return Condition.Compare(field, Comparison.Between, Text(items[at].Period!.From.Year), Text(items[at].Period!.To.Year));
        var side = Side(at, field);
        return side with { Values = [.. side.Values.Select(v => v[..4]).Distinct()], Is = side.Is == Comparison.Between ? Comparison.Equal : side.Is };
    }
}
