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
        ActivityId = "",
        From = new(reference.User, name),
        Scope = scope,
        Reference = JsonSerializer.SerializeToElement(reference, SlackJson.Default.SlackReference),
        ReceivedAt = now,
    };
}
