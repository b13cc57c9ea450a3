using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Teep;

internal sealed class TeepSkill(GetTeep teep) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_teep", Permission = Permissions.MetricsView, Title = "TEEP and loading",
        Subjects = ["teep", "loading", "loading factor", "utilisation", "utilization", "capacity utilisation", "capacity utilization", "machine utilisation", "machine utilization", "utilised",
            "utilized", "calendar time",
            "total effective equipment performance", "capacity used",
            "asset utilisation", "asset utilization", "hidden capacity", "capacity"])]
    [Description("TEEP (total effective equipment performance: good output against all calendar time) with loading (utilisation: planned against "
        + "calendar time) and OEE, for one machine, one line, one site or the whole plant, compared with the period before.")]
    [Example("What was the TEEP of Assembly-001 last week?")]
    [Example("teep yesterday")]
    [Example("TEEP of the whole plant in October")]
    [Example("how high is our utilisation")]
    [Example("utilization of CNC-001 this month")]
    [Example("loading of line 2 last week")]
    [Example("how well do we use our machines over 24 hours")]
    [Example("capacity utilization of Main Plant last quarter")]
    [Example("teep per machine")]
    [Example("strict teep of line 1 last month")]
    [Example("how much of the calendar time do we use")]
    [Example("total effective equipment performance of Packaging-001")]
    public Task<SkillResult> TeepAsync(
        Asker asker,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all. Its calendar time is the hours of that shift.")] string? shift = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.Choice, Values = [OeeForms.Standard, OeeForms.Strict]), Description(OeeForms.Description)] string? form = null,
        CancellationToken cancellationToken = default) =>
        teep.AnswerAsync(asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Period = period, Form = form }, cancellationToken);
}
