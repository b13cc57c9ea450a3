using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>A TEEP answer as REST returns it and a model reads it: ratios as fractions, times in minutes.</summary>
internal sealed record TeepData
{
    public required string Scope { get; init; }
    public string? Shift { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Null, and then left out: not computable.</summary>
    public decimal? Teep { get; init; }

    /// <summary>Planned time over calendar time; also called utilisation.</summary>
    public decimal? Loading { get; init; }
    public decimal? Oee { get; init; }
    public decimal? TeepBefore { get; init; }
    public decimal? ChangePoints { get; init; }
    public required decimal PlannedMinutes { get; init; }
    public required decimal CalendarMinutes { get; init; }
    public required int MachineCount { get; init; }
    public required IReadOnlyList<TeepMachineData> Machines { get; init; }
    public required string Form { get; init; }
    public required string Convention { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(TeepReport report) => JsonSerializer.SerializeToElement(
        new TeepData
        {
            Scope = report.Asked.Scope.Name,
            Shift = report.Asked.Scope.Shift,
            From = report.Asked.Period.From,
            To = report.Asked.Period.To,
            Teep = OeeData.Round(report.Figures.Teep),
            Loading = OeeData.Round(report.Figures.Loading),
            Oee = OeeData.Round(report.Figures.Oee.Oee),
            TeepBefore = OeeData.Round(report.Before?.Teep),
            ChangePoints = report.Change is { } change ? Math.Round(change * 100, 4) : null,
            PlannedMinutes = Math.Round(report.Oee.Sums.PlannedSeconds / 60m, 2),
            CalendarMinutes = Math.Round(report.CalendarSeconds / 60m, 2),
            MachineCount = report.Machines,
            Machines = [.. report.Parts.Select(part => new TeepMachineData(
                part.Name, OeeData.Round(part.Figures.Teep), OeeData.Round(part.Figures.Loading), OeeData.Round(part.Figures.Oee.Oee)))],
            Form = report.Asked.Convention.Form.ToString().ToLowerInvariant(),
            Convention = report.Asked.Convention.Words,
            RowsRead = report.Oee.Sums.Rows,
        },
        TeepJson.Default.TeepData);
}

internal sealed record TeepMachineData(string Name, decimal? Teep, decimal? Loading, decimal? Oee);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeepData))]
internal sealed partial class TeepJson : JsonSerializerContext;
