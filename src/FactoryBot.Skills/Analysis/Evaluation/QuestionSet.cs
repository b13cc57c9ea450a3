using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Analysis.Evaluation;

/// <summary>A question with the statement that answers it, or that it must be declined.</summary>
internal sealed record SetQuestion
{
    public string Id { get; init; } = "";
    public string Question { get; init; } = "";
    public int Difficulty { get; init; }
    public string Expect { get; init; } = "result";

    [JsonPropertyName("as_of")]
    public string? AsOf { get; init; }

    [JsonPropertyName("gold_sql")]
    public string? GoldSql { get; init; }

    [JsonPropertyName("order_matters")]
    public bool OrderMatters { get; init; }

    public bool Declined => Expect is "refuse" or "declined" or "decline";

    public DateOnly? Today => AsOf is { Length: >= 10 } && DateOnly.TryParse(AsOf[..10], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;

    public static async Task<IReadOnlyList<SetQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var questions = new List<SetQuestion>();
        foreach (var line in await File.ReadAllLinesAsync(path, cancellationToken))
        {
            if (line.Trim().Length > 0)
                questions.Add(JsonSerializer.Deserialize(line, QuestionSetJson.Default.SetQuestion)!);
        }

        return questions;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SetQuestion))]
internal sealed partial class QuestionSetJson : JsonSerializerContext;
