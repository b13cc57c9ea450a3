using FactoryBot.Skills.Metrics.Downtime.Sheets;

namespace FactoryBot.Skills.Metrics.RollUps;

/// <summary>What a rebuild did.</summary>
/// <param name="Machines">Machines whose stops were summed again.</param>
internal sealed record RollUpsRebuilt(DateOnly? First, DateOnly? Last, int Machines, TimeSpan Took);

/// <summary>Makes every roll-up of a tenant anew from its facts. Questions and loads go on meanwhile, and stay right.</summary>
internal sealed class RebuildRollUps(RollUpStore store, RefreshStopSheets sheets, TimeProvider clock)
{
    public async Task<RollUpsRebuilt> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var days = await store.DaysAsync(tenantId, cancellationToken);
        await store.TidyPartitionsAsync(tenantId, cancellationToken);
        await store.RebuildAsync(tenantId, cancellationToken);
        var machines = await sheets.RunAsync(tenantId, cancellationToken);
        return new(days?.First, days?.Last, machines, clock.GetElapsedTime(started));
    }
}
