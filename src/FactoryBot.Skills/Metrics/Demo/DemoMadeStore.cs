using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>What a tenant's demo plant was made from, and how far it reaches.</summary>
internal static class DemoMadeStore
{
    public static async Task KeepAsync(TenantScope scope, DemoMade made, DateOnly last, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into plant.demo_plant (tenant_id, first_day, days, seed, last_day) values (tenancy.current_tenant(), $1, $2, $3, $4)
            on conflict (tenant_id) do update set first_day = excluded.first_day, days = excluded.days, seed = excluded.seed, last_day = excluded.last_day
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = made.First });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = made.Days });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = made.Seed });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = last });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Null where there is no demo plant, or anything else was ever loaded beside it: what is a plant's own does not grow by itself.</returns>
    public static async Task<(DemoMade Made, DateOnly Last)?> ReadAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        const string sql = """
            select first_day, days, seed, last_day from plant.demo_plant
            where not exists (select from plant.load where not starts_with(what, $1))
              and not exists (select from plant.count_event) and not exists (select from plant.production_run) and not exists (select from plant.stop_key)
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = DemoPlant.LoadName });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2)), reader.GetFieldValue<DateOnly>(3))
            : null;
    }

    /// <summary>Orders that were due before the last day are done.</summary>
    public static async Task FinishOrdersAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        const string sql = "update plant.work_order set job_status_id = $1 where job_status_id = $2 and due_on < (select last_day from plant.demo_plant)";
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = DemoPlant.Completed });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = DemoPlant.Running });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The highest number of a work order that is there; 0 where there is none.</summary>
    public static async Task<int> LastOrderAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(work_order_id), 0) from plant.work_order", scope.Connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task ForgetAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("delete from plant.demo_plant", scope.Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
