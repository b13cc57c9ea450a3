using System.Text.Json;
using FactoryBot.Skills.Functions;

namespace FactoryBot.Planning;

/// <summary>Holds a call's arguments against the function's schema before the method is called, so that whoever made the
/// call learns what to correct.</summary>
internal static class ArgumentCheck
{
    /// <returns>What is wrong, for the planner's eyes; null where the arguments fit.</returns>
    public static string? Problem(SkillFunction function, IReadOnlyDictionary<string, object?> arguments)
    {
        var schema = function.Declaration.JsonSchema;
        var properties = schema.TryGetProperty("properties", out var found) ? found : default;
        var names = properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().Select(p => p.Name).ToList() : [];
        foreach (var (name, value) in arguments)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                return $"There is no argument \"{Shown(name)}\". The arguments are: {string.Join(", ", names)}.";
            if (!Fits(properties.GetProperty(name), value))
                return $"The argument \"{name}\" does not fit its schema {properties.GetProperty(name).GetRawText()}.";
        }
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(r => r.GetString()!) : [];
        var missing = required.Where(r => !arguments.ContainsKey(r)).ToList();
        return missing.Count == 0 ? null : $"Missing: {string.Join(", ", missing)}.";
    }

    /// <summary>The arguments without nulls: strict schemas make a model send null for what it leaves out.</summary>
    public static Dictionary<string, object?> WithoutNulls(IEnumerable<KeyValuePair<string, object?>>? arguments) =>
        (arguments ?? []).Where(a => a.Value is not (null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }))
            .ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);

    private static bool Fits(JsonElement schema, object? value)
    {
        if (value is not JsonElement json)
            return true;
        if (schema.ValueKind != JsonValueKind.Object)
            return true;
        if (schema.TryGetProperty("enum", out var values))
            return values.EnumerateArray().Any(v => JsonElement.DeepEquals(v, json));
        if (!schema.TryGetProperty("type", out var type))
            return true;
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(t => Is(t.GetString(), json))
            : Is(type.GetString(), json);
    }

    private static bool Is(string? type, JsonElement json) => type switch
    {
        "string" => json.ValueKind == JsonValueKind.String,
        "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        "number" => json.ValueKind == JsonValueKind.Number,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => json.ValueKind == JsonValueKind.Array,
        "object" => json.ValueKind == JsonValueKind.Object,
        "null" => json.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    private static string Shown(string name) => UserText.CleanLine(name, 40);
}
