using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using Npgsql;

namespace FactoryBot.Skills.Approvals;

/// <summary>Rules and delegations, changed through the database's functions alone: they check who wants it and write the audit log.</summary>
internal static class ApprovalRuleStore
{
    /// <returns>The rule's id; null where the database refused it.</returns>
    public static Task<(Guid? RuleId, string? Refused)> SaveAsync(TenantScope scope, ApprovalRule rule, Asker asker, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(scope, rule.RuleId == Guid.Empty ? null : rule.RuleId, JsonSerializer.Serialize(RuleWritten.Of(rule), RuleJson.Default.RuleWritten), asker, at, cancellationToken);

    public static Task<(Guid? RuleId, string? Refused)> RemoveAsync(TenantScope scope, Guid ruleId, Asker asker, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(scope, ruleId, null, asker, at, cancellationToken);

    /// <summary>The rules that a tenant starts with; refused once anything was asked for or changed.</summary>
    public static Task StartAsync(TenantScope scope, string kind, IReadOnlyList<ApprovalRule> rules, DateTimeOffset at, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "select approvals.start_rules(@at, @kind, @json::jsonb)",
            new { at = at.ToUniversalTime(), kind, json = JsonSerializer.Serialize([.. rules.Select(RuleWritten.Of)], RuleJson.Default.IReadOnlyListRuleWritten) },
            cancellationToken: cancellationToken));

    /// <summary>The newest change; null where there was none.</summary>
    public static async Task<(Guid RuleId, ApprovalRule? Before, ApprovalRule? After)?> LastChangeAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var found = (await scope.Connection.QueryAsync<(Guid RuleId, string? Before, string? After)>(new CommandDefinition(
            "select rule_id, before::text, after::text from approvals.rule_change where changed_by is not null order by change_no desc limit 1", cancellationToken: cancellationToken))).AsList();
        return found is [var (ruleId, before, after)] ? (ruleId, Read(before), Read(after)) : null;
    }

    /// <param name="to">Null: nobody any more, from now on.</param>
    public static Task DelegateAsync(
        TenantScope scope, Guid who, Guid? to, DateTimeOffset from, DateTimeOffset until, Asker asker, DateTimeOffset at, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "select approvals.delegate(@MemberId, @TurnId, @at, @who, @to, @from, @until)",
            new { asker.MemberId, asker.TurnId, at = at.ToUniversalTime(), who, to, from = from.ToUniversalTime(), until = until.ToUniversalTime() },
            cancellationToken: cancellationToken));

    /// <returns>False where the database says that the acting member may not.</returns>
    public static async Task<bool> TryDelegateAsync(
        TenantScope scope, Guid who, Guid? to, DateTimeOffset from, DateTimeOffset until, Asker asker, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await DelegateAsync(scope, who, to, from, until, asker, at, cancellationToken);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.RaiseException)
        {
            return false;
        }
    }

    /// <summary>Delegations that hold now or will.</summary>
    public static async Task<IReadOnlyList<Delegation>> ToComeAsync(TenantScope scope, DateTimeOffset at, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(Guid MemberId, Guid DelegateId, DateTime FromAt, DateTime UntilAt)>(new CommandDefinition(
            "select member_id, delegate_id, from_at, until_at from approvals.delegation where until_at > @at order by from_at",
            new { at = at.ToUniversalTime() },
            cancellationToken: cancellationToken))).Select(d => new Delegation(d.MemberId, d.DelegateId, d.FromAt, d.UntilAt))];

    private static ApprovalRule? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, RuleJson.Default.RuleWritten)!.ToRule();

    private static async Task<(Guid? RuleId, string? Refused)> ChangeAsync(
        TenantScope scope, Guid? ruleId, string? json, Asker asker, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            return (await scope.Connection.ExecuteScalarAsync<Guid>(new CommandDefinition(
                "select approvals.save_rule(@MemberId, @TurnId, @at, @ruleId, @json::jsonb)",
                new { asker.MemberId, asker.TurnId, at = at.ToUniversalTime(), ruleId, json },
                cancellationToken: cancellationToken)), null);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.RaiseException or PostgresErrorCodes.CheckViolation)
        {
            return (null, refused.MessageText);
        }
    }
}
