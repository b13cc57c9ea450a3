using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Check;

internal sealed class CheckStore(FactoryDatabase database)
{
    private const string Slots = """
        select machine_id, day, shift_id, sum(planned_seconds), sum(run_seconds), sum(ideal_cycle_seconds * total_count), sum(total_count),
            sum(good_count), sum(scrap_count), bool_or(ideal_cycle_seconds = 0 and total_count > 0)
        from plant.fact_production
        where day between $1 and $2 and ($3::int[] is null or machine_id = any ($3))
        group by machine_id, day, shift_id
        """;

    private const string Hourly = """
        select machine_id, day, sum(total_count) from plant.fact_unit_count
        where day between $1 and $2 and ($3::int[] is null or machine_id = any ($3)) group by machine_id, day
        """;

    private const string ByLine = """
        select p.line_id, p.day, sum(p.total_count) from plant.fact_line_performance p
        where p.day between $1 and $2
          and ($3::int[] is null or not exists (select from plant.dim_machine m where m.line_id = p.line_id and m.machine_id <> all ($3)))
        group by p.line_id, p.day
        """;

    private const string Stops = """
        select machine_id, date_trunc('week', day::timestamp)::date, count(*)::int,
            coalesce(sum(seconds) filter (where not planned), 0)::bigint, coalesce(sum(seconds) filter (where planned), 0)::bigint,
            coalesce(sum(seconds) filter (where stop_reason_id is null), 0)::bigint,
            count(*) filter (where started_at < before)::int,
            coalesce(sum(extract(epoch from least(ended_at, before) - started_at)) filter (where started_at < before), 0)::bigint
        from (
            select machine_id, day, planned, stop_reason_id, started_at, ended_at, extract(epoch from ended_at - started_at) as seconds,
                max(ended_at) over (partition by machine_id order by started_at, ended_at rows between unbounded preceding and 1 preceding) as before
            from plant.fact_production_stop
            where day between $1 and $2 and ($3::int[] is null or machine_id = any ($3))) s
        group by 1, 2
        """;

    private const string Open = """
        select machine_id, count(*)::int, min(started_at) from plant.open_stop
        where $1::date is not null and $2::date is not null and ($3::int[] is null or machine_id = any ($3)) group by machine_id
        """;

    private const string Calendars = """
        select distinct l.line_id from plant.dim_line l join plant.shift_rule r on r.site_id = l.site_id and (r.line_id is null or r.line_id = l.line_id)
        where $1::date is not null and $2::date is not null and $3::int[] is distinct from '{}'::int[]
        """;

    // Of sums that are kept: a line's months by shift and product, a site's days, a line's last day. $3: the lines asked for.
    private const string LineMonths = """
        select line_id, bool_or(planned = 0 and total > 0), sum(total)::bigint, sum(good)::bigint, sum(scrap)::bigint, bool_or(ideal = 0 and total > 0)
        from (
            select r.scope_id as line_id, sum(r.planned_seconds) as planned, sum(r.total_count) as total, sum(r.good_count) as good, sum(r.scrap_count) as scrap, sum(r.ideal_seconds) as ideal
            from plant.roll_production r
            where r.cube = 5 and r.scope_id = any ($3) and r.bucket between date_trunc('month', $1::timestamp)::date and $2
            group by r.scope_id, r.bucket, r.shift_id, r.product_id
            having sum(r.row_count) > 0) s
        group by 1
        """;

    private const string SiteDays = """
        select r.scope_id, r.bucket
        from plant.roll_production r
        where r.cube = 2 and r.bucket between $1 and $2
          and r.scope_id in (select site_id from plant.dim_line where line_id = any ($3))
        group by 1, 2
        having sum(r.row_count) > 0
        """;

    private const string LastDays = """
        select l.line_id, d.bucket
        from unnest($3) l (line_id)
        cross join lateral (
            select r.bucket from plant.roll_production r
            where r.cube = 1 and r.scope_id = l.line_id and r.bucket between $1 and $2 and r.row_count > 0
            order by r.bucket desc limit 1) d
        """;

    private const string CountedDays = """
        select bucket, sum(total_count)::bigint, sum(counted_total)::bigint
        from plant.roll_production
        where cube = 3 and scope_id = 0 and bucket between $1 and $2
        group by 1
        having sum(counted_total) > sum(total_count) and sum(row_count) > 0
        """;

    /// <summary>What the kept sums show of lines as a whole: read in the time of a small answer, however wide the question is.</summary>
    public async Task<SumFacts> ReadSumsAsync(Guid tenantId, Period period, int[]? machineIds, int[] lineIds, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var sql in new[] { LineMonths, SiteDays, LastDays })
            batch.BatchCommands.Add(Command(sql, period, lineIds));
        batch.BatchCommands.Add(Command(CountedDays, period));
        batch.BatchCommands.Add(Command(Open, period, machineIds));
        batch.BatchCommands.Add(Command(Calendars, period, machineIds));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return new(
            await AllAsync(reader, r => new LineSums(r.GetInt32(0), r.GetBoolean(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetBoolean(5)), cancellationToken),
            await AllAsync(reader, r => (r.GetInt32(0), r.GetFieldValue<DateOnly>(1)), cancellationToken),
            await AllAsync(reader, r => (r.GetInt32(0), r.GetFieldValue<DateOnly>(1)), cancellationToken),
            await AllAsync(reader, r => (r.GetFieldValue<DateOnly>(0), r.GetInt64(1), r.GetInt64(2)), cancellationToken),
            await AllAsync(reader, r => new OpenFacts(r.GetInt32(0), r.GetInt32(1), r.GetFieldValue<DateTimeOffset>(2)), cancellationToken),
            (await AllAsync(reader, r => r.GetInt32(0), cancellationToken)).ToHashSet());
    }

    private static NpgsqlBatchCommand Command(string sql, Period period, int[]? ids)
    {
        var command = Command(sql, period);
        command.Parameters.Add(new() { Value = (object?)ids ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        return command;
    }

    private static NpgsqlBatchCommand Command(string sql, Period period) => new(sql)
    {
        Parameters = { new NpgsqlParameter<DateOnly> { TypedValue = period.From }, new NpgsqlParameter<DateOnly> { TypedValue = period.To } },
    };

    /// <param name="machineIds">Null: all machines.</param>
    public async Task<CheckFacts> ReadAsync(Guid tenantId, Period period, int[]? machineIds, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var sql in new[] { Slots, Hourly, ByLine, Stops, Open, Calendars })
            batch.BatchCommands.Add(Command(sql, period, machineIds));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return new(
            await AllAsync(reader, r => new SlotFacts(
                r.GetInt32(0), r.GetFieldValue<DateOnly>(1), r.GetInt32(2), r.GetInt64(3), r.GetInt64(4), r.GetDecimal(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.GetBoolean(9)), cancellationToken),
            await AllAsync(reader, Counted, cancellationToken),
            await AllAsync(reader, Counted, cancellationToken),
            await AllAsync(reader, r => new StopFacts(
                r.GetInt32(0), r.GetFieldValue<DateOnly>(1), r.GetInt32(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt32(6), r.GetInt64(7)), cancellationToken),
            await AllAsync(reader, r => new OpenFacts(r.GetInt32(0), r.GetInt32(1), r.GetFieldValue<DateTimeOffset>(2)), cancellationToken),
            (await AllAsync(reader, r => r.GetInt32(0), cancellationToken)).ToHashSet());
    }

    private static CountedFacts Counted(NpgsqlDataReader r) => new(r.GetInt32(0), r.GetFieldValue<DateOnly>(1), r.GetInt64(2));

    private static async Task<List<T>> AllAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        await reader.NextResultAsync(cancellationToken);
        return rows;
    }
}
