using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>What all messages from Slack have in common. Pure.</summary>
internal static class SlackMessages
{
    public static InboundMessage Of(SlackReference reference, ConversationScope scope, DateTimeOffset now, string? name) => new()
    {
        Channel = SlackChannel.ChannelName,
        TenantKey = reference.Team,
        ConversationId = $"{reference.Team}:{reference.Channel}" + (reference.Thread is { } thread ? $":{thread}" : ""),
        RoomId = reference.Thread is null || scope == ConversationScope.Personal ? null : $"{reference.Team}:{reference.Channel}",
        ActivityId = "",
        From = new(reference.User, name),
        Scope = scope,
        Reference = JsonSerializer.SerializeToElement(reference, SlackJson.Default.SlackReference),
        ReceivedAt = now,
    };
}
