using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Lists of parts that were read lately. The long ones, of "screw" and "steel", are asked for by nearly every line, and to move one from the
/// database takes longer than to count it. The edition is part of the key: nothing of an older one is ever found.</summary>
internal static class KeptPostings
{
    // In each of two halves, of all tenants together. The list of a term that stands in each of a million parts has 4 MB.
    private const long MostBytes = 48L << 20;

    private static readonly Lock Guard = new();
    private static Dictionary<(CatalogueEdition Edition, string Term), List<byte[]>> recent = [];
    private static Dictionary<(CatalogueEdition Edition, string Term), List<byte[]>> older = [];
    private static long recentBytes;

    public static async Task<IReadOnlyDictionary<string, List<byte[]>>> ReadAsync(TenantScope scope, CatalogueEdition edition, IReadOnlyCollection<string> terms, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, List<byte[]>>(terms.Count, StringComparer.Ordinal);
        lock (Guard)
        {
            foreach (var term in terms)
            {
                if (Find((edition, term)) is { } lists)
                    found[term] = lists;
            }
        }

        if (found.Count == terms.Count)
            return found;
        var read = await MatchStore.PostingsAsync(scope, [.. terms.Where(t => !found.ContainsKey(t))], cancellationToken);
        lock (Guard)
        {
            foreach (var (term, lists) in read)
            {
                found[term] = lists;
                Keep((edition, term), lists);
            }
        }

        return found;
    }

    /// <summary>What is used again moves to the recent half; when that is full it becomes the older one, and what nobody used since then is gone.</summary>
    private static List<byte[]>? Find((CatalogueEdition Edition, string Term) key)
    {
        if (recent.TryGetValue(key, out var lists))
            return lists;
        if (older.Remove(key, out lists))
            Keep(key, lists);
        return lists;
    }

    private static void Keep((CatalogueEdition Edition, string Term) key, List<byte[]> lists)
    {
        if (!recent.TryAdd(key, lists))
            return;
        recentBytes += 100 + lists.Sum(l => (long)l.Length);
        if (recentBytes <= MostBytes)
            return;
        (older, recent, recentBytes) = (recent, [], 0);
    }
}
