using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Cells;

internal sealed class CellStore(FactoryDatabase database)
{
    private const string Months = """
        select m.machine_id, r.shift_id, nullif(r.product_id, 0),
               sum(r.planned_seconds)::bigint, sum(r.run_seconds)::bigint, sum(r.ideal_seconds), sum(r.ideal_good_seconds),
               sum(r.total_count)::bigint, sum(r.good_count)::bigint, sum(r.scrap_count)::bigint, sum(r.row_count)::bigint, sum(r.scheduled_seconds)::bigint,
               (select max(version) from plant.load)
        from plant.dim_machine m
        join plant.roll_production r on r.cube = 4 and r.scope_id = m.machine_id and r.bucket >= $6 and r.bucket < $7
        where ($3::int[] is null or m.machine_id = any ($3))
          and ($4::int[] is null or r.shift_id = any ($4))
          and ($5::int is null or r.product_id = $5)
        group by 1, 2, r.product_id
        having sum(r.row_count) > 0
        order by 1, 2, 3
        """;

    private const string MonthsAndDays = """
        select c.machine_id, c.shift_id, nullif(c.product_id, 0),
               sum(c.planned)::bigint, sum(c.run)::bigint, sum(c.ideal), sum(c.ideal_good),
               sum(c.total)::bigint, sum(c.good)::bigint, sum(c.scrap)::bigint, sum(c.row_count)::bigint, sum(c.scheduled)::bigint,
               (select max(version) from plant.load)
        from (
            select m.machine_id, r.shift_id, r.product_id, r.planned_seconds as planned, r.run_seconds as run, r.ideal_seconds as ideal,
                   r.ideal_good_seconds as ideal_good, r.total_count as total, r.good_count as good, r.scrap_count as scrap,
                   r.row_count, r.scheduled_seconds as scheduled
            from plant.dim_machine m
            join plant.roll_production r on r.cube = 4 and r.scope_id = m.machine_id and r.bucket >= $6 and r.bucket < $7
            where ($3::int[] is null or m.machine_id = any ($3))
            union all
            select f.machine_id, f.shift_id, coalesce(w.product_id, 0), f.planned_seconds, f.run_seconds, f.ideal_cycle_seconds * f.total_count,
                   f.ideal_cycle_seconds * f.good_count, f.total_count, f.good_count, f.scrap_count, 1, f.scheduled_seconds
            from plant.fact_production f
            left join plant.work_order w on w.work_order_id = f.work_order_id
            where (f.day between $1 and least($2, $6 - 1) or f.day between greatest($1, $7) and $2)
              and ($3::int[] is null or f.machine_id = any ($3))
        ) c
        where ($4::int[] is null or c.shift_id = any ($4))
          and ($5::int is null or c.product_id = $5)
        group by 1, 2, c.product_id
        having sum(c.row_count) > 0
        order by 1, 2, 3
        """;

    private const string OfOrder = """
        select f.machine_id, f.shift_id, w.product_id,
               sum(f.planned_seconds)::bigint, sum(f.run_seconds)::bigint, sum(f.ideal_cycle_seconds * f.total_count), sum(f.ideal_cycle_seconds * f.good_count),
               sum(f.total_count)::bigint, sum(f.good_count)::bigint, sum(f.scrap_count)::bigint, count(*), sum(f.scheduled_seconds)::bigint,
               (select max(version) from plant.load)
        from plant.fact_production f
        join plant.work_order w on w.work_order_id = f.work_order_id
        where f.work_order_id = $6
          and f.day between $1 and $2
          and ($3::int[] is null or f.machine_id = any ($3))
          and ($4::int[] is null or f.shift_id = any ($4))
          and ($5::int is null or w.product_id = $5)
        group by 1, 2, 3
        order by 1, 2, 3
        """;

    /// <summary>The sums of each machine, shift and product that has rows, over all days together.</summary>
    public async Task<CellsRead> ReadAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var (firstMonth, afterMonths) = filter.WholeMonths;
        var isWhole = firstMonth == filter.From && afterMonths == filter.To.AddDays(1) && firstMonth < afterMonths;
        await using var command = new NpgsqlCommand(filter.WorkOrderId is not null ? OfOrder : isWhole ? Months : MonthsAndDays, scope.Connection);
        filter.AddTo(command.Parameters);
        if (filter.WorkOrderId is { } order)
        {
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = order });
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = firstMonth });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = afterMonths });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAllAsync(reader, cancellationToken);
    }

    internal static async Task<CellsRead> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var cells = new List<Cell>();
        long? version = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            cells.Add(new(
                reader.GetInt32(0),
                reader.GetInt32(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetInt32(2),
                new(
                    reader.GetInt64(3),
                    reader.GetInt64(4),
                    reader.GetDecimal(5),
                    reader.GetDecimal(6),
                    reader.GetInt64(7),
                    reader.GetInt64(8),
                    reader.GetInt64(9),
                    reader.GetInt64(10),
                    reader.GetInt64(11))));
            version = await reader.IsDBNullAsync(12, cancellationToken) ? null : reader.GetInt64(12);
        }

        return new(cells, version);
    }
}
