using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Conventions;
using Npgsql;

namespace FactoryBot.Skills.Metrics;

internal sealed class PlantStore(FactoryDatabase database)
{
    public FactoryDatabase Database => database;

    /// <summary>All of one moment: what is settled at the data version that it names stays so.</summary>
    public async Task<PlantData> ReadAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenSnapshotAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                new("""
                    select l.version, l.loaded_at, l.what, f.first_day, f.last_day, f.row_count
                    from (
                        select min(day) as first_day, max(day) as last_day, coalesce(sum(row_count), 0)::bigint as row_count
                        from (
                            select bucket as day, sum(row_count) as row_count from plant.roll_production
                            where cube = 3 and scope_id = 0
                            group by bucket
                            having sum(row_count) > 0) d) f
                    left join (select version, loaded_at, what from plant.load order by version desc limit 1) l on true
                    """),
                new("select site_id, name, aliases, time_zone from plant.dim_site order by site_id"),
                new("select line_id, site_id, name, aliases from plant.dim_line order by line_id"),
                new("""
                    select m.machine_id, m.line_id, m.name, m.aliases, m.ideal_cycle_seconds, f.first_day, f.last_day
                    from plant.dim_machine m
                    left join (
                        select machine_id, min(month) as first, max(month) as last
                        from (
                            select scope_id as machine_id, bucket as month from plant.roll_production
                            where cube = 4
                            group by scope_id, bucket
                            having sum(row_count) > 0) r
                        group by machine_id) months using (machine_id)
                    left join lateral (
                        select (select min(day) from plant.fact_production p
                                where p.machine_id = m.machine_id and p.day >= months.first and p.day < months.first + interval '1 month') as first_day,
                               (select max(day) from plant.fact_production p
                                where p.machine_id = m.machine_id and p.day >= months.last and p.day < months.last + interval '1 month') as last_day
                    ) f on true
                    order by m.machine_id
                    """),
                new("select shift_id, site_id, name, aliases, starts_at, ends_at from plant.dim_shift order by shift_id"),
                new("select product_id, name, aliases from plant.dim_product order by product_id"),
                new("select form, breaks, set_up, maintenance from plant.oee_convention"),
                new("select stop_reason_id, name, category, planned from plant.dim_stop_reason order by stop_reason_id"),
                new("select defect_type_id, name from plant.dim_defect_type order by defect_type_id"),
                new("select exists (select from plant.count_mark)"),
                new("""
                    select regexp_replace(number, '[0-9]+$', '') as series
                    from (select number from plant.work_order order by work_order_id desc limit 2000) latest
                    where number ~ '[0-9]$'
                    group by 1
                    order by count(*) desc
                    limit 20
                    """),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var loaded = !await reader.IsDBNullAsync(0, cancellationToken);
        var hasRows = !await reader.IsDBNullAsync(3, cancellationToken);
        return new PlantData
        {
            Version = loaded ? reader.GetInt64(0) : 0,
            LoadedAt = loaded ? reader.GetFieldValue<DateTimeOffset>(1) : null,
            What = loaded ? reader.GetString(2) : null,
            FirstDay = hasRows ? reader.GetFieldValue<DateOnly>(3) : null,
            LastDay = hasRows ? reader.GetFieldValue<DateOnly>(4) : null,
            ProductionRows = reader.GetInt64(5),
            Sites = await NextAsync(reader, r => new PlantSite(r.GetInt32(0), r.GetString(1), Names(r, 2), r.GetString(3)), cancellationToken),
            Lines = await NextAsync(reader, r => new PlantLine(r.GetInt32(0), r.GetInt32(1), r.GetString(2), Names(r, 3)), cancellationToken),
            Machines = await NextAsync(reader, ReadMachine, cancellationToken),
            Shifts = await NextAsync(reader, ReadShift, cancellationToken),
            Products = await NextAsync(reader, r => new PlantProduct(r.GetInt32(0), r.GetString(1), Names(r, 2)), cancellationToken),
            Convention = (await NextAsync(reader, ReadConvention, cancellationToken)).FirstOrDefault(),
            Reasons = await NextAsync(reader, r => new PlantReason(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetBoolean(3)), cancellationToken),
            Defects = await NextAsync(reader, r => new PlantDefect(r.GetInt32(0), r.GetString(1)), cancellationToken),
            IsUnsettled = (await NextAsync(reader, r => r.GetBoolean(0), cancellationToken))[0],
            OrderSeries = await NextAsync(reader, r => r.GetString(0), cancellationToken),
        };
    }

    /// <summary>The data version alone; 0 where nothing was ever loaded.</summary>
    public async Task<long> VersionAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select coalesce(max(version), 0) from plant.load", scope.Connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Rows of each table, for the question what is loaded.</summary>
    public async Task<IReadOnlyList<TableCount>> CountAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        const string sql = """
            select 'production' as name, coalesce(sum(row_count), 0)::bigint as rows from plant.roll_production where cube = 3 and scope_id = 0
            union all select 'line performance', count(*) from plant.fact_line_performance
            union all select 'stops', coalesce(sum(stop_rows), 0)::bigint from plant.roll_production where cube = 3 and scope_id = 0
            union all select 'hourly counts', coalesce(sum(counted_rows), 0)::bigint from plant.roll_production where cube = 3 and scope_id = 0
            union all select 'quality issues', coalesce(sum(issues), 0)::bigint from plant.roll_issue
            union all select 'work orders', count(*) from plant.work_order
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new List<TableCount>();
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(new(reader.GetString(0), reader.GetInt64(1)));
        return counts;
    }

    /// <summary>How far the production data of each line reaches, and on how many days it has rows.</summary>
    public async Task<IReadOnlyList<LineCoverage>> CoverageAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        const string sql = """
            select m.line_id, min(p.day), max(p.day), count(distinct p.day)::int
            from plant.fact_production p
            join plant.dim_machine m on m.machine_id = p.machine_id
            group by 1
            order by 1
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<LineCoverage>();
        while (await reader.ReadAsync(cancellationToken))
            lines.Add(new(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(2), reader.GetInt32(3)));
        return lines;
    }

    private static async Task<List<T>> NextAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private static PlantMachine ReadMachine(NpgsqlDataReader r) => new(
        r.GetInt32(0), r.GetInt32(1), r.GetString(2), Names(r, 3), r.GetDecimal(4), Day(r, 5), Day(r, 6));

    private static PlantShift ReadShift(NpgsqlDataReader r) => new(
        r.GetInt32(0), r.GetInt32(1), r.GetString(2), Names(r, 3), r.GetFieldValue<TimeOnly>(4), r.GetFieldValue<TimeOnly>(5));

    private static OeeConvention ReadConvention(NpgsqlDataReader r) => new(
        Enum.Parse<OeeForm>(r.GetString(0)), Counting(r, 1), Counting(r, 2), Counting(r, 3));

    private static StopCounting Counting(NpgsqlDataReader r, int column) => Enum.Parse<StopCounting>(r.GetString(column));

    private static string[] Names(NpgsqlDataReader r, int column) => r.GetFieldValue<string[]>(column);

    private static DateOnly? Day(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetFieldValue<DateOnly>(column);
}

/// <param name="Days">Days with rows.</param>
internal sealed record LineCoverage(int LineId, DateOnly First, DateOnly Last, int Days);

internal sealed record TableCount(string Name, long Rows);
