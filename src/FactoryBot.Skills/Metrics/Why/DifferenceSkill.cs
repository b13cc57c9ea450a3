using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Why one machine, line or shift is worse than others: the same time, another place.</summary>
internal sealed class DifferenceSkill(ExplainDifference explain) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_why_worst", Permission = Permissions.MetricsView, Title = "Why one machine is worse than the others", Unlearned = true,
        Subjects = ["why", "how come", "what makes", "lowest oee", "worst oee"],
        OneOf = ["others", "other", "rest", "worst", "best", "weakest", "poorest", "strongest", "laggard", "bottom", "top", "lowest", "highest"])]
    [Description("Why the OEE of one machine, line, site or shift is lower (or higher) than that of all the others in the same time: the difference split into "
        + "availability, performance and quality, then into reasons of stops, shifts and products, in points of OEE that add up to the difference. "
        + "Where none is named, of the worst.")]
    [Example("why is CNC-001 the worst")]
    [Example("why is line 2 the worst line")]
    [Example("why is Packaging-001 worse than the others")]
    [Example("why is the night shift worse than the other shifts")]
    [Example("why is the worst machine the worst")]
    [Example("what makes CNC-001 worse than the rest")]
    [Example("how come Testing-001 is the worst machine")]
    [Example("why does Assembly-001 do worse than the other machines")]
    [Example("why does line 2 perform worse than the other lines")]
    [Example("why is CNC-001 below the other machines")]
    [Example("why does Packaging-001 lag behind the others")]
    [Example("why is Testing-001 better than all the others")]
    [Example("what makes line 1 the best line")]
    [Example("why is the worst machine so bad")]
    [Example("why is CNC-001 always our worst machine")]
    [Example("why is Testing-001 always the worst one")]
    [Example("why does CNC-001 have the lowest OEE")]
    [Example("why is Packaging-001 so much worse than the other machines")]
    [Example("why is the lowest machine so low")]
    public Task<SkillResult> WorstAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name, set against the other machines.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name, set against the other lines; or the line whose machines are meant.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name, set against the other shifts; or the shift in which machines are set against each other.")] string? shift = null,
        [Slot(SlotKind.Choice, Values = ["machine=machines", "line=lines", "shift=shifts", "site=sites"]),
            Description("What is set against its like: machine, line, site or shift; leave out for what is named.")] string? by = null,
        [Slot(SlotKind.Choice, Values = ["worst=weakest|poorest|lowest|bottom|laggard", "best=strongest|highest|top"]),
            Description("Which one is meant where none is named: worst or best; leave out for the worst.")] string? order = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        explain.AnswerAsync(asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, By = by, Period = period }, order, cancellationToken);

    [SkillFunction("metrics_why_two", Permission = Permissions.MetricsView, Title = "Why one machine is worse than another", Unlearned = true,
        Subjects = ["why", "how come", "what makes", "oee lower", "oee worse"])]
    [Description("Why the OEE of one machine, line, site or shift is lower (or higher) than that of another one in the same time, split as "
        + "for one against all others. Both are named.")]
    [Example("why is line 1 worse than line 2")]
    [Example("why is CNC-001 better than Testing-001")]
    [Example("why are nights worse than days")]
    [Example("how come Packaging-001 is worse than Assembly-001")]
    [Example("what makes line 2 worse than line 1")]
    [Example("why does the night shift do worse than the day shift")]
    [Example("why does line 1 perform better than line 2")]
    [Example("why is CNC-001 lower than Testing-001")]
    [Example("why do line 1 and line 2 differ")]
    [Example("why is there a difference between line 1 and line 2")]
    [Example("why is line 2 below line 1")]
    [Example("why is the night shift behind the day shift")]
    [Example("how come line 2 is doing worse than line 1")]
    [Example("why is the night shift so much worse than the day shift")]
    [Example("why is the OEE of line 1 lower than line 2")]
    [Example("why is the OEE of CNC-001 lower than that of Testing-001")]
    public Task<SkillResult> TwoAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("The first machine by name.")] string? machine = null,
        [Slot(SlotKind.Machine), Description("The second machine.")] string? otherMachine = null,
        [Slot(SlotKind.Line), Description("The first line by name.")] string? line = null,
        [Slot(SlotKind.Line), Description("The second line.")] string? otherLine = null,
        [Slot(SlotKind.Site), Description("The first site by name.")] string? site = null,
        [Slot(SlotKind.Site), Description("The second site.")] string? otherSite = null,
        [Slot(SlotKind.Shift), Description("The first shift by name.")] string? shift = null,
        [Slot(SlotKind.Shift), Description("The second shift.")] string? otherShift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        CancellationToken cancellationToken = default)
    {
        var other = new PlantQuestion { Machine = otherMachine, Line = otherLine, Site = otherSite, Shift = otherShift };
        return explain.AnswerAsync(
            asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, Other = other == new PlantQuestion() ? null : other }, null, cancellationToken);
    }
}
