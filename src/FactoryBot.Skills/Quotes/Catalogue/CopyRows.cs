using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Rows of PostgreSQL's binary COPY, put together in one buffer and sent by the block. A million rows of eighteen values each are too many for a call
/// that may wait at every value.</summary>
internal sealed class CopyRows
{
    private const int Block = 1 << 17;
    private const int LargestNumeric = 40;
    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly NpgsqlRawCopyStream stream;
    private readonly short columns;
    private byte[] buffer = new byte[Block + 4096];
    private int length;

    public CopyRows(NpgsqlRawCopyStream stream, short columns)
    {
        (this.stream, this.columns) = (stream, columns);
        Signature.CopyTo(Room(Signature.Length));
    }

    /// <summary>Before each row: sends what has come together.</summary>
    public async ValueTask StartRowAsync(CancellationToken cancellationToken)
    {
        if (length >= Block)
            await SendAsync(cancellationToken);
        Short(columns);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        Short(-1);
        await SendAsync(cancellationToken);
    }

    public void Null() => Int(-1);

    public void Integer(int value)
    {
        Int(sizeof(int));
        Int(value);
    }

    public void Integer(int? value)
    {
        if (value is { } known)
            Integer(known);
        else
            Null();
    }

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Int(bytes);
        Encoding.UTF8.GetBytes(value, Room(bytes));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        value.CopyTo(Room(value.Length));
    }

    /// <summary>Digits of ten thousand each, aligned at the decimal point, the first one first.</summary>
    public void Numeric(decimal? value)
    {
        if (value is not { } known)
        {
            Null();
            return;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(known, bits);
        var rest = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        var scale = known.Scale;
        for (var i = scale; i % 4 != 0; i++)
            rest *= 10;
        Span<short> digits = stackalloc short[LargestNumeric];
        var count = 0;
        for (; rest != 0; rest /= 10_000)
            digits[count++] = (short)(rest % 10_000);
        Int(8 + count * sizeof(short));
        Short((short)count);
        Short((short)(count - (scale + 3) / 4 - 1));
        Short(decimal.IsNegative(known) && count > 0 ? (short)0x4000 : (short)0);
        Short(scale);
        while (count > 0)
            Short(digits[--count]);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        length = 0;
    }

    private void Int(int value) => BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);

    private void Short(short value) => BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), value);

    private Span<byte> Room(int bytes)
    {
        if (length + bytes > buffer.Length)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + bytes));
        length += bytes;
        return buffer.AsSpan(length - bytes, bytes);
    }
}
