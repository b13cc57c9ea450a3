using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Plan;

internal sealed class OrderStore(FactoryDatabase database)
{
    /// <summary>The orders of this number, however its case and dashes were typed; of digits alone also those that end in them. Three at most.</summary>
    public async Task<IReadOnlyList<FoundOrder>> FindAsync(Guid tenantId, string typed, CancellationToken cancellationToken)
    {
        const string sql = """
            select w.work_order_id, w.number, w.line_id, w.starts_on, w.due_on, w.quantity, f.first_day, f.last_day
            from (
                select * from plant.work_order
                where regexp_replace(lower(number), '[^[:alnum:]]', '', 'g') = regexp_replace(lower($1), '[^[:alnum:]]', '', 'g')
                   or ($1 ~ '^[0-9]+$' and number ~ ('(^|[^0-9])0*' || $1 || '$'))
                order by work_order_id desc
                limit 3) w
            left join lateral (
                select min(day) as first_day, max(day) as last_day from plant.fact_production p where p.work_order_id = w.work_order_id) f on true
            order by w.number
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = typed.Trim() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var orders = new List<FoundOrder>();
        while (await reader.ReadAsync(cancellationToken))
            orders.Add(new(
                reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), reader.GetInt32(5), Day(reader, 6), Day(reader, 7)));
        return orders;
    }

    /// <summary>The numbers of the latest orders.</summary>
    public async Task<IReadOnlyList<string>> LatestAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select number from plant.work_order order by work_order_id desc limit 200", scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            numbers.Add(reader.GetString(0));
        return numbers;
    }

    private static DateOnly? Day(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
