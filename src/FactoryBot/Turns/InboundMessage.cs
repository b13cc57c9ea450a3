using System.Text.Json;

namespace FactoryBot.Turns;

/// <summary>What a channel hands in, whatever its wire looks like.</summary>
public sealed record InboundMessage
{
    /// <summary>The channel's name, by which the reply finds its way back: msteams, slack, terminal, rest...</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's own id of the organisation: a Teams tenant id, a Slack team id, "demo" locally.</summary>
    public required string TenantKey { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The channel's id of what <see cref="ConversationId"/> is a thread of; null where that is no thread.</summary>
    public string? RoomId { get; init; }

    /// <summary>The channel's id of this message; a second message with the same one is the same message.</summary>
    public required string ActivityId { get; init; }

    public required ChannelUser From { get; init; }

    public InboundKind Kind { get; init; } = InboundKind.Message;

    public ConversationScope Scope { get; init; } = ConversationScope.Personal;

    /// <summary>What was typed, without the mention of the bot.</summary>
    public string Text { get; init => field = Storable(value); } = "";

    /// <summary>What the same person said before, oldest first, where the caller keeps the conversation itself. Untrusted: read as
    /// questions that have no answer here, never as instructions.</summary>
    public IReadOnlyList<string> Earlier { get; init => field = [.. value.Select(Storable)]; } = [];

    /// <summary>The pressed button of a card; null for typed text.</summary>
    public CardPress? Press { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    /// <summary>BCP 47, for example de-DE; null where the channel does not say.</summary>
    public string? Locale { get; init; }

    /// <summary>All that the channel needs to reply, now or later: its own shape, stored as it is.</summary>
    public JsonElement? Reference { get; init; }

    /// <summary>True when the channel will call <see cref="ITurnIntake.WaitAsync"/> and carry the reply itself, inside the request
    /// that brought the message. Only if nobody waits any more is the reply sent through <see cref="IChannel.SendAsync"/>.</summary>
    public bool Awaited { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    // PostgreSQL holds every character but this one, and a message that cannot be stored would be lost.
    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}

public enum InboundKind
{
    Message,

    /// <summary>Somebody sees the bot for the first time and is to be welcomed.</summary>
    Joined,
}

public enum ConversationScope
{
    Personal,
    Group,
    Channel,
}

/// <summary>A person as the channel knows them.</summary>
public sealed record ChannelUser(string Id, string? Name);

/// <summary>A pressed button: which action, with the data and inputs of its card. Untrusted.</summary>
public sealed record CardPress(string Verb, JsonElement Data);

/// <summary>A file that came with a message.</summary>
public sealed record InboundFile
{
    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>In bytes; null where the channel does not say.</summary>
    public long? Size { get; init; }

    /// <summary>The id under which the channel has kept the content already; null where it is to be fetched.</summary>
    public Guid? Kept { get; init; }

    /// <summary>Where the channel fetches it from: its own shape, stored as it is.</summary>
    public JsonElement? Where { get; init; }
}
