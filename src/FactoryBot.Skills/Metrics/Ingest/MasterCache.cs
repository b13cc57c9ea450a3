using System.Collections.Concurrent;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>The names of each tenant between two batches, as long as nobody makes other ones. They are lent to one batch at a time, a copy to
/// each of several, and come back only from one that made none: whatever was tried and taken back is never seen by the next.</summary>
internal sealed class MasterCache
{
    // More batches than processors do not read their rows at the same time.
    private static readonly int Most = Environment.ProcessorCount;

    private readonly ConcurrentDictionary<Guid, ConcurrentBag<LentNames>> kept = new();

    /// <summary>Names as they were; whether they still are is known once loads are locked, by their version. Null: none are kept.</summary>
    public LentNames? Lend(Guid tenantId) => kept.TryGetValue(tenantId, out var names) && names.TryTake(out var lent) ? lent : null;

    /// <summary>After the lock of loads: nobody else changes names until the unit of work ends.</summary>
    public static async Task<LentNames> ReadAsync(TenantScope scope, CancellationToken cancellationToken) =>
        new(await LoadStore.NamesVersionAsync(scope, cancellationToken), await MasterStore.ReadAsync(scope, cancellationToken));

    public void GiveBack(Guid tenantId, LentNames lent)
    {
        var names = kept.GetOrAdd(tenantId, static _ => []);
        if (lent.Master.HasChanged || names.Count >= Most)
            return;
        lent.Master.Days.Clear();
        names.Add(lent);
    }
}

/// <param name="Version">The data version of the last load that made or changed names.</param>
internal sealed record LentNames(long Version, MasterData Master);
