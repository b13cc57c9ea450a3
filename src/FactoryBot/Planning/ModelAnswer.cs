using FactoryBot.Planning.Checks;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning;

/// <summary>Decides what is sent of what a model did: its words where they pass the check, otherwise the functions' own words,
/// otherwise the built-in planner's answer.</summary>
internal sealed class ModelAnswer(
    PlannerTurn turn, string question, PlannerContext context, ToolLoopRun run, BuiltInReading reading, FunctionRunner functions, ILogger log)
{
    public async Task<PlannedAnswer> OfAsync(ModelFailure? failure, CancellationToken cancellationToken)
    {
        var used = Used();
        // What a model could not put rightly in two tries, the built-in planner may have read.
        if (failure is null && reading.Understood && !functions.Changed && used.Count > 0 && used.TrueForAll(o => o.Result!.Repair is not null))
            return await BuiltInAnswer.OfAsync(reading, functions, cancellationToken);
        if (failure is null)
            return used.Count > 0 ? WithResults(used, run.Words) : await WithoutResultsAsync(cancellationToken);

        // What was changed must not be changed a second time by a second planner.
        if (reading.Understood && !functions.Changed)
            return await BuiltInAnswer.OfAsync(reading, functions, cancellationToken);
        if (used.Count > 0)
            return WithResults(used, words: null);
        return new() { Result = failure == ModelFailure.Filtered ? PlanningFailures.Filtered() : Warned(reading.Result!) };
    }

    private PlannedAnswer WithResults(IReadOnlyList<CallOutcome> used, string? words)
    {
        var combined = Mended.Say(CombineResults.Of([.. used.Select(o => o.Result!)]), [.. run.Outcomes.Except(used)]);
        var passed = Checked(words, used);
        return new()
        {
            Result = passed is null ? combined : combined with { Text = passed },
            WordsByModel = passed is not null,
            Calls = [.. used.Select(o => o.Planned!)],
            Parts = [.. used.Select(o => new PlannedPart(o.Planned, o.Result!, o.Again))],
            ByModel = true,
        };
    }

    private string? Checked(string? words, IReadOnlyList<CallOutcome> used)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;
        var plain = ModelWords.Plain(words);
        IReadOnlyList<SkillResult> results = [.. used.Select(o => o.Result!)];
        if (CitedWords.Quotes(results))
            return CitedWords.Keep(plain, results) ?? Refuse("not_cited", words);
        var problem = WordsCheck.Problem(plain, new(question, context, [.. used.Select(o => new CheckedResult(o.Planned!, o.Result!))]));
        return problem is null ? plain : Refuse(problem, words);
    }

    // A model that looked nothing up may ask back; whatever else it says has no proof.
    private async Task<PlannedAnswer> WithoutResultsAsync(CancellationToken cancellationToken)
    {
        var plain = ModelWords.Plain(run.Words ?? "");
        var problem = reading.Understood ? "nothing_called"
            : !plain.EndsWith('?') ? "no_question"
            : WordsCheck.Problem(plain, new(question, context, []));
        if (problem is null)
            return new() { Result = SkillResult.No(ResultStatus.Clarify, plain, reading.Result!.Choices), ByModel = true, WordsByModel = true };
        Refuse(problem, plain);
        return await BuiltInAnswer.OfAsync(reading, functions, cancellationToken);
    }

    private string? Refuse(string problem, string words)
    {
        log.WordsReplaced(turn.Asker.TurnId, problem);
        log.RefusedWords(turn.Asker.TurnId, words);
        PlanningTelemetry.WordsReplaced(problem);
        return null;
    }

    // A call that failed and was made again, corrected, is not part of the answer.
    private List<CallOutcome> Used()
    {
        var used = new List<CallOutcome>();
        for (var i = 0; i < run.Outcomes.Count; i++)
        {
            var outcome = run.Outcomes[i];
            if (outcome.Result is null || used.Any(u => ReferenceEquals(u.Result, outcome.Result)))
                continue;
            if (outcome.Result.Status == ResultStatus.Answered || !AnsweredLater(outcome, i))
                used.Add(outcome);
        }
        return used;
    }

    private bool AnsweredLater(CallOutcome outcome, int index)
    {
        var nextRound = run.RoundStarts.FirstOrDefault(start => start > index, int.MaxValue);
        // What was corrected may have been asked in another way than the one that failed.
        return run.Outcomes.Skip(nextRound).Any(o =>
            o.Result?.Status == ResultStatus.Answered && (o.Planned!.Function == outcome.Planned!.Function || outcome.Result?.Repair is not null));
    }

    private static SkillResult Warned(SkillResult result) => result with { Warnings = [.. result.Warnings, PlanningFailures.ModelAway] };
}
