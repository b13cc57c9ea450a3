using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>The kept sheets and the marks of days whose sheets are old. All inside the caller's unit of work.</summary>
internal sealed class SheetStore(TenantScope scope)
{
    public const short DayGrain = 1;
    public const short MonthGrain = 2;
    public const short QuarterGrain = 3;

    private const string Reasons = "select stop_reason_id, name, category from plant.dim_stop_reason";

    /// <summary>False where another host is at it; held until the unit of work ends.</summary>
    public async Task<bool> TryLockAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("select pg_try_advisory_xact_lock(hashtextextended('plant.stop_sheet ' || tenancy.current_tenant(), 0))");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Which rules the sheets were made by; null where there are none yet.</summary>
    public async Task<string?> RulesAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("select rules from plant.stop_sheet_rules");
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>All days are old: by other rules, each sheet says something else.</summary>
    public async Task StartAnewAsync(string rules, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                new("""
                    insert into plant.stop_sheet_rules (tenant_id, rules) values (tenancy.current_tenant(), $1)
                    on conflict (tenant_id) do update set rules = excluded.rules
                    """) { Parameters = { new() { Value = rules } } },
                new("select plant.mark_stops(tenancy.current_tenant(), null)"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What a reader has to know before it reads sheets of these days: their rules, the reasons, and the marks.</summary>
    public async Task<SheetState> StateAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                new("select rules from plant.stop_sheet_rules"),
                new(Reasons),
                new("select machine_id, first_day, last_day from plant.stop_mark where first_day <= $2 and last_day >= $1")
                {
                    Parameters = { new NpgsqlParameter<DateOnly> { TypedValue = from }, new NpgsqlParameter<DateOnly> { TypedValue = to } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rules = await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null;
        await reader.NextResultAsync(cancellationToken);
        var reasons = await ReasonsAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return new(rules, reasons, await MarksAsync(reader, cancellationToken));
    }

    public async Task<SheetReasons> ReasonsAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(Reasons);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReasonsAsync(reader, cancellationToken);
    }

    private static async Task<SheetReasons> ReasonsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var reasons = new Dictionary<int, (string, string)>();
        while (await reader.ReadAsync(cancellationToken))
            reasons[reader.GetInt32(0)] = (reader.GetString(1), reader.GetString(2));
        return new(reasons);
    }

    /// <summary>The clock of each machine's site.</summary>
    public async Task<Dictionary<int, SheetClock>> ClocksAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                new("select shift_id, site_id, name, aliases, starts_at, ends_at from plant.dim_shift"),
                new("""
                    select m.machine_id, s.site_id, s.time_zone
                    from plant.dim_machine m
                    join plant.dim_line l on l.line_id = m.line_id
                    join plant.dim_site s on s.site_id = l.site_id
                    """),
            },
        };
        var shifts = new List<PlantShift>();
        var sites = new Dictionary<int, SheetClock>();
        var clocks = new Dictionary<int, SheetClock>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            shifts.Add(new(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetFieldValue<string[]>(3), reader.GetFieldValue<TimeOnly>(4), reader.GetFieldValue<TimeOnly>(5)));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var site = reader.GetInt32(1);
            if (!sites.TryGetValue(site, out var clock))
                sites[site] = clock = new(TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(2)), [.. shifts.Where(shift => shift.SiteId == site)]);
            clocks[reader.GetInt32(0)] = clock;
        }

        return clocks;
    }

    /// <summary>Takes the marks of the next machines away. Marks that are set from now on stay.</summary>
    public async Task<List<StopMark>> TakeMarksAsync(int machines, CancellationToken cancellationToken)
    {
        await using var command = Command("""
            delete from plant.stop_mark
            where machine_id in (select machine_id from plant.stop_mark group by machine_id order by machine_id limit $1)
            returning machine_id, first_day, last_day
            """);
        command.Parameters.Add(new() { Value = machines });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await MarksAsync(reader, cancellationToken);
    }

    /// <summary>One slice of each of these machines in the days of a run; in no order.</summary>
    /// <param name="take">Gets machine, bucket and sheet, row by row.</param>
    public async Task ReadAsync(int[] machineIds, int slice, SheetRun run, Action<int, DateOnly, byte[]> take, CancellationToken cancellationToken)
    {
        await using var command = Command("""
            select machine_id, bucket, sheet from plant.stop_sheet
            where grain = $1 and machine_id = any ($2) and slice = $3 and bucket between $4 and $5
            """);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = run.Grain });
        command.Parameters.Add(new() { Value = machineIds, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = slice });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = run.From });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = run.To });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            take(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<byte[]>(2));
    }

    /// <summary>Every slice of a machine's months, by month.</summary>
    public async Task<List<(DateOnly Month, StopSheet Sheet)>> MonthsAsync(int machineId, DateOnly from, DateOnly to, SheetReasons reasons, CancellationToken cancellationToken)
    {
        await using var command = Command("select bucket, slice, sheet from plant.stop_sheet where grain = $1 and machine_id = $2 and bucket between $3 and $4");
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = MonthGrain });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = machineId });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = to });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var slices = new List<(DateOnly Month, int Slice, SliceSheet Sheet)>();
        while (await reader.ReadAsync(cancellationToken))
            slices.Add((reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), SheetCodec.Read(reader.GetFieldValue<byte[]>(2), reasons.Name)));
        return [.. slices.GroupBy(slice => slice.Month).Select(month => (month.Key, new StopSheet(month.ToDictionary(slice => slice.Slice, slice => slice.Sheet))))];
    }

    /// <summary>Sets the sheets of these days; those that say what they said before are not written again.</summary>
    /// <param name="old">Machines with the first and last day whose other sheets go.</param>
    public async Task ReplaceAsync(IReadOnlyList<StopMark> old, IReadOnlyList<StoredSheet> sheets, CancellationToken cancellationToken)
    {
        await using var command = Command("""
            with given as (
                select * from unnest($4, $5, $6, $7, $8) g (grain, machine_id, slice, bucket, sheet)
            ), gone as (
                delete from plant.stop_sheet s using unnest($1, $2, $3) o (machine_id, first_day, last_day)
                where s.grain in (1, 2, 3) and s.machine_id = o.machine_id and s.bucket <= o.last_day
                    and s.bucket >= case s.grain when 3 then date_trunc('quarter', o.first_day::timestamp)::date else o.first_day end
                    and (s.grain, s.machine_id, s.slice, s.bucket) not in (select grain, machine_id, slice, bucket from given)
            )
            insert into plant.stop_sheet (tenant_id, grain, machine_id, slice, bucket, sheet)
            select tenancy.current_tenant(), * from given
            on conflict (tenant_id, grain, machine_id, slice, bucket) do update set sheet = excluded.sheet where stop_sheet.sheet <> excluded.sheet
            """);
        command.Parameters.Add(new() { Value = old.Select(o => o.MachineId).ToArray() });
        command.Parameters.Add(new() { Value = old.Select(o => o.First).ToArray() });
        command.Parameters.Add(new() { Value = old.Select(o => o.Last).ToArray() });
        command.Parameters.Add(new() { Value = sheets.Select(s => s.Grain).ToArray() });
        command.Parameters.Add(new() { Value = sheets.Select(s => s.MachineId).ToArray() });
        command.Parameters.Add(new() { Value = sheets.Select(s => s.Slice).ToArray() });
        command.Parameters.Add(new() { Value = sheets.Select(s => s.Bucket).ToArray() });
        command.Parameters.Add(new() { Value = sheets.Select(s => s.Bytes).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<StopMark>> MarksAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var marks = new List<StopMark>();
        while (await reader.ReadAsync(cancellationToken))
            marks.Add(new(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(2)));
        return marks;
    }

    private NpgsqlCommand Command(string sql) => new(sql, scope.Connection);
}
