using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Analysis;

/// <summary>Up to three questions that go on from an answer; each stands by itself.</summary>
internal static class FollowUps
{
    private const int Most = 3;

    /// <summary>After a query that half a sentence has changed: halves again.</summary>
    public static IReadOnlyList<Choice> After(AnalysisQuery query, SemanticModel model)
    {
        var choices = new List<Choice>();
        if (query.Measures.Count > 0 && query.By.All(b => b.Part is null) && model[Bases.Of(query.Measures[0], model)].DefaultDate is not null)
            choices.Add(new("By month", "now by month"));
        if (query is { Limit: null, By.Count: > 0, Measures.Count: > 0 } && query.By.All(b => b.Part is null))
            choices.Add(new("Top 5", "top 5"));
        choices.Add(new("Show the SQL", "show the SQL of my last query"));
        return [.. choices.Take(Most)];
    }

    /// <param name="understood">Whether a sentence would be answered.</param>
    public static IReadOnlyList<Choice> Of(string question, AnalysisQuery query, SemanticModel model, Func<string, bool> understood)
    {
        var text = question.TrimEnd('?', '.', '!', ' ');
        var choices = new List<Choice>();
        if (AllOfThem.WhichNot(text, query) is { } which && understood(which))
            choices.Add(new("Which ones", which));
        if (query is { By.Count: 0, Measures.Count: 1, Where.Count: <= 2, Compute.Count: 0, Verdict: null } && Bases.Of(query.Measures[0], model) is var entity)
        {
            if (model[entity].DefaultDate is not null && !query.Where.Any(w => w.Total is not null))
                choices.Add(new("By month", $"{text} per month"));
            foreach (var step in model.Graph.From(entity).Where(s => !s.Down && s.Relation.Role.Length == 0 && model[s.To].Label.Count > 0).DistinctBy(s => s.To).Take(2))
                choices.Add(new($"By {model[step.To].Noun}", $"{text} per {model[step.To].Noun}"));
        }

        choices.Add(new("Show the SQL", "show the SQL of my last query"));
        return [.. choices.Take(Most)];
    }
}
