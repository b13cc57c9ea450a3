using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Writes the names that come in numbers: work orders and days.</summary>
internal static class MasterRowsStore
{
    public static async Task WriteAsync(TenantScope scope, MasterData master, CancellationToken cancellationToken)
    {
        await DaysAsync(scope, master.Days, cancellationToken);
        var orders = master.Orders.Added.Concat(master.Orders.Changed).ToList();
        if (orders.Count == 0)
            return;
        const string sql = """
            insert into plant.dim_job_status (tenant_id, job_status_id, name) values (tenancy.current_tenant(), 1, 'Completed') on conflict do nothing;
            insert into plant.work_order (tenant_id, work_order_id, number, line_id, product_id, job_status_id, starts_on, due_on, quantity)
            select tenancy.current_tenant(), work_order_id, number, line_id, product_id,
                (select min(job_status_id) from plant.dim_job_status), starts_on, due_on, quantity
            from in_order
            on conflict (tenant_id, work_order_id) do update
                set starts_on = excluded.starts_on, due_on = excluded.due_on, quantity = excluded.quantity, product_id = excluded.product_id;
            drop table in_order
            """;
        await BulkStore.CopyAsync(
            scope, "in_order",
            [
                new("work_order_id", "integer", NpgsqlDbType.Integer), new("number", "text", NpgsqlDbType.Text), new("line_id", "integer", NpgsqlDbType.Integer),
                new("product_id", "integer", NpgsqlDbType.Integer), new("starts_on", "date", NpgsqlDbType.Date), new("due_on", "date", NpgsqlDbType.Date),
                new("quantity", "integer", NpgsqlDbType.Integer),
            ],
            orders, o => [o.Id, o.Number, o.LineId, o.ProductId, o.StartsOn, o.DueOn, o.Quantity], cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes days known. In their order: two batches may do it at the same time.</summary>
    public static async Task DaysAsync(TenantScope scope, IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into plant.dim_date (tenant_id, day, iso_year, iso_week, year, quarter, month, iso_weekday)
            select tenancy.current_tenant(), d, extract(isoyear from d), extract(week from d), extract(year from d), extract(quarter from d),
                extract(month from d), extract(isodow from d)
            from unnest($1::date[]) d on conflict do nothing
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = days.Order().ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
