using System.Buffers;
using System.Text;
using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Notices;

/// <summary>All SQL of the notices.</summary>
public sealed class NoticeStore(FactoryDatabase database)
{
    /// <summary>Tells the hosts that a notice was posted.</summary>
    public const string WakeChannel = "notices";

    internal static async Task PostAsync(TenantScope scope, Notice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into notices.notice (tenant_id, notice_id, key, recipient, member_id, conversation_id, on_top, needs, otherwise, result, posted_at, due_at)
            values (@tenantId, @id, @Key, @recipient, @MemberId, @ConversationId, @OnTop, @Needs, @otherwise, @result, @now, @now)
            on conflict (tenant_id, key, recipient) do update
            set result = excluded.result, needs = excluded.needs, otherwise = excluded.otherwise, posted_at = excluded.posted_at, due_at = excluded.due_at, state = 0, attempts = 0,
                version = notice.version + 1;
            select pg_notify('notices', '')
            """;
        var recipient = notice.MemberId?.ToString() ?? notice.ConversationId ?? throw new ArgumentException("A notice has a recipient.", nameof(notice));
        await scope.Connection.ExecuteAsync(new(
            sql,
            new
            {
                tenantId = scope.TenantId,
                id = Guid.CreateVersion7(now),
                notice.Key,
                recipient,
                notice.MemberId,
                notice.ConversationId,
                notice.OnTop,
                notice.Needs,
                otherwise = notice.Otherwise is { } otherwise ? Written(otherwise) : null,
                result = Written(notice.Result),
                now,
            },
            cancellationToken: cancellationToken));
    }

    /// <summary>The conversations that were told of something, by its key.</summary>
    internal static async Task<IReadOnlyList<string>> ConversationsAsync(TenantScope scope, string key, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<string>(new(
            "select conversation_id from notices.notice where key = @key and conversation_id is not null order by conversation_id",
            new { key },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Notices of all tenants that are to be sent now, the oldest first.</summary>
    public async Task<IReadOnlyList<(Guid TenantId, Guid NoticeId)>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(Guid, Guid)>(
            new("select tenant_id, notice_id from notices.due(@now, @most)", new { now, most }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Takes a notice for this host alone until a moment; null where another host has it, or it needs no sending any more.</summary>
    public async Task<DueNotice?> TakeAsync(Guid tenantId, Guid noticeId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            update notices.notice set taken_until = @until
            where tenant_id = @tenantId and notice_id = @noticeId and state = 0 and (taken_until is null or taken_until <= @now)
            returning notice_id, version, member_id, conversation_id, on_top, needs, otherwise, result, posted_at, attempts, channel, handle::text as handle
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var row = await scope.Connection.QuerySingleOrDefaultAsync<Row>(
            new(sql, new { tenantId, noticeId, now, until }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        return row is null
            ? null
            : new(
                tenantId, row.NoticeId, row.Version, row.MemberId, row.ConversationId, SkillResultJson.Read(Encoding.UTF8.GetBytes(row.Result)),
                row.PostedAt, row.Attempts, row.Channel, row.Handle is null ? null : JsonElement.Parse(row.Handle))
            {
                OnTop = row.OnTop,
                Needs = row.Needs,
                Otherwise = row.Otherwise is null ? null : SkillResultJson.Read(Encoding.UTF8.GetBytes(row.Otherwise)),
            };
    }

    /// <summary>Marks it as sent; a newer content that came meanwhile stays due, and takes the sent message's place.</summary>
    public Task SentAsync(DueNotice notice, string channel, JsonElement? handle, DateTimeOffset now, CancellationToken cancellationToken) =>
        UpdateAsync(
            notice,
            "state = case when version = @Version then 1 else 0 end, channel = @channel, handle = @handle::jsonb, sent_at = @now, attempts = 0",
            new { notice.TenantId, notice.Id, notice.Version, channel, handle = handle?.GetRawText(), now },
            cancellationToken);

    /// <summary>What no channel could bring to a member, oldest first, for a place where they look by themselves. It is theirs from then on.</summary>
    public async Task<IReadOnlyList<SkillResult>> CollectAsync(Guid tenantId, Guid memberId, string channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            with collected as (
                update notices.notice set state = 1, channel = @channel, sent_at = @now, taken_until = null
                where tenant_id = @tenantId and member_id = @memberId and state = 2
                returning result, posted_at)
            select result from collected order by posted_at
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var found = (await scope.Connection.QueryAsync<string>(
            new(sql, new { tenantId, memberId, channel, now = now.ToUniversalTime() }, cancellationToken: cancellationToken))).AsList();
        await scope.CommitAsync(cancellationToken);
        return [.. found.Select(r => SkillResultJson.Read(Encoding.UTF8.GetBytes(r)))];
    }

    /// <param name="dueAt">When to try again; null: given up.</param>
    public Task NotSentAsync(DueNotice notice, DateTimeOffset? dueAt, CancellationToken cancellationToken) =>
        UpdateAsync(
            notice,
            "state = case when version = @Version and @dueAt::timestamptz is null then 2 else 0 end, due_at = coalesce(@dueAt, due_at), attempts = attempts + 1",
            new { notice.TenantId, notice.Id, notice.Version, dueAt },
            cancellationToken);

    private static string Written(SkillResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        SkillResultJson.Write(output, result);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private async Task UpdateAsync(DueNotice notice, string set, object parameters, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(notice.TenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            $"update notices.notice set {set}, taken_until = null where tenant_id = @TenantId and notice_id = @Id",
            parameters,
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    private sealed record Row
    {
        public Guid NoticeId { get; init; }
        public int Version { get; init; }
        public Guid? MemberId { get; init; }
        public string? ConversationId { get; init; }
        public bool OnTop { get; init; }
        public string? Needs { get; init; }
        public string? Otherwise { get; init; }
        public string Result { get; init; } = "";
        public DateTimeOffset PostedAt { get; init; }
        public short Attempts { get; init; }
        public string? Channel { get; init; }
        public string? Handle { get; init; }
    }
}

/// <summary>A notice that this host is sending.</summary>
/// <param name="Version">Of its content.</param>
/// <param name="Channel">The channel that carried an earlier content, with <paramref name="Handle"/> to find that message; null at first.</param>
public sealed record DueNotice(
    Guid TenantId,
    Guid Id,
    int Version,
    Guid? MemberId,
    string? ConversationId,
    SkillResult Result,
    DateTimeOffset PostedAt,
    int Attempts,
    string? Channel,
    JsonElement? Handle)
{
    public bool OnTop { get; init; }
    public string? Needs { get; init; }
    public SkillResult? Otherwise { get; init; }
}
