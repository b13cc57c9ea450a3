using System.Runtime.CompilerServices;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics;

/// <summary>The names of a tenant's plant and the reach of its data, for the planner.</summary>
internal sealed class PlantNames(PlantCache plants) : IEntitySource, IDataRangeSource
{
    private readonly ConditionalWeakTable<PlantData, IReadOnlyList<Entity>> lists = [];

    public async ValueTask<IReadOnlyList<Entity>> EntitiesAsync(Guid tenantId, CancellationToken cancellationToken) =>
        lists.GetValue(await plants.GetAsync(tenantId, cancellationToken), Of);

    public async ValueTask<DataRange?> RangeAsync(Guid tenantId, CancellationToken cancellationToken) =>
        await plants.GetAsync(tenantId, cancellationToken) is { FirstDay: { } from, LastDay: { } to } ? new(from, to) : null;

    private static IReadOnlyList<Entity> Of(PlantData plant) =>
    [
        .. plant.Machines.Select(machine => new Entity(SlotKind.Machine, machine.Name, machine.Aliases)),
        .. plant.Lines.Select(line => (line.Name, line.Aliases)).DistinctBy(line => line.Name)
            .Select(line => new Entity(SlotKind.Line, line.Name, line.Aliases)),
        .. plant.Sites.Select(site => new Entity(SlotKind.Site, site.Name, site.Aliases)),
        .. plant.Shifts.DistinctBy(shift => shift.Name).Select(shift => new Entity(SlotKind.Shift, shift.Name, shift.Aliases)),
        .. plant.Products.Select(product => new Entity(SlotKind.Product, product.Name, product.Aliases)),
        .. plant.OrderSeries.Select(series => new Entity(SlotKind.WorkOrder, series)),
        .. plant.Reasons.Select(reason => new Entity(SlotKind.StopReason, reason.Name)),
        .. plant.Reasons.Select(reason => reason.Category).Where(category => category.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(category => new Entity(SlotKind.StopCategory, category)),
        .. plant.Defects.Select(defect => new Entity(SlotKind.DefectType, defect.Name)),
    ];
}
