using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Issues;

internal sealed class IssuesSkill(GetIssues issues) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_quality_issues", Permission = Permissions.MetricsView, Title = "Quality issues",
        Subjects = ["quality issues", "quality issue", "quality problems", "quality problem", "defects", "quality incidents", "issues", "defect list", "severity breakdown",
            "quality findings", "quality log", "nonconformities", "severity",
            "criticals", "quality events", "quality alerts", "quality trouble", "problems with quality", "parts affected", "parts were affected"])]
    [Description("The quality issues that were noticed, with type, description, parts affected, severity, time and machine, and how many there are "
        + "of each severity, for one machine, one line, one site or the whole plant.")]
    [Example("What were the quality issues of Assembly-001 last week?")]
    [Example("quality issues yesterday")]
    [Example("list all quality problems on line 1 this month")]
    [Example("show me the high severity issues of last week")]
    [Example("how many critical quality issues did we have in October")]
    [Example("which defects were noticed on the night shift")]
    [Example("were there any quality issues on CNC-001")]
    [Example("defects of Packaging-001 since Monday")]
    [Example("quality issues by severity last month")]
    [Example("severity breakdown of the quality issues")]
    [Example("latest quality issues of the whole plant")]
    [Example("any serious quality problems on Testing-001")]
    [Example("give me the defect list for week 46")]
    [Example("how many parts were affected by quality issues")]
    [Example("any quality findings yesterday")]
    [Example("what quality problems did line 1 have")]
    [Example("what problems did quality find")]
    [Example("quality log of CNC-001")]
    [Example("quality events of last week")]
    [Example("quality alerts yesterday")]
    [Example("how many issues did we have")]
    [Example("most serious quality issue last month")]
    [Example("worst quality issue this month")]
    [Example("which quality issues were reported")]
    [Example("issue list of line 1")]
    [Example("issue log")]
    [Example("defects by severity")]
    [Example("what quality trouble did we have")]
    [Example("any problems with quality on line 2")]
    [Example("was there a quality problem yesterday")]
    public Task<SkillResult> IssuesAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.Severity), Description("Only issues of this severity: critical, high, medium or low; leave out for all.")] string? severity = null,
        [Slot(SlotKind.DefectType, NamesFunction = true), Description("Only issues of this defect type of the plant's own, for example Surface scratch; leave out for all.")] string? defect = null,
        CancellationToken cancellationToken = default) =>
        issues.AnswerAsync(
            asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, Severity = severity, Defect = defect }, cancellationToken);
}
