using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Import;

internal static class RunStore
{
    /// <summary>Orders and batches that production is known of, by key and by the number of the order.</summary>
    public static async Task<Dictionary<string, KnownRun>> ReadAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        const string sql = """
            select r.key, o.number, r.machine_id, r.started_at, r.ended_at
            from plant.production_run r
            join plant.fact_production f on f.day = r.day and f.machine_id = r.machine_id and f.shift_id = r.shift_id and f.run_no = r.run_no
            left join plant.work_order o on o.work_order_id = f.work_order_id
            where r.started_at is not null and r.ended_at is not null
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var runs = new Dictionary<string, KnownRun>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadAsync(cancellationToken))
        {
            var run = new KnownRun(reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4));
            runs.TryAdd(reader.GetString(0), run);
            if (!await reader.IsDBNullAsync(1, cancellationToken))
                runs.TryAdd(reader.GetString(1), run);
        }

        return runs;
    }
}
