using System.Buffers.Binary;
using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Reads the vectors of tenants with many pieces.</summary>
internal static class VectorStore
{
    // pgvector writes the count of numbers and a spare in front of them.
    private const int Head = 4;

    public static Task<VectorState> StateAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<VectorState>(Command(
            """
            select coalesce(sum(hashint4(document_id)::bigint * version), 0)::bigint as documents, coalesce(sum(pieces), 0)::bigint as pieces,
                (select count(*) from documents.piece where tenant_id = @TenantId and vector is null) as missing
            from documents.document where tenant_id = @TenantId
            """,
            new { scope.TenantId },
            cancellationToken));

    public static async Task<Dictionary<int, int>> VersionsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(int Document, int Version)>(Command(
            "select document_id, version from documents.document where tenant_id = @TenantId", new { scope.TenantId }, cancellationToken)))
        .ToDictionary(d => d.Document, d => d.Version);

    /// <param name="documents">Null: of all.</param>
    public static async Task<List<VectorRow>> RowsAsync(TenantScope scope, int[]? documents, CancellationToken cancellationToken)
    {
        var rows = new List<VectorRow>();
        await foreach (var (piece, document, set, bytes) in scope.Connection.QueryUnbufferedAsync<(long, int, int, byte[])>(
            """
            select piece_id, document_id, set_id, vector_send(vector)
            from documents.piece
            where tenant_id = @TenantId and vector is not null and (@documents::integer[] is null or document_id = any (@documents))
            """,
            new { scope.TenantId, documents }).WithCancellation(cancellationToken))
        {
            rows.Add(VectorRow.Of(piece, document, set, Numbers(bytes)));
        }

        return rows;
    }

    /// <summary>The nearest of the pieces given.</summary>
    public static async Task<List<(long PieceId, int DocumentId)>> AmongAsync(
        TenantScope scope, int[] sets, int[]? documents, ReadOnlyMemory<float> vector, List<long> pieces, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(long, int)>(Command(
            """
            select p.piece_id, p.document_id
            from documents.piece p
            where p.tenant_id = @TenantId and p.piece_id = any (@pieces) and p.set_id = any (@sets) and p.vector is not null
              and (@documents::integer[] is null or p.document_id = any (@documents))
            order by (p.vector <=> @vector::vector) + 0
            limit @most
            """,
            new { scope.TenantId, sets, documents, pieces, vector = VectorText.Of(vector.Span), most },
            cancellationToken))).AsList();

    /// <summary>Through the graph; pieces that are not in it yet are all compared.</summary>
    public static async Task<List<(long PieceId, int DocumentId)>> ThroughGraphAsync(
        TenantScope scope, int[] sets, int[]? documents, ReadOnlyMemory<float> vector, int most, CancellationToken cancellationToken)
    {
        await scope.Connection.ExecuteAsync(Command(
            "set local hnsw.iterative_scan = 'relaxed_order'; set local hnsw.ef_search = 400; set local hnsw.max_scan_tuples = 60000", new { }, cancellationToken));
        return (await scope.Connection.QueryAsync<(long, int)>(Command(
            """
            select piece_id, document_id from (
                (select p.piece_id, p.document_id, p.vector <=> @vector::vector as distance
                from documents.piece p
                where p.graphed and p.tenant_id = @TenantId and p.set_id = any (@sets) and (@documents::integer[] is null or p.document_id = any (@documents))
                order by p.vector <=> @vector::vector
                limit @most)
                union all
                (select p.piece_id, p.document_id, p.vector <=> @vector::vector
                from documents.piece p
                where not p.graphed and p.tenant_id = @TenantId and p.set_id = any (@sets) and p.vector is not null
                  and (@documents::integer[] is null or p.document_id = any (@documents))
                order by (p.vector <=> @vector::vector) + 0
                limit @most)) near
            order by distance
            limit @most
            """,
            new { scope.TenantId, sets, documents, vector = VectorText.Of(vector.Span), most },
            cancellationToken))).AsList();
    }

    /// <summary>Puts pieces into the graph where the tenant has so many that they are looked for there.</summary>
    /// <returns>How many were put in; at most that many.</returns>
    public static Task<int> GraphAsync(TenantScope scope, int above, int most, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            update documents.piece p set graphed = true
            where p.tenant_id = @TenantId and (select sum(pieces) from documents.document where tenant_id = @TenantId) > @above and p.piece_id in (
                select piece_id from documents.piece where tenant_id = @TenantId and not graphed and vector is not null order by piece_id limit @most)
            """,
            new { scope.TenantId, above, most },
            cancellationToken));

    private static float[] Numbers(byte[] bytes)
    {
        var numbers = new float[(bytes.Length - Head) / sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadSingleBigEndian(bytes.AsSpan(Head + (i * sizeof(float))));
        return numbers;
    }

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}
