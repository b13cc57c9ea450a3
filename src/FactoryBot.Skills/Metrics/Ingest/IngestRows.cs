using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Takes batches from machines and their systems, at any pace: good rows go in together, bad ones are named, and a batch that is
/// sent again changes nothing. Batches that name nothing new are read and added side by side.</summary>
internal sealed class IngestRows(FactoryDatabase database, PlantCache plants, MasterCache masters, TimeProvider clock, ILogger<IngestRows> logger)
{
    private static readonly IntakeKind<CountInput, CountRow> Counts = new(
        "counts", input => input.Key, IngestReading.Count, row => (row.MachineId, row.Key), CountIntakeStore.AddAsync,
        (scope, _, rows, added, cancellationToken) => CountIntakeStore.CorrectAsync(scope, rows, added, cancellationToken));

    private static readonly IntakeKind<StopInput, StopRow> Stops = new(
        "stops", input => input.Key, IngestReading.Stop, row => (0, row.Key), (_, _, _) => Task.FromResult(0), WriteStopsAsync);

    public Task<IngestAnswer> CountsAsync(Guid tenantId, IReadOnlyList<CountInput> inputs, CancellationToken cancellationToken) =>
        RunAsync(tenantId, Counts, inputs, cancellationToken);

    public Task<IngestAnswer> StopsAsync(Guid tenantId, IReadOnlyList<StopInput> inputs, CancellationToken cancellationToken) =>
        RunAsync(tenantId, Stops, inputs, cancellationToken);

    private static async Task<IntakeCounts> WriteStopsAsync(
        TenantScope scope, MasterData master, IReadOnlyList<StopRow> rows, int added, CancellationToken cancellationToken)
    {
        var (counts, touched) = await StopIntakeStore.WriteAsync(scope, rows, cancellationToken);
        await KeepProduction.FromStopsAsync(scope, master, touched, cancellationToken);
        return counts;
    }

    private async Task<IngestAnswer> RunAsync<TInput, TRow>(
        Guid tenantId, IntakeKind<TInput, TRow> kind, IReadOnlyList<TInput> inputs, CancellationToken cancellationToken)
        where TRow : class
    {
        var started = clock.GetTimestamp();
        var answer = await BesideAsync(tenantId, kind, inputs, cancellationToken) ?? await AloneAsync(tenantId, kind, inputs, cancellationToken);
        if (answer.DataVersion is { } version)
        {
            plants.Forget(tenantId);
            logger.RowsIngested(tenantId, kind.What, answer.New, answer.Changed, answer.Unchanged, answer.Refused.Count, version, clock.GetElapsedTime(started).TotalMilliseconds);
        }

        return answer;
    }

    /// <returns>Null: the rows name something that is not known, or what was known of names is no longer true.</returns>
    private async Task<IngestAnswer?> BesideAsync<TInput, TRow>(
        Guid tenantId, IntakeKind<TInput, TRow> kind, IReadOnlyList<TInput> inputs, CancellationToken cancellationToken)
        where TRow : class
    {
        if (masters.Lend(tenantId) is not { } lent)
            return null;
        var (rows, refused) = kind.ReadAll(inputs, lent.Master, clock.GetUtcNow());
        if (lent.Master.HasChanged || rows.Count == 0)
            return null;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await MasterStore.LockBesideAsync(scope, cancellationToken);
        if (await LoadStore.NamesVersionAsync(scope, cancellationToken) != lent.Version)
            return null;
        await MasterRowsStore.DaysAsync(scope, lent.Master.Days, cancellationToken);
        var added = await kind.AddAsync(scope, rows, cancellationToken);
        await MasterStore.LockRestAsync(scope, cancellationToken);
        return await EndAsync(scope, kind, lent, rows, refused, added, cancellationToken);
    }

    private async Task<IngestAnswer> AloneAsync<TInput, TRow>(
        Guid tenantId, IntakeKind<TInput, TRow> kind, IReadOnlyList<TInput> inputs, CancellationToken cancellationToken)
        where TRow : class
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await MasterStore.LockAsync(scope, cancellationToken);
        var lent = await MasterCache.ReadAsync(scope, cancellationToken);
        var (rows, refused) = kind.ReadAll(inputs, lent.Master, clock.GetUtcNow());
        if (rows.Count == 0)
            return new(0, 0, 0, refused, null);
        await MasterStore.WriteAsync(scope, lent.Master, cancellationToken);
        return await EndAsync(scope, kind, lent, rows, refused, await kind.AddAsync(scope, rows, cancellationToken), cancellationToken);
    }

    private async Task<IngestAnswer> EndAsync<TInput, TRow>(
        TenantScope scope, IntakeKind<TInput, TRow> kind, LentNames lent, IReadOnlyList<TRow> rows, IReadOnlyList<RefusedRow> refused, int added,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var counts = await kind.EndAsync(scope, lent.Master, rows, added, cancellationToken);
        if (!counts.ChangesAnything)
        {
            masters.GiveBack(scope.TenantId, lent);
            return new(0, 0, counts.Unchanged, refused, null);
        }

        var version = await LoadStore.BookAsync(
            scope, $"Streamed {kind.What}", counts.New + counts.Changed, clock.GetUtcNow(), cancellationToken, names: lent.Master.HasChanged);
        await scope.CommitAsync(cancellationToken);
        masters.GiveBack(scope.TenantId, lent);
        return new(counts.New, counts.Changed, counts.Unchanged, refused, version);
    }
}
