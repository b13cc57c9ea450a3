using System.Collections.Concurrent;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>Finds what a question is about among everything that the asker's sources hold: by words and by vectors, fused by rank. Where there
/// are no vectors yet, or their model is away or slow, words alone find.</summary>
internal sealed class FindRelevant(FactoryDatabase database, Embeddings embeddings, TimeProvider time)
{
    private const int Most = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, bool> wanted = new();

    /// <param name="open">The sources that the asker may ask; nothing of others is found.</param>
    public async Task<IReadOnlyList<RankedElement>> OfAsync(
        Guid tenantId, string question, IReadOnlyList<OpenSource> open, IReadOnlyList<VerifiedQuery> verified, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(string, string), SchemaElement>();
        var byWords = new List<((string Source, string Key) Id, double Score)>();
        foreach (var source in open)
        {
            var index = ElementIndex.Of(source.Model);
            var asked = new ElementIndex([.. ModelElements.Of(verified, source.Name)]);
            foreach (var element in index.Elements.Concat(asked.Elements))
                known[(source.Name, element.Key)] = element;
            byWords.AddRange(index.Find(question, Most).Concat(asked.Find(question, Most)).Select(f => ((source.Name, f.Element.Key), f.Score)));
        }

        var byVectors = (await NearestAsync(tenantId, question, open, cancellationToken)).Select(n => (n.Source, n.Element)).Where(known.ContainsKey);
        return [.. FuseRanks.Of(byWords.OrderByDescending(w => w.Score).Select(w => w.Id).Take(Most), byVectors)
            .Select(f => new RankedElement(f.Item.Item1, known[f.Item], f.Score))];
    }

    private async Task<IReadOnlyList<StoredElement>> NearestAsync(Guid tenantId, string question, IReadOnlyList<OpenSource> open, CancellationToken cancellationToken)
    {
        var vector = await VectorAsync(question, cancellationToken);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        if (!wanted.ContainsKey(tenantId))
        {
            await ElementStore.WantAsync(scope, cancellationToken);
            wanted[tenantId] = true;
        }

        var found = vector.IsEmpty ? [] : await ElementStore.NearestAsync(scope, embeddings.Configured, [.. open.Select(s => s.Name)], vector, Most, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return found;
    }

    private async Task<ReadOnlyMemory<float>> VectorAsync(string question, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return (await embeddings.OfAsync(embeddings.Configured, [question], either.Token))[0];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ReadOnlyMemory<float>.Empty;
        }
    }
}
