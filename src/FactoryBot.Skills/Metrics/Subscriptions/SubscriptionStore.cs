using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Subscriptions;

internal static class SubscriptionStore
{
    private const string Columns = "subscription_id, member_id, machine, line, site, weekdays, at, time_zone";

    /// <summary>Those of one member, the oldest first.</summary>
    public static async Task<List<DigestSubscription>> OfAsync(TenantScope scope, Guid memberId, CancellationToken cancellationToken)
    {
        await using var command = Command(scope, $"select {Columns} from plant.digest_subscription where member_id = $1 order by created_at, subscription_id", memberId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var all = new List<DigestSubscription>();
        while (await reader.ReadAsync(cancellationToken))
            all.Add(Read(reader));
        return all;
    }

    /// <summary>One, locked until the transaction ends: two hosts that are to send it do so one after the other.</summary>
    public static async Task<DigestSubscription?> LockAsync(TenantScope scope, Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(scope, $"select {Columns} from plant.digest_subscription where subscription_id = $1 for update", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public static async Task SaveAsync(TenantScope scope, DigestSubscription one, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into plant.digest_subscription (tenant_id, subscription_id, member_id, machine, line, site, weekdays, at, time_zone)
            values (tenancy.current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, subscription_id) do update set weekdays = excluded.weekdays, at = excluded.at, time_zone = excluded.time_zone
            """;
        await using var command = Command(
            scope, sql, one.Id, one.MemberId, one.Machine ?? (object)DBNull.Value, one.Line ?? (object)DBNull.Value, one.Site ?? (object)DBNull.Value,
            one.Schedule.Days.Select(day => (short)(((int)day + 6) % 7 + 1)).ToArray(), one.Schedule.Time, one.TimeZone);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task DeleteAsync(TenantScope scope, Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(scope, "delete from plant.digest_subscription where subscription_id = $1", id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Books the digest of a day.</summary>
    /// <returns>False where it has been sent already.</returns>
    public static async Task<bool> BookAsync(TenantScope scope, Guid id, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into plant.digest_sent (tenant_id, subscription_id, day, sent_at) values (tenancy.current_tenant(), $1, $2, $3)
            on conflict do nothing
            """;
        await using var command = Command(scope, sql, id, day, now.ToUniversalTime());
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static NpgsqlCommand Command(TenantScope scope, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, scope.Connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static DigestSubscription Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetGuid(1), Text(r, 2), Text(r, 3), Text(r, 4),
        Schedule.Of(r.GetFieldValue<short[]>(5).Select(day => (DayOfWeek)(day % 7)).ToList(), r.GetFieldValue<TimeOnly>(6)), r.GetString(7));

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);
}
