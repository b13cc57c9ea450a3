using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Conventions;

/// <param name="Seconds">To be added to the booked planned time; below 0 to be taken out.</param>
internal readonly record struct PlannedChange(DateOnly Day, int MachineId, int ShiftId, long Seconds);

internal sealed class ConventionStore(FactoryDatabase database)
{
    /// <summary>How much the planned time of each machine, day and shift differs from the booked one when stops of some categories count
    /// otherwise. Overlapping stops are merged first.</summary>
    /// <param name="losses">Categories that are always a loss, in lower case.</param>
    /// <param name="notPlanned">Categories that are always taken out, in lower case.</param>
    public async Task<IReadOnlyList<PlannedChange>> ChangesAsync(
        Guid tenantId, FactFilter filter, string[] losses, string[] notPlanned, CancellationToken cancellationToken)
    {
        const string sql = """
            select x.day, x.machine_id, x.shift_id,
                   (coalesce((select sum(extract(epoch from upper(t) - lower(t))) from unnest(x.booked) t), 0)
                    - coalesce((select sum(extract(epoch from upper(t) - lower(t))) from unnest(x.counted) t), 0))::bigint
            from (
                select s.day, s.machine_id, s.shift_id,
                       range_agg(tstzrange(s.started_at, s.ended_at)) filter (where s.planned) as booked,
                       range_agg(tstzrange(s.started_at, s.ended_at)) filter (
                           where (s.planned and not coalesce(lower(r.category) = any ($6), false)) or lower(r.category) = any ($7)) as counted
                from plant.fact_production_stop s
                left join plant.dim_stop_reason r on r.stop_reason_id = s.stop_reason_id
                where s.day between $1 and $2
                  and ($3::int[] is null or s.machine_id = any ($3))
                  and ($4::int[] is null or s.shift_id = any ($4))
                  and ($5::int is null or true)
                group by 1, 2, 3) x
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        filter.AddTo(command.Parameters);
        command.Parameters.Add(new() { Value = losses, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = notPlanned, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        var changes = new List<PlannedChange>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            changes.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3)));
        return changes;
    }

    /// <summary>In the caller's unit of work, so that the change and its audit entry stay together.</summary>
    public static async Task SaveAsync(TenantScope scope, OeeConvention convention, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into plant.oee_convention (tenant_id, form, breaks, set_up, maintenance)
            values (tenancy.current_tenant(), $1, $2, $3, $4)
            on conflict (tenant_id) do update
            set form = excluded.form, breaks = excluded.breaks, set_up = excluded.set_up, maintenance = excluded.maintenance, changed_at = now()
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        foreach (var value in new[] { convention.Form.ToString(), convention.Breaks.ToString(), convention.SetUp.ToString(), convention.Maintenance.ToString() })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
