using System.Collections.Concurrent;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics;

/// <summary>Keeps each tenant's <see cref="PlantData"/> in memory until a load is announced. What has grown old is kept only
/// if the database still has the same data version.</summary>
internal sealed class PlantCache(PlantStore store, IOptions<MetricsOptions> options, TimeProvider clock)
{
    private const int Tenants = 2_000;
    private const int MostSettled = 3;
    private readonly ConcurrentDictionary<Guid, Entry> entries = new();
    private long generation;

    public async ValueTask<PlantData> GetAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        if (entries.TryGetValue(tenantId, out var entry) && IsFresh(entry))
            return entry.Data;

        // What a load made old while it was being read must not be kept as new.
        var before = Interlocked.Read(ref generation);
        var readAt = clock.GetTimestamp();
        var data = entry is not null && await store.VersionAsync(tenantId, cancellationToken) == entry.Data.Version
            ? entry.Data
            : await ReadAsync(tenantId, cancellationToken);
        if (!data.IsUnsettled && Interlocked.Read(ref generation) == before)
        {
            if (entries.Count >= Tenants)
                DropOld();
            entries[tenantId] = new(data, readAt);
        }

        return data;
    }

    // Counts that have come in are worked off before anybody reads what follows from them. Under a stream without a pause the last ones wait for
    // the next question.
    private async Task<PlantData> ReadAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var data = await store.ReadAsync(tenantId, cancellationToken);
        for (var i = 0; data.IsUnsettled && i < MostSettled; i++)
        {
            await SettleCounts.RunAsync(store.Database, tenantId, cancellationToken);
            data = await store.ReadAsync(tenantId, cancellationToken);
        }

        return data;
    }

    public void Forget(Guid tenantId)
    {
        Interlocked.Increment(ref generation);
        entries.TryRemove(tenantId, out _);
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref generation);
        entries.Clear();
    }

    private bool IsFresh(Entry entry) => clock.GetElapsedTime(entry.ReadAt).TotalSeconds < options.Value.PlantMaxAgeSeconds;

    private void DropOld()
    {
        foreach (var (tenantId, entry) in entries)
        {
            if (!IsFresh(entry))
                entries.TryRemove(tenantId, out _);
        }

        if (entries.Count >= Tenants)
            entries.Clear();
    }

    private sealed record Entry(PlantData Data, long ReadAt);
}
