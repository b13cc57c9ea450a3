using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Conventions;

/// <summary>Every way in which a change of the convention cannot be made, with the sentence that people read.</summary>
internal static class ConventionFailures
{
    public static SkillResult UnknownForm(string form) => SkillResult.No(
        ResultStatus.NotUnderstood, $"There is no form “{form}” of OEE, only standard and strict.");

    public static SkillResult WhichStops(string counting) => SkillResult.No(
        ResultStatus.Clarify,
        $"Which stops shall count as “{counting}”?",
        [.. new[] { "breaks", "set-up", "maintenance" }.Select(kind => new Choice(kind, $"Count {kind} as {counting}"))]);

    public static SkillResult CountedHow(string stops) => SkillResult.No(
        ResultStatus.Clarify,
        $"How shall {stops} count?",
        new Choice("always a loss", $"Count {stops} as a loss"),
        new Choice("never a loss", $"Count {stops} as not planned"),
        new Choice("as booked", $"Count {stops} as booked"));

    public static SkillResult UnknownStops(string stops) => SkillResult.No(
        ResultStatus.NotUnderstood, $"“{stops}” cannot be counted otherwise, only breaks, set-up and maintenance.");

    public static SkillResult UnknownCounting(string counting) => SkillResult.No(
        ResultStatus.NotUnderstood, $"Stops cannot count as “{counting}”, only as a loss, as not planned, or as booked.");
}
