using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Reads a query that a model or a program wrote: nothing that it says is passed over, and what it says wrongly is named.</summary>
internal static class WrittenQuery
{
    private static readonly HashSet<string> Names = new[] { typeof(AnalysisQuery), typeof(MeasureUse), typeof(Dimension), typeof(Condition), typeof(Having), typeof(Computed), typeof(OrderBy) }
        .SelectMany(t => t.GetProperties()).Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.OrdinalIgnoreCase)
    {
        ["is"] = Enum.GetNames<Comparison>(), ["aggregate"] = Enum.GetNames<Aggregate>(), ["overall"] = Enum.GetNames<Aggregate>(), ["part"] = Enum.GetNames<TimePart>(), ["kind"] = Enum.GetNames<ComputedKind>(),
    };

    /// <exception cref="QueryException">Something in it cannot be read; the message says what.</exception>
    public static AnalysisQuery Read(string json)
    {
        JsonNode node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 }) as JsonObject
                ?? throw new QueryException("The query must be one JSON object.");
        }
        catch (JsonException)
        {
            throw new QueryException("The query is no valid JSON.");
        }

        Check(node);
        try
        {
            return node.Deserialize(StrictQueryJson.Default.AnalysisQuery)!;
        }
        catch (JsonException e)
        {
            throw new QueryException($"The query is not readable at {e.Path ?? "its beginning"}: a field is missing, at a wrong place or of a wrong type.");
        }
    }

    private static void Check(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Check(item ?? throw new QueryException("A list of the query holds null."));
        }

        if (node is not JsonObject fields)
            return;
        foreach (var (name, value) in fields.ToList())
        {
            if (!Names.Contains(name))
                throw new QueryException($"A query has no field “{name}”{NearestNames.Said(NearestNames.Of(name, Names) is { Count: > 0 } near ? near : [.. Names])}.");
            if (Choices.TryGetValue(name, out var allowed) && value is JsonValue choice && !(choice.TryGetValue<string>(out var said) && allowed.Contains(said, StringComparer.OrdinalIgnoreCase)))
                throw new QueryException($"“{name}” is one of {string.Join(", ", allowed)}, not {choice.ToJsonString()}.");
            if (value is null)
                fields.Remove(name);
            else if (name.Equals("values", StringComparison.OrdinalIgnoreCase))
                fields[name] = new JsonArray([.. (value as JsonArray ?? [value.DeepClone()]).Select(v => (JsonNode)Text(v))]);
            else
                Check(value);
        }
    }

    // 5 and true are as good as "5" and "true".
    private static string Text(JsonNode? value) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var said) => said,
        JsonValue other => other.ToJsonString(),
        _ => throw new QueryException("Values are texts, numbers or days."),
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AnalysisQuery))]
internal sealed partial class StrictQueryJson : JsonSerializerContext;
