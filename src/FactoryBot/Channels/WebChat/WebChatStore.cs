using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Channels.WebChat;

/// <summary>The page's conversations and all that was shown in them.</summary>
internal sealed class WebChatStore(FactoryDatabase database, TimeProvider time)
{
    /// <summary>What hosts tell each other: "tenant conversation" has something new.</summary>
    public const string Channel = "webchat";

    private const string Next = """
        update webchat.conversation set position = position + 1
        where tenant_id = @TenantId and conversation_id = @Id
        returning position
        """;

    public async Task AddAsync(WebConversation conversation, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into webchat.conversation (tenant_id, conversation_id, user_id, user_name, secret, created_at)
            values (@TenantId, @Id, @UserId, @UserName, @Secret, @now)
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql, new { conversation.TenantId, conversation.Id, conversation.UserId, conversation.UserName, conversation.Secret, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    public async Task<WebConversation?> FindAsync(Guid tenantId, string id, CancellationToken cancellationToken)
    {
        const string sql = """
            select c.tenant_id, c.conversation_id as id, c.user_id, c.user_name, c.secret, t.key as tenant_key
            from webchat.conversation c join tenancy.tenant t on t.tenant_id = c.tenant_id
            where c.tenant_id = @tenantId and c.conversation_id = @id
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<WebConversation>(
            new(sql, new { tenantId, id }, cancellationToken: cancellationToken));
    }

    /// <summary>Adds an activity at the end, unless its source has added one before.</summary>
    /// <param name="write">Makes the activity of its id.</param>
    /// <returns>Its id; that of the earlier one where there is one; null where the conversation is gone.</returns>
    public async Task<(string? Id, bool Added)> AppendAsync(
        ConversationName conversation, string source, Func<string, string> write, CancellationToken cancellationToken)
    {
        const string known = "select activity_id from webchat.activity where tenant_id = @TenantId and conversation_id = @Id and source = @source";
        const string insert = """
            insert into webchat.activity (tenant_id, conversation_id, activity_id, position, source, activity, created_at)
            values (@TenantId, @Id, @activityId, @position, @source, @activity, @now);
            select pg_notify('webchat', @TenantId || ' ' || @Id);
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        // Takes the row's lock first: two senders of the same source come one after the other.
        var position = await scope.Connection.QuerySingleOrDefaultAsync<long?>(new(Next, conversation, cancellationToken: cancellationToken));
        if (position is null)
            return (null, false);
        if (await scope.Connection.QuerySingleOrDefaultAsync<string>(new(
            known, new { conversation.TenantId, conversation.Id, source }, cancellationToken: cancellationToken)) is { } earlier)
            return (earlier, false);
        var activityId = $"{conversation.Id}|{position:0000000}";
        await scope.Connection.ExecuteAsync(new(
            insert,
            new { conversation.TenantId, conversation.Id, activityId, position, source, activity = write(activityId), now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        return (activityId, true);
    }

    /// <summary>Puts another activity in place of one: it keeps its id, and everybody is sent it again.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> ReplaceAsync(ConversationName conversation, string activityId, string activity, CancellationToken cancellationToken)
    {
        const string sql = """
            update webchat.activity set activity = @activity, position = @position
            where tenant_id = @TenantId and conversation_id = @Id and activity_id = @activityId
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        var position = await scope.Connection.QuerySingleOrDefaultAsync<long?>(new(Next, conversation, cancellationToken: cancellationToken));
        var rows = await scope.Connection.ExecuteAsync(new(
            sql, new { conversation.TenantId, conversation.Id, activityId, activity, position }, cancellationToken: cancellationToken));
        if (rows == 0)
            return false;
        await scope.Connection.ExecuteAsync(new(
            "select pg_notify('webchat', @TenantId || ' ' || @Id)", conversation, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes back what was stored for a message that was then not accepted.</summary>
    public async Task RemoveAsync(ConversationName conversation, string activityId, CancellationToken cancellationToken)
    {
        const string sql = "delete from webchat.activity where tenant_id = @TenantId and conversation_id = @Id and activity_id = @activityId";
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql, new { conversation.TenantId, conversation.Id, activityId }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>What came after the position, in order.</summary>
    public async Task<IReadOnlyList<(long Position, string Activity)>> AfterAsync(
        ConversationName conversation, long position, int most, CancellationToken cancellationToken)
    {
        const string sql = """
            select position, activity from webchat.activity
            where tenant_id = @TenantId and conversation_id = @Id and position > @position
            order by position limit @most
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        return [.. await scope.Connection.QueryAsync<(long, string)>(new(
            sql, new { conversation.TenantId, conversation.Id, position, most }, cancellationToken: cancellationToken))];
    }

    /// <summary>Forgets the tenant's conversations that began before the moment.</summary>
    public async Task ForgetAsync(Guid tenantId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        const string sql = "delete from webchat.conversation where tenant_id = @tenantId and created_at < @before";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(sql, new { tenantId, before }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }
}
