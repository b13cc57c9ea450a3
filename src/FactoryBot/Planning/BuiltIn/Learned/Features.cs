namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>What of a sentence the learner weighs: words, what they are made from, words side by side and near each other, and the letters
/// of words for typing errors; each as a number below <see cref="Count"/>.</summary>
internal static class Features
{
    public const int Count = 1 << 17;
    private const int Near = 3;
    private const int Letters = 4;

    public static int[] Of(IReadOnlyList<string> shape)
    {
        var features = new HashSet<int>(shape.Count * 10);
        var words = new uint[shape.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = Hash(17, Root.Of(shape[i]));
        for (var i = 0; i < words.Length; i++)
        {
            Add(features, words[i]);
            Add(features, Pair(i == 0 ? 3 : words[i - 1], words[i], 5));
            if (i == words.Length - 1)
                Add(features, Pair(words[i], 7, 5));
            for (var j = i + 2; j < words.Length && j <= i + Near; j++)
                Add(features, Pair(words[i], words[j], 11));
            if (shape[i].Length <= Letters || Shape.IsKind(shape[i]))
                continue;
            Add(features, Hash(19, shape[i]));
            for (var at = 0; at + Letters <= shape[i].Length; at++)
                Add(features, Hash(at == 0 ? 23u : 29u, shape[i].AsSpan(at, Letters)));
        }

        return [.. features];
    }

    private static void Add(HashSet<int> features, uint hash) => features.Add((int)((hash ^ (hash >> 15)) % Count));

    private static uint Pair(uint first, uint second, uint seed) => (((first * 31) + seed) * 0x9E3779B1) ^ (second * 0x85EBCA6B);

    // The same on every machine and in every process, as string.GetHashCode is not.
    private static uint Hash(uint seed, ReadOnlySpan<char> text)
    {
        var hash = 2166136261 ^ (seed * 0x9E3779B1);
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
