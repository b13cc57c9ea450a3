using System.Text.Json;

namespace FactoryBot.Turns;

/// <summary>A channel that can write to somebody who has not just asked.</summary>
public interface IProactiveChannel
{
    string Name { get; }

    /// <param name="reference">A reference that came with an earlier message of the conversation or the person.</param>
    /// <param name="earlier">The handle of a message whose place this one takes; null: a new message.</param>
    Task<Posted> PostAsync(JsonElement reference, PostTo where, OutboundReply reply, JsonElement? earlier, CancellationToken cancellationToken);
}

/// <summary>Where a message goes that nobody has just asked for.</summary>
public enum PostTo
{
    /// <summary>To the person of the reference alone, whatever conversation it came from.</summary>
    Person,

    /// <summary>Into the conversation of the reference: its thread, where it is one.</summary>
    Conversation,

    /// <summary>A post of its own in the channel that the conversation is a thread of.</summary>
    Top,
}

/// <param name="Handle">What finds the message again, to put another in its place; null where that cannot be done.</param>
public readonly record struct Posted(Delivery Delivery, JsonElement? Handle);
