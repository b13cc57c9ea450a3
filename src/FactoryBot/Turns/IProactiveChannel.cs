using System.Text.Json;

namespace FactoryBot.Turns;

/// <summary>A channel that can write to somebody who has not just asked.</summary>
public interface IProactiveChannel
{
    string Name { get; }

    /// <param name="reference">A reference that came with an earlier message of the conversation or the person.</param>
    /// <param name="toPerson">To the person of the reference alone, whatever conversation it came from.</param>
    /// <param name="earlier">The handle of a message whose place this one takes; null: a new message.</param>
    Task<Posted> PostAsync(JsonElement reference, bool toPerson, OutboundReply reply, JsonElement? earlier, CancellationToken cancellationToken);
}

/// <param name="Handle">What finds the message again, to put another in its place; null where that cannot be done.</param>
public readonly record struct Posted(Delivery Delivery, JsonElement? Handle);
