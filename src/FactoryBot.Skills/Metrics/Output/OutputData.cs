using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>What was made, as REST returns it and a model reads it; rates are fractions.</summary>
internal sealed record OutputData
{
    public required string Scope { get; init; }
    public string? Shift { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required long Total { get; init; }
    public required long Good { get; init; }
    public required long Scrap { get; init; }

    /// <summary>Null, and then left out: not computable.</summary>
    public decimal? ScrapRate { get; init; }
    public decimal? FirstPassYield { get; init; }

    /// <summary>The first-pass yields of the machines of a line multiplied.</summary>
    public decimal? RolledYield { get; init; }
    public OutputPartData? Before { get; init; }
    public required IReadOnlyList<OutputPartData> Days { get; init; }
    public required IReadOnlyList<OutputPartData> Machines { get; init; }
    public required IReadOnlyList<OutputPartData> Lines { get; init; }
    public required IReadOnlyList<OutputPartData> Shifts { get; init; }
    public required IReadOnlyList<OutputPartData> Products { get; init; }

    /// <summary>By hour of the day; only where it was asked for.</summary>
    public IReadOnlyList<OutputPartData>? Hours { get; init; }

    /// <summary>Only where it was asked for.</summary>
    public IReadOnlyList<OutputPartData>? WorkOrders { get; init; }
    public required IReadOnlyList<Defect> Defects { get; init; }
    /// <summary>The average of the parts of the split; only where it was asked for.</summary>
    public OutputAverage? Average { get; init; }

    /// <summary>The parts with the defect type asked for; left out where none was.</summary>
    public Defect? OfDefect { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(OutputReport report) => JsonSerializer.SerializeToElement(
        new OutputData
        {
            Scope = report.Asked.Scope.Name,
            Shift = report.Asked.Scope.Shift,
            From = report.Asked.Period.From,
            To = report.Asked.Period.To,
            Total = report.All.Total,
            Good = report.All.Good,
            Scrap = report.All.Scrap,
            ScrapRate = OeeData.Round(report.All.ScrapRate),
            FirstPassYield = OeeData.Round(report.All.FirstPassYield),
            RolledYield = report.Asked.Scope.Line is null ? null : OeeData.Round(report.RolledYield),
            Before = report.Before is { } before ? OutputPartData.Of(report.Asked.Period.Before().Words, before) : null,
            Days = [.. report.Days.Select(day => OutputPartData.Of(day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day.Pieces))],
            Machines = Parts(report.Machines),
            Lines = Parts(report.Lines),
            Shifts = Parts(report.Shifts),
            Products = Parts(report.Products),
            Hours = report.Hours.Count == 0 ? null : Parts(report.Hours),
            WorkOrders = report.Orders.Count == 0 ? null : Parts(report.Orders),
            Defects = report.Defects,
            Average = report.Average is { } mean ? mean with { Total = Math.Round(mean.Total, 4), Good = Math.Round(mean.Good, 4), Scrap = Math.Round(mean.Scrap, 4) } : null,
            OfDefect = report.OfDefect,
            RowsRead = report.Rows,
        },
        OutputJson.Default.OutputData);

    private static IReadOnlyList<OutputPartData> Parts(IReadOnlyList<OutputPart> parts) => [.. parts.Select(part => OutputPartData.Of(part.Name, part.Pieces))];
}

internal sealed record OutputPartData(string Name, long Total, long Good, long Scrap, decimal? ScrapRate)
{
    public static OutputPartData Of(string name, Pieces pieces) => new(name, pieces.Total, pieces.Good, pieces.Scrap, OeeData.Round(pieces.ScrapRate));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutputData))]
internal sealed partial class OutputJson : JsonSerializerContext;
