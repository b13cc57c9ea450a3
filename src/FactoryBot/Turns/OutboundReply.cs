using FactoryBot.Planning;
using FactoryBot.Skills.Results;

namespace FactoryBot.Turns;

/// <summary>The answer of a turn, as it is stored and as every channel gets it.</summary>
public sealed record OutboundReply
{
    public required Guid TurnId { get; init; }
    public required SkillResult Result { get; init; }

    /// <summary>The function calls behind the answer, in order.</summary>
    public IReadOnlyList<PlannedCall> Calls { get; init; } = [];

    /// <summary>True when a language model chose the calls or wrote the words.</summary>
    public bool ByModel { get; init; }

    /// <summary>True when the words themselves are a model's: the reader is told so.</summary>
    public bool WordsByModel { get; init; }

    public long TokensIn { get; init; }
    public long TokensOut { get; init; }
    public double Milliseconds { get; init; }
}
