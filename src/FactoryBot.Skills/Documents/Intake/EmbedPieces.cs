using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>The third stage: gives each piece its vector and its entries of the word index.</summary>
internal sealed class EmbedPieces(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    private const int Batch = 96;

    public async Task<IReadOnlyList<EmbeddedPiece>> RunAsync(IReadOnlyList<Piece> pieces, CancellationToken cancellationToken)
    {
        var embedded = new List<EmbeddedPiece>(pieces.Count);
        foreach (var batch in pieces.Chunk(Batch))
        {
            var vectors = await generator.GenerateAsync(batch.Select(p => $"{string.Join(": ", p.Path)}\n{p.Text}"), cancellationToken: cancellationToken);
            embedded.AddRange(batch.Zip(vectors, (piece, vector) => new EmbeddedPiece(piece, IndexPiece.Run(piece), vector.Vector)));
        }

        return embedded;
    }
}
