using System.Numerics;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>Which of several classes a sentence belongs to: multinomial logistic regression over hashed features. The same sentences always
/// lead to the same weights.</summary>
internal sealed class IntentModel
{
    private const int Rounds = 8;
    private const float Rate = 3f;
    private const float LeastRate = 0.3f;

    private readonly int width;
    private readonly float[] weights;

    private IntentModel(int classes)
    {
        Classes = classes;
        width = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[Features.Count * width];
    }

    public int Classes { get; }

    public static IntentModel Train(IReadOnlyList<(int[] Features, int Class)> sentences, int classes)
    {
        var model = new IntentModel(classes);
        var scores = new float[model.width];
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
                model.Learn(sentences[at].Features, sentences[at].Class, scores, rate);
        }

        return model;
    }

    /// <summary>How likely each class is.</summary>
    public float[] Predict(int[] features)
    {
        var scores = new float[width];
        Score(features, scores);
        Soften(scores.AsSpan(0, Classes));
        return scores[..Classes];
    }

    private void Learn(int[] features, int meant, float[] scores, float rate)
    {
        Array.Clear(scores);
        Score(features, scores);
        Soften(scores.AsSpan(0, Classes));
        scores.AsSpan(Classes).Clear();
        scores[meant] -= 1;
        // What is almost right teaches nothing.
        if (scores[meant] > -0.02f)
            return;
        var step = new Vector<float>(-rate / MathF.Sqrt(features.Length));
        foreach (var feature in features)
        {
            var row = weights.AsSpan(feature * width, width);
            for (var i = 0; i < width; i += Vector<float>.Count)
                (new Vector<float>(row[i..]) + (step * new Vector<float>(scores, i))).CopyTo(row[i..]);
        }
    }

    private void Score(int[] features, float[] scores)
    {
        foreach (var feature in features)
        {
            var row = weights.AsSpan(feature * width, width);
            for (var i = 0; i < width; i += Vector<float>.Count)
                (new Vector<float>(scores, i) + new Vector<float>(row[i..])).CopyTo(scores, i);
        }

        var scale = 1 / MathF.Sqrt(features.Length);
        for (var i = 0; i < width; i++)
            scores[i] *= scale;
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
