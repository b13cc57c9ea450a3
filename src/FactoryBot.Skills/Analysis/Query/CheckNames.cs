using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Holds the names of a query that somebody wrote against the model, and says for each wrong one which were nearest.</summary>
internal static class CheckNames
{
    private const int MostProblems = 5;
    private const int MostListed = 20;

    /// <returns>What is wrong, for whoever wrote the query; null where every name is known.</returns>
    public static string? Problem(AnalysisQuery query, SemanticModel model)
    {
        var problems = new List<string>();
        if (query.Of is { } of)
            Entity(of);
        foreach (var name in query.Show)
            Fields(name);
        foreach (var dimension in query.By)
            OfDimension(dimension);
        foreach (var measure in query.Measures)
            OfMeasure(measure);
        Conditions(query.Where);
        Figures(query, problems);
        return problems.Count == 0 ? null : string.Join(" ", problems.Distinct().Take(MostProblems));

        void OfDimension(Dimension dimension)
        {
            if (dimension.Entity is { } entity)
                Entity(FieldRef.OfEntity(entity).Entity);
            else if (dimension.Field is { } field)
                Fields(field);
            else
                problems.Add("A dimension needs a field or an entity.");
        }

        void OfMeasure(MeasureUse measure)
        {
            if (measure.Entity is { } entity)
                Entity(entity);
            else if (measure.Formula == "*")
                problems.Add($"“{measure.Name}” counts rows: give its entity.");
            if (measure.Formula != "*")
                Fields(measure.Formula);
            if (measure.Over is { } over)
                Fields(over);
            Conditions(measure.Where);
        }

        void Conditions(IEnumerable<Condition> conditions)
        {
            foreach (var condition in conditions)
            {
                if (condition.Field is { } field)
                    Fields(field);
                if (condition.Other is { } other)
                    Fields(other);
                if (condition.OverallPer is { } same)
                    Fields(same);
                if (condition.Has is { } has)
                    Entity(has);
                if (condition.Per is { } per)
                    Entity(per);
                if (condition.Total is { } total)
                    OfMeasure(total);
                Conditions([.. condition.With, .. condition.Any]);
            }
        }

        void Entity(string name)
        {
            if (model.Find(name) is not null)
                return;
            var near = NearestNames.Of(name, model.Entities.Select(e => (e.Name, e.Nouns)));
            problems.Add($"There is no entity “{name}”{(near.Count > 0 ? NearestNames.Said(near) : $"; there are: {string.Join(", ", model.Entities.Take(MostListed).Select(e => e.Name))}")}.");
        }

        void Fields(string formula)
        {
            foreach (var field in Formula.Read(formula).Fields)
            {
                if (model.Find(field.Entity) is not { } entity)
                    Entity(field.Entity);
                else if (entity.Find(field.Column) is null)
                    problems.Add($"{entity.Name} has no column “{field.Column}”{NearestNames.Said(Near(field, entity, model))}.");
                else if (field.Via is { } via && !model.Relations.Any(r => r.To == entity.Name && r.IsCalled(via)))
                    problems.Add($"No key to {entity.Name} is called “{via}”{NearestNames.Said([.. model.Relations.Where(r => r.To == entity.Name).Select(r => $"{entity.Name}@{r.Via}").Distinct().Take(3)])}.");
            }
        }
    }

    // In the entity itself first, then wherever else something is called just so.
    private static List<string> Near(FieldRef field, Entity entity, SemanticModel model)
    {
        var own = NearestNames.Of(field.Column, entity.Columns.Select(c => ($"{entity.Name}.{c.Name}", (IReadOnlyList<string>)[c.Name, .. c.Phrases])));
        var spoken = field.Column.Replace('_', ' ');
        var elsewhere = model.Entities.Where(e => e != entity)
            .SelectMany(e => e.Columns.Where(c => c.Name == field.Column || c.Phrases.Contains(spoken)).Take(1).Select(c => $"{e.Name}.{c.Name}")).Take(3);
        var near = own.Concat(elsewhere).Take(5).ToList();
        return near.Count > 0 ? near : [.. entity.Columns.Take(MostListed).Select(c => c.Name)];
    }

    private static void Figures(AnalysisQuery query, List<string> problems)
    {
        var names = query.Measures.Select(m => m.Name).Concat(query.Compute.Select(c => c.Name)).ToList();
        foreach (var used in query.Having.Select(h => h.Measure).Concat(query.Compute.SelectMany(c => new[] { c.Left, c.Right })).OfType<string>().Where(u => !names.Contains(u)))
            problems.Add($"No measure is called “{used}”{NearestNames.Said(Listed(used, names))}.");
        if (query.Measures.Count == 0)
            return;
        var columns = names.Concat(query.By.SelectMany(b => new[] { b.Field, b.Entity, b.Title, b.Part?.ToString() }).OfType<string>()).Concat(query.Show).ToList();
        foreach (var order in query.Order.Concat(query.Arrange).Where(o => !columns.Contains(o.Field, StringComparer.OrdinalIgnoreCase)))
            problems.Add($"The answer has no column “{order.Field}” to order by{NearestNames.Said(Listed(order.Field, columns))}.");
    }

    private static IReadOnlyList<string> Listed(string wanted, List<string> names)
    {
        var near = NearestNames.Of(wanted, names);
        return near.Count > 0 ? near : [.. names.Take(MostListed)];
    }
}
