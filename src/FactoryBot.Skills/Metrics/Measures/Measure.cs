using System.Globalization;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.Teep;

namespace FactoryBot.Skills.Metrics.Measures;

internal enum MeasureUnit
{
    /// <summary>A ratio, shown in %; differences are points.</summary>
    Ratio,
    Pieces,
    Hours,
    Count,
}

/// <summary>One figure that machines, shifts or times can be set side by side in.</summary>
/// <param name="Name">As people and functions name it.</param>
/// <param name="Rule">The formula, for the proof line.</param>
/// <param name="FromStops">Needs the booked stops beside the production rows.</param>
internal sealed record Measure(string Name, MeasureUnit Unit, bool HigherIsBetter, string Rule, Func<MeasureInput, decimal?> Of, bool FromStops = false)
{
    private const string Stops = "union of the unplanned stops of each machine";

    public static readonly IReadOnlyList<Measure> All =
    [
        new("OEE", MeasureUnit.Ratio, true, ComputeOee.Formula, i => i.Figures.Oee),
        new("availability", MeasureUnit.Ratio, true, "availability = run time ÷ planned time", i => i.Figures.Availability),
        new("performance", MeasureUnit.Ratio, true, "performance = ideal time ÷ run time", i => i.Figures.Performance),
        new("quality", MeasureUnit.Ratio, true, "quality = ideal time of good ÷ of all pieces", i => i.Figures.Quality),
        new("TEEP", MeasureUnit.Ratio, true, ComputeTeep.Formula, i => ComputeTeep.Of(i.Sums, i.CalendarSeconds).Teep),
        new("loading", MeasureUnit.Ratio, true, "loading = planned time ÷ calendar time", i => ComputeTeep.Of(i.Sums, i.CalendarSeconds).Loading),
        new("production", MeasureUnit.Pieces, true, "pieces counted at each machine", i => i.Sums.Total),
        new("good pieces", MeasureUnit.Pieces, true, "good pieces counted at each machine", i => i.Sums.Good),
        new("scrap", MeasureUnit.Pieces, false, "scrap counted at each machine", i => i.Sums.Scrap),
        new("scrap rate", MeasureUnit.Ratio, false, OutputReport.Formula, i => Pieces.Of(i.Sums).ScrapRate),
        new("first-pass yield", MeasureUnit.Ratio, true, OutputReport.Formula, i => Pieces.Of(i.Sums).FirstPassYield),
        new("downtime", MeasureUnit.Hours, false, Stops, i => Hours(i.Unplanned.Time), FromStops: true),
        new("stops", MeasureUnit.Count, false, Stops, i => i.Unplanned.Stops, FromStops: true),
        new("MTBF", MeasureUnit.Hours, true, "MTBF = run time ÷ failures", i => i.Failures.Stops == 0 ? null : i.Sums.RunSeconds / 3600m / i.Failures.Stops, FromStops: true),
        new("MTTR", MeasureUnit.Hours, false, "MTTR = failure time ÷ failures", i => i.Failures.Stops == 0 ? null : Hours(i.Failures.Time) / i.Failures.Stops, FromStops: true),
    ];

    /// <summary>The figure of a question: where none is named that of its stop reason, else OEE.</summary>
    /// <returns>Null where no measure has that name.</returns>
    public static Measure? Find(string? name, PlantQuestion question) =>
        Find(string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(question.Reason) ? "downtime" : name);

    /// <returns>Null where no measure has that name; OEE where none was asked for.</returns>
    public static Measure? Find(string? name) =>
        string.IsNullOrWhiteSpace(name) ? All[0] : All.FirstOrDefault(measure => measure.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    public string Say(decimal? value) => value is not { } known ? "not computable" : Unit switch
    {
        MeasureUnit.Ratio => OeeText.Percent(known),
        MeasureUnit.Hours => DowntimeText.Hours(TimeSpan.FromHours((double)known)),
        _ => known.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>"6.1 points", "1,204 pieces", "2.5 h".</summary>
    public string SayDifference(decimal difference) => Unit switch
    {
        MeasureUnit.Ratio => OeeText.Points(difference),
        MeasureUnit.Pieces => Say(Math.Abs(difference)) + " pieces",
        _ => Say(Math.Abs(difference)),
    };

    /// <summary>What of two values is the same as it is shown.</summary>
    public int Direction(decimal difference) => Unit == MeasureUnit.Ratio ? OeeText.Direction(difference) : Math.Sign(Math.Round(difference, 2));

    /// <summary>As a chart draws it: % or the value itself.</summary>
    public double? Drawn(decimal? value) => value is not { } known ? null : (double)Math.Round(Unit == MeasureUnit.Ratio ? known * 100 : known, 2);

    public string Axis => Unit switch
    {
        MeasureUnit.Ratio => Capital + " %",
        MeasureUnit.Hours => Capital + " h",
        _ => Capital,
    };

    /// <summary>The figures of the parts add up to that of the whole.</summary>
    public bool AddsUp => Unit is MeasureUnit.Pieces or MeasureUnit.Count || Name is "downtime";

    public string Capital => Letters.Capital(Name);

    private static decimal Hours(TimeSpan time) => time.Ticks / (decimal)TimeSpan.TicksPerHour;
}

/// <summary>What the measures of one part are computed from.</summary>
internal sealed record MeasureInput(OeeSums Sums, long CalendarSeconds, StopSum Unplanned, StopSum Failures)
{
    public OeeFigures Figures { get; } = ComputeOee.Of(Sums);

    /// <param name="downtime">Of each day; null: a day without stops.</param>
    public static MeasureInput Of(PlantAsked asked, OeeSums sums, long calendarSeconds, IEnumerable<DowntimeFigures?> downtime)
    {
        var days = downtime.OfType<DowntimeFigures>().Select(day => CountedStops.Of(asked, day)).ToList();
        return new(sums, calendarSeconds, StopSum.Of(days.Select(day => day.Unplanned)), StopSum.Of(days.Select(day => day.Failures)));
    }
}
