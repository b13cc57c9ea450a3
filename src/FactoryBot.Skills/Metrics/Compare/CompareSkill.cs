using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Compare;

internal sealed class CompareSkill(CompareTwo compare) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_compare", Permission = Permissions.MetricsView, Title = "Two places, shifts or times side by side",
        Subjects = ["compare", "compared", "comparison", "comparing", "vs", "versus", "against", "side by side", "difference between", "difference", "than",
            "which of", "stack up", "head to head", "contrast", "differ"])]
    [Description("Sets two machines, lines, sites, shifts, products or times side by side in one figure and those behind it, with the difference. "
        + "Give the first in machine, line, site, shift, product or period and what differs in the second in the parameter of the same kind.")]
    [Example("compare line 1 and line 2 last week")]
    [Example("line 1 vs line 2 in October")]
    [Example("compare day and night shift")]
    [Example("CNC-001 versus Assembly-001 scrap rate this month")]
    [Example("compare this week with last week")]
    [Example("how does line 1 compare to line 2")]
    [Example("is the night shift worse than the day shift")]
    [Example("did CNC-001 make more pieces than Testing-001")]
    [Example("OEE of this month against last month")]
    [Example("downtime of October compared to September")]
    [Example("what is the difference between the day shift and the night shift")]
    [Example("comparison of line 1 and line 2 by scrap")]
    [Example("is line 1 better than line 2")]
    [Example("was yesterday better than the day before")]
    [Example("which is better line 1 or line 2 vs each other")]
    [Example("does the night shift have more scrap than the day shift")]
    [Example("which of line 1 and line 2 had more stops yesterday")]
    [Example("which of line 1 and line 2 had less scrap")]
    [Example("did line 1 make more than line 2 yesterday")]
    [Example("did the night shift make less scrap than the day shift")]
    [Example("who made more yesterday, the day shift or the night shift")]
    [Example("how many more pieces did we make in October than in September")]
    [Example("how much more scrap did line 1 make than line 2")]
    [Example("how much less downtime did line 2 have than line 1")]
    [Example("are we doing better than last week, up or down on last week", Learned = false)]
    [Example("did we do better this week than last week, which reasons got worse", Learned = false)]
    public Task<SkillResult> CompareAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = [MeasureWords.Oee, MeasureWords.Availability, MeasureWords.Performance, MeasureWords.Quality, MeasureWords.Teep,
            MeasureWords.Loading, MeasureWords.Production, MeasureWords.Good, MeasureWords.Scrap, MeasureWords.ScrapRate, MeasureWords.Yield, MeasureWords.Downtime + "|reasons|stop reasons|which reasons",
            MeasureWords.Stops, MeasureWords.Mtbf, MeasureWords.Mttr]), Description(MeasureWords.Description)] string? figure = null,
        [Slot(SlotKind.StopReason, Implies = ["downtime", "stops"]), Description("Only stops for this stop reason of the plant's own, or this kind of reasons, for downtime, stops, MTBF and MTTR; leave out for all.")] string? reason = null,
        [Slot(SlotKind.Machine), Description("The first machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Machine), Description("The second machine.")] string? otherMachine = null,
        [Slot(SlotKind.Line), Description("The first line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Line), Description("The second line.")] string? otherLine = null,
        [Slot(SlotKind.Site), Description("The first site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Site), Description("The second site.")] string? otherSite = null,
        [Slot(SlotKind.Shift), Description("The first shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Shift), Description("The second shift.")] string? otherShift = null,
        [Slot(SlotKind.Product), Description("The first product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.Product), Description("The second product.")] string? otherProduct = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.Period), Description("The second time, in the same form.")] string? otherPeriod = null,
        CancellationToken cancellationToken = default)
    {
        var other = new PlantQuestion { Machine = otherMachine, Line = otherLine, Site = otherSite, Shift = otherShift, Product = otherProduct, Period = otherPeriod };
        return compare.AnswerAsync(
            asker,
            new() { Machine = machine, Line = line, Site = site, Shift = shift, Product = product, Period = period, Reason = reason, Other = other == new PlantQuestion() ? null : other },
            figure,
            cancellationToken);
    }
}
