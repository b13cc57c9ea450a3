using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>The last check of a reading: what the question is about must be in the query, not only in its words.</summary>
internal static class Accounts
{
    public static bool For(AnalysisQuery query, string subject, SemanticModel model) =>
        query.Of == subject
        || query.By.Any(d => d.Entity == subject || (d.Field is { } f && Of(f, subject)))
        || query.Show.Any(s => Of(s, subject))
        || query.Measures.Any(m => m.Entity == subject || Bases.Of(m, model) == subject || (m.Formula != "*" && Of(m.Formula, subject)) || m.Where.Any(w => Of(w, subject)))
        || query.Where.Any(w => Of(w, subject));

    private static bool Of(Condition condition, string subject) =>
        condition.Has == subject || condition.Per == subject || (condition.Field is { } f && Of(f, subject)) || (condition.Other is { } o && Of(o, subject))
        || condition.With.Any(w => Of(w, subject)) || condition.Any.Any(w => Of(w, subject)) || (condition.Total is { } total && total.Entity == subject);

    private static bool Of(string formula, string subject) => Formula.Read(formula).Fields.Any(f => f.Entity == subject);
}
