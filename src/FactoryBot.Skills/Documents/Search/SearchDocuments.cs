using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Finds the documents and pieces that speak of a question: words and vectors, fused and ranked again by reading.</summary>
internal sealed class SearchDocuments(FactoryDatabase database, Embeddings embeddings, Dictionary dictionary, LearntWords learnt, NearestPieces nearest)
{
    private const int MostVectors = 40;
    private const int MostRead = 80;

    // What was asked before says what "it" is, and no more.
    private const double Before = 0.5;

    /// <param name="about">The question before, where this one goes on from it.</param>
    public async Task<SearchResult> RunAsync(string question, string? about, SearchScope where, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(where.TenantId, cancellationToken);
        var sets = await SearchStore.SetsAsync(scope, where, cancellationToken);
        var documents = sets.Length == 0 ? null : await SearchStore.DocumentsAsync(scope, where, sets, cancellationToken);
        var statistics = sets.Length == 0 ? new(0, 0, 1) : await SearchStore.StatisticsAsync(scope, sets, cancellationToken);
        if (statistics.Pieces == 0 || documents is { Length: 0 })
            return new([], [], statistics);

        var serving = await EmbeddingStore.ServingAsync(scope, cancellationToken);
        // The encoder reads the question while the database is asked for its words.
        var encoding = embeddings.OfAsync(serving.Name, [about is null ? question : $"{question} {about}"], cancellationToken);
        var own = await SearchStore.SynonymsAsync(scope, cancellationToken);
        var concepts = Concepts(question, about, own.Count == 0 ? [Thesaurus.BuiltIn] : [Thesaurus.Read(own), Thesaurus.BuiltIn]);
        var weighed = await WeighAsync(scope, sets, concepts, statistics, cancellationToken);
        var words = await FindByWords.ChooseAsync(scope, sets, documents, weighed, Math.Max(1, statistics.Length), cancellationToken);
        var vector = (await encoding)[0];
        var near = vector.IsEmpty ? [] : await nearest.RunAsync(scope, sets, documents, vector, statistics, serving.EmbeddingId, MostVectors, cancellationToken);
        var hits = await words.HitsAsync(near, cancellationToken);
        var rank = new RankPieces(weighed, statistics);
        var ranked = Fuse(rank.ByWords(hits), near);
        var texts = await SearchStore.TextsAsync(
            scope, [.. ranked.Take(MostRead).Select(p => p.PieceId)], Embeddings.Means(serving.Name) ? vector : default, cancellationToken);
        var read = ranked.Where(p => texts.ContainsKey(p.PieceId)).Select(p => new FoundPiece(rank.Closer(p, texts[p.PieceId]), texts[p.PieceId]))
            .ToList();
        var alike = RankAlike.Run(await learnt.OfAsync(scope, sets, statistics.Pieces, cancellationToken), weighed.Concepts, read);
        return new(Documents(alike), weighed.Concepts, statistics) { ByEncoder = serving.Name == Embeddings.Encoder && !vector.IsEmpty, Vector = vector };
    }

    private static List<Concept> Concepts(string question, string? about, IReadOnlyList<Thesaurus> thesauri)
    {
        var asked = ReadConcepts.Run(question, thesauri);
        var before = about is null ? [] : ReadConcepts.Run(about, thesauri).Where(b => !asked.Exists(a => a.Ways[0].Stems.SequenceEqual(b.Ways[0].Stems)));
        return [.. asked, .. before.Select(b => b with { Importance = Before })];
    }

    private async Task<WeighConcepts> WeighAsync(
        TenantScope scope, int[] sets, List<Concept> concepts, SearchStatistics statistics, CancellationToken cancellationToken)
    {
        var frequencies = await SearchStore.FrequenciesAsync(scope, sets, Stems(concepts), cancellationToken);
        concepts = concepts.ConvertAll(dictionary.Weigh);
        var unknown = concepts.Where(c => !c.Ways.Any(w => w.Stems.All(frequencies.ContainsKey))).ToList();
        if (unknown.Count == 0)
            return new(concepts, frequencies, statistics);
        var mistyped = unknown.Where(c => c.Ways is [{ Stems: [{ Length: > 3 } stem] }] && !stem.Any(char.IsAsciiDigit) && !dictionary.Knows(c.Text)).Select(c => c.Text).ToArray();
        var meant = mistyped.Length == 0 ? [] : await SearchStore.NearestWordsAsync(scope, sets, mistyped, cancellationToken);
        concepts = concepts.ConvertAll(c => meant.TryGetValue(c.Text, out var term) ? c with { Ways = [.. c.Ways, new([term], 0.4)] } : unknown.Contains(c) ? dictionary.Widen(c) : c);
        frequencies = await SearchStore.FrequenciesAsync(scope, sets, Stems(concepts), cancellationToken);
        return new(concepts, frequencies, statistics);
    }

    private static string[] Stems(List<Concept> concepts) => [.. concepts.SelectMany(c => c.Ways).SelectMany(w => w.Stems).Distinct(StringComparer.Ordinal)];

    /// <summary>By rank: scores of words and distances of vectors have no common measure.</summary>
    private static List<RankedPiece> Fuse(List<RankedPiece> words, List<(long PieceId, int DocumentId)> near)
    {
        var best = words.Count > 0 ? words[0].Score : 1;
        var places = near.Select((n, i) => (n.PieceId, Place: i)).ToDictionary(n => n.PieceId, n => n.Place);
        var known = words.Select(w => w.PieceId).ToHashSet();
        return [.. words.Concat(near.Where(n => !known.Contains(n.PieceId)).Select(n => new RankedPiece(n.PieceId, n.DocumentId, 0, 0, 0)))
            .Select(p => places.TryGetValue(p.PieceId, out var place) ? p with { Score = p.Score + best * Ranking.Vector / (1 + place / 10.0) } : p)
            .OrderByDescending(p => p.Score).ThenBy(p => p.PieceId)];
    }

    private static List<FoundDocument> Documents(List<FoundPiece> pieces) =>
        [.. pieces.GroupBy(p => p.Text.DocumentId)
            .Select(g => new FoundDocument(g.First().Text.Name, g.First().Text.Title, g.First().Rank.Score + Ranking.Second * (g.Skip(1).FirstOrDefault()?.Rank.Score ?? 0), [.. g]))
            .OrderByDescending(d => d.Score).ThenBy(d => d.Name, StringComparer.Ordinal)];
}

/// <summary>What a search found, the best first.</summary>
internal sealed record SearchResult(IReadOnlyList<FoundDocument> Documents, IReadOnlyList<WeightedConcept> Concepts, SearchStatistics Statistics)
{
    /// <summary>The likeness of pieces was measured by the encoder inside the process, whose scale is known.</summary>
    public bool ByEncoder { get; init; }

    /// <summary>The question's; empty where none could be made.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}

internal sealed record FoundDocument(string Name, string Title, double Score, IReadOnlyList<FoundPiece> Pieces);

internal sealed record FoundPiece(RankedPiece Rank, PieceText Text);
