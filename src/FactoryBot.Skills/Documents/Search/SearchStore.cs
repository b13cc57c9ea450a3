using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Finds pieces by words and by vectors, inside the sets that the asker may see.</summary>
internal static class SearchStore
{
    // So many documents with a word are counted; of a more frequent one the rest is estimated.
    private const int MostCounted = 5_000;

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

    /// <summary>In how many pieces each term stands; of very frequent ones about.</summary>
    public static async Task<Dictionary<string, int>> FrequenciesAsync(TenantScope scope, int[] sets, string[] terms, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string Term, int Pieces)>(Command(
            """
            with bounds as (
                select min(document_id) as first, max(document_id) as last from documents.document where tenant_id = @TenantId)
            select t.term, (case when f.documents < @MostCounted then f.pieces
                else f.pieces * (bounds.last - bounds.first + 1.0) / (f.last - bounds.first + 1.0) end)::integer
            from bounds
            cross join unnest(@terms) as t(term)
            cross join lateral (
                select count(*) as documents, sum(pieces) as pieces, max(document_id) as last from (
                    select p.document_id, p.pieces from documents.posting p
                    where p.tenant_id = @TenantId and p.term = t.term and p.set_id = any (@sets)
                    order by p.document_id
                    limit @MostCounted) counted) f
            where f.documents > 0
            """,
            new { scope.TenantId, sets, terms, MostCounted },
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

    /// <summary>Where the terms stand.</summary>
    /// <param name="documents">Null: in all of the sets.</param>
    public static async Task<List<StemHit>> HitsAsync(TenantScope scope, int[] sets, int[]? documents, string[] terms, CancellationToken cancellationToken)
    {
        var hits = new List<StemHit>();
        foreach (var (place, document, title, bytes) in await scope.Connection.QueryAsync<(int, int, short, byte[])>(Command(
            """
            select q.place::integer, p.document_id, p.title, p.hits
            from unnest(@terms) with ordinality as q(term, place)
            join documents.posting p on p.tenant_id = @TenantId and p.term = q.term
            where p.set_id = any (@sets) and (@documents::integer[] is null or p.document_id = any (@documents))
            """,
            new { scope.TenantId, sets, documents, terms },
            cancellationToken)))
        {
            for (var i = 0; i < PieceHit.CountIn(bytes); i++)
                hits.Add(new(terms[place - 1], document, title, PieceHit.Read(bytes, i)));
        }

        return hits;
    }

    /// <summary>The pieces whose vectors are nearest, the nearest first: all are compared.</summary>
    public static async Task<List<(long PieceId, int DocumentId)>> NearestAsync(
        TenantScope scope, int[] sets, int[]? documents, ReadOnlyMemory<float> vector, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(long, int)>(Command(
            // "+ 0" hides the distance from the graph.
            """
            select p.piece_id, p.document_id
            from documents.piece p
            where p.tenant_id = @TenantId and p.set_id = any (@sets) and p.vector is not null
              and (@documents::integer[] is null or p.document_id = any (@documents))
            order by (p.vector <=> @vector::vector) + 0
            limit @most
            """,
            new { scope.TenantId, sets, documents, vector = VectorText.Of(vector.Span), most },
            cancellationToken))).AsList();

    /// <param name="vector">The question's; empty where it has none.</param>
    public static async Task<Dictionary<long, PieceText>> TextsAsync(
        TenantScope scope, long[] pieces, ReadOnlyMemory<float> vector, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<PieceText>(Command(
            """
            select p.piece_id, p.document_id, p.position, p.path, p.text, p.page, d.name, d.title, d.kind, d.changed_at, d.dated_at, d.file_id,
                1 - (p.vector <=> @vector::vector) as likeness
            from documents.piece p
            join documents.document d on d.tenant_id = p.tenant_id and d.document_id = p.document_id
            where p.tenant_id = @TenantId and p.piece_id = any (@pieces)
            """,
            new { scope.TenantId, pieces, vector = vector.IsEmpty ? null : VectorText.Of(vector.Span) },
            cancellationToken))).ToDictionary(p => p.PieceId);

    /// <summary>Pieces from all over the sets, always the same.</summary>
    public static async Task<List<(string[] Path, string Text)>> SampleAsync(TenantScope scope, int[] sets, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string[], string)>(Command(
            """
            select path, text from documents.piece
            where tenant_id = @TenantId and piece_id in (
                select piece_id from documents.piece where tenant_id = @TenantId and set_id = any (@sets) order by hashint8(piece_id), piece_id limit @most)
            order by piece_id
            """,
            new { scope.TenantId, sets, most },
            cancellationToken))).AsList();

    public static async Task<List<string>> SynonymsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<string>(Command(
            "select line from documents.synonym where tenant_id = @TenantId order by synonym_id", new { scope.TenantId }, cancellationToken))).AsList();

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}
