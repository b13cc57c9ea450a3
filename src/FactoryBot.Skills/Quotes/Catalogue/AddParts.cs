using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Adds parts to a tenant's catalogue, a segment of the index at a time, and replaces those that have the same number.</summary>
internal sealed class AddParts(TenantScope scope, CatalogueState state) : IAsyncDisposable
{
    private const int SegmentSize = 125_000;

    private readonly List<Part> waiting = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
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
        if (waiting.Count >= SegmentSize)
            await FlushAsync(cancellationToken);
        return true;
    }

    public async Task<CatalogueState> FinishAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await writing;
        State = State with { Version = State.Version + 1, Parts = State.Parts + Added, LoadedAt = now };
        await CatalogueStore.SaveStateAsync(scope, State, cancellationToken);
        return State;
    }

    /// <summary>While the database writes one segment, the next one is read and indexed.</summary>
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        var (first, segment) = (State.NextPartNo, State.NextSegment);
        var parts = waiting.Select((p, i) => p with { PartNo = first + i }).ToArray();
        var index = IndexParts.Of(parts);
        State = State with { NextPartNo = first + parts.Length, NextSegment = segment + 1 };
        waiting.Clear();
        await writing;
        writing = WriteAsync(parts, segment, index, cancellationToken);
    }

    private async Task WriteAsync(Part[] parts, int segment, IReadOnlyCollection<KeyValuePair<string, Postings>> index, CancellationToken cancellationToken)
    {
        // A number stands in a list once: only what was there before the list can be replaced by it.
        var replaced = State.Parts == 0
            ? 0
            : await CatalogueStore.ForgetAsync(scope, [.. parts.Select(p => PartKey.Of(p.Number))], [.. parts.Select(p => p.Number)], cancellationToken);
        await CatalogueStore.AddPartsAsync(scope, parts, cancellationToken);
        await CatalogueStore.AddTermsAsync(scope, segment, index, cancellationToken);
        Replaced += replaced;
        Added += parts.Length - replaced;
    }

    /// <summary>Lets a segment that is being written come to its end: the connection is not given back in the middle of it.</summary>
    public async ValueTask DisposeAsync() => await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
