namespace FactoryBot.Turns;

/// <summary>The way out to one channel. Retries what its protocol allows to be retried before it reports a failure.</summary>
public interface IChannel
{
    string Name { get; }

    /// <summary>Shows that an answer is being worked on; errors are the channel's own business.</summary>
    Task TypingAsync(InboundMessage message, CancellationToken cancellationToken);

    Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken);
}

/// <summary>What became of an answer.</summary>
/// <param name="MessageId">The channel's own id of the message, where people's opinions name it by that; null where they name the turn.</param>
public readonly record struct Sending(Delivery Delivery, string? MessageId = null)
{
    public static implicit operator Sending(Delivery delivery) => new(delivery);
}

public enum Delivery
{
    Sent,

    /// <summary>Worth trying again later: the channel did not answer or was too busy.</summary>
    Later,

    /// <summary>Final: the conversation is gone or the bot was removed from it.</summary>
    Refused,
}
