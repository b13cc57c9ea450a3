using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Documents.Evaluation;

/// <summary>One line of a question set.</summary>
internal sealed record EvaluationQuestion
{
    public required string Id { get; init; }
    public required string Question { get; init; }
    public bool Answerable { get; set; } = true;

    /// <summary>The file's name without its ending.</summary>
    public string? GoldFile { get; init; }

    /// <summary>The answer must hold one of the phrases of each group.</summary>
    public IReadOnlyList<IReadOnlyList<string>> MustContain { get; set; } = [];

    /// <summary>Other files that say the same.</summary>
    public IReadOnlyList<string> AlsoOkFiles { get; set; } = [];

    /// <summary>A third of the questions, always the same: figures on them tell whether tuning fitted the others.</summary>
    [JsonIgnore]
    public bool HeldOut => Id.Aggregate(2_166_136_261u, (hash, c) => (hash ^ c) * 16_777_619u) % 3 == 0;

    public static IReadOnlyList<EvaluationQuestion> Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Trim().Length > 0).Select(l => JsonSerializer.Deserialize(l, EvaluationJson.Default.EvaluationQuestion)!)];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EvaluationQuestion))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
