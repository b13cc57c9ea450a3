using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Results;

/// <summary>The answers that were given, as the host keeps them.</summary>
public interface IGivenAnswers
{
    /// <summary>The last answer in a conversation before a turn.</summary>
    /// <returns>Null where there is none.</returns>
    Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken);

    /// <summary>The answer of a turn, where it stands in the same conversation as another turn.</summary>
    Task<GivenAnswer?> FindAsync(Guid tenantId, Guid turnId, Guid besideTurn, CancellationToken cancellationToken);

    /// <summary>The last question of a conversation that the asker got figures or a file for, with its whole answer. What others asked there is not theirs.</summary>
    /// <returns>Null where the last few questions had no such answer.</returns>
    Task<GivenResult?> LastResultAsync(Asker asker, CancellationToken cancellationToken);
}

/// <summary>A question with the words of its answer.</summary>
public sealed record GivenAnswer(Guid TurnId, string Question, string Answer);

/// <summary>A question with all that answered it.</summary>
public sealed record GivenResult(string Question, SkillResult Result);
