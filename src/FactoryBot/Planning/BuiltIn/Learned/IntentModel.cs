using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>Which of several classes a sentence belongs to: multinomial logistic regression over hashed features. The same sentences always
/// lead to the same weights; a byte for each is kept.</summary>
internal sealed class IntentModel
{
    private const int Rounds = 4;
    private const float Rate = 4f;
    private const float LeastRate = 0.5f;

    // So sure, a sentence teaches nothing any more.
    private const float Learned = 0.1f;

    // What fewer sentences have says nothing about others.
    private const int Least = 3;

    private readonly int width;
    private readonly ushort[] rows;
    private readonly sbyte[] weights;
    private readonly float unit;

    private IntentModel(int classes, int width, ushort[] rows, float[] learned)
    {
        Classes = classes;
        this.width = width;
        this.rows = rows;
        var most = 1e-6f;
        foreach (var weight in learned)
            most = MathF.Max(most, MathF.Abs(weight));
        unit = most / sbyte.MaxValue;
        weights = Array.ConvertAll(learned, w => (sbyte)MathF.Round(w / unit));
    }

    public int Classes { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IntentModel Train(IReadOnlyList<(int[] Features, int Class)> sentences, int classes)
    {
        var (rows, count) = Rows(sentences);
        var width = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var weights = new float[count * width];
        var scores = new float[width];
        var known = sentences.Select(s => Array.FindAll(Array.ConvertAll(s.Features, f => (int)rows[f]), r => r > 0)).ToArray();
        var sure = new bool[sentences.Count];
        var random = 12345u;
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                random = (random * 1664525) + 1013904223;
                var other = (int)(random % (uint)(i + 1));
                (order[i], order[other]) = (order[other], order[i]);
            }

            var rate = Rate + ((LeastRate - Rate) * round / (Rounds - 1));
            foreach (var at in order)
            {
                if (!sure[at] || round == Rounds - 1)
                    sure[at] = Learn(weights, width, known[at], sentences[at].Class, scores.AsSpan(), classes, rate);
            }
        }

        return new(classes, width, rows, weights);
    }

    /// <summary>How likely each class is.</summary>
    public float[] Predict(int[] features)
    {
        var scores = new float[Classes];
        var known = 0;
        foreach (var feature in features)
        {
            if (rows[feature] is > 0 and var row)
            {
                known++;
                var of = weights.AsSpan(row * width, Classes);
                for (var i = 0; i < scores.Length; i++)
                    scores[i] += of[i];
            }
        }

        var scale = unit / MathF.Sqrt(Math.Max(1, known));
        for (var i = 0; i < scores.Length; i++)
            scores[i] *= scale;
        Soften(scores);
        return scores;
    }

    // Numbered from 1; 0 is a feature that is not weighed.
    private static (ushort[] Rows, int Count) Rows(IReadOnlyList<(int[] Features, int Class)> sentences)
    {
        var rows = new ushort[Features.Count];
        foreach (var feature in sentences.SelectMany(s => s.Features))
            rows[feature] = (ushort)Math.Min(Least, rows[feature] + 1);
        var count = 1;
        for (var i = 0; i < rows.Length; i++)
            rows[i] = rows[i] < Least || count >= ushort.MaxValue ? (ushort)0 : (ushort)count++;
        return (rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Learn(float[] weights, int width, int[] known, int meant, Span<float> scores, int classes, float rate)
    {
        scores.Clear();
        foreach (var row in known)
        {
            ref var from = ref weights[row * width];
            for (var i = 0; i < width; i += Vector<float>.Count)
                (new Vector<float>(scores[i..]) + Vector.LoadUnsafe(ref from, (nuint)i)).CopyTo(scores[i..]);
        }

        var scale = 1 / MathF.Sqrt(Math.Max(1, known.Length));
        for (var i = 0; i < classes; i++)
            scores[i] *= scale;
        Soften(scores[..classes]);
        scores[classes..].Clear();
        scores[meant] -= 1;
        if (scores[meant] > -Learned)
            return true;
        var step = new Vector<float>(-rate * scale);
        foreach (var row in known)
        {
            ref var to = ref weights[row * width];
            for (var i = 0; i < width; i += Vector<float>.Count)
                (Vector.LoadUnsafe(ref to, (nuint)i) + (step * new Vector<float>(scores[i..]))).StoreUnsafe(ref to, (nuint)i);
        }

        return false;
    }

    private static void Soften(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
            most = MathF.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores)
            sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }
}
