using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Issues;

internal sealed class IssueStore(FactoryDatabase database)
{
    /// <summary>Counts of all issues by severity, and the latest ones in full.</summary>
    /// <param name="machineIds">Null: all machines.</param>
    /// <param name="shiftIds">Null: all shifts.</param>
    /// <param name="severity">Null: all; only filters the issues, never the counts.</param>
    public async Task<IssuesRead> ReadAsync(
        Guid tenantId, DateOnly from, DateOnly to, int[]? machineIds, int[]? shiftIds, string? severity, int most, CancellationToken cancellationToken)
    {
        const string counts = """
            select severity, count(*), sum(parts_affected), (select max(version) from plant.load)
            from plant.fact_quality_issue
            where day between $1 and $2
              and ($3::int[] is null or machine_id = any ($3))
              and ($4::int[] is null or shift_id = any ($4))
            group by severity
            """;
        const string latest = """
            select i.noticed_at, i.machine_id, d.name, i.description, i.severity, i.parts_affected
            from plant.fact_quality_issue i
            join plant.dim_defect_type d on d.defect_type_id = i.defect_type_id
            where i.day between $1 and $2
              and ($3::int[] is null or i.machine_id = any ($3))
              and ($4::int[] is null or i.shift_id = any ($4))
              and ($5::text is null or i.severity = $5)
            order by i.noticed_at desc, i.quality_issue_id desc
            limit $6
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection) { BatchCommands = { Command(counts), Command(latest) } };
        batch.BatchCommands[1].Parameters.Add(new() { Value = (object?)severity ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });

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
                new NpgsqlParameter<DateOnly> { TypedValue = from },
                new NpgsqlParameter<DateOnly> { TypedValue = to },
                new() { Value = (object?)machineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
                new() { Value = (object?)shiftIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
            },
        };
    }
}

/// <param name="Version">The data version that the rows belong to; null where there is no row.</param>
internal sealed record IssuesRead(List<SeverityCount> Severities, List<QualityIssue> Latest, long? Version = null);

/// <param name="Parts">Parts affected in all issues of this severity.</param>
internal sealed record SeverityCount(string Severity, long Issues, long Parts);

internal sealed record QualityIssue(DateTimeOffset NoticedAt, int MachineId, string Type, string Description, string Severity, int PartsAffected);
