using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Orders pieces by how well they answer: BM25 over concepts, then coverage, nearness and headings.</summary>
internal sealed class RankPieces
{
    private static readonly string[] Ends = [". ", "\n"];

    private readonly WeighConcepts question;
    private readonly SearchStatistics statistics;
    private readonly double total;
    private readonly double told;

    // Of each stem of the question its place, so that what a sentence has of them is a row of flags.
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(double Weight, int[][] Ways)> concepts;

    public RankPieces(WeighConcepts question, SearchStatistics statistics)
    {
        (this.question, this.statistics, total, told) = (question, statistics, question.Total, question.Told);
        foreach (var stem in question.Concepts.SelectMany(c => c.Ways).SelectMany(w => w.Stems))
            places.TryAdd(stem.Stem, places.Count);
        concepts = [.. question.Concepts.Select(c => (c.Weight, c.Ways.Select(w => w.Stems.Select(s => places[s.Stem]).ToArray()).ToArray()))];
    }

    /// <summary>The score by words alone.</summary>
    public List<RankedPiece> ByWords(IEnumerable<StemHit> hits) =>
        [.. hits.GroupBy(h => h.PieceId).Select(Score).OrderByDescending(p => p.Score).ThenBy(p => p.PieceId)];

    /// <summary>The score when the text is read too.</summary>
    public RankedPiece Closer(RankedPiece piece, PieceText text)
    {
        var nearness = Nearness(text.Text);
        var heading = text.Path.TakeLast(2).SelectMany(TermReader.Content).Select(t => t.Stem).Distinct(StringComparer.Ordinal).ToList();
        var shared = heading.Count == 0 ? 0 : (double)heading.Count(places.ContainsKey) / heading.Count;
        return piece with { Score = (piece.Score + Ranking.Nearness * nearness) * (1 + Ranking.Heading * shared), Near = total > 0 ? nearness / total : 0 };
    }

    /// <summary>The most that two sentences that follow each other have of the question: what belongs together often stands in the next one.</summary>
    private double Nearness(string text)
    {
        var most = 0.0;
        var (before, now) = (new bool[places.Count], new bool[places.Count]);
        foreach (var sentence in text.Split(Ends, StringSplitOptions.RemoveEmptyEntries))
        {
            Array.Clear(now);
            var any = false;
            foreach (var term in TermReader.All(sentence))
            {
                if (places.TryGetValue(term.Stem, out var place))
                    any = now[place] = true;
            }

            if (any)
                most = Math.Max(most, concepts.Sum(c => Array.Exists(c.Ways, w => Array.TrueForAll(w, s => now[s] || before[s])) ? c.Weight : 0));
            (before, now) = (now, before);
        }

        return most;
    }

    private RankedPiece Score(IGrouping<long, StemHit> hits)
    {
        var often = hits.ToDictionary(h => h.Term, h => h.Often, StringComparer.Ordinal);
        var first = hits.First();
        double score = 0, covered = 0, says = 0;
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
            says += sure * concept.Concept.Telling;
        }

        var share = total > 0 ? covered / total : 0;
        return new(first.PieceId, first.DocumentId, score * (1 - Ranking.Coverage + Ranking.Coverage * share), told > 0 ? says / told : 0, 0);
    }
}

/// <param name="Coverage">Which part of the question the piece speaks of, by how much its words tell, from 0 to 1; words that may mean the same count in part.</param>
/// <param name="Near">The part, by weight, of two sentences of it that follow each other.</param>
internal sealed record RankedPiece(long PieceId, int DocumentId, double Score, double Coverage, double Near);
