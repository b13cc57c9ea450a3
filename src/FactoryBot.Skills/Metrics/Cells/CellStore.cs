using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Cells;

internal sealed class CellStore(FactoryDatabase database)
{
    /// <summary>The sums of each machine, shift and product that has rows, over all days together.</summary>
    public async Task<CellsRead> ReadAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        const string sql = """
            select f.machine_id, f.shift_id, w.product_id,
                   sum(f.planned_seconds), sum(f.run_seconds),
                   sum(f.ideal_cycle_seconds * f.total_count), sum(f.ideal_cycle_seconds * f.good_count),
                   sum(f.total_count), sum(f.good_count), sum(f.scrap_count), count(*), sum(f.scheduled_seconds),
                   (select max(version) from plant.load)
            from plant.fact_production f
            left join plant.work_order w on w.work_order_id = f.work_order_id
            where f.day between $1 and $2
              and ($3::int[] is null or f.machine_id = any ($3))
              and ($4::int[] is null or f.shift_id = any ($4))
              and ($5::int is null or w.product_id = $5)
            group by 1, 2, 3
            order by 1, 2, 3
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        filter.AddTo(command.Parameters);

        var cells = new List<Cell>();
        long? version = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
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
