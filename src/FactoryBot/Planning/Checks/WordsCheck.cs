using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.Checks;

/// <summary>A function's result with the call that gave it.</summary>
internal sealed record CheckedResult(PlannedCall Call, SkillResult Result);

/// <summary>What a model's words are held against.</summary>
internal sealed record CheckedTurn(string Question, PlannerContext Context, IReadOnlyList<CheckedResult> Results);

/// <summary>Decides whether words that a model wrote may be sent.</summary>
internal static class WordsCheck
{
    /// <returns>What is wrong in one word, for log and metric; null where the words may be sent.</returns>
    public static string? Problem(string words, CheckedTurn turn)
    {
        if (turn.Results.Any(r => r.Result.Status != ResultStatus.Answered))
            return "status";
        return words.Any(char.IsAsciiDigit) ? "number" : null;
    }
}
