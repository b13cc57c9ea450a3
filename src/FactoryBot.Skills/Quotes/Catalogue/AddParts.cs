using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Adds parts to a tenant's catalogue and replaces those that have the same number. The index of a whole list is written at its end, as one row for
/// each term, or in segments where the list is so long that its index should not wait in memory.</summary>
internal sealed class AddParts(TenantScope scope, CatalogueState state) : IAsyncDisposable
{
    private const int BatchSize = 125_000;

    /// <summary>Entries of an index that may wait in memory, four bytes each.</summary>
    internal const long MostWaitingPostings = 20_000_000;

    private readonly List<Part> waiting = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private TermIndex index = new();
    private (TermIndex Index, int Segment)? full;
    private Task writing = Task.CompletedTask;

    public CatalogueState State { get; private set; } = state;
    public int Added { get; private set; }
    public int Replaced { get; private set; }

    /// <summary>False where this number was in the same file before.</summary>
    public async Task<bool> AddAsync(Part part, CancellationToken cancellationToken)
    {
        if (!seen.Add(part.Number))
            return false;
        waiting.Add(part);
        if (waiting.Count >= BatchSize)
            await FlushAsync(cancellationToken);
        return true;
    }

    public async Task<CatalogueState> FinishAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await writing;
        await WriteFullAsync(full, cancellationToken);
        await WriteFullAsync((index, State.NextSegment - 1), cancellationToken);
        State = State with { Version = State.Version + 1, Parts = State.Parts + Added, LoadedAt = now };
        await CatalogueStore.SaveStateAsync(scope, State, cancellationToken);
        return State;
    }

    /// <summary>While the database writes a batch, its words are read on all processors, and then the rows of the next one.</summary>
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        var first = State.NextPartNo;
        var parts = waiting.Select((p, i) => p with { PartNo = first + i }).ToArray();
        waiting.Clear();
        await writing;
        (writing, full) = (WriteAsync(parts, full, cancellationToken), null);
        State = State with { NextPartNo = first + parts.Length, NextSegment = State.NextSegment + (index.Size == 0 ? 1 : 0) };
        IndexParts.Into(index, parts);
        if (index.Size >= MostWaitingPostings)
            (full, index) = ((index, State.NextSegment - 1), new());
    }

    private async Task WriteAsync(Part[] parts, (TermIndex Index, int Segment)? before, CancellationToken cancellationToken)
    {
        // A number stands in a list once: only what was there before the list can be replaced by it.
        var replaced = await CatalogueStore.AddPartsAsync(scope, parts, replace: State.Parts > 0, cancellationToken);
        Replaced += replaced;
        Added += parts.Length - replaced;
        await WriteFullAsync(before, cancellationToken);
    }

    private Task WriteFullAsync((TermIndex Index, int Segment)? whole, CancellationToken cancellationToken) =>
        whole is { Index.Size: > 0 } terms ? CatalogueStore.AddTermsAsync(scope, terms.Segment, terms.Index, cancellationToken) : Task.CompletedTask;

    /// <summary>Lets a batch that is being written come to its end: the connection is not given back in the middle of it.</summary>
    public async ValueTask DisposeAsync() => await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
