using System.Runtime.InteropServices;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>The parts that hold one term.</summary>
internal sealed class Postings
{
    private readonly List<int> parts = [];

    public int Count => parts.Count;

    public void Add(int partNo) => parts.Add(partNo);

    public byte[] ToBytes() => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(parts)).ToArray();

    public static ReadOnlySpan<int> Read(byte[] bytes) => MemoryMarshal.Cast<byte, int>(bytes);
}
