namespace FactoryBot.Turns;

/// <summary>A channel whose people can send files that are fetched after the message was stored.</summary>
public interface IFileChannel
{
    string Name { get; }

    /// <returns>The content; null where the channel does not give it out, or it is larger than <paramref name="mostBytes"/>.</returns>
    Task<byte[]?> FetchAsync(InboundMessage message, InboundFile file, long mostBytes, CancellationToken cancellationToken);
}
