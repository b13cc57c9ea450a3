using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

internal sealed class MetricsSkill(GetOee oee, GetStats stats, GetCoverage coverage) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_oee", Permission = Permissions.MetricsView, Title = "OEE of a machine, a line or the plant", Help = "What was the OEE of Assembly-001 last week?",
        Subjects = ["oee", "overall equipment effectiveness", "equipment effectiveness", "availability", "effectiveness", "performance", "quality",
            "efficiency", "uptime", "quality rate", "availability rate", "performance rate"])]
    [Description("OEE (overall equipment effectiveness) with availability, performance, quality and the counts behind them, "
        + "for one machine, one line, one site or the whole plant, compared with the period before, and its trend by day.")]
    [Example("What was the OEE of Assembly-001 last week?")]
    [Example("oee yesterday")]
    [Example("How did line 1 do this month?")]
    [Example("show me the OEE for the whole plant")]
    [Example("how well did the night shift run last week")]
    [Example("What's our overall equipment effectiveness?")]
    [Example("availability of CNC-001 since Monday")]
    [Example("oee packaging last 14 days")]
    [Example("How is Testing-001 performing?")]
    [Example("give me availability, performance and quality of line 2 for October")]
    [Example("What was the OEE on the day shift from 3 to 9 November?")]
    [Example("how effective was the assembly machine in week 46")]
    [Example("equipment effectiveness of Main Plant last quarter")]
    [Example("is the OEE of CNC-001 better than the week before")]
    [Example("how was line 2 yesterday")]
    [Example("how is line 1 doing today")]
    [Example("strict OEE of line 1 last week")]
    [Example("how is the plant today")]
    [Example("how is everything going this week")]
    [Example("how is Assembly-001 looking this week")]
    [Example("how is line 1 running")]
    [Example("how did the plant run yesterday")]
    [Example("status of Packaging-001")]
    [Example("what is the status of line 2")]
    [Example("how efficient was line 2 yesterday")]
    [Example("how well is CNC-001 running")]
    [Example("how are we doing")]
    [Example("how are things on line 1")]
    [Example("how have we been doing this week")]
    [Example("how is the plant running")]
    [Example("how did we perform last week")]
    [Example("how did line 1 perform")]
    [Example("how is CNC-001 going")]
    [Example("how are things going")]
    [Example("how is it going on line 2")]
    [Example("how did the night shift do")]
    [Example("how productive was line 1 yesterday")]
    [Example("how did it go yesterday on line 2")]
    [Example("how did the cnc perform yesterday")]
    [Example("how's the plant today")]
    [Example("how's line 1 doing")]
    [Example("how's Assembly-001 today")]
    [Example("how's it going on line 2 today")]
    [Example("how did Packaging-001 get on last night")]
    [Example("how bad was line 2 yesterday")]
    [Example("latest OEE of CNC-001")]
    [Example("most recent OEE of line 2")]
    [Example("was CNC-001 ok yesterday")]
    [Example("was yesterday a good day")]
    [Example("average OEE of line 1 last week")]
    [Example("OEE of work order WO-1004")]
    [Example("what OEE did WO-1004 run at")]
    public Task<SkillResult> OeeAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.Product), Description("One product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.Choice, Values = [OeeForms.Standard, OeeForms.Strict]), Description(OeeForms.Description)] string? form = null,
        [Slot(SlotKind.WorkOrder), Description("One work order by its number, for example WO-1004; leave out for all.")] string? workOrder = null,
        CancellationToken cancellationToken = default) =>
        oee.AnswerAsync(
            asker,
            new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, Product = product, Form = form, WorkOrder = workOrder },
            cancellationToken);

    [SkillFunction("metrics_data", Permission = Permissions.MetricsView, Title = "What data is there",
        Subjects = ["data", "machine list", "which machines do", "what machines do", "which machines are there", "list machines", "list all machines", "machines do we have", "machines do you", "how many machines", "date range", "freshness", "what is loaded",
            "equipment list"])]
    [Description("Which machines, lines, sites and shifts are known, which days have production data, when it was last loaded "
        + "and how many rows of each kind there are.")]
    [Example("What machines do you have?")]
    [Example("list all machines")]
    [Example("machines")]
    [Example("show the machines")]
    [Example("our machines")]
    [Example("which machines and lines do you know")]
    [Example("what data is loaded")]
    [Example("How fresh is the data?")]
    [Example("from when to when do you have data")]
    [Example("is the data up to date")]
    [Example("when was the data loaded")]
    [Example("what is the date range of the data")]
    [Example("show data statistics")]
    [Example("how many rows are in the database")]
    [Example("which shifts are there")]
    [Example("list the lines")]
    [Example("which sites do you know")]
    [Example("how old is the data")]
    [Example("what data is missing")]
    [Example("which lines are there")]
    [Example("what lines do we have")]
    [Example("which shifts do we have")]
    [Example("list the shifts")]
    [Example("which days are missing")]
    [Example("data freshness per line")]
    [Example("how much data is there")]
    [Example("until which day do you have data")]
    [Example("when was the last data load")]
    [Example("what do you know about our plant")]
    [Example("how current is the data")]
    [Example("what time range does the data cover")]
    [Example("which machines can I ask about")]
    [Example("what period does the data cover")]
    [Example("how far back does the data go")]
    [Example("which products do we make")]
    [Example("how many machines do we have")]
    [Example("how recent is the data")]
    [Example("name the machines")]
    [Example("how many lines are there")]
    [Example("what equipment do we have")]
    [Example("equipment list")]
    [Example("what are the shifts called")]
    [Example("what is the latest day with data")]
    [Example("do you have data for October")]
    [Example("since when have you got numbers", Learned = false)]
    [Example("is there data for yesterday")]
    [Example("what data do you have on CNC-001")]
    [Example("until when do you have data for line 1")]
    [Example("is the data from last night in")]
    public Task<SkillResult> DataAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, or one day: on which of its days there is data; leave out for all.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        machine is null && line is null && shift is null && period is null
            ? stats.AnswerAsync(asker, cancellationToken)
            : coverage.AnswerAsync(asker, new() { Machine = machine, Line = line, Shift = shift, Period = period }, cancellationToken);
}
