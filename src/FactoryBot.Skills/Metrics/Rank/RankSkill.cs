using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Rank;

internal sealed class RankSkill(RankParts rank) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_rank", Permission = Permissions.MetricsView, Title = "Best and worst machines, lines or shifts",
        Subjects = ["ranking", "lost the most time", "lost most time", "loses the most time", "loses most time", "best", "worst", "top", "bottom", "rank", "ranked", "highest", "lowest", "leaderboard", "weakest", "strongest", "poorest", "laggard", "laggards", "bottleneck",
            "oee by machine", "oee by line", "oee by shift", "oee by product", "oee per machine", "oee per line",
            "oee per shift", "oee per product", "availability by machine", "availability by line", "availability by shift", "availability by product",
            "availability per machine", "availability per line", "availability per shift", "availability per product", "performance by machine", "performance by line",
            "performance by shift", "performance by product", "performance per machine", "performance per line", "performance per shift", "performance per product",
            "quality by machine", "quality by line", "quality by shift", "quality by product", "quality per machine", "quality per line",
            "quality per shift", "quality per product",
            "compare machines", "compare lines", "compare shifts", "compare products", "compare the machines", "compare the lines", "compare the shifts", "compare the products",
            "oee of every machine", "oee of every line", "oee of each machine", "oee of each line",
            "downtime by machine", "downtime per machine", "stops by machine", "stops per machine", "downtime by shift", "downtime by line", "stops by shift", "stops by line", "mtbf by shift", "mtbf by line", "mttr by shift", "mttr by line", "teep by shift", "teep by line",
            "mtbf by machine", "mttr by machine", "compare both lines", "compare both shifts",
            "longest downtime", "shortest downtime", "most downtime", "least downtime", "mttr of each machine", "mtbf of each machine", "downtime of each machine",
            "league table", "worst to best", "best to worst",
            "compare all machines", "compare all lines", "compare all shifts", "compare all products"],
        FigureSubjects = ["by machine", "per machine", "each machine", "every machine", "machine by machine", "a machine", "by machines", "by line", "per line", "each line", "every line", "line by line", "a line", "by lines",
            "which day", "what day", "any day", "best day", "worst day", "of the days",
            "by shift", "per shift", "each shift", "every shift", "shift by shift", "a shift", "by shifts", "by product", "per product", "each product", "every product", "product by product", "by site", "per site", "each site", "every site"])]
    [Description("Ranks machines, lines, sites, shifts, products or days by one figure, best or worst first, and names the first N, or those below or above a limit.")]
    [Example("worst machine by oee last week")]
    [Example("top 3 scrap machines")]
    [Example("which machine is the worst")]
    [Example("best line this month")]
    [Example("rank the machines by OEE")]
    [Example("which shift has the highest scrap rate")]
    [Example("lowest availability yesterday")]
    [Example("bottom 5 machines in October")]
    [Example("ranking of the lines by downtime")]
    [Example("which line performs best")]
    [Example("worst performing machine on the night shift")]
    [Example("which product has the lowest yield")]
    [Example("who is our worst machine")]
    [Example("machine with the highest downtime last week")]
    [Example("which machine has the lowest OEE")]
    [Example("sort machines by scrap rate")]
    [Example("which is the best shift")]
    [Example("OEE by machine")]
    [Example("OEE per line last week")]
    [Example("oee for each shift")]
    [Example("availability by machine this month")]
    [Example("which machines are below average")]
    [Example("list machines by scrap rate, worst first")]
    [Example("lines by OEE, best first")]
    [Example("any machine below 70 % OEE last week")]
    [Example("machines with more than 3 % scrap")]
    [Example("is any line under 60 % availability")]
    [Example("which days were below 70 % OEE in October")]
    [Example("how many shifts ran under 60 % this month")]
    [Example("which products have a yield below 95 %")]
    [Example("which shifts fell below 65 % last week")]
    [Example("worst day of last month")]
    [Example("which day had the most scrap")]
    [Example("best day for OEE in October")]
    [Example("which machine has the longest downtime this month")]
    [Example("which line had the most downtime yesterday")]
    [Example("which machine breaks down most, has the most breakdowns", Learned = false)]
    public Task<SkillResult> RankAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = [MeasureWords.Oee, MeasureWords.Availability, MeasureWords.Performance, MeasureWords.Quality, MeasureWords.Teep,
            MeasureWords.Loading, MeasureWords.Production, MeasureWords.Good, MeasureWords.Scrap, MeasureWords.ScrapRate, MeasureWords.Yield, MeasureWords.Downtime,
            MeasureWords.Stops, MeasureWords.Mtbf, MeasureWords.Mttr]), Description(MeasureWords.Description)] string? figure = null,
        [Slot(SlotKind.Choice, Values = ["machine=machines|by machines|a machine|equipment|asset|assets|by machine|per machine|each machine|every machine|machine by machine", "line=lines|by line|by lines|a line|per line|each line|every line|line by line",
            "shift=shifts|by shift|by shifts|a shift|per shift|each shift|every shift|shift by shift", "site=sites|by site|per site|each site|every site|site by site", "product=products|by product|per product|each product|every product|product by product|article|articles",
            "day=days|by day|per day|each day|every day|which day|what day"]),
            Description("What is ranked: machine, line, site, shift, product or day; leave out for machines.")] string? by = null,
        [Slot(SlotKind.Choice, Values = ["best=strongest|stronger|best to worst|best first", "worst=weakest|weaker|worst to best|worst first|fix first|fixed first|repair first|tackle first|look at first|need attention|poorest|bad actor|bad actors|laggard|laggards|bottleneck|pulling|dragging", "highest=descending|highest first|biggest first|largest first|most first|high to low|top|higher|most time|the most time|most|biggest|largest|longest",
            "lowest=ascending|lowest first|smallest first|least first|low to high|bottom|lower|least|fewest|fewer|smallest|shortest"]),
            Description("best or worst by what is good for the figure, highest or lowest by its value; leave out for the highest first.")] string? order = null,
        [Slot(SlotKind.Number), Description("How many to name; leave out for one, or all where no order is asked for.")] int? count = null,
        [Slot(SlotKind.Limit, PercentOf = ["OEE", "availability", "performance", "quality", "TEEP", "loading", "scrap rate", "first-pass yield"]), Description("Only those on one side of a bound, as words: below 70 %, above 2 h, at least 1000 pieces, below average; leave out for all.")] string? limit = null,
        [Slot(SlotKind.StopReason, Implies = ["downtime", "stops"]), Description("Only stops for this stop reason of the plant's own, or this kind of reasons, for downtime, stops, MTBF and MTTR; leave out for all.")] string? reason = null,
        [Slot(SlotKind.Machine), Description("One machine by name, when its days, shifts or products are ranked; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("Only what belongs to this line; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("Only what belongs to this site; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("Only this shift; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Product), Description("Only this product; leave out for all.")] string? product = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        rank.AnswerAsync(
            asker,
            new() { Machine = machine, Line = line, Site = site, Shift = shift, Product = product, Period = period, By = by, Reason = reason },
            figure,
            order,
            count,
            limit,
            cancellationToken);
}
