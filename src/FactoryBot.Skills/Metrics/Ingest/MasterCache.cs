using System.Collections.Concurrent;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>The names of each tenant between two batches, as long as nobody loads anything else. They are lent to one batch at a time and come
/// back only from one that made none: whatever was tried and taken back is never seen by the next.</summary>
internal sealed class MasterCache
{
    private readonly ConcurrentDictionary<Guid, (long Version, MasterData Master)> kept = new();

    /// <summary>After the lock of loads: nobody else changes names until the unit of work ends.</summary>
    public async Task<MasterData> TakeAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var version = await LoadStore.VersionAsync(scope, cancellationToken);
        return kept.TryRemove(scope.TenantId, out var last) && last.Version == version
            ? last.Master
            : await MasterStore.ReadAsync(scope, cancellationToken);
    }

    public void GiveBack(Guid tenantId, MasterData master, long version)
    {
        if (master.HasChanged)
            return;
        master.Days.Clear();
        kept[tenantId] = (version, master);
    }
}
