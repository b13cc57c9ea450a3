using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Metrics.RollUps;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Which demo days a tenant gets.</summary>
internal sealed record DemoRequest
{
    /// <summary>Production days. Default 30, 1 to 1,100.</summary>
    public int Days { get; init; } = 30;

    /// <summary>The last day; null: yesterday in the demo plant.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The same seed, days and end give the same rows. Default 1.</summary>
    public int Seed { get; init; } = 1;
}

internal sealed record DemoLoaded(DateOnly First, DateOnly Last, long Rows, long Version, TimeSpan Took);

/// <summary>Replaces a tenant's plant data by the demo plant, in one transaction.</summary>
internal sealed class LoadDemo(FactoryDatabase database, PlantCache cache, TimeProvider clock, ILogger<LoadDemo> logger)
{
    public const int MaxDays = 1_100;

    /// <param name="progress">Told the share done, 0 to 1.</param>
    public async Task<DemoLoaded> RunAsync(
        Guid tenantId, DemoRequest request, IProgress<double>? progress, CancellationToken cancellationToken) =>
        (await LoadAsync(tenantId, request, onlyIfEmpty: false, progress, cancellationToken))!;

    /// <summary>For the first start: loads the default demo unless the tenant has plant data already.</summary>
    /// <returns>Null when it had.</returns>
    public async Task<DemoLoaded?> IfEmptyAsync(Guid tenantId, IProgress<double>? progress, CancellationToken cancellationToken) =>
        // Looked at before anything is made ready: at each start but the first there is nothing to do.
        await HasDataAsync(tenantId, cancellationToken) ? null : await LoadAsync(tenantId, new(), onlyIfEmpty: true, progress, cancellationToken);

    private async Task<bool> HasDataAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await new DemoStore(scope).HasDataAsync(cancellationToken);
    }

    private async Task<DemoLoaded?> LoadAsync(
        Guid tenantId, DemoRequest request, bool onlyIfEmpty, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Days, MaxDays);
        var started = clock.GetTimestamp();
        var end = request.End ?? Yesterday(clock);
        var first = end.AddDays(1 - request.Days);
        await new RollUpStore(database).MakePartitionsAsync(tenantId, first, end, cancellationToken);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var store = new DemoStore(scope);
        await MasterStore.LockAsync(scope, cancellationToken);
        if (onlyIfEmpty && await store.HasDataAsync(cancellationToken))
            return null;

        var rows = GenerateDemo.Run(end, request.Days, request.Seed, progress is null ? null : new Part(progress, 0, 0.3));
        await store.ClearAsync(cancellationToken);
        progress?.Report(0.4);
        await DemoTables.CopyPlantAsync(store, Enumerable.Range(0, request.Days).Select(first.AddDays), cancellationToken);
        progress?.Report(0.5);
        await DemoTables.CopyFactsAsync(store, rows, cancellationToken);
        await DemoMadeStore.KeepAsync(scope, new(first, request.Days, request.Seed), end, cancellationToken);
        progress?.Report(0.9);
        var version = await LoadStore.BookAsync(scope, $"{DemoPlant.LoadName}, {request.Days} days", rows.Count, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        cache.Forget(tenantId);
        progress?.Report(1);

        var took = clock.GetElapsedTime(started);
        logger.DemoLoaded(rows.Count, request.Days, tenantId, version, took.TotalMilliseconds);
        return new(first, end, rows.Count, version, took);
    }

    /// <summary>Yesterday on the clock of the demo plant.</summary>
    public static DateOnly Yesterday(TimeProvider clock)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlant.TimeZone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime).AddDays(-1);
    }

    private sealed class Part(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (to - from) * value);
    }
}
