using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Reads from the word index where the question's words stand: first in all pieces, to choose those that score highest by BM25, then the
/// most frequent words in these alone.</summary>
internal sealed class FindByWords
{
    private const int MostPieces = 400;

    // So many entries of the index are read to choose pieces; the words that have more say the least.
    private const int MostEntries = 20_000;

    private readonly TenantScope scope;
    private readonly int[] sets;
    private readonly List<StemHit> hits;
    private readonly HashSet<long> chosen;
    private readonly string[] frequent;

    private FindByWords(TenantScope scope, int[] sets, List<StemHit> hits, HashSet<long> chosen, string[] frequent) =>
        (this.scope, this.sets, this.hits, this.chosen, this.frequent) = (scope, sets, hits, chosen, frequent);

    /// <param name="average">Words of a piece.</param>
    public static async Task<FindByWords> ChooseAsync(
        TenantScope scope, int[] sets, int[]? documents, WeighConcepts question, double average, CancellationToken cancellationToken)
    {
        var stems = question.Stems;
        var choosing = Choosing(stems);
        var terms = Terms(choosing);
        var hits = await SearchStore.HitsAsync(scope, sets, documents, terms, cancellationToken);
        return new(scope, sets, hits, Best(hits, choosing, average), [.. Terms(stems).Except(terms, StringComparer.Ordinal)]);
    }

    /// <summary>All hits in the chosen pieces and in those given.</summary>
    public async Task<List<StemHit>> HitsAsync(List<(long PieceId, int DocumentId)> also, CancellationToken cancellationToken)
    {
        var wanted = chosen.Union(also.Select(a => a.PieceId)).ToHashSet();
        var found = hits.FindAll(h => wanted.Contains(h.PieceId));
        if (frequent.Length == 0)
            return found;
        var documents = found.Select(h => h.DocumentId).Concat(also.Select(a => a.DocumentId)).Distinct().ToArray();
        found.AddRange((await SearchStore.HitsAsync(scope, sets, documents, frequent, cancellationToken)).Where(h => wanted.Contains(h.PieceId)));
        return found;
    }

    /// <summary>The rarest stems: those that few pieces have find the piece, the others only order what they find.</summary>
    private static List<WeightedStem> Choosing(IReadOnlyList<WeightedStem> stems)
    {
        var entries = 0L;
        return [.. stems.OrderBy(s => s.Pieces).ThenBy(s => s.Stem, StringComparer.Ordinal).TakeWhile((s, i) => (entries += s.Pieces) <= MostEntries || i == 0)];
    }

    private static string[] Terms(IEnumerable<WeightedStem> stems) => [.. stems.Select(s => s.Stem).Distinct(StringComparer.Ordinal)];

    /// <summary>The pieces with the most of the question, the best way of each concept counted.</summary>
    private static HashSet<long> Best(List<StemHit> hits, List<WeightedStem> stems, double average)
    {
        var ways = stems.ToLookup(s => s.Stem, StringComparer.Ordinal);
        var scores = new Dictionary<long, double>();
        var concepts = new Dictionary<(long Piece, int Concept), double>();
        foreach (var hit in hits)
        {
            var value = Ranking.Saturated(hit.Often, hit.Length, average);
            foreach (var way in ways[hit.Term])
            {
                var before = concepts.GetValueOrDefault((hit.PieceId, way.Concept));
                if (way.Weight * value <= before)
                    continue;
                concepts[(hit.PieceId, way.Concept)] = way.Weight * value;
                scores[hit.PieceId] = scores.GetValueOrDefault(hit.PieceId) + (way.Weight * value) - before;
            }
        }

        return scores.Count <= MostPieces ? [.. scores.Keys]
            : [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostPieces).Select(s => s.Key)];
    }
}

/// <param name="Pieces">In how many pieces it stands.</param>
internal sealed record WeightedStem(int Concept, string Stem, double Weight, int Pieces);
