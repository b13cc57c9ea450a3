using System.Collections.Concurrent;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>The words that are known to stand in a tenant's list of words already. Nothing is ever taken from that list, so what was written once need
/// not be looked for again.</summary>
internal sealed class KnownWords
{
    // Some megabytes; what is forgotten is looked for again.
    private const int MostWords = 500_000;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, bool>> known = new();
    private int count;

    public bool Has(Guid tenantId, string term) => known.TryGetValue(tenantId, out var words) && words.ContainsKey(term);

    /// <summary>To be called once they are committed.</summary>
    public void Add(Guid tenantId, IEnumerable<string> terms)
    {
        if (Volatile.Read(ref count) > MostWords)
        {
            known.Clear();
            Volatile.Write(ref count, 0);
        }

        var words = known.GetOrAdd(tenantId, _ => new(StringComparer.Ordinal));
        foreach (var term in terms)
        {
            // Most are known, and to look takes no lock.
            if (!words.ContainsKey(term) && words.TryAdd(term, true))
                Interlocked.Increment(ref count);
        }
    }
}
