using System.Text.Json;
using Dapper;
using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using Npgsql;

namespace FactoryBot.Turns;

/// <summary>All SQL of the turns but the batched writes, which are in <see cref="TurnBatchStore"/>.</summary>
internal sealed class TurnStore(FactoryDatabase database)
{
    /// <summary>The conversation's open turns in order, if this host may answer it; takes it over from a host that is gone.</summary>
    public async Task<IReadOnlyList<OpenTurn>> TakeOverAsync(
        ConversationKey conversation, Guid hostId, CancellationToken cancellationToken)
    {
        const string claim = """
            update turns.conversation
            set host_id = @hostId
            where tenant_id = @tenantId and conversation_id = @id
              and (host_id = @hostId or not turns.host_is_alive(host_id))
            """;
        const string count = """
            update turns.turn t set attempts = t.attempts + 1
            from turns.open o
            where o.tenant_id = @tenantId and o.conversation_id = @id and t.tenant_id = @tenantId and t.turn_id = o.turn_id
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        var parameters = new { hostId, tenantId = conversation.TenantId, id = conversation.Id };
        if (await scope.Connection.ExecuteAsync(new(claim, parameters, cancellationToken: cancellationToken)) == 0)
            return [];
        await scope.Connection.ExecuteAsync(new(count, parameters, cancellationToken: cancellationToken));
        var open = await OpenTurnsAsync(scope, conversation, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return open;
    }

    public async Task<IReadOnlyList<OpenTurn>> OpenTurnsAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        return await OpenTurnsAsync(scope, conversation, cancellationToken);
    }

    /// <summary>Whether no host has noted the turn's end yet.</summary>
    public async Task<bool> IsOpenAsync(OpenTurn turn, CancellationToken cancellationToken)
    {
        const string sql = "select exists (select from turns.open where tenant_id = @tenantId and conversation_id = @id and position = @position)";
        await using var scope = await database.OpenAsync(turn.Conversation.TenantId, cancellationToken);
        return await scope.Connection.QuerySingleAsync<bool>(
            new(sql, new { tenantId = turn.Conversation.TenantId, id = turn.Conversation.Id, position = turn.Position }, cancellationToken: cancellationToken));
    }

    private static async Task<IReadOnlyList<OpenTurn>> OpenTurnsAsync(
        TenantScope scope, ConversationKey conversation, CancellationToken cancellationToken)
    {
        const string sql = """
            select t.turn_id, t.position, t.inbound::text as inbound, t.reply, t.attempts
            from turns.open o
            join turns.turn t on t.tenant_id = @tenantId and t.turn_id = o.turn_id
            where o.tenant_id = @tenantId and o.conversation_id = @id
            order by o.position
            """;
        var rows = await scope.Connection.QueryAsync<(Guid TurnId, long Position, string Inbound, string? Reply, short Attempts)>(
            new(sql, new { tenantId = conversation.TenantId, id = conversation.Id }, cancellationToken: cancellationToken));
        return [.. rows.Select(r => new OpenTurn(
            conversation, r.TurnId, r.Position,
            JsonSerializer.Deserialize(r.Inbound, TurnJson.Default.InboundMessage)!,
            r.Reply is null ? null : ReplyJson.Read(r.Reply),
            r.Attempts))];
    }

    /// <summary>The last answered questions of the conversation, oldest first.</summary>
    public async Task<List<Exchange>> HistoryAsync(ConversationKey conversation, int most, CancellationToken cancellationToken)
    {
        const string sql = """
            select question, answer, calls::text as calls, status
            from turns.turn
            where tenant_id = @tenantId and conversation_id = @id and state > 0 and question is not null
            order by position desc
            limit @most
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        var rows = await scope.Connection.QueryAsync<(string Question, string Answer, string? Calls, string? Status)>(
            new(sql, new { tenantId = conversation.TenantId, id = conversation.Id, most }, cancellationToken: cancellationToken));
        return [.. rows.Reverse().Select(r => new Exchange(
            r.Question,
            r.Calls is null ? [] : JsonSerializer.Deserialize(r.Calls, TurnJson.Default.IReadOnlyListPlannedCall)!,
            r.Answer)
        {
            Refused = r.Status is { } status && status != nameof(ResultStatus.Answered),
        })];
    }

    /// <summary>The stored reply; null while the turn is not answered.</summary>
    public async Task<OutboundReply?> ReplyAsync(Guid tenantId, Guid turnId, CancellationToken cancellationToken)
    {
        const string sql = "select reply from turns.turn where tenant_id = @tenantId and turn_id = @turnId and state > 0";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var reply = await scope.Connection.QuerySingleOrDefaultAsync<string>(
            new(sql, new { tenantId, turnId }, cancellationToken: cancellationToken));
        return reply is null ? null : ReplyJson.Read(reply);
    }

    /// <summary>Conversations that wait for a host, with whether they are this host's own.</summary>
    public async Task<IReadOnlyList<(ConversationKey Conversation, bool Own)>> AbandonedAsync(
        Guid hostId, int most, CancellationToken cancellationToken)
    {
        const string sql = "select tenant_id, conversation_id, own from turns.abandoned(@hostId, @most)";
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(Guid TenantId, string Id, bool Own)>(new(sql, new { hostId, most }, cancellationToken: cancellationToken));
        return [.. rows.Select(r => (new ConversationKey(r.TenantId, r.Id), r.Own))];
    }

    /// <summary>Opens the connection that stands for this host: as long as it lives, its conversations are its own.</summary>
    public async Task<NpgsqlConnection> RegisterHostAsync(Guid hostId, CancellationToken cancellationToken)
    {
        const string sql = "select pg_advisory_lock(turns.host_key(@hostId))";
        var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new(sql, new { hostId }, cancellationToken: cancellationToken));
            await connection.ExecuteAsync(new($"listen {WakeChannel}", cancellationToken: cancellationToken));
            return connection;
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells a host that one of its conversations has a new message: "host tenant conversation".</summary>
    public const string WakeChannel = "turns";
}
