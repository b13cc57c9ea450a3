using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>Every way in which a metrics question cannot be answered, with the sentence that people read.</summary>
internal static class MetricsFailures
{
    private const int Buttons = 4;

    public static SkillResult NoData() => SkillResult.No(
        ResultStatus.NoData,
        "No production data has been loaded yet. Load your own data, or the demo plant with: factorybot demo");

    /// <param name="rest">The question without the unknown name.</param>
    public static SkillResult UnknownName(string kind, string typed, IEnumerable<string> names, PlantQuestion rest)
    {
        var nearest = NearestNames.To(typed, names).Take(Buttons).ToList();
        var known = nearest.Count == 0 ? $"No {kind} is known here." : $"The nearest: {string.Join(", ", nearest)}.";
        return SkillResult.No(
            ResultStatus.NotUnderstood,
            $"There is no {kind} called “{typed}”. {known}",
            [.. nearest.Select(name => new Choice(name, With(rest, kind, name).Sentence()))]);
    }

    public static SkillResult SeveralLines(string line, IEnumerable<string> sites, PlantQuestion question) => SkillResult.No(
        ResultStatus.Clarify,
        $"{line} exists at more than one site. Which one?",
        [.. sites.Take(Buttons).Select(site => new Choice(site, (question with { Site = site }).Sentence()))]);

    public static SkillResult NotOnLine(string machine, string asked, string real, PlantQuestion question) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"{machine} does not belong to {asked}; it belongs to {real}.",
        new(machine, (question with { Line = null, Site = null }).Sentence()),
        new(asked, (question with { Machine = null }).Sentence()));

    public static SkillResult UnreadPeriod(PeriodReading reading, PlantQuestion question) => reading.Readings.Count > 1
        ? SkillResult.No(
            ResultStatus.Clarify,
            reading.Problem!,
            [.. reading.Readings.Select(period => new Choice(period.Dates, (question with { Period = period.Iso }).Sentence()))])
        : SkillResult.No(
            ResultStatus.NotUnderstood,
            reading.Problem!,
            new("Last week", (question with { Period = "last week" }).Sentence()),
            new("Last month", (question with { Period = "last month" }).Sentence()));

    public static SkillResult UnknownSplit(PlantQuestion question, IReadOnlyList<string> known) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"An answer cannot be split by “{question.By}”, only by {string.Join(", ", known)}.",
        new Choice("Without a split", question.Sentence()));

    /// <returns>Null where the form is known; the convention is then the tenant's own with that form.</returns>
    public static SkillResult? UnknownForm(PlantQuestion question, OeeConvention own, out OeeConvention convention)
    {
        convention = question.Form is not null && Enum.TryParse<OeeForm>(question.Form, true, out var form) ? own with { Form = form } : own;
        return question.Form is null || Enum.TryParse<OeeForm>(question.Form, true, out _)
            ? null
            : SkillResult.No(
                ResultStatus.NotUnderstood,
                $"There is no form “{question.Form}” of OEE, only standard and strict.",
                new Choice("Standard", (question with { Form = "standard" }).Sentence()),
                new Choice("Strict", (question with { Form = "strict" }).Sentence()));
    }

    public static SkillResult Future(Period asked, PlantData plant, PlantQuestion question) => SkillResult.No(
        ResultStatus.NoRows,
        $"{asked.Dates} is still to come. {Reach(plant)}",
        LastDays(question));

    /// <param name="known">Shifts with their times are known, and none of them is on.</param>
    public static SkillResult NoShiftRuns(PlantQuestion question, bool known) => SkillResult.No(
        ResultStatus.NoRows,
        known ? "No shift is running at this time." : "I cannot tell which shift that is: no shifts with their times are known here. Name the time instead, for example “today”.",
        known ? new Choice("The last shift", (question with { Shift = Language.ClockShifts.Ended, Period = null }).Sentence()) : new Choice("Today", (question with { Shift = null, Period = "today" }).Sentence()));

    public static SkillResult ShiftOutside(PlantQuestion question, string shift, DateOnly day, Language.Period asked) => SkillResult.No(
        ResultStatus.Clarify,
        $"By the clock that is the {PlantScope.ShiftName(shift)} of {PeriodText.Day(day)}, which is not in {asked.Dates}. Which one do you mean?",
        new Choice($"{PlantScope.ShiftName(shift)} of {PeriodText.Day(day)}", (question with { Shift = shift, Period = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }).Sentence()),
        new Choice($"All shifts, {asked.Dates}", (question with { Shift = null }).Sentence()));

    public static SkillResult NoRows(PlantScope scope, Period asked, PlantData plant, PlantQuestion question)
    {
        var own = scope.Machine is { FirstDay: { } first, LastDay: { } last } machine
            ? $" {machine.Name} has data from {PeriodText.Day(first)} to {PeriodText.Day(last)}."
            : scope.Machine is { } silent ? $" No production of {silent.Name} has been recorded at all. {Reach(plant)}" : " " + Reach(plant);
        return SkillResult.No(
            ResultStatus.NoRows,
            $"No production of {scope.Phrase} is recorded for {asked.Dates}.{own}",
            LastDays(question));
    }

    public static SkillResult UnknownMeasure(string figure, PlantQuestion question, IEnumerable<string> known) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"There is no figure “{figure}”. Known: {string.Join(", ", known)}.",
        new Choice("OEE", (question with { Other = null, By = null }).Sentence()));

    public static SkillResult UnknownOrder(string order, PlantQuestion question, IEnumerable<string> known) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"Nothing can be ranked “{order}” first, only {string.Join(", ", known)}.",
        new Choice("OEE", (question with { By = null }).Sentence()));

    public static SkillResult UnknownLimit(string limit, PlantQuestion question) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"“{limit}” is no limit that I can read. Say for example “below 70 %”, “above 2 h” or “below average”.",
        new Choice("OEE", (question with { By = null }).Sentence()));

    public static SkillResult OtherUnit(Measure measure, Limit limit, PlantQuestion question) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"“{measure.Name}” is {measure.Unit switch { MeasureUnit.Ratio => "a percentage", MeasureUnit.Hours => "a time", MeasureUnit.Pieces => "a number of pieces", _ => "a count" }}, so it cannot be “{limit}”.",
        new Choice(measure.Capital, (question with { By = null, Figure = measure.Name }).Sentence()));

    public static SkillResult NoTimeLimit(string limit, PlantQuestion question) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"Stops are held against a time, so they cannot be “{limit}”. Say for example “above 30 min” or “below 2 h”.",
        new Choice("Downtime", (question with { Limit = null }).Sentence()));

    public static SkillResult TooManyStops(PlantQuestion question) => SkillResult.No(
        ResultStatus.Clarify,
        "Those are too many stops to look at one by one. Please name a line, a machine or a shorter time.",
        new Choice("Downtime", (question with { Limit = null }).Sentence()));

    public static SkillResult NothingToCompare(PlantQuestion question) => SkillResult.No(
        ResultStatus.Clarify,
        "Compare what with what? Name two machines, lines, sites, shifts, products or times.",
        new("This week and last week", "Compare this week with last week"),
        new("OEE", question.Sentence()));

    public static SkillResult TwiceTheSame(PlantQuestion question) => SkillResult.No(
        ResultStatus.NotUnderstood,
        "Both sides of the comparison are the same. Name two different machines, lines, sites, shifts, products or times.",
        new Choice("OEE", (question with { Other = null, Figure = "OEE", By = null }).Sentence()));

    public static SkillResult NoStopsByProduct(PlantQuestion question) => SkillResult.No(
        ResultStatus.NoRows,
        "Stops are not booked by product, so downtime, stops, MTBF and MTTR of a product cannot be told.",
        new Choice("Downtime", (question with { Product = null, Other = null, Figure = "downtime", By = null }).Sentence()));

    public static SkillResult NotByReason(Measure measure, PlantQuestion question) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"{measure.Capital} is not told by stop reason, only downtime, stops, MTBF and MTTR are.",
        new Choice("Downtime for that reason", (question with { Other = null, Figure = "downtime", By = null }).Sentence()),
        new Choice(measure.Capital, (question with { Reason = null, Other = null, Figure = measure.Name, By = null }).Sentence()));

    public static SkillResult UnknownKind(PlantQuestion question, IEnumerable<string> known) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"There is no kind of stops “{question.Kind}”, only {string.Join(", ", known)}.",
        new Choice("All stops", (question with { Kind = null }).Sentence()));

    public static SkillResult UnknownMean(PlantQuestion question, IEnumerable<string> known) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"There is no average “{question.Mean}”, only {string.Join(", ", known)}.",
        new Choice("The totals", (question with { Mean = null }).Sentence()));

    /// <summary>There are stops, but none for the reason asked for.</summary>
    public static SkillResult NoStopsBecauseOf(PlantAsked asked, string cause) => SkillResult.No(
        ResultStatus.NoRows,
        $"No stop of {asked.Scope.Phrase} because of {cause} is recorded for {asked.Period.Dates}, though stops for other reasons are.",
        new Choice("All reasons", (PlantChoices.Asked("downtime", asked.Scope, asked.Period, asked.Plant) with { Reason = null }).Sentence()));

    /// <summary>There are quality issues, but none of the defect type asked for.</summary>
    public static SkillResult NoPartsWith(PlantAsked asked, string defect) => SkillResult.No(
        ResultStatus.NoRows,
        $"No quality issue of {asked.Scope.Phrase} with {defect} is recorded for {asked.Period.Dates}.",
        new Choice("All quality issues", (PlantChoices.Asked("quality issues", asked.Scope, asked.Period, asked.Plant) with { Defect = null }).Sentence()));

    public static SkillResult NoOrders(PlantAsked asked) => SkillResult.No(
        ResultStatus.NoRows,
        $"No work order of {asked.Scope.Phrase} is recorded for {asked.Period.Dates}, though production is.",
        new Choice("Production", PlantChoices.Asked("production", asked.Scope, asked.Period, asked.Plant).Sentence()));

    public static SkillResult NoChange(PlantAsked asked, Period before) => SkillResult.No(
        ResultStatus.NoRows,
        $"OEE of {asked.Scope.Phrase} cannot be computed for {before.Dates} or for {asked.Period.Dates}, so its change cannot be explained.",
        LastDays(asked.Question));

    public static SkillResult NoDifference(PlantAsked asked, string others) => SkillResult.No(
        ResultStatus.NoRows,
        $"OEE of {asked.Scope.Phrase} or of {others} cannot be computed {asked.When}, so their difference cannot be explained.",
        LastDays(asked.Question));

    public static SkillResult NoOthers(PlantAsked asked) => SkillResult.No(
        ResultStatus.NoRows,
        $"There is nothing to set {asked.Scope.Phrase} against: it is the only one of its kind.",
        new Choice("Against the time before", (asked.Question with { Figure = "OEE change", By = null, Other = null }).Sentence()));

    /// <param name="produced">Production is recorded, so that no stop may be true or not booked.</param>
    public static SkillResult NoStops(PlantAsked asked, bool produced) => produced
        ? SkillResult.No(
            ResultStatus.NoRows,
            $"No stop of {asked.Scope.Phrase} is recorded for {asked.Period.Dates}, though production is.",
            LastDays(asked.Question))
        : NoRows(asked.Scope, asked.Period, asked.Plant, asked.Question);

    public static SkillResult NoIssues(PlantAsked asked) => SkillResult.No(
        ResultStatus.NoRows,
        $"No {asked.Question.Figure[..^1]} of {asked.Scope.Phrase} is recorded for {asked.Period.Dates}.",
        LastDays(asked.Question));

    public static SkillResult UnknownSeverity(PlantQuestion question, IReadOnlyList<string> known) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"There is no severity “{question.Severity}”. Known: {string.Join(", ", known)}.",
        new Choice("All severities", question.Sentence()));

    private static string Reach(PlantData plant) =>
        $"Data is loaded from {PeriodText.Day(plant.FirstDay!.Value)} to {PeriodText.Day(plant.LastDay!.Value)}.";

    private static Choice LastDays(PlantQuestion question) => new("Last days with data", (question with { Period = null }).Sentence());

    private static PlantQuestion With(PlantQuestion rest, string kind, string name) => kind switch
    {
        "machine" => rest with { Machine = name },
        "line" => rest with { Line = name },
        "site" => rest with { Site = name },
        "product" => rest with { Product = name },
        "stop reason" => rest with { Reason = name },
        "defect type" => rest with { Defect = name },
        _ => rest with { Shift = name },
    };
}
