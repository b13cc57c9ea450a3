using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics;

/// <summary>The sums of one day, and the data version that they were read from.</summary>
internal readonly record struct OeeDay(DateOnly Day, OeeSums Sums);

/// <param name="Version">The data version that the rows belong to; null where there is no row.</param>
internal sealed record OeeDays(IReadOnlyList<OeeDay> Days, long? Version);

internal sealed class OeeStore(FactoryDatabase database)
{
    /// <summary>The sums of each day that has rows. Everything an OEE answer shows is rolled up from these.</summary>
    public async Task<OeeDays> ReadAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        const string sql = """
            select day,
                   sum(planned_seconds), sum(run_seconds),
                   sum(ideal_cycle_seconds * total_count), sum(ideal_cycle_seconds * good_count),
                   sum(total_count), sum(good_count), sum(scrap_count), count(*),
                   (select max(version) from plant.load), sum(scheduled_seconds)
            from plant.fact_production
            where day between $1 and $2
              and ($3::int[] is null or machine_id = any ($3))
              and ($4::int[] is null or shift_id = any ($4))
              and ($5::int is null or work_order_id in (select work_order_id from plant.work_order where product_id = $5))
            group by day
            order by day
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        filter.AddTo(command.Parameters);

        var days = new List<OeeDay>();
        long? version = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            days.Add(new(reader.GetFieldValue<DateOnly>(0), new(
                reader.GetInt64(1),
                reader.GetInt64(2),
                reader.GetDecimal(3),
                reader.GetDecimal(4),
                reader.GetInt64(5),
                reader.GetInt64(6),
                reader.GetInt64(7),
                reader.GetInt64(8),
                reader.GetInt64(10))));
            version = await reader.IsDBNullAsync(9, cancellationToken) ? null : reader.GetInt64(9);
        }

        return new(days, version);
    }
}
