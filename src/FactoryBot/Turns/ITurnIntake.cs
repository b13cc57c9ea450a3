namespace FactoryBot.Turns;

/// <summary>The way in: what a channel calls with a message.</summary>
public interface ITurnIntake
{
    /// <summary>Stores the message. When this returns <see cref="Intake.Accepted"/> the message can no longer be lost.</summary>
    Task<IntakeReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken);

    /// <summary>Waits for the answer of an accepted message, for callers that must answer inside their own request.</summary>
    /// <returns>The reply; null when the turn did not end within the time.</returns>
    Task<OutboundReply?> WaitAsync(IntakeReceipt receipt, TimeSpan atMost, CancellationToken cancellationToken);
}

public enum Intake
{
    Accepted,

    /// <summary>The same message was stored before; it is answered once.</summary>
    Duplicate,

    /// <summary>Too many messages wait; nothing was stored, the sender is to try again.</summary>
    Busy,
}

public sealed record IntakeReceipt(Intake Intake, Guid TenantId, Guid TurnId);
