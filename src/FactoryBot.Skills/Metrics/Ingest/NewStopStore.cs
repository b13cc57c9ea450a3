using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Downtime;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Writes ended stops that all are new with one statement, as almost every batch of a stream is.</summary>
internal static class NewStopStore
{
    private const string Add = """
        with i as materialized (
            select * from unnest($1::text[], $2::integer[], $3::integer[], $4::date[], $5::integer[], $6::boolean[], $7::timestamptz[], $8::timestamptz[], $9::text[])
                as i (key, machine_id, shift_id, day, stop_reason_id, planned, started_at, ended_at, run_key)
        ), known as (
            select count(*) as rows from i cross join lateral (select from plant.stop_key k where k.key = i.key limit 1) k
        ), placed as materialized (
            select i.*, coalesce(m.highest, 0) + row_number() over (partition by i.day order by i.key) as stop_id
            from i
            join (
                select d.day, (select max(f.stop_id) from plant.fact_production_stop f where f.day = d.day) as highest
                from (select distinct day from i) d) m on m.day = i.day
            where (select rows from known) = 0
        ), facts as (
            insert into plant.fact_production_stop (tenant_id, day, stop_id, machine_id, shift_id, stop_reason_id, planned, started_at, ended_at)
            select (select tenancy.current_tenant()), day, stop_id, machine_id, shift_id, stop_reason_id, planned, started_at, ended_at from placed
        ), keys as (
            insert into plant.stop_key (tenant_id, key, day, stop_id, run_key)
            select (select tenancy.current_tenant()), key, day, stop_id, run_key from placed
        ), gone as (
            delete from plant.open_stop o using placed p where o.key = p.key
        )
        select machine_id, day, min(started_at), max(ended_at) from placed group by 1, 2
        """;

    /// <returns>Null where one of them was known before or has not ended: nothing was written then.</returns>
    public static async Task<List<TouchedStops>?> WriteAsync(TenantScope scope, IReadOnlyList<StopRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || rows.Any(row => row.End is null))
            return null;
        await using var command = new NpgsqlCommand(Add, scope.Connection);
        With(r => r.Key);
        With(r => r.MachineId);
        With(r => r.ShiftId);
        With(r => r.Day);
        With(r => r.ReasonId);
        With(r => r.Planned);
        With(r => r.Start.ToUniversalTime());
        With(r => r.End!.Value.ToUniversalTime());
        With(r => r.RunKey);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var touched = new List<TouchedStops>();
        while (await reader.ReadAsync(cancellationToken))
            touched.Add(new(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), new(reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3))));
        return touched.Count == 0 ? null : touched;

        void With<T>(Func<StopRow, T> value) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)] });
    }
}
