namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>What of a sentence the learner weighs: words, words side by side, words near each other, and the letters of words for typing
/// errors; each as a number below <see cref="Count"/>.</summary>
internal static class Features
{
    public const int Count = 1 << 14;
    private const int Near = 4;
    private const int LettersFrom = 5;

    public static int[] Of(IReadOnlyList<string> shape)
    {
        var features = new HashSet<int>(shape.Count * 10);
        for (var i = 0; i < shape.Count; i++)
        {
            var word = Hash(17, shape[i]);
            Add(features, word);
            Add(features, Pair(i == 0 ? 3 : Hash(17, shape[i - 1]), word, 5));
            if (i == shape.Count - 1)
                Add(features, Pair(word, 7, 5));
            for (var j = i + 2; j < shape.Count && j <= i + Near; j++)
                Add(features, Pair(word, Hash(17, shape[j]), 11));
            if (shape[i].Length >= LettersFrom && !Shape.IsKind(shape[i]))
                Letters(features, shape[i]);
        }

        return [.. features];
    }

    private static void Letters(HashSet<int> features, string word)
    {
        for (var at = 0; at + 4 <= word.Length; at++)
            Add(features, Hash(at == 0 ? 23u : 29u, word.AsSpan(at, 4)));
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
