using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Says conditions and formulas in words, for "how it was found".</summary>
internal static partial class Describe
{
    public static string Condition(Condition condition, SemanticModel model)
    {
        var not = condition.Not ? "not " : "";
        if (condition.Any.Count > 0)
            return string.Join(" or ", condition.Any.Select(c => Condition(c, model)));
        if (condition.Has is { } has)
        {
            var with = condition.With.Count == 0 ? "" : " with " + string.Join(" and ", condition.With.Select(c => Condition(c, model)));
            return $"{(condition.Not ? "no" : "a")} {model.Find(has)?.Noun ?? has}{with}";
        }

        if (condition.Total is { } total)
            return $"{total.Name.ToLowerInvariant()} {Words(condition.Is)} {string.Join(" and ", condition.Values)}";
        var field = Field(condition.Field ?? "", model);
        if (condition.Other is { } other)
            return $"{not}{field} {Words(condition.Is)} {Field(other, model)}";
        if (condition.Overall is { } overall)
            return $"{not}{field} {Words(condition.Is)} the {(overall == Aggregate.Average ? "average" : overall.ToString().ToLowerInvariant())}{(condition.OverallPer is { } per ? $" of its {Field(per, model)}" : "")}";
        // A yes or no is told as what it says.
        if (condition is { Is: Comparison.Equal, Values: ["true" or "false"] })
            return (condition.Values[0] == "false") != condition.Not ? $"{Owner(condition.Field!, model)} not {Text(condition.Field!, model)}" : field;
        return condition.Is switch
        {
            Comparison.Empty => $"{not}{field} is empty",
            Comparison.NotEmpty => $"{not}{field} is there",
            Comparison.Between => $"{not}{field} from {condition.Values[0]} to {condition.Values[^1]}",
            _ => $"{not}{field} {Words(condition.Is)} {string.Join(" or ", condition.Values)}",
        };
    }

    public static string Formula(Measure measure, SemanticModel model) =>
        measure.Formula == "*" ? $"number of {SchemaNames.Plural(model[measure.Entity].Noun)}" : $"{Word(measure.Aggregate)} of {Text(measure.Formula, model)}";

    public static string Text(string formula, SemanticModel model) =>
        string.Concat(Query.Formula.Read(OrNothing().Replace(formula, "$1")).Parts.Select(p => p.Field is { } field ? model.Find(field.Entity)?.Find(field.Column)?.Phrase ?? field.Column
            : p.Text switch { "*" => " × ", "-" => " − ", "/" => " ÷ ", "+" => " + ", "," => ", ", _ => p.Text }));

    [GeneratedRegex(@"coalesce\(([\w.@]+), 0\)")]
    private static partial Regex OrNothing();

    public static string Word(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Sum => "sum", Aggregate.Average => "average", Aggregate.Least => "lowest", Aggregate.Most => "highest", Aggregate.Median => "median", _ => "number",
    };

    private static string Field(string formula, SemanticModel model) => Text(formula, model) is var text
        && Query.Formula.Read(formula) is { IsField: true } f && model.Find(f.Fields.First().Entity) is { } entity && !text.StartsWith(entity.Noun, StringComparison.Ordinal) ? $"{entity.Noun} {text}" : text;

    private static string Owner(string formula, SemanticModel model) => Query.Formula.Read(formula) is { IsField: true } f && model.Find(f.Fields.First().Entity) is { } entity ? entity.Noun : "";

    private static string Words(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "is", Comparison.NotEqual => "is not", Comparison.Less => "below", Comparison.AtMost => "at most", Comparison.More => "above", Comparison.AtLeast => "at least",
        Comparison.Between => "between", Comparison.Contains => "contains", Comparison.StartsWith => "starts with", Comparison.EndsWith => "ends with", _ => "",
    };
}
