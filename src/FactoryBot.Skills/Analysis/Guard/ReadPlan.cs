using System.Text.Json;

namespace FactoryBot.Skills.Analysis.Guard;

/// <summary>What a server would do, from its EXPLAIN.</summary>
internal sealed record QueryPlan(IReadOnlySet<string> Relations, IReadOnlySet<string> Functions, double Cost, double Rows)
{
    public static QueryPlan Read(string json)
    {
        var relations = new HashSet<string>(StringComparer.Ordinal);
        var functions = new HashSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 512 });
        var top = document.RootElement[0].GetProperty("Plan");
        Walk(top);
        return new(relations, functions, top.GetProperty("Total Cost").GetDouble(), top.GetProperty("Plan Rows").GetDouble());

        void Walk(JsonElement node)
        {
            if (node.TryGetProperty("Relation Name", out var name))
                relations.Add($"{(node.TryGetProperty("Schema", out var schema) ? schema.GetString() : "")}.{name.GetString()}");
            if (node.TryGetProperty("Function Name", out var function))
                functions.Add(function.GetString()!);
            if (node.TryGetProperty("Plans", out var plans))
            {
                foreach (var plan in plans.EnumerateArray())
                    Walk(plan);
            }
        }
    }
}
