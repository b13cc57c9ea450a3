namespace FactoryBot.Planning.BuiltIn;

/// <summary>One of 256 marks that a text can bear. Two texts may have the same mark; the same text always has the same one.</summary>
internal readonly record struct Mark(byte Number)
{
    public static Mark Of(ReadOnlySpan<char> text)
    {
        var hash = 0u;
        foreach (var letter in text)
            hash = (hash * 31) + char.ToUpperInvariant(letter);
        return new((byte)(hash ^ (hash >> 8) ^ (hash >> 16)));
    }
}

/// <summary>A set of marks: what has a mark that is not in it is surely not among the texts it was made of, which is told at a hundredth of the cost of looking.</summary>
internal readonly record struct Marks(ulong A, ulong B, ulong C, ulong D)
{
    public static Marks Of(ReadOnlySpan<string> texts)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (var text in texts)
            Add(bits, Mark.Of(text));
        return new(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>Of each two letters of a text that stand beside each other, whatever their case.</summary>
    public static Marks OfPairs(ReadOnlySpan<char> text)
    {
        Span<ulong> bits = stackalloc ulong[4];
        for (var i = 1; i < text.Length; i++)
            Add(bits, Mark.Of(text.Slice(i - 1, 2)));
        return new(bits[0], bits[1], bits[2], bits[3]);
    }

    public bool Has(Mark mark) => ((mark.Number >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D } >> (mark.Number & 63) & 1) != 0;

    public bool HasAll(in Marks others) => (others.A & ~A) == 0 && (others.B & ~B) == 0 && (others.C & ~C) == 0 && (others.D & ~D) == 0;

    private static void Add(Span<ulong> bits, Mark mark) => bits[mark.Number >> 6] |= 1UL << (mark.Number & 63);
}
