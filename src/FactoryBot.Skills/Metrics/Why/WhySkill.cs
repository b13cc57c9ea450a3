using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Why;

internal sealed class WhySkill(ExplainOee explain) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_why", Permission = Permissions.MetricsView, Title = "Why OEE changed", Help = "Why did OEE drop last week?",
        Subjects = ["why", "how come", "what caused", "reason for the drop", "reasons for the drop", "cause of the drop", "oee drop", "oee loss", "oee losses", "loss tree", "waterfall",
            "root cause", "oee down", "availability drop", "performance drop", "quality drop", "availability loss", "performance loss", "quality loss",
            "reason for the bad", "reason for the low", "reasons for the low", "losing oee", "dragged oee down", "behind the oee",
            "loss analysis", "happened to the oee"])]
    [Description("Why the OEE fell or rose between two times: the change split into availability, performance and quality, then into reasons of "
        + "stops, machines, shifts and products, each in points of OEE that add up to the change.")]
    [Example("Why did OEE drop last week?")]
    [Example("why is the oee so low")]
    [Example("how come line 2 was so bad yesterday")]
    [Example("what caused the OEE drop on Packaging-001 on 12 November")]
    [Example("what changed on line 1 since last week")]
    [Example("why was OEE lower this month than last month")]
    [Example("explain the OEE change of CNC-001")]
    [Example("why did the oee fall")]
    [Example("why did OEE go down in October compared to September")]
    [Example("where did we lose OEE last week")]
    [Example("why is line 1 worse than the week before")]
    [Example("reason for the drop of line 2 yesterday")]
    [Example("why was the night shift so bad last week")]
    [Example("what is behind the better OEE this week")]
    [Example("why are we doing worse")]
    [Example("why has performance gone down")]
    [Example("why did availability decrease")]
    [Example("why did quality get worse yesterday")]
    [Example("how come availability dropped yesterday")]
    [Example("why has the OEE dropped")]
    [Example("What was the OEE change of Line 1 last week?")]
    [Example("why did OEE rise last week")]
    [Example("why did the oee increase")]
    [Example("what went wrong with the OEE of line 2")]
    [Example("what dragged OEE down")]
    [Example("where are we losing OEE")]
    [Example("why did line 1 perform so badly")]
    [Example("reason for the bad availability yesterday")]
    [Example("reasons for the low OEE")]
    [Example("biggest OEE losses last week")]
    [Example("what made OEE improve")]
    [Example("what pushed the OEE up")]
    [Example("why was performance so low")]
    [Example("what hurt OEE last week")]
    [Example("what is behind the low OEE")]
    [Example("what is killing our OEE")]
    [Example("main OEE losses")]
    [Example("what is driving OEE down")]
    [Example("why did OEE dip yesterday")]
    [Example("why did OEE slump")]
    [Example("why did OEE slip last week")]
    [Example("why did the OEE tank")]
    [Example("why did OEE plunge")]
    [Example("why did OEE sink")]
    [Example("why did OEE decline")]
    [Example("why did OEE tumble")]
    [Example("why did OEE deteriorate")]
    [Example("why did OEE collapse")]
    [Example("why did OEE crash")]
    [Example("why did the OEE climb")]
    [Example("why did OEE jump")]
    [Example("why did OEE recover")]
    [Example("why is OEE better than last week")]
    [Example("what explains the OEE drop")]
    [Example("what led to the OEE drop")]
    [Example("what is the cause of the low OEE")]
    [Example("what is responsible for the OEE drop")]
    [Example("what contributed to the OEE drop")]
    [Example("what are the drivers of the OEE change")]
    [Example("OEE loss analysis of line 1")]
    [Example("analyse the OEE drop")]
    [Example("break down the OEE loss of line 2")]
    [Example("what happened to the OEE yesterday")]
    [Example("what costs us OEE on line 1")]
    [Example("what is holding line 1 back")]
    [Example("why is line 2 struggling")]
    [Example("what is wrong with the OEE")]
    [Example("why did we do so badly yesterday")]
    [Example("why was yesterday so bad")]
    [Example("why was last week so poor")]
    [Example("what is eating our OEE")]
    [Example("biggest OEE losers last week")]
    [Example("which loss hurt OEE the most")]
    [Example("why is our quality so low")]
    [Example("why was availability so low")]
    public Task<SkillResult> WhyAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Product), Description("One product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.Period), Description("The other time to set it against, in the same form; leave out for the period before.")] string? otherPeriod = null,
        CancellationToken cancellationToken = default) =>
        explain.AnswerAsync(
            asker,
            new() { Machine = machine, Line = line, Site = site, Shift = shift, Product = product, Period = period, OtherPeriod = otherPeriod },
            cancellationToken);
}
