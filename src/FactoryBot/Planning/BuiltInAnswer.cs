using FactoryBot.Skills.Results;

namespace FactoryBot.Planning;

/// <summary>Answers as the built-in planner read the question: its calls are run and their own words are the answer.</summary>
internal static class BuiltInAnswer
{
    public static async Task<PlannedAnswer> OfAsync(BuiltInReading reading, FunctionRunner functions, CancellationToken cancellationToken)
    {
        if (!reading.Understood)
            return new() { Result = reading.Result! };
        var outcomes = await functions.RunAsync(reading.Calls, readOnly: false, said: [], cancellationToken);
        IReadOnlyList<PlannedPart> parts = [.. outcomes.Select(o => new PlannedPart(o.Planned, o.Result ?? SkillResult.No(ResultStatus.NotUnderstood, NotReadable(o)), o.Again))];
        return new()
        {
            Result = CombineResults.Of([.. parts.Select(p => p.Result)]),
            Calls = [.. outcomes.Select(o => o.Planned).OfType<PlannedCall>()],
            Parts = parts,
        };
    }

    private static string NotReadable(CallOutcome outcome) => $"I understood what you want, but not how: {outcome.Problem}";
}
