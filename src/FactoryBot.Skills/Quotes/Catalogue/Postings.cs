using System.Runtime.InteropServices;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>The parts that hold one term.</summary>
internal sealed class Postings
{
    private readonly List<int> parts = [];

    public int Count => parts.Count;

    public void Add(int partNo) => parts.Add(partNo);

    /// <summary>Those of later parts.</summary>
    public void Add(Postings later) => parts.AddRange(later.parts);

    public byte[] ToBytes() => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(parts)).ToArray();

    public static ReadOnlySpan<int> Read(byte[] bytes) => MemoryMarshal.Cast<byte, int>(bytes);
}
