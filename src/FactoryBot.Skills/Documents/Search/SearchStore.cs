using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Finds pieces by words and by vectors, inside the sets that the asker may see.</summary>
internal static class SearchStore
{
    // Below this many pieces every one is compared: among those of other tenants the graph loses most of them, and is no faster.
    private const int MostExact = 30_000;

    public static async Task<int[]> SetsAsync(TenantScope scope, SearchScope where, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<int>(Command(
            """
            select s.set_id
            from documents.document_set s
            left join documents.erp_system e on e.tenant_id = s.tenant_id and e.system_id = s.system_id
            where s.tenant_id = @TenantId and s.lowest_role <= @Role
              and (@Set::text is null or lower(s.name) = lower(@Set))
              and (@System::text is null or lower(e.name) = lower(@System))
              and (@Version::text is null or lower(e.version) = lower(@Version))
            """,
            where,
            cancellationToken))];

    /// <summary>The documents that a filter leaves; null: all of the sets.</summary>
    public static async Task<int[]?> DocumentsAsync(TenantScope scope, SearchScope where, int[] sets, CancellationToken cancellationToken) =>
        !where.FiltersDocuments ? null : [.. await scope.Connection.QueryAsync<int>(Command(
            """
            select document_id from documents.document
            where tenant_id = @TenantId and set_id = any (@sets)
              and (@Kind::text is null or kind = lower(@Kind)) and (@Language::text is null or language = lower(@Language))
            """,
            new { scope.TenantId, sets, where.Kind, where.Language },
            cancellationToken))];

    public static Task<SearchStatistics> StatisticsAsync(TenantScope scope, int[] sets, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<SearchStatistics>(Command(
            """
            select count(*)::integer as documents, coalesce(sum(pieces), 0)::integer as pieces,
                coalesce(sum(words)::double precision / nullif(sum(pieces), 0), 1) as length
            from documents.document where tenant_id = @TenantId and set_id = any (@sets)
            """,
            new { scope.TenantId, sets },
            cancellationToken));

    public static async Task<Dictionary<string, int>> FrequenciesAsync(TenantScope scope, int[] sets, string[] terms, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string Term, int Pieces)>(Command(
            """
            select term, count(*)::integer from documents.posting
            where tenant_id = @TenantId and term = any (@terms) and set_id = any (@sets)
            group by term
            """,
            new { scope.TenantId, sets, terms },
            cancellationToken))).ToDictionary(r => r.Term, r => r.Pieces, StringComparer.Ordinal);

    /// <summary>The word of the documents that is nearest to a mistyped one.</summary>
    public static async Task<Dictionary<string, string>> NearestWordsAsync(TenantScope scope, int[] sets, string[] words, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string Typed, string Term)>(Command(
            """
            select t.typed, near.term
            from unnest(@words) as t(typed)
            cross join lateral (
                select w.term
                from documents.word w
                where w.tenant_id = @TenantId and w.word % t.typed and abs(length(w.word) - length(t.typed)) <= 2 and similarity(w.word, t.typed) >= 0.45
                  and exists (select from documents.posting p where p.tenant_id = @TenantId and p.term = w.term and p.set_id = any (@sets))
                order by similarity(w.word, t.typed) desc, w.word
                limit 1) near
            """,
            new { scope.TenantId, sets, words },
            cancellationToken))).ToDictionary(r => r.Typed, r => r.Term, StringComparer.Ordinal);

    /// <summary>All hits in the documents whose pieces score highest by BM25, the best way of each concept counted, and in those given.</summary>
    public static async Task<List<StemHit>> HitsAsync(
        TenantScope scope, int[] sets, int[]? documents, IReadOnlyList<WeightedStem> stems, double length, int[] also, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<StemHit>(Command(
            """
            with hit as materialized (
                select q.concept, q.weight, p.term, p.piece_id, p.document_id, p.body, p.head, p.title, p.length,
                    p.body + @Head * p.head + @Title * p.title as often
                from unnest(@concepts, @terms, @weights) as q(concept, term, weight)
                join documents.posting p on p.tenant_id = @TenantId and p.term = q.term
                where p.set_id = any (@sets) and (@documents::integer[] is null or p.document_id = any (@documents))
            ), concept as (
                select document_id, piece_id, concept,
                    max(weight * often * (@K1 + 1) / (often + @K1 * (1 - @B + @B * length / @average))) as score
                from hit group by document_id, piece_id, concept
            ), piece as (
                select document_id, piece_id, sum(score) as score from concept group by document_id, piece_id
            ), best as (
                select document_id from piece group by document_id order by max(score) desc, document_id limit @most
            )
            select distinct term, piece_id, document_id, body, head, title, length
            from hit
            where document_id in (select document_id from best) or document_id = any (@also)
            """,
            new
            {
                scope.TenantId, sets, documents, also, most, average = Math.Max(1, length),
                Ranking.Head, Ranking.Title, Ranking.K1, Ranking.B,
                concepts = stems.Select(s => s.Concept).ToArray(),
                terms = stems.Select(s => s.Stem).ToArray(),
                weights = stems.Select(s => s.Weight).ToArray(),
            },
            cancellationToken))).AsList();

    /// <summary>The pieces whose vectors are nearest, the nearest first.</summary>
    public static async Task<List<(long PieceId, int DocumentId)>> NearestAsync(
        TenantScope scope, int[] sets, int[]? documents, ReadOnlyMemory<float> vector, int pieces, int most, CancellationToken cancellationToken)
    {
        // "+ 0" hides the distance from the graph, so that all pieces of the sets are compared.
        var order = pieces <= MostExact ? "(p.vector <=> @vector::vector) + 0" : "p.vector <=> @vector::vector";
        if (pieces > MostExact)
        {
            await scope.Connection.ExecuteAsync(Command(
                "set local hnsw.iterative_scan = 'relaxed_order'; set local hnsw.ef_search = 100; set local hnsw.max_scan_tuples = 60000", new { }, cancellationToken));
        }

        return (await scope.Connection.QueryAsync<(long, int)>(Command(
            $"""
            select p.piece_id, p.document_id
            from documents.piece p
            where p.tenant_id = @TenantId and p.set_id = any (@sets) and p.vector is not null
              and (@documents::integer[] is null or p.document_id = any (@documents))
            order by {order}
            limit @most
            """,
            new { scope.TenantId, sets, documents, vector = VectorText.Of(vector.Span), most },
            cancellationToken))).AsList();
    }

    public static async Task<Dictionary<long, PieceText>> TextsAsync(TenantScope scope, long[] pieces, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<PieceText>(Command(
            """
            select p.piece_id, p.document_id, p.position, p.path, p.text, p.page, d.name, d.title, d.kind, d.changed_at, d.dated_at, d.file_id
            from documents.piece p
            join documents.document d on d.tenant_id = p.tenant_id and d.document_id = p.document_id
            where p.tenant_id = @TenantId and p.piece_id = any (@pieces)
            """,
            new { scope.TenantId, pieces },
            cancellationToken))).ToDictionary(p => p.PieceId);

    public static async Task<List<string>> SynonymsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<string>(Command(
            "select line from documents.synonym where tenant_id = @TenantId order by synonym_id", new { scope.TenantId }, cancellationToken))).AsList();

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}

internal sealed record WeightedStem(int Concept, string Stem, double Weight);
