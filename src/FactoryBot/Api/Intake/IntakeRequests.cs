using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Api.Intake;

internal sealed record CountsRequest
{
    /// <summary>At most 10,000 rows (setting <c>Metrics:Import:MostRows</c>).</summary>
    public IReadOnlyList<CountInput> Rows { get; init; } = [];
}

internal sealed record StopsRequest
{
    /// <summary>At most 10,000 rows (setting <c>Metrics:Import:MostRows</c>).</summary>
    public IReadOnlyList<StopInput> Rows { get; init; } = [];
}

/// <summary>The parts of a form that brings a file.</summary>
internal sealed record ImportForm
{
    /// <summary>The CSV file or workbook.</summary>
    public required IFormFile File { get; init; }

    /// <summary>The map file, as text or as a file. Default: columns are guessed from their headers.</summary>
    public string? Map { get; init; }

    /// <summary>What the file holds, where neither map nor headers tell.</summary>
    public string? Kind { get; init; }

    /// <summary>true: only try, and write nothing. Default false.</summary>
    public bool Check { get; init; }

    /// <summary>true: leave lines out that cannot be read. Default false: one of them stops the import.</summary>
    public bool SkipRejected { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CountsRequest))]
[JsonSerializable(typeof(StopsRequest))]
[JsonSerializable(typeof(IngestAnswer))]
internal sealed partial class IntakeJson : JsonSerializerContext;
