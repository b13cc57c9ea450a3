using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Why;

internal sealed class WhySkill(ExplainOee explain) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_why", Permission = Permissions.MetricsView, Title = "Why OEE changed",
        Subjects = ["why", "how come", "what caused", "reason for the drop", "reasons for the drop", "cause of the drop", "oee drop", "oee loss", "oee losses", "loss tree", "waterfall",
            "root cause", "oee down", "availability drop", "performance drop", "quality drop", "availability loss", "performance loss", "quality loss"])]
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
    [Example("What was the OEE change of Line 1 last week?")]
    [Example("why did OEE rise last week")]
    [Example("why did the oee increase")]
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
