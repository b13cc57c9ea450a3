using System.Runtime.InteropServices;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>The parts that hold one term.</summary>
internal sealed class Postings
{
    private readonly List<int> parts = [];

    public int Count => parts.Count;

    /// <summary>Numbers come in rising order; one that comes again is there already.</summary>
    /// <returns>False where it was there.</returns>
    public bool Add(int partNo)
    {
        if (parts.Count > 0 && parts[^1] == partNo)
            return false;
        parts.Add(partNo);
        return true;
    }

    /// <summary>Those of later parts.</summary>
    public void Add(Postings later) => parts.AddRange(later.parts);

    public ReadOnlySpan<byte> ToBytes() => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(parts));

    public static ReadOnlySpan<int> Read(byte[] bytes) => MemoryMarshal.Cast<byte, int>(bytes);
}
