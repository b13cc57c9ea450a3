using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Output;

internal sealed class OutputStore(FactoryDatabase database)
{
    /// <summary>The pieces of each machine, shift and product, in one pass over the rows, and the parts named in quality issues.</summary>
    /// <param name="machineIds">Null: all machines.</param>
    /// <param name="shiftIds">Null: all shifts.</param>
    public async Task<OutputSplits> ReadAsync(
        Guid tenantId, DateOnly from, DateOnly to, int[]? machineIds, int[]? shiftIds, CancellationToken cancellationToken)
    {
        const string pieces = """
            select grouping(f.machine_id, f.shift_id, p.name), f.machine_id, f.shift_id, p.name,
                   sum(f.total_count), sum(f.good_count), sum(f.scrap_count)
            from plant.fact_production f
            left join plant.work_order w on w.work_order_id = f.work_order_id
            left join plant.dim_product p on p.product_id = w.product_id
            where f.day between $1 and $2
              and ($3::int[] is null or f.machine_id = any ($3))
              and ($4::int[] is null or f.shift_id = any ($4))
            group by grouping sets ((f.machine_id), (f.shift_id), (p.name))
            """;
        const string defects = """
            select d.name, sum(i.parts_affected), count(*)
            from plant.fact_quality_issue i
            join plant.dim_defect_type d on d.defect_type_id = i.defect_type_id
            where i.day between $1 and $2
              and ($3::int[] is null or i.machine_id = any ($3))
              and ($4::int[] is null or i.shift_id = any ($4))
            group by d.name
            order by 2 desc, 1
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var sql in new[] { pieces, defects })
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = from });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = to });
            command.Parameters.Add(new() { Value = (object?)machineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
            command.Parameters.Add(new() { Value = (object?)shiftIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
            batch.BatchCommands.Add(command);
        }

        var splits = new OutputSplits([], [], [], []);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var sums = new Pieces(reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6));

            // The bits tell which columns are not part of the group.
            switch (reader.GetInt32(0))
            {
                case 0b011:
                    splits.Machines.Add((reader.GetInt32(1), sums));
                    break;
                case 0b101:
                    splits.Shifts.Add((reader.GetInt32(2), sums));
                    break;
                default:
                    splits.Products.Add((await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3), sums));
                    break;
            }
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            splits.Defects.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return splits;
    }
}

/// <param name="Products">By name; null for what was made without a work order.</param>
internal sealed record OutputSplits(
    List<(int Id, Pieces Pieces)> Machines, List<(int Id, Pieces Pieces)> Shifts, List<(string? Name, Pieces Pieces)> Products, List<Defect> Defects);

/// <param name="Parts">Parts affected in all issues of the type.</param>
internal sealed record Defect(string Name, long Parts, long Issues);
