using System.Runtime.Intrinsics;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>The vectors of one tenant's pieces, a byte for each number, so that comparing all of them takes milliseconds. What it finds is
/// compared again in the database, which has the whole numbers, the rights and the last word on what is still there.</summary>
internal sealed class VectorBlock
{
    private readonly List<VectorRow> rows;
    private readonly sbyte[] numbers;
    private readonly float[] scales;

    public VectorBlock(List<VectorRow> rows)
    {
        this.rows = rows;
        numbers = new sbyte[rows.Count * VectorText.Dimensions];
        scales = new float[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Numbers.Span.CopyTo(numbers.AsSpan(i * VectorText.Dimensions));
            scales[i] = rows[i].Scale;
            // The block keeps the only copy.
            rows[i] = rows[i] with { Numbers = numbers.AsMemory(i * VectorText.Dimensions, VectorText.Dimensions) };
        }
    }

    public int Count => rows.Count;

    public IEnumerable<VectorRow> Without(HashSet<int> documents) => rows.Where(r => !documents.Contains(r.DocumentId));

    /// <summary>The pieces of the sets, and of the documents where any are named, that are nearest.</summary>
    public List<long> Nearest(ReadOnlySpan<float> vector, int[] sets, HashSet<int>? documents, int most)
    {
        var asked = VectorRow.Of(0, 0, 0, vector);
        var found = new PriorityQueue<int, float>(most + 1);
        var least = float.MinValue;
        for (var i = 0; i < rows.Count; i++)
        {
            var value = Product(asked.Numbers.Span, numbers.AsSpan(i * VectorText.Dimensions, VectorText.Dimensions)) * scales[i];
            if (value <= least || !sets.Contains(rows[i].SetId) || documents?.Contains(rows[i].DocumentId) == false)
                continue;
            found.Enqueue(i, value);
            if (found.Count > most)
                found.Dequeue();
            if (found.Count == most && found.TryPeek(out _, out var worst))
                least = worst;
        }

        return [.. found.UnorderedItems.Select(f => rows[f.Element].PieceId)];
    }

    // Two products of bytes fit into 16 bits.
    private static int Product(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < VectorText.Dimensions; i += Vector256<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(one[i..]));
            var (otherLow, otherHigh) = Vector256.Widen(Vector256.Create(other[i..]));
            var (first, second) = Vector256.Widen((low * otherLow) + (high * otherHigh));
            sum += first + second;
        }

        return Vector256.Sum(sum);
    }
}

/// <param name="Numbers">Each from -127 to 127.</param>
/// <param name="Scale">What makes their product with another row's the cosine, but for that row's own scale.</param>
internal readonly record struct VectorRow(long PieceId, int DocumentId, int SetId, ReadOnlyMemory<sbyte> Numbers, float Scale)
{
    private const float Largest = 127;

    public static VectorRow Of(long pieceId, int documentId, int setId, ReadOnlySpan<float> vector)
    {
        var numbers = new sbyte[VectorText.Dimensions];
        float largest = 0, length = 0;
        foreach (var number in vector)
        {
            largest = Math.Max(largest, Math.Abs(number));
            length += number * number;
        }

        for (var i = 0; i < vector.Length && largest > 0; i++)
            numbers[i] = (sbyte)MathF.Round(vector[i] / largest * Largest);
        return new(pieceId, documentId, setId, numbers, length > 0 ? largest / (Largest * MathF.Sqrt(length)) : 0);
    }
}
