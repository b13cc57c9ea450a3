using System.Globalization;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>What can be said of a work order that has no figures.</summary>
internal static class OrderFailures
{
    public static SkillResult Unknown(string typed, IReadOnlyList<string> nearest) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"There is no work order {typed}. " + (nearest.Count == 0 ? "No work order is known here." : $"The nearest: {string.Join(", ", nearest)}."),
        [.. nearest.Select(Ask)]);

    public static SkillResult Several(string typed, IEnumerable<string> numbers) => SkillResult.No(
        ResultStatus.Clarify, $"Several work orders end in {typed}. Which one do you mean?", [.. numbers.Select(Ask)]);

    public static SkillResult NotBegun(FoundOrder order) => SkillResult.No(
        ResultStatus.NoRows,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Nothing is recorded for work order {order.Number} yet. {order.Quantity:N0} pieces are planned, from {PeriodText.Day(order.StartsOn)} to {PeriodText.Day(order.DueOn)}."),
        new Choice("All work orders", "How are the work orders doing?"));

    /// <summary>The order is known, and nothing of it was made in the time and at the place asked for.</summary>
    public static SkillResult NotThen(PlantAsked asked) => SkillResult.No(
        ResultStatus.NoRows,
        $"No production{(asked.Scope.IsWholePlant ? "" : $" of {asked.Scope.Name}")} is recorded for work order {asked.Question.WorkOrder} in {asked.Period.Dates}.",
        Ask(asked.Question.WorkOrder!));

    /// <summary>What is booked without a work order cannot be told of one.</summary>
    /// <param name="hours">Hours were asked for; otherwise a defect type.</param>
    public static SkillResult NotBooked(PlantQuestion question, bool hours) => SkillResult.No(
        ResultStatus.Clarify,
        hours ? $"Hourly counts name no work order, so {question.WorkOrder} cannot be told by hour; by day, shift or machine it can."
            : $"Quality issues name no work order, so the parts of {question.WorkOrder} with {question.Defect} are not known; all its scrap is.",
        new(question.Figure == "scrap" ? "Its scrap" : "How far it is", question.Figure == "scrap" ? $"What was the scrap of work order {question.WorkOrder}?" : $"How far is work order {question.WorkOrder}?"),
        new("Its scrap by shift", $"What was the scrap of work order {question.WorkOrder} by shift?"));

    private static Choice Ask(string number) => new(number, $"How far is work order {number}?");
}
