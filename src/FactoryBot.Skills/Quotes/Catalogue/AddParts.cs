using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Adds parts to a tenant's catalogue, a segment of the index at a time, and replaces those that have the same number.</summary>
internal sealed class AddParts(TenantScope scope, CatalogueState state)
{
    private const int SegmentSize = 250_000;

    private readonly List<Part> waiting = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

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
        State = State with { Version = State.Version + 1, Parts = State.Parts + Added, LoadedAt = now };
        await CatalogueStore.SaveStateAsync(scope, State, cancellationToken);
        return State;
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        var first = State.NextPartNo;
        var parts = waiting.Select((p, i) => p with { PartNo = first + i }).ToArray();
        var index = Index(parts);
        var replaced = State.Parts + Added == 0
            ? 0
            : await CatalogueStore.ForgetAsync(scope, [.. parts.Select(p => PartKey.Of(p.Number))], [.. parts.Select(p => p.Number)], cancellationToken);
        await CatalogueStore.AddPartsAsync(scope, parts, cancellationToken);
        await CatalogueStore.AddTermsAsync(scope, State.NextSegment, index, cancellationToken);
        Replaced += replaced;
        Added += parts.Length - replaced;
        State = State with { NextPartNo = first + parts.Length, NextSegment = State.NextSegment + 1 };
        waiting.Clear();
    }

    // Reading the words is most of the work and knows nothing of its neighbours, so it runs on all processors.
    private static Dictionary<string, Postings> Index(Part[] parts)
    {
        var terms = new string[parts.Length][];
        Parallel.For(0, parts.Length, i => terms[i] = [.. PartTerms.Of(parts[i]).All()]);
        var index = new Dictionary<string, Postings>(parts.Length, StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            foreach (var term in terms[i])
            {
                if (!index.TryGetValue(term, out var postings))
                    index[term] = postings = new();
                postings.Add(parts[i].PartNo);
            }
        }

        return index;
    }
}
