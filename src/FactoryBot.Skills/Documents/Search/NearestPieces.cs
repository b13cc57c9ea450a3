using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Finds the pieces whose vectors are nearest to a question's. Few pieces are all compared in the database; many are compared in
/// memory first, and so many that they do not fit are found through the graph.</summary>
internal sealed class NearestPieces(IOptions<DocumentsOptions> options)
{
    // Up to here comparing all in the database takes no longer than the two questions that comparing in memory asks it.
    private const int FewPieces = 500;

    // Of each that is wanted so many are compared with whole numbers.
    private const int Candidates = 4;

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> turns = new();
    private readonly ConcurrentDictionary<Guid, Remembered> memory = new();

    public async Task<List<(long PieceId, int DocumentId)>> RunAsync(
        TenantScope scope, int[] sets, int[]? documents, ReadOnlyMemory<float> vector, SearchStatistics statistics, short embedding, int most, CancellationToken cancellationToken)
    {
        if (statistics.Pieces <= FewPieces)
            return await SearchStore.NearestAsync(scope, sets, documents, vector, most, cancellationToken);
        var state = await VectorStore.StateAsync(scope, cancellationToken);
        if (state.Pieces > options.Value.MostVectorsInMemory)
            return await VectorStore.ThroughGraphAsync(scope, sets, documents, vector, most, cancellationToken);
        var block = await BlockAsync(scope, state with { Embedding = embedding }, cancellationToken);
        var near = block.Nearest(vector.Span, sets, documents?.ToHashSet(), most * Candidates);
        return await VectorStore.AmongAsync(scope, sets, documents, vector, near, most, cancellationToken);
    }

    private async Task<VectorBlock> BlockAsync(TenantScope scope, VectorState state, CancellationToken cancellationToken)
    {
        if (memory.TryGetValue(scope.TenantId, out var known) && known.State == state)
            return known.Block;
        var turn = turns.GetOrAdd(scope.TenantId, _ => new(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (memory.TryGetValue(scope.TenantId, out known) && known.State == state)
                return known.Block;
            memory[scope.TenantId] = known = await ReadAsync(scope, state, known, cancellationToken);
            return known.Block;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Only what has changed is read where the rest is still good.</summary>
    private static async Task<Remembered> ReadAsync(TenantScope scope, VectorState state, Remembered? known, CancellationToken cancellationToken)
    {
        var versions = await VectorStore.VersionsAsync(scope, cancellationToken);
        if (known is null || known.State.Embedding != state.Embedding || known.State.Missing != state.Missing)
            return new(state, versions, new(await VectorStore.RowsAsync(scope, null, cancellationToken)));
        var gone = known.Versions.Where(v => !versions.TryGetValue(v.Key, out var now) || now != v.Value).Select(v => v.Key).ToHashSet();
        var changed = versions.Where(v => !known.Versions.TryGetValue(v.Key, out var before) || before != v.Value).Select(v => v.Key).ToArray();
        return new(state, versions, new([.. known.Block.Without(gone), .. await VectorStore.RowsAsync(scope, changed, cancellationToken)]));
    }

    private sealed record Remembered(VectorState State, Dictionary<int, int> Versions, VectorBlock Block);
}

/// <summary>Differs as soon as any vector of the tenant does.</summary>
/// <param name="Documents">Of all documents and their versions.</param>
/// <param name="Missing">Pieces that wait for their vector.</param>
internal sealed record VectorState(long Documents, long Pieces, long Missing)
{
    public short Embedding { get; init; }
}
