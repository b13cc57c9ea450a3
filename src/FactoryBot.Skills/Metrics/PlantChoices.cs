using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>What people ask next after a figure, as whole sentences.</summary>
internal static class PlantChoices
{
    private static readonly string[] KnowProducts = ["OEE", "production", "scrap"];

    /// <param name="before">The period to compare with; null where it has no rows.</param>
    public static IReadOnlyList<Choice> Of(string figure, PlantScope scope, Period period, Period? before, PlantData plant)
    {
        if (scope.Order is { } order)
            return OfOrder(figure, order);
        var asked = Asked(figure, scope, period, plant);
        var choices = new List<Choice>();
        if (before is not null)
            choices.Add(new(before.Words.Length == 0 ? before.Dates : Letters.Capital(before.Words), (asked with { Period = before.Iso }).Sentence()));
        if (OtherShift(scope, plant) is { } shift)
            choices.Add(new(Letters.Capital(PlantScope.ShiftName(shift)), (asked with { Shift = shift }).Sentence()));
        if (NextMachine(scope, plant) is { } machine)
            choices.Add(new(machine, (asked with { Machine = machine, Line = null, Site = null }).Sentence()));
        if (!scope.IsWholePlant)
            choices.Add(new("Whole plant", (asked with { Machine = null, Line = null, Site = null }).Sentence()));
        return choices;
    }

    // Its days are its own, and what else is told of it are the plan and the figures of its rows.
    private static IReadOnlyList<Choice> OfOrder(string figure, FoundOrder order)
    {
        var other = figure == "OEE" ? "scrap" : "OEE";
        return [new("Against plan", $"How far is work order {order.Number}?"), new(Letters.Capital(other), new PlantQuestion { Figure = other, WorkOrder = order.Number }.Sentence())];
    }

    /// <summary>The same place and time, asked for a figure.</summary>
    public static PlantQuestion Asked(string figure, PlantScope scope, Period period, PlantData plant) => new()
    {
        Figure = figure,
        Machine = scope.Machine?.Name,
        Line = scope.Machine is null ? scope.Line?.Name : null,
        Site = scope.Machine is null && (scope.Line is null || IsAmbiguous(scope.Line, plant)) ? scope.Site?.Name : null,
        Shift = scope.Shift,
        Product = KnowProducts.Contains(figure, StringComparer.Ordinal) ? scope.Product?.Name : null,
        Reason = figure == "downtime" ? scope.Cause?.Name : null,
        Defect = figure is "scrap" or "quality issues" ? scope.Defect?.Name : null,
        Period = period.Iso,
    };

    private static bool IsAmbiguous(PlantLine line, PlantData plant) => plant.Lines.Count(l => l.Name == line.Name) > 1;

    private static string? OtherShift(PlantScope scope, PlantData plant)
    {
        var names = plant.Shifts.Select(shift => shift.Name).Distinct().ToList();
        return names.Count < 2 ? null
            : scope.Shift is null ? names[^1]
            : names.First(name => name != scope.Shift);
    }

    private static string? NextMachine(PlantScope scope, PlantData plant)
    {
        var machines = scope.MachineIds is { } ids && scope.Machine is null
            ? plant.Machines.Where(machine => ids.Contains(machine.Id)).ToList()
            : [.. plant.Machines];
        if (machines.Count == 0)
            return null;
        if (scope.Machine is null)
            return machines[0].Name;
        var next = machines[(machines.FindIndex(machine => machine.Id == scope.Machine.Id) + 1) % machines.Count];
        return next.Id == scope.Machine.Id ? null : next.Name;
    }
}
