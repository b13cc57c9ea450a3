using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What a question was read as: calls to make, or the result that needs none.</summary>
internal sealed record Outcome(IReadOnlyList<EarlierCall> Calls, SkillResult? Result)
{
    public bool Understood => Result is null;

    /// <summary>No other reader may answer it in its stead.</summary>
    public bool Settled { get; init; }

    public static Outcome Call(IEnumerable<EarlierCall> calls) => new([.. calls], null);

    public static implicit operator Outcome(SkillResult result) => new([], result);
}
