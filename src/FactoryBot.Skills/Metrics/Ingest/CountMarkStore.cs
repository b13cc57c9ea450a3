using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Which shifts and hours are still to be derived from their counts.</summary>
internal static class CountMarkStore
{
    // So many marks are worked off together: as many as a batch leaves, and no more than a transaction should hold.
    private const int Most = 20_000;

    private static readonly string Take = $"""
        create temporary table touched_hour (day date, machine_id integer, shift_id integer, hour_at timestamptz) on commit drop;

        with taken as (
            delete from plant.count_mark where mark in (select mark from plant.count_mark order by mark limit {Most}) returning day, machine_id, shift_id, hours)
        insert into touched_hour
        select distinct t.day, t.machine_id, t.shift_id, h.hour_at from taken t left join lateral unnest(t.hours) as h (hour_at) on true;

        analyze touched_hour;

        delete from plant.fact_unit_count f using touched_hour t
        where f.day = t.day and f.machine_id = t.machine_id and f.shift_id = t.shift_id and f.hour_at = t.hour_at;

        insert into plant.fact_unit_count (tenant_id, day, machine_id, shift_id, hour_at, total_count, good_count, scrap_count)
        select tenancy.current_tenant(), t.day, t.machine_id, t.shift_id, h.hour_at, h.total, h.good, h.scrap
        from (select day, machine_id, shift_id, array_agg(hour_at) as hours from touched_hour where hour_at is not null group by 1, 2, 3) t
        cross join lateral (
            select date_trunc('hour', e.counted_at) as hour_at, sum(e.total_count) as total, sum(e.good_count) as good, sum(e.scrap_count) as scrap
            from plant.count_event e
            where e.day = t.day and e.machine_id = t.machine_id and e.shift_id = t.shift_id and date_trunc('hour', e.counted_at) = any (t.hours)
            group by 1) h;

        select distinct day, machine_id, shift_id from touched_hour;

        drop table touched_hour
        """;

    public static async Task<bool> HasAnyAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from plant.count_mark)", scope.Connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Takes marks away and makes the hourly counts of their hours equal to the counts.</summary>
    /// <returns>The shifts of machines whose production follows from them; none: nothing is left.</returns>
    public static async Task<List<IntakeSlot>> TakeAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Take, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var slots = new List<IntakeSlot>();
        while (await reader.ReadAsync(cancellationToken))
            slots.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2)));
        return slots;
    }

    /// <summary>Marks shifts whose counts are the same but whose times may be others.</summary>
    public static async Task MarkAsync(TenantScope scope, IReadOnlyCollection<IntakeSlot> slots, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into plant.count_mark (tenant_id, day, machine_id, shift_id, hours)
            select (select tenancy.current_tenant()), s.*, '{}' from unnest($1::date[], $2::integer[], $3::integer[]) s
            """;
        if (slots.Count == 0)
            return;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. slots.Select(slot => slot.Day)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. slots.Select(slot => slot.MachineId)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. slots.Select(slot => slot.ShiftId)] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
