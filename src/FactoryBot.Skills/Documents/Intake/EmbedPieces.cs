using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>The third stage: gives each piece its vector and its entries of the word index.</summary>
internal sealed class EmbedPieces(Embeddings embeddings)
{
    private const int Batch = 96;

    /// <param name="embedding">The way that serves; where it makes no vectors, they follow in the background. So do those of the encoder inside the process, which reads some
    /// thirty pieces a second: nobody waits for it, words find the file meanwhile.</param>
    public async Task<IReadOnlyList<EmbeddedPiece>> RunAsync(IReadOnlyList<Piece> pieces, string embedding, CancellationToken cancellationToken)
    {
        var embedded = new List<EmbeddedPiece>(pieces.Count);
        foreach (var batch in pieces.Chunk(Batch))
        {
            var indexes = Array.ConvertAll(batch, IndexPiece.Run);
            var vectors = embedding == Embeddings.WithoutModel ? Array.ConvertAll(indexes, Lexical)
                : embedding == Embeddings.Encoder ? new ReadOnlyMemory<float>[batch.Length]
                : await embeddings.OfAsync(embedding, [.. batch.Select(p => $"{string.Join(": ", p.Path)}\n{p.Text}")], cancellationToken);
            embedded.AddRange(batch.Zip(indexes, vectors).Select(p => new EmbeddedPiece(p.First, p.Second, p.Third)));
        }

        return embedded;
    }

    // Of the words that are counted for the index: reading the text again would cost as much as all the rest.
    private static ReadOnlyMemory<float> Lexical(PieceIndex index) => LexicalEmbedding.Vector(index.Postings.Select(p => (p.Term, p.Body + p.Head + p.Title)));
}
