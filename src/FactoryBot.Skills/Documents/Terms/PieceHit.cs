using System.Buffers.Binary;

namespace FactoryBot.Skills.Documents.Terms;

/// <summary>How often a word stands in a piece, as a row of the word index keeps it.</summary>
/// <param name="Body">In the text.</param>
/// <param name="Head">In the headings above it, the title left out.</param>
/// <param name="Length">Words of the piece that count.</param>
internal readonly record struct PieceHit(long PieceId, short Body, short Head, short Length)
{
    private const int Size = sizeof(long) + (3 * sizeof(short));

    public static byte[] Write(List<PieceHit> hits)
    {
        var bytes = new byte[hits.Count * Size];
        for (var i = 0; i < hits.Count; i++)
            hits[i].Write(bytes.AsSpan(i * Size));
        return bytes;
    }

    public static PieceHit Read(ReadOnlySpan<byte> bytes, int place)
    {
        var hit = bytes.Slice(place * Size, Size);
        return new(
            BinaryPrimitives.ReadInt64BigEndian(hit), BinaryPrimitives.ReadInt16BigEndian(hit[8..]), BinaryPrimitives.ReadInt16BigEndian(hit[10..]),
            BinaryPrimitives.ReadInt16BigEndian(hit[12..]));
    }

    public static int CountIn(byte[] bytes) => bytes.Length / Size;

    private void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt64BigEndian(to, PieceId);
        BinaryPrimitives.WriteInt16BigEndian(to[8..], Body);
        BinaryPrimitives.WriteInt16BigEndian(to[10..], Head);
        BinaryPrimitives.WriteInt16BigEndian(to[12..], Length);
    }
}
