using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Derives hourly counts and production from the counts that have come in since the last time. Whoever reads a plant settles it first
/// (<see cref="PlantCache"/>), so no answer is older than its data version; behind the writers it is done for those who read by other ways.</summary>
internal static class SettleCounts
{
    /// <returns>How many shifts of machines were made anew.</returns>
    public static async Task<int> RunAsync(FactoryDatabase database, Guid tenantId, CancellationToken cancellationToken)
    {
        var settled = 0;
        while (true)
        {
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            if (!await CountMarkStore.HasAnyAsync(scope, cancellationToken))
                return settled;
            await MasterStore.LockAsync(scope, cancellationToken);
            settled += await OnceAsync(scope, await MasterStore.ReadAsync(scope, cancellationToken), cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }
    }

    /// <summary>In the transaction of a load that has to leave nothing undone.</summary>
    public static async Task WithinAsync(TenantScope scope, MasterData master, CancellationToken cancellationToken)
    {
        while (await CountMarkStore.HasAnyAsync(scope, cancellationToken))
            await OnceAsync(scope, master, cancellationToken);
    }

    private static async Task<int> OnceAsync(TenantScope scope, MasterData master, CancellationToken cancellationToken)
    {
        var slots = await CountMarkStore.TakeAsync(scope, cancellationToken);
        await KeepProduction.FromCountsAsync(scope, master, slots, cancellationToken);
        return slots.Count;
    }
}
