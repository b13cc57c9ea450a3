using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Check;

internal sealed class CheckSkill(CheckData check) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_data_check", Permission = Permissions.MetricsView, Title = "What is wrong with the data",
        Subjects = ["data problems", "data problem", "data quality", "data check", "data errors", "data gaps", "wrong with the data", "data missing", "missing data", "bad data", "missing days",
            "check the data", "trust the data", "trust the numbers", "trust these numbers", "days missing", "data issues",
            "numbers right", "numbers correct", "data ok", "data okay", "data fine", "data complete", "figures complete", "numbers complete", "rely on the numbers", "rely on the figures", "rely on the data", "numbers reliable", "data reliable", "inconsistent data"])]
    [Description("Looks for what is wrong with the plant's data itself: missing days, late data, no scrap booked, counts that disagree, stops without a "
        + "reason or overlapping, performance or availability above 100 %, no shift calendar.")]
    [Example("What is wrong with the data?")]
    [Example("is anything wrong with our data")]
    [Example("run a data check for line 2")]
    [Example("data quality of line 1 last month")]
    [Example("are there data problems")]
    [Example("which days are missing in the data")]
    [Example("show me the data problems of CNC-001")]
    [Example("can I trust the data of last week")]
    [Example("are there gaps in the data")]
    [Example("problems with the data of packaging 1")]
    [Example("data errors last week")]
    [Example("how good is the data")]
    [Example("is the data complete")]
    [Example("can I trust these numbers")]
    [Example("are any days missing for CNC-001")]
    [Example("can we trust the numbers of yesterday")]
    [Example("are the numbers right")]
    [Example("are the numbers correct")]
    [Example("are the numbers reliable")]
    [Example("is the data reliable")]
    [Example("is the data of last week ok")]
    [Example("data for line 2 missing")]
    [Example("is the data of line 1 fine")]
    [Example("is yesterday's data ok or not")]
    [Example("anything missing in the data of CNC-001")]
    [Example("can I rely on the numbers of October")]
    [Example("can I rely on the figures")]
    [Example("are yesterday's figures complete")]
    [Example("any machine without data this week")]
    [Example("is the data of last month all right")]
    public Task<SkillResult> CheckAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, or one day; leave out for all days with data.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        check.AnswerAsync(asker, new() { Machine = machine, Line = line, Site = site, Period = period }, cancellationToken);
}
