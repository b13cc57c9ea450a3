using FactoryBot.Skills.Results;

namespace FactoryBot.Planning;

/// <summary>What the planner made of a question, and what that cost.</summary>
public sealed record PlannedAnswer
{
    public required SkillResult Result { get; init; }

    /// <summary>The function calls behind the answer, in order.</summary>
    public IReadOnlyList<PlannedCall> Calls { get; init; } = [];

    /// <summary>What each call brought, as the result was made of it; empty where nothing was called.</summary>
    public IReadOnlyList<PlannedPart> Parts { get; init; } = [];

    /// <summary>True when a language model chose the calls or wrote the words.</summary>
    public bool ByModel { get; init; }

    /// <summary>True when the words themselves are a model's, not the functions' own.</summary>
    public bool WordsByModel { get; init; }

    public long TokensIn { get; init; }
    public long TokensOut { get; init; }

    /// <summary>In the currency of the prices in the options.</summary>
    public decimal Cost { get; init; }
}

/// <summary>One call of an answer with what it brought.</summary>
/// <param name="Call">Null where it was not run, because it could not be read.</param>
/// <param name="Again">Whether it may be run once more with other rights: it changed nothing, or was refused.</param>
public sealed record PlannedPart(PlannedCall? Call, SkillResult Result, bool Again);
