using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Issues;

internal sealed class IssueStore(FactoryDatabase database)
{
    /// <summary>Counts of all issues by severity, and the latest ones in full.</summary>
    /// <param name="severity">Null: all; only filters the issues, never the counts.</param>
    /// <param name="defectTypeId">Null: all.</param>
    public async Task<IssuesRead> ReadAsync(
        Guid tenantId, FactFilter filter, string? severity, int? defectTypeId, int most, CancellationToken cancellationToken)
    {
        const string counts = """
            select severity, sum(issues)::bigint, sum(parts)::bigint, (select max(version) from plant.load)
            from (
                select severity, issues, parts_affected as parts from plant.roll_issue
                where month >= $5 and month < $6 and ($7::int is null or site_id = $7)
                  and ($4::int[] is null or shift_id = any ($4))
                  and ($8::int is null or defect_type_id = $8)
                union all
                select severity, 1, parts_affected from plant.fact_quality_issue
                where (day between $1 and least($2, $5 - 1) or day between greatest($1, $6) and $2)
                  and ($3::int[] is null or machine_id = any ($3))
                  and ($4::int[] is null or shift_id = any ($4))
                  and ($8::int is null or defect_type_id = $8)) i
            group by severity
            having sum(issues) > 0
            """;
        const string latest = """
            select i.noticed_at, i.machine_id, d.name, i.description, i.severity, i.parts_affected
            from plant.fact_quality_issue i
            join plant.dim_defect_type d on d.defect_type_id = i.defect_type_id
            where i.day between $1 and $2
              and ($3::int[] is null or i.machine_id = any ($3))
              and ($4::int[] is null or i.shift_id = any ($4))
              and ($5::text is null or i.severity = $5)
              and ($7::int is null or i.defect_type_id = $7)
            order by i.noticed_at desc, i.quality_issue_id desc
            limit $6
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection) { BatchCommands = { Command(counts), Command(latest) } };
        var (firstMonth, afterMonths) = filter.SiteMonths;
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = firstMonth });
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = afterMonths });
        batch.BatchCommands[0].Parameters.Add(new() { Value = (object?)filter.SiteId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        batch.BatchCommands[0].Parameters.Add(new() { Value = (object?)defectTypeId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        batch.BatchCommands[1].Parameters.Add(new() { Value = (object?)severity ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        batch.BatchCommands[1].Parameters.Add(new() { Value = (object?)defectTypeId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });

        var read = new IssuesRead([], []);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            read.Severities.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
            read = read with { Version = await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetInt64(3) };
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            read.Latest.Add(new(
                reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5)));
        }

        return read;

        NpgsqlBatchCommand Command(string sql) => new(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<DateOnly> { TypedValue = filter.From },
                new NpgsqlParameter<DateOnly> { TypedValue = filter.To },
                new() { Value = (object?)filter.MachineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
                new() { Value = (object?)filter.ShiftIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
            },
        };
    }
}

/// <param name="Version">The data version that the rows belong to; null where there is no row.</param>
internal sealed record IssuesRead(List<SeverityCount> Severities, List<QualityIssue> Latest, long? Version = null);

/// <param name="Parts">Parts affected in all issues of this severity.</param>
internal sealed record SeverityCount(string Severity, long Issues, long Parts);

internal sealed record QualityIssue(DateTimeOffset NoticedAt, int MachineId, string Type, string Description, string Severity, int PartsAffected);
