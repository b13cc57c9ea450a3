using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics;

/// <summary>An OEE answer as REST returns it and a model reads it: ratios as fractions (0.7421 is 74.21 %), times in minutes.</summary>
internal sealed record OeeData
{
    /// <summary>"Assembly-001", "Line 1", or "the whole plant".</summary>
    public required string Scope { get; init; }
    public string? Machine { get; init; }
    public string? Line { get; init; }
    public string? Site { get; init; }
    public string? Shift { get; init; }
    public required PeriodData Period { get; init; }

    /// <summary>Null, and then left out: not computable.</summary>
    public decimal? Oee { get; init; }
    public decimal? Availability { get; init; }
    public decimal? Performance { get; init; }
    public decimal? Quality { get; init; }
    public decimal? QualityByCount { get; init; }
    public required long Total { get; init; }
    public required long Good { get; init; }
    public required long Scrap { get; init; }
    public required decimal PlannedMinutes { get; init; }
    public required decimal RunMinutes { get; init; }
    public required decimal IdealMinutes { get; init; }
    public OeeBeforeData? Before { get; init; }
    public required IReadOnlyList<OeeDayData> Trend { get; init; }
    public required long RowsRead { get; init; }
    public required string Formula { get; init; }

    /// <summary>"standard" or "strict".</summary>
    public required string Form { get; init; }

    /// <summary>How planned stops are counted, in words.</summary>
    public required string Convention { get; init; }

    public static OeeData Of(OeeReport report) => new()
    {
        Scope = report.Scope.Name,
        Machine = report.Scope.Machine?.Name,
        Line = report.Scope.Line?.Name,
        Site = report.Scope.Site?.Name,
        Shift = report.Scope.Shift,
        Period = new(report.Period.From, report.Period.To, report.Period.Dates, report.Period.Days, report.Trend.Count),
        Oee = Round(report.Figures.Oee),
        Availability = Round(report.Figures.Availability),
        Performance = Round(report.Figures.Performance),
        Quality = Round(report.Figures.Quality),
        QualityByCount = Round(report.Figures.QualityByCount),
        Total = report.Sums.Total,
        Good = report.Sums.Good,
        Scrap = report.Sums.Scrap,
        PlannedMinutes = Minutes(report.Sums.PlannedSeconds),
        RunMinutes = Minutes(report.Sums.RunSeconds),
        IdealMinutes = Minutes(report.Sums.IdealSeconds),
        Before = report.Before is null ? null : OeeBeforeData.Of(report),
        Trend = [.. report.Trend.Select(OeeDayData.Of)],
        RowsRead = report.Sums.Rows,
        Formula = ComputeOee.Formula,
        Form = report.Convention.Form.ToString().ToLowerInvariant(),
        Convention = report.Convention.Words,
    };

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, MetricsJson.Default.OeeData);

    internal static decimal? Round(decimal? ratio) => ratio is { } value ? Math.Round(value, 6) : null;

    private static decimal Minutes(decimal seconds) => Math.Round(seconds / 60, 2);
}

/// <param name="DaysWithData">How many of the days have rows.</param>
internal sealed record PeriodData(DateOnly From, DateOnly To, string Dates, int Days, int DaysWithData);

internal sealed record OeeBeforeData
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required string Words { get; init; }
    public decimal? Oee { get; init; }
    public decimal? Availability { get; init; }
    public decimal? Performance { get; init; }
    public decimal? Quality { get; init; }
    public required long Total { get; init; }
    public required long Good { get; init; }

    /// <summary>OEE of the period less that of the one before, in points: 2.1 where it rose from 72.1 % to 74.2 %.</summary>
    public decimal? ChangePoints { get; init; }

    public static OeeBeforeData Of(OeeReport report) => new()
    {
        From = report.BeforePeriod.From,
        To = report.BeforePeriod.To,
        Words = report.BeforePeriod.Words,
        Oee = OeeData.Round(report.Before!.Oee),
        Availability = OeeData.Round(report.Before.Availability),
        Performance = OeeData.Round(report.Before.Performance),
        Quality = OeeData.Round(report.Before.Quality),
        Total = report.BeforeSums.Total,
        Good = report.BeforeSums.Good,
        ChangePoints = report.Change is { } change ? Math.Round(change * 100, 4) : null,
    };
}

internal sealed record OeeDayData(
    DateOnly Day, decimal? Oee, decimal? Availability, decimal? Performance, decimal? Quality, long Total, long Good)
{
    public static OeeDayData Of(OeeDay day)
    {
        var figures = ComputeOee.Of(day.Sums);
        return new(
            day.Day,
            OeeData.Round(figures.Oee),
            OeeData.Round(figures.Availability),
            OeeData.Round(figures.Performance),
            OeeData.Round(figures.Quality),
            day.Sums.Total,
            day.Sums.Good);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OeeData))]
[JsonSerializable(typeof(MachinesData))]
[JsonSerializable(typeof(DateRangeData))]
[JsonSerializable(typeof(StatsData))]
[JsonSerializable(typeof(CoverageData))]
internal sealed partial class MetricsJson : JsonSerializerContext;
