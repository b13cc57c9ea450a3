using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Rewrites a JSON schema into the subset that strict function calling accepts: every property required, optional ones
/// nullable, nothing additional; what the subset lacks is said in the description and checked when the function is called.</summary>
internal static class StrictSchema
{
    private static readonly string[] Unsupported =
    [
        "default", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains", "minProperties", "maxProperties",
        "patternProperties", "propertyNames", "unevaluatedProperties", "unevaluatedItems", "not", "$schema", "title",
    ];

    public static BinaryData Of(JsonElement schema)
    {
        var root = JsonNode.Parse(schema.GetRawText()) as JsonObject ?? [];
        root["type"] ??= "object";
        root["properties"] ??= new JsonObject();
        Rewrite(root);
        return BinaryData.FromString(root.ToJsonString());
    }

    private static void Rewrite(JsonObject schema)
    {
        MoveToDescription(schema);
        foreach (var part in new[] { "anyOf", "items", "$defs" })
            RewriteEach(schema[part]);
        if (schema["properties"] is not JsonObject properties)
            return;
        var required = (schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, node) in properties.ToList())
        {
            // A bare "true" stands for any value, which the subset cannot say.
            if (node is not JsonObject property)
                properties[name] = property = new() { ["type"] = "string" };
            Rewrite(property);
            if (!required.Contains(name))
                AllowNull(property);
        }
        schema["required"] = new JsonArray([.. properties.Select(p => (JsonNode)p.Key)]);
        schema["additionalProperties"] = false;
    }

    private static void RewriteEach(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>())
                Rewrite(item);
        }
        else if (node is JsonObject single && (single.ContainsKey("type") || single.ContainsKey("anyOf")))
        {
            Rewrite(single);
        }
        else if (node is JsonObject named)
        {
            foreach (var (_, item) in named)
                RewriteEach(item);
        }
    }

    private static void MoveToDescription(JsonObject schema)
    {
        foreach (var keyword in Unsupported)
        {
            if (schema[keyword] is { } value && keyword is not ("$schema" or "title") && schema.ContainsKey("type"))
                schema["description"] = $"{schema["description"]} ({keyword}: {value.ToJsonString()})".TrimStart();
            schema.Remove(keyword);
        }
    }

    private static void AllowNull(JsonObject property)
    {
        if (property["type"] is JsonArray types && !types.Any(t => t!.GetValue<string>() == "null"))
            types.Add("null");
        else if (property["type"] is JsonValue type && type.GetValue<string>() != "null")
            property["type"] = new JsonArray(type.DeepClone(), "null");
        else if (property["anyOf"] is JsonArray choices)
            choices.Add(new JsonObject { ["type"] = "null" });
        if (property["enum"] is JsonArray values && values.All(v => v is not null))
            values.Add(null);
    }
}
