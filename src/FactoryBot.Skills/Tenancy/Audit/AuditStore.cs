using System.Runtime.CompilerServices;
using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Tenancy.Audit;

internal static class AuditStore
{
    /// <returns>The entry's place in the tenant's log; the database gives it and the hash.</returns>
    public static Task<long> AppendAsync(
        TenantScope scope, DateTimeOffset at, AuditActor actor, string action, string subject, string details, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<long>(new CommandDefinition(
            """
            insert into tenancy.audit (tenant_id, at, member_id, actor, turn_id, action, subject, details)
            values (@TenantId, @at, @MemberId, @Name, @TurnId, @action, @subject, @details::json)
            returning sequence
            """,
            new { scope.TenantId, at = at.ToUniversalTime(), actor.MemberId, actor.Name, actor.TurnId, action, subject, details },
            cancellationToken: cancellationToken));

    /// <summary>The whole log in order, with the head beside each entry: one statement, so both are of the same moment.</summary>
    public static async IAsyncEnumerable<Row> ReadAsync(TenantScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await scope.Connection.ExecuteReaderAsync(new CommandDefinition(
            """
            select tenant_id, a.sequence, a.at, a.member_id, a.actor, a.turn_id, a.action, a.subject, a.details::text as details,
                a.previous_hash, a.hash, coalesce(h.sequence, 0) as head_sequence, h.hash as head_hash
            from tenancy.audit a
            full join tenancy.audit_head h using (tenant_id)
            order by a.sequence
            """,
            commandTimeout: 0,
            cancellationToken: cancellationToken));
        var parse = reader.GetRowParser<Row>();
        while (await reader.ReadAsync(cancellationToken))
            yield return parse(reader);
    }

    internal sealed record Row
    {
        public Guid TenantId { get; init; }
        public long? Sequence { get; init; }
        public DateTime At { get; init; }
        public Guid? MemberId { get; init; }
        public string Actor { get; init; } = "";
        public Guid? TurnId { get; init; }
        public string Action { get; init; } = "";
        public string Subject { get; init; } = "";
        public string Details { get; init; } = "";
        public byte[] PreviousHash { get; init; } = [];
        public byte[] Hash { get; init; } = [];
        public long HeadSequence { get; init; }
        public byte[]? HeadHash { get; init; }

        /// <summary>Null where there is a head and no entry at all.</summary>
        public AuditEntry? Entry => Sequence is not { } sequence ? null : new()
        {
            TenantId = TenantId,
            Sequence = sequence,
            At = new(DateTime.SpecifyKind(At, DateTimeKind.Utc)),
            MemberId = MemberId,
            Actor = Actor,
            TurnId = TurnId,
            Action = Action,
            Subject = Subject,
            Details = Details,
        };
    }
}
