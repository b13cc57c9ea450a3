namespace FactoryBot.Skills.Reports;

/// <summary>The answers that were given, as the host keeps them.</summary>
public interface IGivenAnswers
{
    /// <summary>The last answer in a conversation before a turn.</summary>
    /// <returns>Null where there is none.</returns>
    Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken);

    /// <summary>The answer of a turn, where it stands in the same conversation as another turn.</summary>
    Task<GivenAnswer?> FindAsync(Guid tenantId, Guid turnId, Guid besideTurn, CancellationToken cancellationToken);
}

/// <summary>A question with the words of its answer.</summary>
public sealed record GivenAnswer(Guid TurnId, string Question, string Answer);
