namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014). Ours, so that the same seed gives the same plant on every runtime.</summary>
internal sealed class DemoRandom(params ReadOnlySpan<int> key)
{
    private ulong state = Mix(key);

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Scramble(state);
    }

    /// <summary>Even between 0 (included) and 1 (excluded).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + (high - low) * Unit();

    public int Below(int limit) => (int)(Unit() * limit);

    /// <summary>Splits a whole into parts of random size that add up to it exactly; no part is negative.</summary>
    public int[] Split(int whole, int parts, double evenness)
    {
        var weights = new double[parts];
        for (var i = 0; i < parts; i++)
            weights[i] = evenness + Unit();
        var sum = weights.Sum();
        var result = new int[parts];
        var (reached, given) = (0.0, 0);
        for (var i = 0; i < parts; i++)
        {
            reached += weights[i];
            var upTo = i == parts - 1 ? whole : (int)(whole * reached / sum);
            result[i] = upTo - given;
            given = upTo;
        }

        return result;
    }

    private static ulong Mix(ReadOnlySpan<int> key)
    {
        ulong mixed = 0;
        foreach (var part in key)
            mixed = Scramble(mixed ^ (uint)part) + 0x9E3779B97F4A7C15;
        return mixed;
    }

    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
