using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Cells;

/// <summary>Sums by machine, and by shift and product, of lines, sites or all: from the roll-ups of whole quarters and months, and of the days beside them.</summary>
internal sealed class MarginStore(FactoryDatabase database, CellStore cells)
{
    private const string Sums = """
        sum(planned_seconds)::bigint, sum(run_seconds)::bigint, sum(ideal_seconds), sum(ideal_good_seconds),
        sum(total_count)::bigint, sum(good_count)::bigint, sum(scrap_count)::bigint, sum(row_count)::bigint, sum(scheduled_seconds)::bigint,
        (select max(version) from plant.load)
        """;

    private const string Kept = "r.planned_seconds, r.run_seconds, r.ideal_seconds, r.ideal_good_seconds, r.total_count, r.good_count, r.scrap_count, r.row_count, r.scheduled_seconds";

    // Of days no sums of a machine are kept.
    private const string MachineDays = """
        select f.machine_id, f.planned_seconds, f.run_seconds, f.ideal_cycle_seconds * f.total_count, f.ideal_cycle_seconds * f.good_count, f.total_count, f.good_count,
            f.scrap_count, 1, f.scheduled_seconds
        from plant.fact_production f
        where ($1::int[] is null or f.machine_id = any ($1)) and f.day
        """;

    private static readonly Dictionary<Grain, int> MachineCubes = new() { [Grain.Month] = 6, [Grain.Quarter] = 8 };

    private static readonly Dictionary<Grain, int> LineCubes = new() { [Grain.Day] = 1, [Grain.Month] = 5, [Grain.Quarter] = 7 };

    public async Task<Margins> ReadAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        // Of some machines, shifts or products the sums are few.
        if (filter is { ShiftIds: not null } or { ProductId: not null } or { MachineIds: not null, LineId: null, SiteId: null })
        {
            var read = await cells.ReadAsync(tenantId, filter, cancellationToken);
            return new(read.Cells, read.Cells, read.Version);
        }

        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var runs = BucketRun.Of(filter);
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                Command(Machines(runs), runs, new NpgsqlParameter { Value = (object?)filter.MachineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer }),
                Command(Others(runs), runs, Place(filter.LineId), Place(filter.SiteId)),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var machines = await CellStore.ReadAllAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var others = await CellStore.ReadAllAsync(reader, cancellationToken);
        return new(machines.Cells, others.Cells, machines.Version);
    }

    private static string Machines(IReadOnlyList<BucketRun> runs)
    {
        var parts = runs.Select((run, i) => run.Grain == Grain.Day ? $"{MachineDays} {Span(i, places: 1)}" : $"""
            select m.machine_id, {Kept}
            from plant.dim_machine m
            join plant.roll_production r on r.cube = {MachineCubes[run.Grain]} and r.scope_id = m.machine_id and r.bucket {Span(i, places: 1)}
            where ($1::int[] is null or m.machine_id = any ($1))
            """);
        return $"""
            select machine_id, 0, null::integer, {Sums}
            from ({All(parts)}) s (machine_id, planned_seconds, run_seconds, ideal_seconds, ideal_good_seconds, total_count, good_count, scrap_count, row_count, scheduled_seconds)
            group by 1
            having sum(row_count) > 0
            order by 1
            """;
    }

    private static string Others(IReadOnlyList<BucketRun> runs)
    {
        var parts = runs.Select((run, i) => $"""
            select r.shift_id, r.product_id, {Kept}
            from plant.dim_line l
            join plant.roll_production r on r.cube = {LineCubes[run.Grain]} and r.scope_id = l.line_id and r.bucket {Span(i, places: 2)}
            where ($1::int is null or l.line_id = $1) and ($2::int is null or l.site_id = $2)
            """);
        return $"""
            select 0, shift_id, nullif(product_id, 0), {Sums}
            from ({All(parts)}) s
            group by shift_id, product_id
            having sum(row_count) > 0
            order by 2, 3
            """;
    }

    /// <summary>Each run by itself: of two in one condition the index is of no use.</summary>
    private static string All(IEnumerable<string> parts) => string.Join("\nunion all\n", parts);

    /// <param name="places">How many parameters say the place, before those of the runs.</param>
    private static string Span(int run, int places) => $"between ${places + (2 * run) + 1} and ${places + (2 * run) + 2}::date - 1";

    private static NpgsqlBatchCommand Command(string sql, IReadOnlyList<BucketRun> runs, params NpgsqlParameter[] places)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var place in places)
            command.Parameters.Add(place);
        foreach (var run in runs)
        {
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = run.From });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = run.Before });
        }

        return command;
    }

    private static NpgsqlParameter Place(int? id) => new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };
}
