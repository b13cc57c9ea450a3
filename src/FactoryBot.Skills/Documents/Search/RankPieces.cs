using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Orders pieces by how well they answer: BM25 over concepts, then coverage, nearness and headings.</summary>
internal sealed class RankPieces(WeighConcepts question, SearchStatistics statistics)
{
    /// <summary>The score by words alone.</summary>
    public List<RankedPiece> ByWords(IEnumerable<StemHit> hits) =>
        [.. hits.GroupBy(h => h.PieceId).Select(Score).OrderByDescending(p => p.Score).ThenBy(p => p.PieceId)];

    /// <summary>The score when the text is read too.</summary>
    public RankedPiece Closer(RankedPiece piece, PieceText text)
    {
        var nearness = Sentences(text.Text).Select(s => question.Concepts.Sum(c => c.Ways.Any(w => w.Stems.All(t => s.Contains(t.Stem))) ? c.Weight : 0)).DefaultIfEmpty(0).Max();
        var asked = question.Concepts.SelectMany(c => c.Ways).SelectMany(w => w.Stems).Select(s => s.Stem).ToHashSet(StringComparer.Ordinal);
        var heading = text.Path.TakeLast(2).SelectMany(TermReader.Content).Select(t => t.Stem).Distinct(StringComparer.Ordinal).ToList();
        var shared = heading.Count == 0 ? 0 : (double)heading.Count(asked.Contains) / heading.Count;
        return piece with { Score = (piece.Score + Ranking.Nearness * nearness) * (1 + Ranking.Heading * shared), Near = question.Total > 0 ? nearness / question.Total : 0 };
    }

    private RankedPiece Score(IGrouping<long, StemHit> hits)
    {
        var often = hits.ToDictionary(h => h.Term, h => h.Body + Ranking.Head * h.Head + Ranking.Title * h.Title, StringComparer.Ordinal);
        var first = hits.First();
        double score = 0, covered = 0, told = 0;
        foreach (var concept in question.Concepts)
        {
            double best = 0, sum = 0, sure = 0;
            foreach (var way in concept.Ways.Where(w => w.Stems.All(s => often.ContainsKey(s.Stem))))
            {
                var value = way.Weight * way.Stems.Sum(s => s.Weight * Ranking.Saturated(often[s.Stem], first.Length, statistics.Length));
                best = Math.Max(best, value);
                sum += value;
                sure = Math.Max(sure, way.Sure);
            }

            score += best + Ranking.Further * (sum - best);
            covered += sure * concept.Weight;
            told += sure * concept.Concept.Telling;
        }

        var share = question.Total > 0 ? covered / question.Total : 0;
        return new(first.PieceId, first.DocumentId, score * (1 - Ranking.Coverage + Ranking.Coverage * share), question.Told > 0 ? told / question.Told : 0, 0);
    }

    // Two sentences at a time: what belongs together often stands in the next one.
    private static IEnumerable<HashSet<string>> Sentences(string text)
    {
        HashSet<string>? before = null;
        foreach (var sentence in text.Split([". ", "\n"], StringSplitOptions.RemoveEmptyEntries))
        {
            var stems = TermReader.Content(sentence).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
            if (before is not null)
            {
                before.UnionWith(stems);
                yield return before;
            }

            before = stems;
        }

        if (before is not null)
            yield return before;
    }
}

/// <param name="Coverage">Which part of the question the piece speaks of, by how much its words tell, from 0 to 1; words that may mean the same count in part.</param>
/// <param name="Near">The part, by weight, of two sentences of it that follow each other.</param>
internal sealed record RankedPiece(long PieceId, int DocumentId, double Score, double Coverage, double Near);
