using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Approvals;

/// <summary>Requests, decisions and rules in a caller's unit of work. What may be decided by whom is said by the triggers of these tables.</summary>
public static class ApprovalStore
{
    /// <summary>Asks for approval of a stored version; the database reads the content's hash and facts itself.</summary>
    public static async Task<ApprovalRequest> AskAsync(
        TenantScope scope, string kind, Guid subjectId, int version, Guid requestedBy, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid();
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into approvals.request (tenant_id, request_id, kind, subject_id, subject_version, requested_by, requested_at)
            values (tenancy.current_tenant(), @requestId, @kind, @subjectId, @version, @requestedBy, @at)
            """,
            new { requestId, kind, subjectId, version, requestedBy, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken));
        return (await FindAsync(scope, requestId, cancellationToken))!;
    }

    /// <summary>Hands a decision in.</summary>
    /// <returns>Why it was not taken; null where it was.</returns>
    public static async Task<Refusal?> DecideAsync(
        TenantScope scope, Guid requestId, Guid memberId, Verdict verdict, string hash, string comment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await scope.Connection.ExecuteAsync(new CommandDefinition("savepoint decide", cancellationToken: cancellationToken));
        try
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition(
                """
                insert into approvals.decision (tenant_id, decision_id, request_id, member_id, verdict, comment, content_hash, at)
                values (tenancy.current_tenant(), @id, @requestId, @memberId, @verdict, @comment, decode(@hash, 'hex'), @at)
                """,
                new { id = Guid.NewGuid(), requestId, memberId, verdict = verdict.ToString().ToLowerInvariant(), comment, hash, at = at.ToUniversalTime() },
                cancellationToken: cancellationToken));
            return null;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.RaiseException && ApprovalFailures.Read(refused.MessageText) is { } refusal)
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition("rollback to savepoint decide", cancellationToken: cancellationToken));
            return refusal;
        }
    }

    public static async Task<ApprovalRequest?> FindAsync(TenantScope scope, Guid requestId, CancellationToken cancellationToken) =>
        await ReadAsync(scope, "r.request_id = @requestId", new { requestId }, cancellationToken) is [var request, ..] ? request : null;

    /// <summary>The newest request for a thing.</summary>
    public static async Task<ApprovalRequest?> LatestAsync(TenantScope scope, string kind, Guid subjectId, CancellationToken cancellationToken) =>
        await ReadAsync(scope, "r.kind = @kind and r.subject_id = @subjectId", new { kind, subjectId }, cancellationToken) is [var request, ..] ? request : null;

    public static Task<IReadOnlyList<ApprovalRequest>> OpenAsync(TenantScope scope, CancellationToken cancellationToken) =>
        ReadAsync(scope, "r.state = 'open'", new { }, cancellationToken);

    public static async Task<IReadOnlyList<Delegation>> DelegationsAsync(TenantScope scope, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(Guid MemberId, Guid DelegateId, DateTime FromAt, DateTime UntilAt)>(new CommandDefinition(
            "select member_id, delegate_id, from_at, until_at from approvals.delegation where from_at <= @at and until_at > @at",
            new { at = at.ToUniversalTime() },
            cancellationToken: cancellationToken))).Select(d => new Delegation(d.MemberId, d.DelegateId, d.FromAt, d.UntilAt)).ToArray();

    /// <summary>The rules of a kind; where a tenant has set none up, the one that then holds: everything needs somebody's approval.</summary>
    public static async Task<IReadOnlyList<ApprovalRule>> RulesAsync(TenantScope scope, string kind, CancellationToken cancellationToken)
    {
        ApprovalRule[] rules =
        [.. (await scope.Connection.QueryAsync<RuleRow>(new CommandDefinition(
            """
            select rule_id, kind, name, condition::text as condition, permission, member_id, everybody, step, own_allowed, due_hours, escalate_hours, escalate_permission, enabled
            from approvals.rule where kind = @kind order by step, name
            """,
            new { kind },
            cancellationToken: cancellationToken))).Select(r => r.ToRule())];
        return rules.Length > 0 ? rules : [new() { Kind = kind, Name = "Every " + kind, Permission = kind + "s.approve" }];
    }

    /// <returns>True for the one who is first to remind.</returns>
    public static async Task<bool> RemindAsync(TenantScope scope, Guid requestId, string what, DateTimeOffset at, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            "insert into approvals.reminder (tenant_id, request_id, what, at) values (tenancy.current_tenant(), @requestId, @what, @at) on conflict do nothing",
            new { requestId, what, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken)) == 1;

    private static async Task<IReadOnlyList<ApprovalRequest>> ReadAsync(TenantScope scope, string where, object values, CancellationToken cancellationToken)
    {
        var requests = (await scope.Connection.QueryAsync<ApprovalRow>(new CommandDefinition(
            $"""
            select r.request_id, r.kind, r.subject_id, r.subject_version, r.title, encode(r.content_hash, 'hex') as hash, r.state, r.automatic, r.requested_by,
                m.name as requested_by_name, r.requested_at, r.due_at
            from approvals.request r join tenancy.member m on m.member_id = r.requested_by
            where {where}
            order by r.requested_at desc, r.subject_version desc, (r.state = 'open') desc, r.request_id
            limit 500
            """,
            values,
            cancellationToken: cancellationToken))).AsList();
        if (requests.Count == 0)
            return [];
        var ids = requests.Select(r => r.RequestId).ToArray();
        var needs = (await scope.Connection.QueryAsync<NeedRow>(new CommandDefinition(
            """
            select request_id, need_no, step, rule_id, rule_name, permission, member_id, own_allowed, escalate_at, escalate_permission, satisfied_by
            from approvals.need where request_id = any(@ids) order by need_no
            """,
            new { ids },
            cancellationToken: cancellationToken))).ToLookup(n => n.RequestId);
        var decisions = (await scope.Connection.QueryAsync<DecisionRow>(new CommandDefinition(
            """
            select d.request_id, d.member_id, m.name as member_name, d.verdict, d.comment, d.at
            from approvals.decision d join tenancy.member m on m.member_id = d.member_id
            where d.request_id = any(@ids) order by d.at
            """,
            new { ids },
            cancellationToken: cancellationToken))).ToLookup(d => d.RequestId);
        return [.. requests.Select(r => r.ToRequest([.. needs[r.RequestId].Select(n => n.ToNeed())], [.. decisions[r.RequestId].Select(d => d.ToDecision())]))];
    }
}
