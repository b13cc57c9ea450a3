using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Cells;

/// <summary>Sums by machine, and by shift and product, of lines, sites or all: from the roll-ups of whole months, and of the days beside them.</summary>
internal sealed class MarginStore(FactoryDatabase database, CellStore cells)
{
    private const string Sums = """
        sum(planned_seconds)::bigint, sum(run_seconds)::bigint, sum(ideal_seconds), sum(ideal_good_seconds),
        sum(total_count)::bigint, sum(good_count)::bigint, sum(scrap_count)::bigint, sum(row_count)::bigint, sum(scheduled_seconds)::bigint,
        (select max(version) from plant.load)
        """;

    private const string Kept = "r.planned_seconds, r.run_seconds, r.ideal_seconds, r.ideal_good_seconds, r.total_count, r.good_count, r.scrap_count, r.row_count, r.scheduled_seconds";

    private const string Facts = """
        f.planned_seconds, f.run_seconds, f.ideal_cycle_seconds * f.total_count, f.ideal_cycle_seconds * f.good_count, f.total_count, f.good_count, f.scrap_count,
        1, f.scheduled_seconds
        """;

    private const string MachineMonths = $"""
        select m.machine_id, {Kept}
        from plant.dim_machine m
        join plant.roll_production r on r.cube = 6 and r.scope_id = m.machine_id and r.bucket >= $4 and r.bucket < $5
        where ($3::int[] is null or m.machine_id = any ($3))
        """;

    // Days before and days after the whole months apart: of two runs in one condition the index is of no use.
    private const string MachineDays = $"""
        select f.machine_id, {Facts} from plant.fact_production f
        where f.day between $1 and least($2, $4 - 1) and ($3::int[] is null or f.machine_id = any ($3))
        union all
        select f.machine_id, {Facts} from plant.fact_production f
        where f.day between greatest($1, $5) and $2 and ($3::int[] is null or f.machine_id = any ($3))
        """;

    private const string OtherMonths = $"""
        select r.shift_id, r.product_id, {Kept}
        from plant.dim_line l
        join plant.roll_production r on r.cube = 5 and r.scope_id = l.line_id and r.bucket >= $4 and r.bucket < $5
        where ($6::int is null or l.line_id = $6) and ($7::int is null or l.site_id = $7) and ($3::int[] is null or true) and $1::date <= $2::date
        """;

    private const string OtherDays = $"""
        select r.shift_id, r.product_id, {Kept}
        from plant.dim_line l
        join plant.roll_production r on r.cube = 1 and r.scope_id = l.line_id and r.bucket between $1 and least($2, $4 - 1)
        where ($6::int is null or l.line_id = $6) and ($7::int is null or l.site_id = $7)
        union all
        select r.shift_id, r.product_id, {Kept}
        from plant.dim_line l
        join plant.roll_production r on r.cube = 1 and r.scope_id = l.line_id and r.bucket between greatest($1, $5) and $2
        where ($6::int is null or l.line_id = $6) and ($7::int is null or l.site_id = $7)
        """;

    private static string Machines(bool days) => $"""
        select machine_id, 0, null::integer, {Sums}
        from ({MachineMonths} {(days ? "union all " + MachineDays : "")}) s
        where $1::date <= $2::date
        group by 1
        having sum(row_count) > 0
        order by 1
        """;

    private static string Others(bool days) => $"""
        select 0, shift_id, nullif(product_id, 0), {Sums}
        from ({OtherMonths} {(days ? "union all " + OtherDays : "")}) s
        group by shift_id, product_id
        having sum(row_count) > 0
        order by 2, 3
        """;

    public async Task<Margins> ReadAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        // Of some machines, shifts or products the sums are few.
        if (filter is { ShiftIds: not null } or { ProductId: not null } or { MachineIds: not null, LineId: null, SiteId: null })
        {
            var read = await cells.ReadAsync(tenantId, filter, cancellationToken);
            return new(read.Cells, read.Cells, read.Version);
        }

        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection);
        var (firstMonth, afterMonths) = filter.WholeMonths;
        var days = firstMonth > filter.From || afterMonths <= filter.To || firstMonth >= afterMonths;
        foreach (var sql in new[] { Machines(days), Others(days) })
            batch.BatchCommands.Add(Command(sql, filter));
        foreach (var place in new[] { filter.LineId, filter.SiteId })
            batch.BatchCommands[1].Parameters.Add(new() { Value = (object?)place ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var machines = await CellStore.ReadAllAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var others = await CellStore.ReadAllAsync(reader, cancellationToken);
        return new(machines.Cells, others.Cells, machines.Version);
    }

    private static NpgsqlBatchCommand Command(string sql, FactFilter filter)
    {
        var (firstMonth, afterMonths) = filter.WholeMonths;
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = filter.From });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = filter.To });
        command.Parameters.Add(new() { Value = (object?)filter.MachineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = firstMonth });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = afterMonths });
        return command;
    }
}
