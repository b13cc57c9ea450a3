using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>A verified question with another time or another name in it: "revenue of Berlin in May" where "revenue of Hamburg in April" is verified. Also its
/// own words later: "last month" is then another month.</summary>
internal static class VerifiedTemplate
{
    /// <summary>The query of the verified question, with what was said instead.</summary>
    /// <returns>Null where the questions differ in anything else, or the query does not hold what is to be replaced.</returns>
    public static AnalysisQuery? Fill(string verified, DateOnly verifiedOn, AnalysisQuery query, string asked, DateOnly today, SchemaLexicon lexicon)
    {
        var (old, now) = (Cut(verified, lexicon, verifiedOn), Cut(asked, lexicon, today));
        if (old.Count != now.Count || !old.Zip(now).All(p => p.First.Frame == p.Second.Frame))
            return null;
        foreach (var (before, after) in old.Zip(now).Where(p => p.First.Value != p.Second.Value))
        {
            var replaced = false;
            query = query with
            {
                Where = [.. query.Where.Select(w => Replace(w, before, after, ref replaced))],
                Measures = [.. query.Measures.Select(m => m with { Where = [.. m.Where.Select(w => Replace(w, before, after, ref replaced))] })],
            };
            if (!replaced)
                return null;
        }

        return query;
    }

    /// <param name="Frame">What must be the same in both questions.</param>
    /// <param name="Value">What may differ.</param>
    private sealed record Part(string Frame, string Value, string? To = null);

    private static List<Part> Cut(string text, SchemaLexicon lexicon, DateOnly today) =>
        [.. Tagger.Tag(text, lexicon, today, []).Where(i => i.Kind != ItemKind.Filler).Select(Of)];

    private static Part Of(Item item) => item switch
    {
        { Period: { } period } => new("time", Day(period.From), Day(period.To)),
        { Kind: ItemKind.Schema } when item.Meanings.All(m => m.Kind == MeaningKind.Value) && item.Meanings is [{ Value: { } value } meaning] => new($"{meaning.Entity}.{meaning.Column}", value),
        _ => new("=" + item.Text, ""),
    };

    private static Condition Replace(Condition condition, Part before, Part after, ref bool replaced)
    {
        var any = new List<Condition>();
        foreach (var one in condition.Any)
            any.Add(Replace(one, before, after, ref replaced));
        var with = new List<Condition>();
        foreach (var one in condition.With)
            with.Add(Replace(one, before, after, ref replaced));
        condition = condition with { Any = any, With = with };
        if (condition.Field is not { } field)
            return condition;
        if (before.To is not null)
        {
            if (condition.Values is not [var from, _] || condition.Is != Comparison.Between || from != before.Value)
                return condition;
            replaced = true;
            return condition with { Values = [after.Value, after.To!] };
        }

        if (!Formula.Read(field).IsField || $"{FieldRef.Read(field).Entity}.{FieldRef.Read(field).Column}" != before.Frame || !condition.Values.Contains(before.Value))
            return condition;
        replaced = true;
        return condition with { Values = [.. condition.Values.Select(v => v == before.Value ? after.Value : v)] };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
