using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Output;

internal sealed class OutputSkill(GetOutput output) : ISkill
{
    private const string Splits = "How to split the answer: by day, by shift, by line, by machine or by product; leave out for the usual split.";
    private const string Days = "ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, or one day; leave out for the last days with data.";

    private const string Averages = "average=avg|mean|on average|in average|averages|on avg|durchschnitt|im schnitt";

    public string Module => "metrics";

    [SkillFunction("metrics_production", Permission = Permissions.MetricsView, Title = "Pieces made",
        Subjects = ["production", "output", "pieces", "parts made", "pieces made", "produced", "produce", "parts", "units", "volume", "quantity",
            "how many did make", "good pieces", "good parts", "piece count", "throughput",
            "parts count",
            "good ones", "finished", "completed", "cranked out", "churned out", "pieces per hour", "parts per hour", "run rate",
            "good count", "total count", "volumes", "quantities", "hour by hour", "by the hour", "which hour", "what hour", "were good", "are good"])]
    [Description("How many pieces were made, good and scrap, by day, shift, line, machine and product, for one machine, one line, one site or "
        + "the whole plant, compared with the period before.")]
    [Example("What was the production of Line 1 last week?")]
    [Example("how many pieces did we make yesterday")]
    [Example("output of CNC-001 this week")]
    [Example("how many parts were produced on the night shift")]
    [Example("total production by machine last month")]
    [Example("show me the daily output for October")]
    [Example("production by product last week")]
    [Example("how much did line 2 produce on Tuesday")]
    [Example("good pieces made by Assembly-001 since Monday")]
    [Example("production numbers per shift")]
    [Example("which machine made the most pieces")]
    [Example("how many units came off Packaging-001 in week 46")]
    [Example("production volume of Main Plant last quarter")]
    [Example("how many good parts did we get out of Testing-001")]
    [Example("how much did the night shift make yesterday")]
    [Example("hourly counts of CNC-001 yesterday")]
    [Example("how many pieces per hour did line 1 make")]
    [Example("production by work order last week")]
    [Example("what did line 1 make last week")]
    [Example("how many housings this month")]
    [Example("how many parts did CNC-001 do yesterday")]
    [Example("how many came off line 1 last week")]
    [Example("how many did we make yesterday")]
    [Example("what did we produce yesterday")]
    [Example("how many pump housings came off line 1")]
    [Example("how much did we make")]
    [Example("how many did the night shift do")]
    [Example("how many pieces were finished yesterday")]
    [Example("how many did line 1 finish")]
    [Example("how much did line 2 put out")]
    [Example("what was the output yesterday")]
    [Example("what came off line 1 yesterday")]
    [Example("how many have we made so far")]
    [Example("total count of yesterday")]
    [Example("good count of line 1")]
    [Example("production figures of last week")]
    [Example("how many per hour did line 1 make")]
    [Example("hour by hour production of line 2")]
    [Example("how much came off Packaging-001")]
    [Example("pieces made on the night shift")]
    [Example("how many were made yesterday")]
    [Example("how many did we get out yesterday")]
    [Example("what did we get out of line 2")]
    [Example("which hour was the weakest or the best", Learned = false)]
    [Example("what do we average a shift on line 2", Learned = false)]
    public Task<SkillResult> ProductionAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description(Days)] string? period = null,
        [Slot(SlotKind.Choice, Values = ["by day=per day|daily|each day|day by day|a day", "by shift=per shift|a shift|each shift|every shift|shift by shift|which shift|by shifts",
            "by line=per line|each line|every line|line by line|which line|by lines", "by machine=per machine|each machine|every machine|machine by machine|which machine|by machines",
            "by product=per product|each product|every product|product by product|which product|by products", "by hour=per hour|hourly|each hour|hour by hour|hour after hour|by the hour|an hour|by hours|which hour|what hour",
            "by work order=per work order|each work order|per order|by order|each order|by work orders|which order|which work order|which job|by job|per job|each job|by jobs"]), Description(Splits)] string? by = null,
        [Slot(SlotKind.Product), Description("One product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.Choice, Values = [Averages]), Description("'average' for the average of the parts of the split instead of the totals; leave out for totals.")] string? mean = null,
        CancellationToken cancellationToken = default) =>
        output.ProductionAsync(asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, By = by, Product = product, Mean = mean }, cancellationToken);

    [SkillFunction("metrics_scrap", Permission = Permissions.MetricsView, Title = "Scrap and first-pass yield",
        Subjects = ["scrap", "scrap rate", "rejects", "reject", "reject rate", "rejected", "waste", "scrapped", "bad parts", "bad pieces",
            "first pass yield", "first-pass yield", "fpy", "yield", "defect rate", "scrap pieces", "rejected parts", "defective", "rolled yield", "rolled throughput yield", "rty", "why scrap", "scrap make", "scrap made", "scrap produce", "scrap produced",
            "nok", "nok parts", "ppm", "parts per million", "first time yield", "rejection rate", "bad ones", "rejections",
            "were no good", "are no good", "was no good", "were bad", "were faulty", "junk", "trash", "thrown away", "throw away", "fallout", "binned",
            "lost to scrap", "scrap by defect", "scrap by type", "rejects by defect", "rejects by type", "parts lost", "parts did lose", "parts lose", "scrap pareto", "pareto of scrap", "pareto of the scrap", "reject pareto", "defect pareto", "scrap reasons", "scrap causes"])]
    [Description("Scrap in pieces and as a rate of all pieces, by machine, shift, line, product and type of defect, its trend by day, and "
        + "the first-pass yield, for one machine, one line, one site or the whole plant, compared with the period before.")]
    [Example("What was the scrap of Assembly-001 last week?")]
    [Example("scrap rate yesterday")]
    [Example("how many rejects did we have on the night shift")]
    [Example("which machine had the most scrap last month")]
    [Example("scrap by machine this week")]
    [Example("first pass yield of CNC-001 in October")]
    [Example("how much waste did line 1 produce on Tuesday")]
    [Example("how many bad parts came off Packaging-001")]
    [Example("what percentage was scrapped on line 2")]
    [Example("reject rate per shift last week")]
    [Example("how many pieces did Testing-001 reject since Monday")]
    [Example("yield of Main Plant this month")]
    [Example("total scrap by defect type last week")]
    [Example("scrap of last month by defect")]
    [Example("what are the top defects in our scrap")]
    [Example("how many parts did we lose on CNC-001")]
    [Example("rolled yield of line 1")]
    [Example("rolled throughput yield last week")]
    [Example("why is the scrap so high")]
    [Example("what share of parts was bad")]
    [Example("how many parts were bad last week")]
    [Example("what percentage was bad")]
    [Example("how many were rejected")]
    [Example("how much got scrapped")]
    [Example("how much did we throw away last week")]
    [Example("how many parts were thrown away")]
    [Example("how much went in the bin")]
    [Example("what causes the scrap on line 1")]
    [Example("reasons for scrap last week")]
    [Example("top scrap reasons")]
    [Example("scrap pareto of line 2")]
    [Example("main scrap causes")]
    [Example("why so much scrap")]
    [Example("how bad was the scrap yesterday")]
    [Example("how much did we lose to scrap")]
    [Example("what kind of scrap did we have")]
    [Example("types of defects in the scrap")]
    [Example("how many defective parts did we make")]
    [Example("how much bad stuff did we make")]
    [Example("which order had the most scrap", Learned = false)]
    [Example("scrap of work order WO-1004")]
    [Example("scrap rate of WO-1011")]
    public Task<SkillResult> ScrapAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description(Days)] string? period = null,
        [Slot(SlotKind.Choice, Values = ["by day=per day|daily|each day|day by day|a day", "by shift=per shift|a shift|each shift|every shift|shift by shift|which shift|by shifts",
            "by line=per line|each line|every line|line by line|which line|by lines", "by machine=per machine|each machine|every machine|machine by machine|which machine|by machines",
            "by product=per product|each product|every product|product by product|which product|by products", "by hour=per hour|hourly|each hour|hour by hour|hour after hour|by the hour|an hour|by hours|which hour|what hour",
            "by work order=per work order|each work order|per order|by order|each order|by work orders|which order|which work order|which job|by job|per job|each job|by jobs"]), Description(Splits)] string? by = null,
        [Slot(SlotKind.Product), Description("One product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.DefectType), Description("Only parts with this defect type of the plant's own, for example Surface scratch; leave out for all.")] string? defect = null,
        [Slot(SlotKind.Choice, Values = [Averages]), Description("'average' for the average of the parts of the split instead of the totals; leave out for totals.")] string? mean = null,
        [Slot(SlotKind.WorkOrder), Description("One work order by its number, for example WO-1004; leave out for all.")] string? workOrder = null,
        CancellationToken cancellationToken = default) =>
        output.ScrapAsync(
            asker,
            new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, By = by, Product = product, Defect = defect, Mean = mean, WorkOrder = workOrder },
            cancellationToken);
}
