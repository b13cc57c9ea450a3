using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics;

/// <summary>The sums of one day, and the data version that they were read from.</summary>
internal readonly record struct OeeDay(DateOnly Day, OeeSums Sums);

/// <param name="Version">The data version that the rows belong to; null where there is no row.</param>
internal sealed record OeeDays(IReadOnlyList<OeeDay> Days, long? Version);

internal sealed class OeeStore(FactoryDatabase database)
{
    private const string DaySums = """
        select day,
               sum(planned_seconds), sum(run_seconds),
               sum(ideal_cycle_seconds * total_count), sum(ideal_cycle_seconds * good_count),
               sum(total_count), sum(good_count), sum(scrap_count), count(*),
               (select max(version) from plant.load), sum(scheduled_seconds)
        from plant.fact_production
        """;

    private const string Facts = $"""
        {DaySums}
        where day between $1 and $2
          and machine_id = any ($3)
          and ($4::int[] is null or shift_id = any ($4))
          and ($5::int is null or work_order_id in (select work_order_id from plant.work_order where product_id = $5))
        group by day
        order by day
        """;

    // Each place is looked up in the cube by itself, which the index does; a list of places in one condition it does not.
    private const string Kept = """
        select r.bucket,
               sum(r.planned_seconds)::bigint, sum(r.run_seconds)::bigint, sum(r.ideal_seconds), sum(r.ideal_good_seconds),
               sum(r.total_count)::bigint, sum(r.good_count)::bigint, sum(r.scrap_count)::bigint, sum(r.row_count)::bigint,
               (select max(version) from plant.load), sum(r.scheduled_seconds)::bigint
        from (
            select 0 as scope_id where $6 = 3
            union all
            select site_id from plant.dim_site where $6 = 2 and ($7::int is null or site_id = $7)
            union all
            select line_id from plant.dim_line where $6 = 1 and ($8::int is null or line_id = $8) and ($7::int is null or site_id = $7)
        ) place
        join plant.roll_production r on r.cube = $6 and r.scope_id = place.scope_id
        where r.bucket between $1 and $2
          and ($3::int[] is null or true)
          and ($4::int[] is null or r.shift_id = any ($4))
          and ($5::int is null or r.product_id = $5)
        group by r.bucket
        having sum(r.row_count) > 0
        order by r.bucket
        """;

    private const string OfOrder = $"""
        {DaySums}
        where work_order_id = $6
          and day between $1 and $2
          and ($3::int[] is null or machine_id = any ($3))
          and ($4::int[] is null or shift_id = any ($4))
          and ($5::int is null or exists (select from plant.work_order w where w.work_order_id = $6 and w.product_id = $5))
        group by day
        order by day
        """;

    /// <summary>The sums of each day that has rows. Everything an OEE answer shows is rolled up from these.</summary>
    public async Task<OeeDays> ReadAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        var roll = DayRoll.Of(filter);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = PlannedOnceStore.Batch(scope, filter.WorkOrderId is not null ? OfOrder : roll is null ? Facts : Kept);
        filter.AddTo(batch.BatchCommands[1].Parameters);
        if (filter.WorkOrderId is { } order)
            batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<int> { TypedValue = order });
        roll?.AddTo(batch.BatchCommands[1].Parameters);

        var days = new List<OeeDay>();
        long? version = null;
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
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

/// <summary>The cube that holds the days of a question already summed.</summary>
internal sealed record DayRoll(short Cube, int? SiteId, int? LineId)
{
    private const short LineDays = 1;
    private const short SiteDays = 2;
    private const short PlantDays = 3;

    /// <returns>Null for machines by themselves and work orders, whose rows are few.</returns>
    public static DayRoll? Of(FactFilter filter) => filter switch
    {
        { WorkOrderId: not null } => null,
        { LineId: { } line } => new(LineDays, null, line),
        { SiteId: null, MachineIds: not null } => null,
        { ProductId: not null } => new(LineDays, filter.SiteId, null),
        { SiteId: null, ShiftIds: null } => new(PlantDays, null, null),
        _ => new(SiteDays, filter.SiteId, null),
    };

    /// <summary>As $6 to $8.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter<short> { TypedValue = Cube });
        parameters.Add(new() { Value = (object?)SiteId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        parameters.Add(new() { Value = (object?)LineId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
    }
}
