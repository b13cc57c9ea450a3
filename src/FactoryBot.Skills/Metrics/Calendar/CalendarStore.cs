using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Calendar;

internal static class CalendarStore
{
    public static async Task<(List<ShiftRule> Rules, List<CalendarDay> Days)> ReadAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                new("""
                    select rule_id, site_id, line_id, shift_id, weekdays, starts_at, ends_at, break_starts, break_minutes, valid_from, valid_to
                    from plant.shift_rule order by rule_id
                    """),
                new("select entry_id, site_id, line_id, day, kind, starts_at, ends_at, shift_id, name from plant.calendar_day order by entry_id"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rules = new List<ShiftRule>();
        while (await reader.ReadAsync(cancellationToken))
            rules.Add(Rule(reader));
        await reader.NextResultAsync(cancellationToken);
        var days = new List<CalendarDay>();
        while (await reader.ReadAsync(cancellationToken))
            days.Add(Day(reader));
        return (rules, days);
    }

    /// <summary>Replaces the whole calendar of the tenant: small, and so never half old.</summary>
    public static async Task WriteAsync(TenantScope scope, IEnumerable<ShiftRule> rules, IEnumerable<CalendarDay> days, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        batch.BatchCommands.Add(new("delete from plant.shift_rule"));
        batch.BatchCommands.Add(new("delete from plant.calendar_day"));
        foreach (var (rule, at) in rules.Select((rule, at) => (rule, at)))
        {
            batch.BatchCommands.Add(Command(
                "insert into plant.shift_rule values (tenancy.current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                at + 1, rule.SiteId, rule.LineId ?? (object)DBNull.Value, rule.ShiftId, rule.Days.Select(IsoDay).ToArray(), rule.Starts, rule.Ends,
                rule.Breaks.Select(pause => pause.Starts).ToArray(), rule.Breaks.Select(pause => pause.Minutes).ToArray(),
                rule.From ?? (object)DBNull.Value, rule.To ?? (object)DBNull.Value));
        }

        foreach (var (entry, at) in days.Select((entry, at) => (entry, at)))
        {
            batch.BatchCommands.Add(Command(
                "insert into plant.calendar_day values (tenancy.current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9)",
                at + 1, entry.SiteId, entry.LineId ?? (object)DBNull.Value, entry.Day, entry.Kind.ToString().ToLowerInvariant(),
                entry.Starts ?? (object)DBNull.Value, entry.Ends ?? (object)DBNull.Value, entry.ShiftId ?? (object)DBNull.Value, entry.Name));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static ShiftRule Rule(NpgsqlDataReader r) => new(
        r.GetInt32(0), r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt32(2), r.GetInt32(3),
        [.. r.GetFieldValue<short[]>(4).Select(day => (DayOfWeek)(day % 7))], r.GetFieldValue<TimeOnly>(5), r.GetFieldValue<TimeOnly>(6),
        [.. r.GetFieldValue<TimeOnly[]>(7).Zip(r.GetFieldValue<int[]>(8), (at, minutes) => new ShiftBreak(at, minutes))],
        r.IsDBNull(9) ? null : r.GetFieldValue<DateOnly>(9), r.IsDBNull(10) ? null : r.GetFieldValue<DateOnly>(10));

    private static CalendarDay Day(NpgsqlDataReader r) => new(
        r.GetInt32(0), r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt32(2), r.GetFieldValue<DateOnly>(3), Enum.Parse<CalendarDayKind>(r.GetString(4), ignoreCase: true),
        r.IsDBNull(5) ? null : r.GetFieldValue<TimeOnly>(5), r.IsDBNull(6) ? null : r.GetFieldValue<TimeOnly>(6), r.IsDBNull(7) ? null : r.GetInt32(7), r.GetString(8));

    private static short IsoDay(DayOfWeek day) => (short)(((int)day + 6) % 7 + 1);
}
