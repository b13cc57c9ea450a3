using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Writes the pieces of a document and what finds them by their words, in the caller's transaction.</summary>
internal static class PieceStore
{
    // Between the headings of a path; no text holds it.
    private const char Between = '\u001f';

    private static readonly string InsertPieces =
        $"""
        insert into documents.piece (tenant_id, piece_id, document_id, set_id, position, path, text, page, length, embedding_id, vector)
        select @TenantId, p.id, @documentId, @SetId, p.position, string_to_array(p.path, @between), p.text, nullif(p.page, 0), p.length, @embedding,
            case when @numbers::real[] is not null then (@numbers::real[])[(p.place - 1) * {VectorText.Dimensions} + 1 : p.place * {VectorText.Dimensions}]::vector end
        from unnest(@ids, @positions, @paths, @texts, @pages, @lengths) with ordinality as p(id, position, path, text, page, length, place);
        """;

    // Most words are known, and to find that by a conflict costs more than to look.
    private const string InsertWords =
        """
        insert into documents.posting (tenant_id, term, document_id, set_id, title, pieces, hits)
        select @TenantId, p.term, @documentId, @SetId, p.title, p.pieces, p.hits
        from unnest(@terms, @titles, @counts, @hits) as p(term, title, pieces, hits);
        insert into documents.word (tenant_id, term, word)
        select @TenantId, w.term, w.word from unnest(@newTerms, @newWords) as w(term, word)
        where not exists (select from documents.word k where k.tenant_id = @TenantId and k.term = w.term)
        on conflict (tenant_id, term) do nothing;
        """;

    /// <param name="ids">One for each piece.</param>
    public static Task WriteAsync(TenantScope scope, int documentId, NewDocument document, long[] ids, CancellationToken cancellationToken)
    {
        var pieces = document.Pieces;
        var words = WordsOf(pieces, ids);
        var unknown = words.FindAll(w => !document.KnowsWord(w.Term));
        return scope.Connection.ExecuteAsync(new(
            $"{InsertPieces}\n{InsertWords}",
            new
            {
                scope.TenantId, documentId, document.SetId, between = Between.ToString(), embedding = document.EmbeddingId, ids,
                positions = pieces.Select(p => p.Piece.Position).ToArray(),
                paths = pieces.Select(p => Clean(string.Join(Between, p.Piece.Path))).ToArray(),
                texts = pieces.Select(p => Clean(p.Piece.Text)).ToArray(),
                pages = pieces.Select(p => p.Piece.Page ?? 0).ToArray(),
                lengths = pieces.Select(p => (int)p.Index.Length).ToArray(),
                numbers = Numbers(pieces),
                terms = words.Select(w => w.Term).ToArray(), titles = words.Select(w => w.Title).ToArray(),
                counts = words.Select(w => w.Hits.Count).ToArray(), hits = words.Select(w => PieceHit.Write(w.Hits)).ToArray(),
                newTerms = unknown.Select(w => w.Term).ToArray(), newWords = unknown.Select(w => w.Word).ToArray(),
            },
            cancellationToken: cancellationToken));
    }

    /// <summary>All vectors one after the other; null where one is missing: the background makes them then.</summary>
    private static float[]? Numbers(IReadOnlyList<EmbeddedPiece> pieces)
    {
        if (pieces.Any(p => p.Vector.IsEmpty))
            return null;
        var numbers = new float[pieces.Count * VectorText.Dimensions];
        for (var i = 0; i < pieces.Count; i++)
            pieces[i].Vector.Span.CopyTo(numbers.AsSpan(i * VectorText.Dimensions, VectorText.Dimensions));
        return numbers;
    }

    private static List<DocumentWord> WordsOf(IReadOnlyList<EmbeddedPiece> pieces, long[] ids)
    {
        var words = new Dictionary<string, DocumentWord>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            var index = pieces[i].Index;
            foreach (var posting in index.Postings)
            {
                if (!words.TryGetValue(posting.Term, out var word))
                    words[posting.Term] = word = new(posting.Term, posting.Word, posting.Title, []);
                word.Hits.Add(new(ids[i], posting.Body, posting.Head, index.Length));
            }
        }

        // In one order: the index is gone through once, and two documents that are written at the same time do not wait for each other in a circle.
        return [.. words.Values.OrderBy(w => w.Term, StringComparer.Ordinal)];
    }

    // PostgreSQL's text takes no NUL.
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private sealed record DocumentWord(string Term, string Word, short Title, List<PieceHit> Hits);
}
