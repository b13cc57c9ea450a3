namespace FactoryBot.Skills.Documents.Search;

/// <summary>Lets pieces gain that go together with the question in what they mean, whatever their words.</summary>
internal static class RankAlike
{
    // Nearer together than this, the likenesses of the pieces say nothing.
    private const double LeastSpread = 0.05;

    /// <param name="words">What the documents' own words have to do with each other; null where too little was there to learn from.</param>
    /// <returns>The best first.</returns>
    public static List<FoundPiece> Run(WordVectors? words, IReadOnlyList<WeightedConcept> concepts, List<FoundPiece> pieces)
    {
        if (pieces.Count == 0)
            return pieces;
        var (best, question) = (pieces.Max(p => p.Rank.Score), words?.OfQuestion(concepts));
        // Where hardly a word of the question is found, the best score by words is chance.
        var meant = best + (Ranking.Scant * Math.Max(0, concepts.Sum(c => c.Weight) - best));
        var (usual, spread) = Spread([.. pieces.Select(p => p.Text.Likeness).OfType<double>().Order()]);
        return [.. pieces.Select(p => p with { Rank = p.Rank with { Score = p.Rank.Score + Gain(p.Text) } })
            .OrderByDescending(p => p.Rank.Score).ThenBy(p => p.Text.PieceId)];

        double Gain(PieceText piece) =>
            (words is null ? 0 : best * Ranking.Alike * WordVectors.Likeness(question!, words.OfPiece(piece.PieceId, piece.Path, piece.Text)))
            + (piece.Likeness is { } likeness ? meant * Ranking.Meaning * (likeness - usual) / spread : 0);
    }

    /// <summary>Every model has its own scale: what counts is how far a piece stands out from the others.</summary>
    private static (double Usual, double Spread) Spread(double[] likenesses)
    {
        if (likenesses.Length == 0)
            return (0, 1);
        var usual = likenesses[likenesses.Length / 2];
        return (usual, Math.Max(LeastSpread, likenesses[^1] - usual));
    }
}
