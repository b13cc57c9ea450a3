using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;

namespace FactoryBot.Turns;

/// <summary>Which files came with which message.</summary>
internal sealed class SentFileStore(FactoryDatabase database)
{
    /// <summary>Keeps the files of a turn; of one that is taken up again the later ones count.</summary>
    public async Task KeepAsync(OpenTurn turn, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into turns.sent_file (tenant_id, turn_id, file_id, place, conversation_id, name, media_type, size)
            values (@tenantId, @turnId, @Id, @place, @conversation, @Name, @MediaType, @Size)
            on conflict (tenant_id, turn_id, place) do update
            set file_id = excluded.file_id, name = excluded.name, media_type = excluded.media_type, size = excluded.size
            """;
        var tenantId = turn.Conversation.TenantId;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql,
            files.Select((f, place) => new { tenantId, turn.TurnId, f.Id, place, conversation = turn.Conversation.Id, f.Name, f.MediaType, f.Size }),
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>The files of the last message of the conversation that brought any.</summary>
    public async Task<IReadOnlyList<StoredFile>> LastAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        const string sql = """
            select file_id as id, name, media_type, size
            from turns.sent_file
            where tenant_id = @tenantId and conversation_id = @id and turn_id = (
                select turn_id from turns.sent_file
                where tenant_id = @tenantId and conversation_id = @id
                order by turn_id desc limit 1)
            order by place
            """;
        await using var scope = await database.OpenAsync(conversation.TenantId, cancellationToken);
        var rows = await scope.Connection.QueryAsync<(Guid Id, string Name, string MediaType, long Size)>(
            new(sql, new { tenantId = conversation.TenantId, id = conversation.Id }, cancellationToken: cancellationToken));
        return [.. rows.Select(r => new StoredFile(r.Id, r.Name, r.MediaType, r.Size))];
    }
}
