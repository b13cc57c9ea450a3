using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The stops themselves; sums of them are kept in sheets.</summary>
internal static class DowntimeStore
{
    /// <summary>Every stop of these machines that reaches into the time, however early it began.</summary>
    public static async Task<IReadOnlyList<BookedStop>> ReadAsync(
        TenantScope scope, TimeSlice time, int[] machineIds, CancellationToken cancellationToken, IReadOnlyList<int>? reasonIds = null)
    {
        const string sql = """
            select s.machine_id, r.name, r.category, s.planned, s.started_at, s.ended_at, s.day, s.stop_id, s.stop_reason_id
            from plant.fact_production_stop s
            left join plant.dim_stop_reason r on r.stop_reason_id = s.stop_reason_id
            where s.ended_at > $1 and s.started_at < $2 and s.machine_id = any ($3)
              and ($4::int[] is null or s.stop_reason_id = any ($4))
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.From });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.To });
        command.Parameters.Add(new() { Value = machineIds, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });

        command.Parameters.Add(new() { Value = (object?)reasonIds?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });

        var stops = new List<BookedStop>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            stops.Add(new(
                reader.GetInt32(0),
                await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2),
                reader.GetBoolean(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                new(reader.GetFieldValue<DateOnly>(6), reader.GetInt64(7)),
                await reader.IsDBNullAsync(8, cancellationToken) ? null : reader.GetInt32(8)));
        }

        return stops;
    }
}
