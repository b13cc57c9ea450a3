using System.Text.Json;

namespace FactoryBot.Turns;

/// <summary>A channel that can tell who reads along in a conversation.</summary>
public interface IRosterChannel
{
    string Name { get; }

    /// <summary>The people of a group or channel, by the ids under which they write.</summary>
    /// <param name="reference">What a message of the conversation brought to answer with; null where it brought nothing.</param>
    /// <param name="most">How many are worth reading.</param>
    /// <returns>Null where the channel does not say, or where there are more.</returns>
    Task<IReadOnlyList<string>?> PresentAsync(JsonElement? reference, int most, CancellationToken cancellationToken);
}
