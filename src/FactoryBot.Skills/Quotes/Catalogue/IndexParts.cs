namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Reading the words is most of the work of an import and knows nothing of its neighbours, so it runs on all processors, each with a stretch of the
/// parts; the stretches are put together in their order.</summary>
internal static class IndexParts
{
    public static void Into(TermIndex whole, Part[] parts)
    {
        var stretches = new TermIndex[Math.Max(1, Environment.ProcessorCount)];
        Parallel.For(0, stretches.Length, s =>
        {
            var index = stretches[s] = new();
            foreach (var part in parts.AsSpan((int)((long)parts.Length * s / stretches.Length)..(int)((long)parts.Length * (s + 1) / stretches.Length)))
                index.Add(part);
        });
        foreach (var stretch in stretches)
            whole.Add(stretch);
    }
}
