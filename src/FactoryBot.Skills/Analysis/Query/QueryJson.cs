using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Queries to JSON and back: what a model fills in, and what is remembered.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true,
    PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(AnalysisQuery))]
[JsonSerializable(typeof(Condition))]
internal sealed partial class QueryJson : JsonSerializerContext
{
    public static string Write(AnalysisQuery query) => JsonSerializer.Serialize(query, Default.AnalysisQuery);

    public static string Write(Condition condition) => JsonSerializer.Serialize(condition, Default.Condition);

    /// <exception cref="QueryException">The text is no query.</exception>
    public static AnalysisQuery Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.AnalysisQuery) ?? throw new QueryException("The query is empty.");
        }
        catch (JsonException e)
        {
            throw new QueryException($"The query is not readable at {e.Path ?? "its beginning"}: a field has a wrong name or type.");
        }
    }
}
