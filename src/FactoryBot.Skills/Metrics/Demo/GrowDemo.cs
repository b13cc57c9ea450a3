using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Metrics.RollUps;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Adds the days that have passed to demo plants, so that "yesterday" has figures however long ago one was loaded. What was seen once
/// never changes, and a tenant with data of its own is left alone.</summary>
[DisallowConcurrentExecution]
internal sealed class GrowDemo(FactoryDatabase database, PlantCache cache, IOptions<MetricsOptions> options, TimeProvider clock, ILogger<GrowDemo> logger) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var tenantId in options.Value.DemoGrows ? await new RollUpStore(database).TenantsAsync(cancellationToken) : [])
            await RunAsync(tenantId, cancellationToken);
    }

    /// <returns>How many days were added.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var until = LoadDemo.Yesterday(clock);
        if (!options.Value.DemoGrows || await MissingAsync(tenantId, until, cancellationToken) is not { } missing)
            return 0;
        await new RollUpStore(database).MakePartitionsAsync(tenantId, missing, until, cancellationToken);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await MasterStore.LockAsync(scope, cancellationToken);
        // Another host may have been here meanwhile, or an import.
        if (await DemoMadeStore.ReadAsync(scope, cancellationToken) is not var (made, last) || last >= until)
            return 0;
        var store = new DemoStore(scope);
        var rows = GenerateDemo.Grow(made, last, until);
        var lastOrder = await DemoMadeStore.LastOrderAsync(scope, cancellationToken);
        var days = until.DayNumber - last.DayNumber;
        await DemoTables.CopyDaysAsync(store, Enumerable.Range(1, days).Select(last.AddDays), cancellationToken);
        await DemoTables.CopyOrdersAsync(store, rows.WorkOrders.Where(order => order.WorkOrderId > lastOrder), cancellationToken);
        await DemoTables.CopyShiftsAsync(store, rows, cancellationToken);
        await DemoMadeStore.KeepAsync(scope, made, until, cancellationToken);
        await DemoMadeStore.FinishOrdersAsync(scope, cancellationToken);
        var version = await LoadStore.BookAsync(
            scope, $"{DemoPlant.LoadName}, {until.DayNumber - made.First.DayNumber + 1} days", rows.Count - rows.WorkOrders.Count, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        cache.Forget(tenantId);
        logger.DemoGrew(days, tenantId, until, version);
        return days;
    }

    // The first day that is missing; null where none is.
    private async Task<DateOnly?> MissingAsync(Guid tenantId, DateOnly until, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await DemoMadeStore.ReadAsync(scope, cancellationToken) is var (_, last) && last < until ? last.AddDays(1) : null;
    }
}
