namespace FactoryBot.Turns;

/// <summary>A channel that can tell who reads along in a conversation.</summary>
public interface IRosterChannel
{
    string Name { get; }

    /// <summary>The people of a group or channel, by the ids under which they write.</summary>
    /// <param name="most">How many are worth reading.</param>
    /// <returns>Null where the channel does not say, or where there are more.</returns>
    Task<IReadOnlyList<string>?> PresentAsync(InboundMessage message, int most, CancellationToken cancellationToken);
}
