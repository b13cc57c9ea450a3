using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Conventions;

internal sealed class ConventionSkill(SetConvention convention) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_convention", Permission = Permissions.MetricsView, Title = "How OEE is counted",
        Subjects = ["oee convention", "oee form", "oee settings", "convention", "breaks a loss", "standard or strict", "strict or standard", "maintenance counted",
            "breaks count", "count against oee",
            "breaks as downtime", "breaks counted as downtime", "breaks are counted as downtime", "breaks included in the downtime", "breaks in the downtime", "subtract breaks", "breaks from planned production time"])]
    [Description("How this plant counts OEE: the standard or the strict form, and how breaks, set-up and planned maintenance count.")]
    [Example("How is OEE counted here?")]
    [Example("which OEE convention do we use")]
    [Example("what form of OEE do you use")]
    [Example("is our OEE standard or strict")]
    [Example("is our OEE strict")]
    [Example("is the OEE strict")]
    [Example("how do breaks count in our OEE")]
    [Example("are breaks a loss in the OEE")]
    [Example("does set-up count as a loss")]
    [Example("how is planned maintenance counted")]
    [Example("show the OEE settings")]
    [Example("oee definition of our plant")]
    [Example("which oee formula applies")]
    [Example("do you take breaks out of the planned time")]
    [Example("do breaks count against OEE")]
    [Example("do you count breaks as downtime", Learned = false)]
    [Example("are breaks included in the downtime", Learned = false)]
    [Example("do you subtract breaks from the planned production time", Learned = false)]
    [Example("are breaks counted as downtime", Learned = false)]
    public Task<SkillResult> ShowAsync(Asker asker, CancellationToken cancellationToken = default) => convention.ShowAsync(asker, cancellationToken);

    [SkillFunction("metrics_set_convention", Permission = Permissions.TenantManage, Title = "Change how OEE is counted",
        Subjects = ["count breaks", "count setup", "count changeovers", "count maintenance"])]
    [Description("Changes how this plant counts OEE from now on: standard or strict form, or how one kind of stops (breaks, set-up, planned "
        + "maintenance) counts: always a loss, never a loss (not planned), or as booked.")]
    [Example("Count breaks as a loss")]
    [Example("count set-up as not planned")]
    [Example("use the strict form of OEE from now on")]
    [Example("switch OEE to the standard form")]
    [Example("set OEE to strict")]
    [Example("count planned maintenance as a loss")]
    [Example("count changeovers as booked")]
    [Example("change the OEE form to standard")]
    [Example("use standard OEE")]
    [Example("count breaks as booked")]
    [Example("from now on count setup as a loss")]
    [Example("use strict OEE")]
    public Task<SkillResult> ChangeAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = ["standard=iso", "strict"]), Description("standard or strict; leave out to keep it.")] string? form = null,
        [Slot(SlotKind.Choice, Values = ["breaks=break|pauses", "set-up=set up|setup|setups|changeovers|changeover", "maintenance=planned maintenance"]),
            Description("The kind of stops to count otherwise: breaks, set-up or maintenance; leave out for none.")] string? stops = null,
        [Slot(SlotKind.Choice, Values = ["loss=a loss|losses", "not planned=never a loss|no loss|not as a loss|not a loss", "as booked=booked"]),
            Description("How they count: loss, not planned or as booked; together with stops.")] string? counting = null,
        CancellationToken cancellationToken = default) =>
        convention.ChangeAsync(asker, form, stops, counting, cancellationToken);
}
