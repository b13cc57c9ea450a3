using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Takes batches from machines and their systems, at any pace: good rows go in together, bad ones are named, and a batch that is
/// sent again changes nothing.</summary>
internal sealed class IngestRows(FactoryDatabase database, PlantCache plants, MasterCache masters, TimeProvider clock, ILogger<IngestRows> logger)
{
    public Task<IngestAnswer> CountsAsync(Guid tenantId, IReadOnlyList<CountInput> inputs, CancellationToken cancellationToken) =>
        RunAsync(
            tenantId, "counts", inputs, input => input.Key, IngestReading.Count, row => (row.MachineId, row.Key),
            (scope, _, rows) => CountIntakeStore.WriteAsync(scope, rows, cancellationToken),
            cancellationToken);

    public Task<IngestAnswer> StopsAsync(Guid tenantId, IReadOnlyList<StopInput> inputs, CancellationToken cancellationToken) =>
        RunAsync(
            tenantId, "stops", inputs, input => input.Key, IngestReading.Stop, row => (0, row.Key),
            async (scope, master, rows) =>
            {
                var (counts, touched) = await StopIntakeStore.WriteAsync(scope, rows, cancellationToken);
                await KeepProduction.FromStopsAsync(scope, master, touched, cancellationToken);
                return counts;
            },
            cancellationToken);

    private async Task<IngestAnswer> RunAsync<TInput, TRow>(
        Guid tenantId,
        string what,
        IReadOnlyList<TInput> inputs,
        Func<TInput, string> keyOf,
        Func<TInput, int, MasterData, DateTimeOffset, (TRow? Row, string? Problem)> read,
        Func<TRow, (int, string)> same,
        Func<TenantScope, MasterData, IReadOnlyList<TRow>, Task<IntakeCounts>> write,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var started = clock.GetTimestamp();
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await MasterStore.LockAsync(scope, cancellationToken);
        var master = await masters.TakeAsync(scope, cancellationToken);
        var (rows, refused) = (new Dictionary<(int, string), TRow>(), new List<RefusedRow>());
        var now = clock.GetUtcNow();
        for (var i = 0; i < inputs.Count; i++)
        {
            var (row, problem) = read(inputs[i], i, master, now);
            // Of two rows with one key the later one says what is true now.
            if (row is null)
                refused.Add(new(i, keyOf(inputs[i]), problem!));
            else
                rows[same(row)] = row;
        }

        if (rows.Count == 0)
            return new(0, 0, 0, refused, null);
        await MasterStore.WriteAsync(scope, master, cancellationToken);
        var counts = await write(scope, master, [.. rows.Values]);
        if (!counts.ChangesAnything)
            return new(0, 0, counts.Unchanged, refused, null);
        var version = await LoadStore.BookAsync(scope, $"Streamed {what}", counts.New + counts.Changed, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        masters.GiveBack(tenantId, master, version);
        plants.Forget(tenantId);
        logger.RowsIngested(tenantId, what, counts.New, counts.Changed, counts.Unchanged, refused.Count, version, clock.GetElapsedTime(started).TotalMilliseconds);
        return new(counts.New, counts.Changed, counts.Unchanged, refused, version);
    }
}
