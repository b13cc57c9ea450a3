using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;

namespace FactoryBot.Skills.Quotes.Attachments;

/// <summary>Files that belong to a quote; their content is kept by the <see cref="FileStore"/>.</summary>
internal static class AttachmentStore
{
    public static Task AddAsync(TenantScope scope, Guid quoteId, StoredFile file, Guid addedBy, DateTimeOffset at, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.quote_file (tenant_id, quote_id, file_id, name, size, added_by, added_at)
            values (tenancy.current_tenant(), @quoteId, @Id, @Name, @Size, @addedBy, @at)
            """,
            new { quoteId, file.Id, file.Name, file.Size, addedBy, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken));

    /// <summary>The oldest first.</summary>
    public static async Task<IReadOnlyList<Attachment>> OfAsync(TenantScope scope, Guid quoteId, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(Guid FileId, string Name, long Size, string? AddedBy, DateTime AddedAt)>(new CommandDefinition(
            """
            select f.file_id, f.name, f.size, m.name as added_by, f.added_at
            from quotes.quote_file f left join tenancy.member m on m.member_id = f.added_by
            where f.quote_id = @quoteId order by f.added_at, f.file_id
            """,
            new { quoteId },
            cancellationToken: cancellationToken))).Select(f => new Attachment(f.FileId, f.Name, f.Size, f.AddedBy ?? "", f.AddedAt))];

    /// <returns>False where the quote has no such file.</returns>
    public static async Task<bool> RemoveAsync(TenantScope scope, Guid quoteId, Guid fileId, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            "delete from quotes.quote_file where quote_id = @quoteId and file_id = @fileId", new { quoteId, fileId }, cancellationToken: cancellationToken)) == 1;
}

/// <param name="Size">In bytes.</param>
internal sealed record Attachment(Guid FileId, string Name, long Size, string AddedBy, DateTimeOffset AddedAt);
