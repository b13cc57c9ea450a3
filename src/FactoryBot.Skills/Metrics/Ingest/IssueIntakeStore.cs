using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Ingest;

internal static class IssueIntakeStore
{
    private const string Write = """
        create temporary table issue_state on commit drop as
        select i.*, k.key is null as is_new, k.day as old_day, k.quality_issue_id as old_id,
            (f.machine_id, f.shift_id, f.day, f.defect_type_id, f.noticed_at, f.severity, f.description, f.parts_affected)
                is distinct from (i.machine_id, i.shift_id, i.day, i.defect_type_id, i.noticed_at, i.severity, i.description, i.parts_affected) as differs,
            case when k.day = i.day then k.quality_issue_id
                else coalesce(m.highest, 0) + row_number() over (partition by i.day order by i.key) end as quality_issue_id
        from in_issue i
        left join plant.issue_key k on k.key = i.key
        left join plant.fact_quality_issue f on f.day = k.day and f.quality_issue_id = k.quality_issue_id
        left join (select day, max(quality_issue_id) as highest from plant.fact_quality_issue where day in (select day from in_issue) group by day) m
            on m.day = i.day;

        delete from plant.fact_quality_issue f using issue_state s where not s.is_new and s.differs and f.day = s.old_day and f.quality_issue_id = s.old_id;

        insert into plant.fact_quality_issue (tenant_id, day, quality_issue_id, machine_id, shift_id, defect_type_id, noticed_at, severity, description, parts_affected)
        select tenancy.current_tenant(), day, quality_issue_id, machine_id, shift_id, defect_type_id, noticed_at, severity, description, parts_affected
        from issue_state where is_new or differs;

        insert into plant.issue_key (tenant_id, key, day, quality_issue_id)
        select tenancy.current_tenant(), key, day, quality_issue_id from issue_state where is_new or differs
        on conflict (tenant_id, key) do update set day = excluded.day, quality_issue_id = excluded.quality_issue_id;

        select count(*) filter (where is_new), count(*) filter (where not is_new and differs), count(*) from issue_state
        """;

    private static readonly BulkColumn[] Columns =
    [
        new("key", "text", NpgsqlDbType.Text), new("machine_id", "integer", NpgsqlDbType.Integer), new("shift_id", "integer", NpgsqlDbType.Integer),
        new("day", "date", NpgsqlDbType.Date), new("defect_type_id", "integer", NpgsqlDbType.Integer), new("noticed_at", "timestamptz", NpgsqlDbType.TimestampTz),
        new("severity", "text", NpgsqlDbType.Text), new("description", "text", NpgsqlDbType.Text), new("parts_affected", "integer", NpgsqlDbType.Integer),
    ];

    public static async Task<IntakeCounts> WriteAsync(TenantScope scope, IEnumerable<IssueRow> rows, CancellationToken cancellationToken)
    {
        await BulkStore.CopyAsync(
            scope, "in_issue", Columns, rows,
            r => [r.Key, r.MachineId, r.ShiftId, r.Day, r.DefectId, r.At.ToUniversalTime(), r.Severity, r.Description, r.Parts], cancellationToken);
        await using var command = new NpgsqlCommand(Write, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (added, changed, all) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1), (int)reader.GetInt64(2));
        return new(added, changed, all - added - changed);
    }
}
