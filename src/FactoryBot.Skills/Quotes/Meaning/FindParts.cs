using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Quotes.Meaning;

/// <summary>The part of each line: by numbers, words and sizes, and where these do not decide, by what the words mean. Meaning only ever offers.</summary>
internal sealed class FindParts(Embeddings? embeddings = null)
{
    /// <summary>How long a line may wait for a vector before words alone answer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<LineMatch>> RunAsync(TenantScope scope, IReadOnlyList<RequestLine> lines, Guid? customerId, CancellationToken cancellationToken)
    {
        var matches = (await MatchLines.RunAsync(scope, lines, customerId, cancellationToken)).ToArray();
        // Talk has no quantity, and means something as well.
        var open = Enumerable.Range(0, matches.Length).Where(i => matches[i] is { Outcome: not MatchOutcome.Taken, Line.Quantity: not null } m && OfferByMeaning.HasRoom(m)).ToArray();
        if (open.Length == 0 || embeddings?.AtHand is not { } name || !await PartVectorStore.AnyAsync(scope, name, EmbedParts.MostParts, cancellationToken))
            return matches;

        var vectors = await VectorsAsync(name, [.. open.Select(i => matches[i].Line.Wording)], cancellationToken);
        if (vectors.Any(v => v.IsEmpty))
            return matches;
        var near = await PartVectorStore.NearestAsync(scope, name, vectors, OfferByMeaning.MostLooked, cancellationToken);
        var parts = (await MatchStore.PartsAsync(scope, near.Select(n => n.PartNo).ToHashSet(), cancellationToken)).ToDictionary(p => p.PartNo);
        foreach (var line in near.Where(n => parts.ContainsKey(n.PartNo)).ToLookup(n => n.Line))
            matches[open[line.Key]] = OfferByMeaning.To(matches[open[line.Key]], [.. line.Select(n => (parts[n.PartNo], n.Likeness))], Embeddings.Means(name));
        return matches;
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> VectorsAsync(string name, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWait);
        try
        {
            return await embeddings!.OfAsync(name, texts, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReadOnlyMemory<float>[texts.Count];
        }
    }
}
