using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Writes counts by their keys, and marks the shifts and hours whose figures follow from them.</summary>
/// <remarks>Most rows are new: they go in with one statement, and only where some were known before a second one looks for what differs. What is
/// looked up for a row is looked up laterally, by its index: left to choose, and without statistics of a table that has just begun to grow,
/// PostgreSQL reads all of it for each batch.</remarks>
internal static class CountIntakeStore
{
    private const string Rows = """
        unnest($1::text[], $2::integer[], $3::integer[], $4::date[], $5::timestamptz[], $6::integer[], $7::integer[], $8::integer[], $9::integer[], $10::integer[], $11::numeric[])
            as i (key, machine_id, shift_id, day, counted_at, product_id, work_order_id, total_count, good_count, scrap_count, run_seconds)
        """;

    private const string Add = $"""
        with added as (
            insert into plant.count_event (tenant_id, key, machine_id, shift_id, day, counted_at, product_id, work_order_id, total_count, good_count, scrap_count, run_seconds)
            select (select tenancy.current_tenant()), i.* from {Rows}
            on conflict (tenant_id, machine_id, key) do nothing
            returning day, machine_id, shift_id, counted_at
        ), marked as (
            insert into plant.count_mark (tenant_id, day, machine_id, shift_id, hours)
            select (select tenancy.current_tenant()), day, machine_id, shift_id, array_agg(distinct date_trunc('hour', counted_at)) from added group by 2, 3, 4
        )
        select count(*)::int from added
        """;

    private const string Correct = $"""
        with changed as (
            select i.*, e.day as old_day, e.shift_id as old_shift, e.counted_at as old_at
            from {Rows}
            cross join lateral (select * from plant.count_event e where e.machine_id = i.machine_id and e.key = i.key limit 1) e
            where (e.day, e.shift_id, e.counted_at, e.product_id, e.work_order_id, e.total_count, e.good_count, e.scrap_count, e.run_seconds)
                is distinct from (i.day, i.shift_id, i.counted_at, i.product_id, i.work_order_id, i.total_count, i.good_count, i.scrap_count, i.run_seconds)
        ), updated as (
            update plant.count_event e set day = c.day, shift_id = c.shift_id, counted_at = c.counted_at, product_id = c.product_id, work_order_id = c.work_order_id,
                total_count = c.total_count, good_count = c.good_count, scrap_count = c.scrap_count, run_seconds = c.run_seconds
            from changed c where e.machine_id = c.machine_id and e.key = c.key
        ), marked as (
            insert into plant.count_mark (tenant_id, day, machine_id, shift_id, hours)
            select (select tenancy.current_tenant()), day, machine_id, shift_id, array_agg(distinct date_trunc('hour', counted_at))
            from (select day, machine_id, shift_id, counted_at from changed union all select old_day, machine_id, old_shift, old_at from changed) t group by 2, 3, 4
        )
        select count(*)::int from changed
        """;

    public static async Task<IntakeCounts> WriteAsync(TenantScope scope, IReadOnlyList<CountRow> rows, CancellationToken cancellationToken) =>
        await CorrectAsync(scope, rows, await AddAsync(scope, rows, cancellationToken), cancellationToken);

    /// <summary>Adds what is not known yet. Several writers may do this at the same time: each goes by the keys in the same order, so that of two
    /// which bring the same rows one waits for the other, and never each for the other.</summary>
    /// <returns>How many rows were new.</returns>
    public static async Task<int> AddAsync(TenantScope scope, IReadOnlyList<CountRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return 0;
        CountRow[] sorted = [.. rows];
        Array.Sort(sorted, static (a, b) => a.MachineId != b.MachineId ? a.MachineId.CompareTo(b.MachineId) : string.CompareOrdinal(a.Key, b.Key));
        await using var command = Command(scope, Add, sorted);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Corrects rows that were known and say something else now.</summary>
    /// <param name="added">How many of them <see cref="AddAsync"/> has added: where it is all of them nothing is looked up.</param>
    public static async Task<IntakeCounts> CorrectAsync(TenantScope scope, IReadOnlyList<CountRow> rows, int added, CancellationToken cancellationToken)
    {
        if (added == rows.Count)
            return new(added, 0, 0);
        await using var command = Command(scope, Correct, rows);
        var changed = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        return new(added, changed, rows.Count - added - changed);
    }

    private static NpgsqlCommand Command(TenantScope scope, string sql, IReadOnlyList<CountRow> rows)
    {
        var command = new NpgsqlCommand(sql, scope.Connection);
        Add(r => r.Key);
        Add(r => r.MachineId);
        Add(r => r.ShiftId);
        Add(r => r.Day);
        Add(r => r.At.ToUniversalTime());
        Add(r => r.ProductId);
        Add(r => r.OrderId);
        Add(r => r.Total);
        Add(r => r.Good);
        Add(r => r.Scrap);
        Add(r => r.RunSeconds);
        return command;

        void Add<T>(Func<CountRow, T> value)
        {
            var column = new T[rows.Count];
            for (var i = 0; i < column.Length; i++)
                column[i] = value(rows[i]);
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = column });
        }
    }
}
