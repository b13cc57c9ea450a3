using System.Runtime.InteropServices;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Which parts hold which term. Reading the words is most of the work of an import and knows nothing of its neighbours, so it runs on all
/// processors, each with a stretch of the parts; the stretches are put together in their order.</summary>
internal static class IndexParts
{
    public static IReadOnlyCollection<KeyValuePair<string, Postings>> Of(Part[] parts)
    {
        var stretches = new Dictionary<string, Postings>[Math.Max(1, Environment.ProcessorCount)];
        Parallel.For(0, stretches.Length, s => stretches[s] = Stretch(parts.AsSpan((int)((long)parts.Length * s / stretches.Length)..(int)((long)parts.Length * (s + 1) / stretches.Length))));
        var whole = stretches[0];
        foreach (var (term, postings) in stretches.Skip(1).SelectMany(s => s))
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(whole, term, out var exists);
            if (exists)
                known!.Add(postings);
            else
                known = postings;
        }

        return whole;
    }

    private static Dictionary<string, Postings> Stretch(ReadOnlySpan<Part> parts)
    {
        var index = new Dictionary<string, Postings>(Math.Min(parts.Length, 100_000), StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var term in PartTerms.Of(part).All())
            {
                ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(index, term, out _);
                (postings ??= new()).Add(part.PartNo);
            }
        }

        return index;
    }
}
