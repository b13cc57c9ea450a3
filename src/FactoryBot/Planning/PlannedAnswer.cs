using FactoryBot.Skills.Results;

namespace FactoryBot.Planning;

/// <summary>What the planner made of a question, and what that cost.</summary>
public sealed record PlannedAnswer
{
    public required SkillResult Result { get; init; }

    /// <summary>The function calls behind the answer, in order.</summary>
    public IReadOnlyList<PlannedCall> Calls { get; init; } = [];

    /// <summary>True when a language model chose the calls or wrote the words.</summary>
    public bool ByModel { get; init; }

    /// <summary>True when the words themselves are a model's, not the functions' own.</summary>
    public bool WordsByModel { get; init; }

    public long TokensIn { get; init; }
    public long TokensOut { get; init; }

    /// <summary>In the currency of the prices in the options.</summary>
    public decimal Cost { get; init; }
}
