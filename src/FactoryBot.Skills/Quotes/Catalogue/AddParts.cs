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
        await WriteTermsAsync(index, State.NextSegment - 1, cancellationToken);
        State = State with { Version = State.Version + 1, Parts = State.Parts + Added, LoadedAt = now };
        await CatalogueStore.SaveStateAsync(scope, State, cancellationToken);
        return State;
    }

    /// <summary>While the database writes one batch, the next one is read and indexed.</summary>
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        var first = State.NextPartNo;
        var parts = waiting.Select((p, i) => p with { PartNo = first + i }).ToArray();
        waiting.Clear();
        if (index.Size == 0)
            State = State with { NextSegment = State.NextSegment + 1 };
        IndexParts.Into(index, parts);
        State = State with { NextPartNo = first + parts.Length };
        var (full, segment) = (index.Size < MostWaitingPostings ? null : index, State.NextSegment - 1);
        if (full is not null)
            index = new();
        await writing;
        writing = WriteAsync(parts, full, segment, cancellationToken);
    }

    private async Task WriteAsync(Part[] parts, TermIndex? full, int segment, CancellationToken cancellationToken)
    {
        // A number stands in a list once: only what was there before the list can be replaced by it.
        var replaced = await CatalogueStore.AddPartsAsync(scope, parts, replace: State.Parts > 0, cancellationToken);
        Replaced += replaced;
        Added += parts.Length - replaced;
        if (full is not null)
            await WriteTermsAsync(full, segment, cancellationToken);
    }

    private Task WriteTermsAsync(TermIndex whole, int segment, CancellationToken cancellationToken) =>
        whole.Size == 0 ? Task.CompletedTask : CatalogueStore.AddTermsAsync(scope, segment, whole, cancellationToken);

    /// <summary>Lets a batch that is being written come to its end: the connection is not given back in the middle of it.</summary>
    public async ValueTask DisposeAsync() => await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
