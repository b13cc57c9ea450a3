using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Which way of making vectors serves a tenant, and the pieces on their way to another.</summary>
internal static class EmbeddingStore
{
    /// <summary>A statement: which way serves.</summary>
    public const string Serving = "select embedding_id, name from documents.embedding where tenant_id = @TenantId and serving;";

    /// <summary>A statement: it stays so until the end of the transaction.</summary>
    public const string KeepServing = "select pg_advisory_xact_lock_shared(hashtextextended(@tenant, 613))::text;";

    /// <summary>The tenants that keep documents.</summary>
    public static async Task<IReadOnlyList<Guid>> TenantsAsync(FactoryDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(Command("select * from documents.tenants()", new { }, cancellationToken))).AsList();
    }

    public static async Task<ServingEmbedding> ServingAsync(TenantScope scope, CancellationToken cancellationToken) =>
        await scope.Connection.QuerySingleOrDefaultAsync<ServingEmbedding?>(Command(Serving, new { scope.TenantId }, cancellationToken)) ?? ServingEmbedding.Lexical;

    /// <summary>Which way serves stays as it is until the end of the caller's transaction.</summary>
    public static Task KeepServingAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(KeepServing, new { tenant = scope.TenantId.ToString() }, cancellationToken));

    public static Task<short> IdAsync(TenantScope scope, string name, CancellationToken cancellationToken) =>
        name == LexicalEmbedding.Name ? Task.FromResult(ServingEmbedding.Lexical.EmbeddingId) : scope.Connection.QuerySingleAsync<short>(Command(
            """
            insert into documents.embedding (tenant_id, embedding_id, name)
            select @TenantId, greatest(1, coalesce(max(embedding_id), 1)) + 1, @name from documents.embedding where tenant_id = @TenantId
            on conflict (tenant_id, name) do update set name = excluded.name
            returning embedding_id
            """,
            new { scope.TenantId, name },
            cancellationToken));

    /// <summary>The next pieces without a vector of that way.</summary>
    /// <param name="serving">It is the way that serves already.</param>
    public static async Task<IReadOnlyList<UnembeddedPiece>> PendingAsync(
        TenantScope scope, short id, bool serving, long after, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<UnembeddedPiece>(Command(
            $"""
            select piece_id, array_to_string(path, ': ') || chr(10) || text as text
            from documents.piece
            where tenant_id = @TenantId and piece_id > @after and {(serving ? "vector is null" : "next_id is distinct from @id")}
            order by piece_id
            limit @most
            """,
            new { scope.TenantId, id, after, most },
            cancellationToken))).AsList();

    public static Task<int> WriteAsync(
        TenantScope scope, short id, bool serving, IReadOnlyList<UnembeddedPiece> pieces, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            $"""
            update documents.piece p set {(serving ? "embedding_id = @id, vector" : "next_id = @id, next_vector")} = e.vector::vector
            from unnest(@ids, @vectors) as e(piece_id, vector)
            where p.tenant_id = @TenantId and p.piece_id = e.piece_id
            """,
            new
            {
                scope.TenantId, id, ids = pieces.Select(p => p.PieceId).ToArray(), vectors = vectors.Select(v => VectorText.Of(v.Span)).ToArray(),
            },
            cancellationToken));

    /// <summary>From here on that way serves: all pieces change over in the caller's transaction.</summary>
    /// <returns>False where pieces came in meanwhile that do not have their vector yet.</returns>
    public static async Task<bool> SwitchAsync(TenantScope scope, short id, string name, CancellationToken cancellationToken)
    {
        await scope.Connection.ExecuteAsync(Command(
            "select pg_advisory_xact_lock(hashtextextended(@key, 613))", new { key = scope.TenantId.ToString() }, cancellationToken));
        if ((await PendingAsync(scope, id, serving: false, 0, 1, cancellationToken)).Count > 0)
            return false;
        await scope.Connection.ExecuteAsync(Command(
            """
            update documents.piece set vector = next_vector, embedding_id = next_id, next_vector = null, next_id = null where tenant_id = @TenantId;
            update documents.embedding set serving = false where tenant_id = @TenantId and serving;
            insert into documents.embedding (tenant_id, embedding_id, name, serving) values (@TenantId, @id, @name, true)
            on conflict (tenant_id, name) do update set serving = true
            """,
            new { scope.TenantId, id, name },
            cancellationToken));
        return true;
    }

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}

internal sealed record ServingEmbedding
{
    /// <summary>What serves where nothing else was ever configured.</summary>
    public static ServingEmbedding Lexical { get; } = new() { EmbeddingId = 1, Name = LexicalEmbedding.Name };

    public short EmbeddingId { get; init; }
    public string Name { get; init; } = "";
}

internal sealed record UnembeddedPiece
{
    public long PieceId { get; init; }
    public string Text { get; init; } = "";
}
