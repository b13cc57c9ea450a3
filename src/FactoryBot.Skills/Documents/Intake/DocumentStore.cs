using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Writes documents with their pieces. Every method works in the caller's transaction.</summary>
internal static class DocumentStore
{
    private const string Find =
        """
        select document_id, name, hash, pieces, file_id
        from documents.document
        where tenant_id = @TenantId and set_id = @setId and (name = @name or hash = @hash)
        order by (name = @name) desc, changed_at
        limit 1
        """;

    /// <summary>The set of that name; made where there is none.</summary>
    public static async Task<int> SetAsync(TenantScope scope, string name, CancellationToken cancellationToken) =>
        await FindSetAsync(scope, name, cancellationToken) ?? await scope.Connection.QuerySingleAsync<int>(Command(
            """
            insert into documents.document_set (tenant_id, name) values (@TenantId, @name)
            on conflict (tenant_id, lower(name)) do update set name = documents.document_set.name
            returning set_id
            """,
            new { scope.TenantId, name },
            cancellationToken));

    /// <summary>The set of that name; null where there is none.</summary>
    public static Task<int?> FindSetAsync(TenantScope scope, string name, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleOrDefaultAsync<int?>(Command(
            "select set_id from documents.document_set where tenant_id = @TenantId and lower(name) = lower(@name)", new { scope.TenantId, name }, cancellationToken));

    /// <summary>The names of what came out of an archive, whether it could be read or not.</summary>
    public static async Task<IReadOnlyList<string>> InsideAsync(TenantScope scope, int setId, string archive, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<string>(Command(
            """
            select name from documents.document where tenant_id = @TenantId and set_id = @setId and starts_with(name, @prefix)
            union
            select name from documents.failed_file where tenant_id = @TenantId and set_id = @setId and starts_with(name, @prefix)
            """,
            new { scope.TenantId, setId, prefix = archive + "/" },
            cancellationToken))).AsList();

    /// <summary>One file of a name is written at a time.</summary>
    public static Task LockAsync(TenantScope scope, int setId, string name, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command("select pg_advisory_xact_lock(hashtextextended(@key, 611))", new { key = KeyOf(scope, setId, name) }, cancellationToken));

    public static Task<KnownDocument?> FindAsync(TenantScope scope, int setId, string name, byte[] hash, CancellationToken cancellationToken) =>
        scope.Connection.QueryFirstOrDefaultAsync<KnownDocument?>(Command(
            Find, new { scope.TenantId, setId, name, hash }, cancellationToken));

    /// <summary>What has to be known before a file is read, in one message: its set where there is one, the document of its name or content, and which vectors serve.</summary>
    public static async Task<KnownBefore> BeforeAsync(TenantScope scope, string set, string name, byte[] hash, CancellationToken cancellationToken)
    {
        await using var all = await scope.Connection.QueryMultipleAsync(Command(
            $"""
            select set_id from documents.document_set where tenant_id = @TenantId and lower(name) = lower(@set);
            {Find.Replace("@setId", "(select set_id from documents.document_set where tenant_id = @TenantId and lower(name) = lower(@set))", StringComparison.Ordinal)};
            {EmbeddingStore.Serving}
            """,
            new { scope.TenantId, set, name, hash },
            cancellationToken));
        return new(
            await all.ReadSingleOrDefaultAsync<int?>(), await all.ReadFirstOrDefaultAsync<KnownDocument?>(),
            await all.ReadSingleOrDefaultAsync<ServingEmbedding?>() ?? ServingEmbedding.Lexical);
    }

    /// <summary>The same once nobody else writes a file of that name and the way that serves stays until the end of the transaction. Each of the statements sees what was
    /// committed before the locks were given.</summary>
    public static async Task<KnownBefore> LockedAsync(TenantScope scope, int setId, string name, byte[] hash, CancellationToken cancellationToken)
    {
        await using var all = await scope.Connection.QueryMultipleAsync(Command(
            $"""
            select pg_advisory_xact_lock(hashtextextended(@key, 611))::text;
            {EmbeddingStore.KeepServing}
            {Find};
            {EmbeddingStore.Serving}
            """,
            new { scope.TenantId, setId, name, hash, key = KeyOf(scope, setId, name), tenant = scope.TenantId.ToString() },
            cancellationToken));
        await all.ReadAsync<string>();
        await all.ReadAsync<string>();
        return new(setId, await all.ReadFirstOrDefaultAsync<KnownDocument?>(), await all.ReadSingleOrDefaultAsync<ServingEmbedding?>() ?? ServingEmbedding.Lexical);
    }

    /// <summary>Writes the document in place of the one of that name.</summary>
    public static async Task WriteAsync(TenantScope scope, NewDocument document, CancellationToken cancellationToken)
    {
        var (id, version, pieces) = await scope.Connection.QuerySingleAsync<(int, int, long[])>(Command(
            """
            with forgotten as (delete from documents.failed_file where tenant_id = @TenantId and set_id = @SetId and name = @Name)
            insert into documents.document (tenant_id, set_id, name, title, kind, hash, bytes, pages, pieces, words, file_id, owner_id, owner_name, dated_at, changed_at)
            values (@TenantId, @SetId, @Name, @Title, @Kind, @Hash, @Bytes, @Pages, @pieces, @words, @FileId, @OwnerId, @OwnerName, @DatedAt, @ChangedAt)
            on conflict (tenant_id, set_id, name) do update set
                title = excluded.title, kind = excluded.kind, hash = excluded.hash, bytes = excluded.bytes, pages = excluded.pages, pieces = excluded.pieces,
                words = excluded.words, version = documents.document.version + 1, file_id = excluded.file_id, owner_id = excluded.owner_id,
                owner_name = excluded.owner_name, dated_at = excluded.dated_at, changed_at = excluded.changed_at
            returning document_id, version, array(select nextval('documents.piece_piece_id_seq') from generate_series(1, @pieces))
            """,
            new
            {
                scope.TenantId, document.SetId, document.Name, document.Title, document.Kind, document.Hash, document.Bytes, document.Pages,
                pieces = document.Pieces.Count, words = document.Pieces.Sum(p => (long)p.Index.Length), document.FileId, document.OwnerId,
                document.OwnerName, document.DatedAt, document.ChangedAt,
            },
            cancellationToken));
        if (version > 1)
            await ClearAsync(scope, id, cancellationToken);
        await PieceStore.WriteAsync(scope, id, document, pieces, cancellationToken);
    }

    public static async Task<bool> ForgetFailureAsync(TenantScope scope, int setId, string name, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(Command(
            "delete from documents.failed_file where tenant_id = @TenantId and set_id = @setId and name = @name", new { scope.TenantId, setId, name }, cancellationToken)) > 0;

    public static Task BookFailureAsync(
        TenantScope scope, int setId, string name, string problem, DateTimeOffset at, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            insert into documents.failed_file (tenant_id, set_id, name, problem, failed_at) values (@TenantId, @setId, @name, @problem, @at)
            on conflict (tenant_id, set_id, name) do update set problem = excluded.problem, failed_at = excluded.failed_at
            """,
            new { scope.TenantId, setId, name, problem, at },
            cancellationToken));

    /// <returns>False where there is no such document.</returns>
    public static async Task<bool> DeleteAsync(TenantScope scope, int documentId, CancellationToken cancellationToken)
    {
        await ClearAsync(scope, documentId, cancellationToken);
        return await scope.Connection.ExecuteAsync(Command(
            "delete from documents.document where tenant_id = @TenantId and document_id = @documentId",
            new { scope.TenantId, documentId },
            cancellationToken)) > 0;
    }

    private static Task<int> ClearAsync(TenantScope scope, int documentId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            delete from documents.posting where tenant_id = @TenantId and document_id = @documentId;
            delete from documents.piece where tenant_id = @TenantId and document_id = @documentId
            """,
            new { scope.TenantId, documentId },
            cancellationToken));

    private static string KeyOf(TenantScope scope, int setId, string name) => $"{scope.TenantId}/{setId}/{name}";

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}

/// <param name="SetId">Null where there is no such set yet.</param>
internal sealed record KnownBefore(int? SetId, KnownDocument? Document, ServingEmbedding Serving);

internal sealed record KnownDocument
{
    public int DocumentId { get; init; }
    public string Name { get; init; } = "";
    public byte[] Hash { get; init; } = [];
    public int Pieces { get; init; }
    public Guid? FileId { get; init; }
}
