using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Intake;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>The word vectors of each tenant's documents, kept in memory and learnt anew when the documents have changed much. They are
/// learnt of the sets that the asker may see, so that nobody's ranking tells of the others.</summary>
internal sealed class LearntWords
{
    private const int MostPieces = 4_000;
    private const int MostKept = 64;

    // So much may come or go before it is learnt anew; a word that is not known yet only does not help.
    private const double Changed = 0.1;

    private readonly ConcurrentDictionary<(Guid Tenant, string Sets), (int Pieces, WordVectors? Words)> known = new();

    /// <returns>Null where there is too little to learn from.</returns>
    public async Task<WordVectors?> OfAsync(TenantScope scope, int[] sets, int pieces, CancellationToken cancellationToken)
    {
        var key = (scope.TenantId, string.Join(',', sets.Order()));
        if (known.TryGetValue(key, out var learnt) && Math.Abs(pieces - learnt.Pieces) <= Changed * learnt.Pieces)
            return learnt.Words;
        var texts = await SearchStore.SampleAsync(scope, sets, MostPieces, cancellationToken);
        var words = WordVectors.Learn([.. texts.Select(t => Stems(t.Path, t.Text))]);
        if (known.Count >= MostKept)
            known.Clear();
        known[key] = (pieces, words);
        return words;
    }

    /// <summary>The stems of a piece and how much each stands there, headings counted too.</summary>
    public static IReadOnlyDictionary<string, double> Stems(string[] path, string text) =>
        IndexPiece.Run(new(0, path, text, null)).Postings.ToDictionary(p => p.Term, p => (double)(p.Body + p.Head + (2 * p.Title)), StringComparer.Ordinal);
}
