using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Files;

/// <summary>Files of a tenant: what people sent, and what answers offer for download.</summary>
public sealed class FileStore(FactoryDatabase database, TimeProvider time)
{
    private const int LongestName = 200;

    public async Task<StoredFile> KeepAsync(Guid tenantId, NewFile file, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var kept = await KeepAsync(scope, file, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return kept;
    }

    /// <summary>Keeps it together with what else the caller's unit of work writes.</summary>
    public async Task<StoredFile> KeepAsync(TenantScope scope, NewFile file, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into files.file (tenant_id, file_id, name, media_type, content, created_at, expires_at)
            values (@tenantId, @Id, @Name, @MediaType, @Content, @now, @expires)
            """;
        var now = time.GetUtcNow();
        var stored = new StoredFile(Guid.CreateVersion7(now), Named(file.Name), file.MediaType, file.Content.LongLength);
        await scope.Connection.ExecuteAsync(new(
            sql,
            new { tenantId = scope.TenantId, stored.Id, stored.Name, stored.MediaType, file.Content, now, expires = now + file.Life },
            cancellationToken: cancellationToken));
        return stored;
    }

    /// <summary>Null where there is no such file of the tenant, or its time is over.</summary>
    public async Task<FileContent?> ReadAsync(Guid tenantId, Guid fileId, CancellationToken cancellationToken)
    {
        const string sql = """
            select name, media_type, content
            from files.file
            where tenant_id = @tenantId and file_id = @fileId and (expires_at is null or expires_at > @now)
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var (name, mediaType, content) = await scope.Connection.QuerySingleOrDefaultAsync<(string Name, string MediaType, byte[]? Content)>(
            new(sql, new { tenantId, fileId, now = time.GetUtcNow() }, cancellationToken: cancellationToken));
        return content is null ? null : new(new(fileId, name, mediaType, content.LongLength), content);
    }

    public static async Task DeleteAsync(TenantScope scope, Guid fileId, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new(
            "delete from files.file where tenant_id = @tenantId and file_id = @fileId",
            new { tenantId = scope.TenantId, fileId },
            cancellationToken: cancellationToken));

    /// <returns>How many files of all tenants were past their time and are deleted.</returns>
    public async Task<long> DropExpiredAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<long>(
            new("select files.drop_expired(@now)", new { now = time.GetUtcNow() }, cancellationToken: cancellationToken));
    }

    // Names come from other people's machines: no folder, no control character, no endless name; the ending stays.
    private static string Named(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        if (clean.Length > LongestName)
            clean = clean[..(LongestName - 20)] + clean[^20..];
        return clean.Length == 0 ? "file" : clean;
    }
}
