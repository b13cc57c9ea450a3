namespace FactoryBot.Skills.Documents.Evaluation;

/// <summary>The figures of a set of questions, in percent.</summary>
internal sealed record EvaluationReport
{
    public required int Answerable { get; init; }
    public required int Unanswerable { get; init; }
    public required double First { get; init; }
    public required double FirstFive { get; init; }
    public required double FirstTen { get; init; }
    public required double Ndcg { get; init; }

    /// <summary>Key phrases in the quotes and the right source among them, whether or not it was sure enough to be given.</summary>
    public required double Phrases { get; init; }

    /// <summary>The same of what is shown before "More" is pressed.</summary>
    public required double AtOnce { get; init; }

    /// <summary>Characters of half of the answers, at most, before "More" is pressed.</summary>
    public required double MedianCharacters { get; init; }

    /// <summary>The same, counting only answers that were given.</summary>
    public required double Passed { get; init; }

    /// <summary>The same, counting also what was shown beside the gap as what comes nearest.</summary>
    public required double Helped { get; init; }

    /// <summary>The gap was said, whether or not something was shown with it.</summary>
    public required double RefusedAnswerable { get; init; }

    /// <summary>The gap was said and nothing was shown.</summary>
    public required double NothingAnswerable { get; init; }
    public required double RefusedUnanswerable { get; init; }
    public required double NothingUnanswerable { get; init; }
    public required double MedianMilliseconds { get; init; }
    public required double P95Milliseconds { get; init; }

    public static EvaluationReport Of(IReadOnlyList<EvaluatedQuestion> questions)
    {
        var yes = questions.Where(q => q.Question.Answerable).ToList();
        var no = questions.Where(q => !q.Question.Answerable).ToList();
        var times = questions.Select(q => q.Took.TotalMilliseconds).Order().ToList();
        return new()
        {
            Answerable = yes.Count,
            Unanswerable = no.Count,
            First = Share(yes, q => q.Place == 1),
            FirstFive = Share(yes, q => q.Place <= 5),
            FirstTen = Share(yes, q => q.Place <= 10),
            // One document is right, so the ideal gain is 1.
            Ndcg = yes.Count == 0 ? 0 : yes.Average(q => q.Place is { } place and <= 10 ? 1 / Math.Log2(place + 1) : 0),
            Phrases = Share(yes, q => q is { Phrases: true, Cites: true }),
            AtOnce = Share(yes, q => q is { AtOnce: true, Cites: true }),
            MedianCharacters = questions.Count == 0 ? 0 : questions.Select(q => q.Characters).Order().ElementAt(questions.Count / 2),
            Passed = Share(yes, q => q is { Phrases: true, Cites: true, Refused: false }),
            Helped = Share(yes, q => q is { Phrases: true, Cites: true, Shown: true }),
            NothingAnswerable = Share(yes, q => !q.Shown),
            NothingUnanswerable = Share(no, q => !q.Shown),
            RefusedAnswerable = Share(yes, q => q.Refused),
            RefusedUnanswerable = Share(no, q => q.Refused),
            MedianMilliseconds = times.Count == 0 ? 0 : times[times.Count / 2],
            P95Milliseconds = times.Count == 0 ? 0 : times[(int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * 0.95) - 1)],
        };
    }

    private static double Share(List<EvaluatedQuestion> questions, Func<EvaluatedQuestion, bool> holds) =>
        questions.Count == 0 ? 0 : 100.0 * questions.Count(holds) / questions.Count;
}
