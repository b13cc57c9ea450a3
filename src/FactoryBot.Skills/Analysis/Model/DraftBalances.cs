namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Figures that a date makes: what is still to be paid, and how old somebody is.</summary>
internal static class DraftBalances
{
    private static readonly string[] Outstanding =
        ["outstanding amount", "amount outstanding", "open amount", "unpaid amount", "amount owed", "amount due", "outstanding balance", "open balance", "receivables", "open receivables", "outstanding money", "money outstanding", "money still outstanding"];

    public static IEnumerable<Measure> Of(IReadOnlyList<Measure> measures, IReadOnlyList<NamedFilter> filters) =>
        from measure in measures
        where (measure.Phrases.Contains("revenue") || measure.Phrases.Contains("spend")) && Query.Formula.Read(measure.Formula).IsField
        from filter in filters
        where filter.Entity == measure.Entity && ((filter.Name == "open" && filter.Phrases.Contains("unpaid")) || filter.Name == "not paid")
        select new Measure($"{measure.Entity}_outstanding", Outstanding, measure.Entity, Aggregate.Sum, measure.Formula, measure.Unit) { Where = [filter.Condition] };

    public static IEnumerable<Measure> Ages(Entity entity)
    {
        if (entity.Columns.FirstOrDefault(c => c.IsDate && c.Phrase.Split(' ').Contains("birth")) is { } birth && !entity.Columns.Any(c => c.Phrases.Contains("age")))
            yield return new($"{entity.Name}_age", ["age", "age in years"], entity.Name, Aggregate.Average, $"age({entity.Name}.{birth.Name}, today)", "years");
    }
}
