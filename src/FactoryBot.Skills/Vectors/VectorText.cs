using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Vectors;

/// <summary>Vectors as pgvector reads them. All generators share one column, so shorter vectors are filled up with zeros, which
/// changes no angle between them.</summary>
internal static class VectorText
{
    public const int Dimensions = 256;

    public static string Of(ReadOnlySpan<float> vector)
    {
        if (vector.Length > Dimensions)
            throw new ArgumentException($"At most {Dimensions} dimensions can be stored, not {vector.Length}.", nameof(vector));
        var text = new StringBuilder(Dimensions * 4).Append('[');
        for (var i = 0; i < Dimensions; i++)
            text.Append(i == 0 ? "" : ",").Append(i < vector.Length ? vector[i].ToString("G5", CultureInfo.InvariantCulture) : "0");
        return text.Append(']').ToString();
    }

    /// <summary>How alike two vectors of length 1 are, from -1 to 1.</summary>
    public static double Likeness(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var product = 0.0;
        for (var i = 0; i < one.Length; i++)
            product += one[i] * other[i];
        return product;
    }

    /// <summary>Shorter without bending angles much: each number is added to a place of its own choice, with a sign of its own choice.</summary>
    public static ReadOnlyMemory<float> Fold(ReadOnlyMemory<float> vector)
    {
        if (vector.Length <= Dimensions)
            return vector;
        var folded = new float[Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            var hash = ((uint)i + 1) * 2_654_435_761u;
            folded[i % Dimensions] += (hash >> 16 & 1) == 0 ? vector.Span[i] : -vector.Span[i];
        }

        return folded;
    }
}
