using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Results;

/// <summary>Results to JSON and back, card included: how an answer is stored.</summary>
public static class SkillResultJson
{
    private static readonly JsonWriterOptions Unindented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void Write(IBufferWriter<byte> output, SkillResult result)
    {
        using var writer = new Utf8JsonWriter(output, Unindented);
        Write(writer, result);
    }

    public static void Write(Utf8JsonWriter output, SkillResult result) =>
        JsonSerializer.Serialize(output, result, SkillResultJsonContext.Default.SkillResult);

    public static SkillResult Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, SkillResultJsonContext.Default.SkillResult)
        ?? throw new JsonException("The result is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(SkillResult))]
public sealed partial class SkillResultJsonContext : JsonSerializerContext;
