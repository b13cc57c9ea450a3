using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Channels.Slack;

/// <summary>The encrypted tokens of workspaces, and forms that wait to be opened.</summary>
internal sealed class SlackStore(FactoryDatabase database, TimeProvider time)
{
    // A button whose form is gone says so; nobody fills one in after so long.
    private static readonly TimeSpan FormsKept = TimeSpan.FromDays(90);

    public async Task<byte[]?> TokenAsync(Guid tenantId, string team, CancellationToken cancellationToken)
    {
        const string sql = "select token from slack.workspace where tenant_id = @tenantId and team_id = @team";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<byte[]>(new(sql, new { tenantId, team }, cancellationToken: cancellationToken));
    }

    public async Task KeepTokenAsync(Guid tenantId, string team, byte[] token, string? botUser, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into slack.workspace (tenant_id, team_id, token, bot_user, installed_at) values (@tenantId, @team, @token, @botUser, @now)
            on conflict (tenant_id, team_id) do update set
                token = excluded.token, bot_user = excluded.bot_user, installed_at = excluded.installed_at
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(sql, new { tenantId, team, token, botUser, now = time.GetUtcNow() }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    public async Task ForgetTokenAsync(Guid tenantId, string team, CancellationToken cancellationToken)
    {
        const string sql = "delete from slack.workspace where tenant_id = @tenantId and team_id = @team";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(sql, new { tenantId, team }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>Keeps forms of an answer until somebody opens one.</summary>
    public async Task KeepFormsAsync(Guid tenantId, IReadOnlyList<(string Id, string View)> forms, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into slack.form (tenant_id, form_id, view, created_at) values (@tenantId, @Id, @View, @now) on conflict do nothing
            """;
        const string forget = "delete from slack.form where tenant_id = @tenantId and created_at < @old";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql, forms.Select(f => new { tenantId, f.Id, f.View, now = time.GetUtcNow() }), cancellationToken: cancellationToken));
        await scope.Connection.ExecuteAsync(new(forget, new { tenantId, old = time.GetUtcNow() - FormsKept }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    public async Task<string?> FormAsync(Guid tenantId, string formId, CancellationToken cancellationToken)
    {
        const string sql = "select view from slack.form where tenant_id = @tenantId and form_id = @formId";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<string>(new(sql, new { tenantId, formId }, cancellationToken: cancellationToken));
    }
}
