using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Downtime;

internal sealed class DowntimeSkill(GetDowntime downtime) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_downtime", Permission = Permissions.MetricsView, Title = "Downtime by reason", Help = "Downtime by reason last week",
        Subjects = ["downtime", "down time", "stops", "stop", "stoppages", "standstill", "standstills", "downtime reasons", "stop reasons",
            "breakdowns", "breakdown", "down", "broke down", "broken down", "stand still", "stood still", "standing still", "mtbf", "mttr",
            "time between failures", "time to repair", "outages", "unplanned downtime", "planned downtime", "failures", "stopped", "micro stops", "microstops", "micro stop", "short stops", "minor stops", "planned stops", "unplanned stops", "maintenance time", "time lost", "lost time",
            "downtimes", "halted", "halts", "interruptions", "idle", "break down", "why down", "why stopped", "how come stopped", "top downtime reasons", "biggest downtime causes",
            "mean time between failures", "mean time to repair", "hours lost", "lose time", "stopping", "downtime minutes",
            "broke", "broken", "failed", "longest last", "longest one last", "longest stop last",
            "stoppers", "loss reasons", "reasons for standing still", "repairs", "worst stops", "biggest stops", "longest stops", "longest stop", "worst stop", "biggest stop", "worst breakdowns", "longest breakdowns", "time killers", "time wasters", "time eaters", "time thieves", "downtime by reason", "downtime by cause", "stops by reason", "pareto", "dead time", "stop time", "idle time", "time down", "hours down"])]
    [Description("How long machines stood still and why: hours by reason with cumulative share (Pareto), planned and unplanned apart, number "
        + "of stops, longest stop, major stops, MTBF and MTTR, for one machine, one line, one site or the whole plant.")]
    [Example("What was the downtime of Packaging-001 last week?")]
    [Example("downtime yesterday")]
    [Example("Why did line 2 stop so often last week?")]
    [Example("top downtime reasons this month")]
    [Example("how long was the packaging machine down yesterday")]
    [Example("how many stops did we have on the night shift")]
    [Example("show me the downtime pareto for October")]
    [Example("what was the longest single stop this week")]
    [Example("MTBF and MTTR of CNC-001")]
    [Example("how often did Assembly-001 break down last month")]
    [Example("unplanned downtime of the whole plant by reason")]
    [Example("list all major stops since Monday")]
    [Example("how many hours did line 1 stand still")]
    [Example("why was Testing-001 down so long on Tuesday")]
    [Example("which machine had the most downtime")]
    [Example("biggest causes of downtime")]
    [Example("when did Packaging-001 break down")]
    [Example("total downtime hours last month by machine")]
    [Example("how many micro stops did line 2 have")]
    [Example("short stops of Packaging-001 last week")]
    [Example("planned downtime of line 1 last month")]
    [Example("how much planned maintenance did we have")]
    [Example("how much time was lost to stops")]
    [Example("how come CNC-001 was down yesterday")]
    [Example("why was CNC-001 down")]
    [Example("why is CNC-001 down")]
    [Example("why did CNC-001 go down yesterday")]
    [Example("how much time did we lose to stops")]
    [Example("did Assembly-001 stand still on Monday")]
    [Example("what kept line 2 from running yesterday")]
    [Example("did anything break down yesterday")]
    [Example("what stopped Packaging-001")]
    [Example("why is Packaging-001 always down")]
    [Example("total hours lost last week")]
    [Example("how many minutes was line 2 down")]
    [Example("main reasons we lose time on CNC-001")]
    [Example("any big stops yesterday")]
    [Example("any long stops on line 1")]
    [Example("how long did line 2 stand")]
    [Example("why does line 1 keep stopping")]
    [Example("biggest time losses last week")]
    [Example("how often does Packaging-001 stop")]
    [Example("what broke yesterday")]
    [Example("how long was CNC-001 broken")]
    [Example("when did line 2 fail")]
    [Example("what was down last night")]
    [Example("which machines were down yesterday")]
    [Example("when was line 1 down")]
    [Example("worst stops of the week")]
    [Example("how many times did CNC-001 stop")]
    [Example("how many times was line 2 down")]
    [Example("stop list of line 1")]
    [Example("stop log for yesterday")]
    [Example("machine stops yesterday")]
    [Example("idle time of CNC-001")]
    [Example("total stop time last week")]
    [Example("minutes of downtime yesterday")]
    [Example("most common stop reasons")]
    [Example("most frequent reasons for stops")]
    [Example("scheduled downtime last month")]
    [Example("what was the main reason for downtime yesterday")]
    [Example("what are our biggest downtime drivers")]
    [Example("how long were the repairs on CNC-001")]
    [Example("how much did we lose to breakdowns")]
    [Example("how bad was the downtime yesterday")]
    [Example("which stops took longest")]
    [Example("how long did each stop take")]
    [Example("what are the culprits for downtime")]
    [Example("dead time of line 1")]
    [Example("time down yesterday")]
    [Example("average MTTR this year")]
    [Example("average MTBF of CNC-001")]
    [Example("hours of unplanned downtime yesterday")]
    [Example("downtime hours of CNC-001")]
    [Example("downtime in hours for line 1")]
    [Example("how many hours was line 1 down")]
    [Example("how many minutes of downtime did line 2 have")]
    [Example("total downtime hours last month")]
    [Example("hours of downtime on line 2")]
    [Example("average downtime of line 1")]
    [Example("total lost hours on line 2 last week")]
    [Example("stops longer than 30 minutes on line 2 yesterday")]
    [Example("stops over 2 hours last month")]
    [Example("were there any stops of more than 1 hour")]
    [Example("breakdowns over 2 hours")]
    public Task<SkillResult> DowntimeAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.Choice, Values = [StopKindWords.Unplanned, StopKindWords.Planned, StopKindWords.Either, StopKindWords.Micro]), Description(StopKindWords.Description)] string? kind = null,
        [Slot(SlotKind.StopReason, NamesFunction = true), Description("Only downtime for this stop reason of the plant's own, or this kind of reasons, for example Changeover; leave out for all.")] string? reason = null,
        [Slot(SlotKind.Choice, Values = ["per stop=average per stop|average stop|average stop length|average stop duration|average length of a stop|average length of stops|average duration of a stop|stop on average|stops on average|each stop on average|per stop on average|length per stop|minutes per stop|average minutes per stop|mean stop"]),
            Description("'per stop' to lead with how long a stop took on average; leave out for totals.")] string? mean = null,
        [Slot(SlotKind.Limit, Values = [nameof(LimitUnit.Hours), nameof(LimitUnit.Minutes), nameof(LimitUnit.Unsaid)]), Description("Only single stops on one side of a bound, as words: above 30 min, below 2 h, above average, or so many of the longest or the latest: longest 3, latest 1; leave out for all.")] string? limit = null,
        CancellationToken cancellationToken = default) =>
        downtime.AnswerAsync(asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, Kind = kind, Reason = reason, Mean = mean, Limit = limit }, cancellationToken);
}
