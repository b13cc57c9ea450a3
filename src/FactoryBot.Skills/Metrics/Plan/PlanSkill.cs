using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Plan;

internal sealed class PlanSkill(GetPlan plan) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_plan", Permission = Permissions.MetricsView, Title = "Production against plan",
        Subjects = ["against plan", "vs plan", "versus plan", "plan vs actual", "plan versus actual", "planned vs actual", "actual vs plan", "on plan", "on schedule", "behind schedule", "behind plan",
            "ahead of plan", "ahead of schedule", "on track", "work order", "work orders", "plan fulfilment", "plan fulfillment", "plan attainment", "schedule attainment",
            "production plan", "open orders", "order progress", "late orders", "pieces missing",
            "make the plan", "hit the plan", "reach the plan", "meet the plan", "made the plan", "with the plan", "of plan", "actual vs planned", "planned vs made", "overdue", "what is due", "whats due", "planned quantity", "planned quantities", "made vs planned", "planned vs produced", "against planned", "planned against", "planned versus made", "actual versus planned", "planned output",
            "orders on time", "behind on orders",
            "hit target", "hit the target", "hit our target", "on target", "make target", "reach target", "make our numbers", "hit our numbers", "made our numbers", "plan adherence", "pieces to go", "parts to go", "units to go", "many to go", "left to make", "still to make", "left to produce", "schedule adherence", "adherence to plan", "overdue orders", "order status", "late jobs",
            "miss plan", "missed plan", "miss the plan", "missed the plan", "missing the plan", "short of plan", "short of the plan", "behind the plan", "below plan", "under plan", "produced vs plan", "made vs plan", "made versus plan", "produced versus plan", "produced against plan", "running behind", "orders behind"])]
    [Description("Production against the plan of the work orders: planned, made and expected by now, each order with its due date and what is missing, "
        + "by product and line, for one line, one site, one product or the whole plant.")]
    [Example("production against plan last week")]
    [Example("are we on schedule")]
    [Example("how are the work orders doing")]
    [Example("which work orders are behind schedule")]
    [Example("how far is WO-1004")]
    [Example("did we hit the target on WO-1011")]
    [Example("status of work order WO-1007")]
    [Example("where is WO-1007 at")]
    [Example("how is WO-1004 coming along")]
    [Example("is WO-1004 done or still open")]
    [Example("will WO-1004 be finished on time")]
    [Example("is WO-1004 late, delayed, behind or ahead")]
    [Example("when is WO-1004 due, what is its deadline")]
    [Example("how many pieces are left, missing or still to make on WO-1011")]
    [Example("what percentage of WO-1011 is complete, completed or ready")]
    [Example("did we reach, make or meet the plan for WO-1011")]
    [Example("are we behind plan on line 1")]
    [Example("plan vs actual this month")]
    [Example("is line 2 on track")]
    [Example("list the work orders of line 1")]
    [Example("progress of the work orders for Pump housing")]
    [Example("how far are the orders of line 2")]
    [Example("did we hit the plan yesterday")]
    [Example("schedule attainment in October")]
    [Example("what are the open orders on line 2")]
    [Example("how many pieces are missing to plan")]
    [Example("which orders are late")]
    [Example("did we make the plan last week")]
    [Example("did we reach the plan yesterday")]
    [Example("how many are we short of plan")]
    [Example("actual vs planned output")]
    [Example("are we short of plan")]
    [Example("which orders are running late")]
    [Example("status of the work orders")]
    [Example("are we on time")]
    [Example("are the orders on time")]
    [Example("how far behind are we")]
    [Example("are we behind")]
    [Example("how much is left on the orders")]
    [Example("when are the orders due")]
    [Example("what is still to be made")]
    [Example("plan adherence last week")]
    [Example("schedule adherence of line 1")]
    [Example("are we keeping up with the plan")]
    [Example("how do we stand against plan")]
    [Example("gap to plan this month")]
    [Example("which orders are overdue")]
    [Example("order status of line 1")]
    [Example("which jobs are late")]
    [Example("how far along are the orders")]
    [Example("did we meet the plan")]
    [Example("did we hit our numbers against plan")]
    [Example("are the orders on track")]
    [Example("delayed orders")]
    [Example("by how much did we miss the plan", Learned = false)]
    [Example("how far did we fall short of plan", Learned = false)]
    [Example("by how many pieces are we behind plan", Learned = false)]
    [Example("do any work orders run behind, late, over due", Learned = false)]
    [Example("produced versus plan by work order, per order, each order", Learned = false)]
    [Example("which orders are delayed")]
    public Task<SkillResult> PlanAsync(
        Asker asker,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Machine), Description("One machine by name: the orders it worked on, counted at that machine; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Product), Description("One product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15, "
            + "or one day: the orders that were worked on then; leave out for the last days with data.")] string? period = null,
        [Slot(SlotKind.WorkOrder, NamesFunction = true), Description("One work order by its number, for example WO-1004; leave out for all.")] string? workOrder = null,
        CancellationToken cancellationToken = default) =>
        plan.AnswerAsync(
            asker, new() { Line = line, Site = site, Machine = machine, Shift = shift, Product = product, Period = period, WorkOrder = workOrder }, cancellationToken);
}
