using System.Text.Json.Serialization;

namespace FactoryBot.Channels.Slack;

/// <summary>All that is needed to answer in Slack, now or weeks later; stored with the turn and with the conversation.</summary>
internal sealed record SlackReference
{
    public required string Team { get; init; }

    /// <summary>A channel, a direct message, or a person's id, which Slack takes for the direct message with them.</summary>
    public required string Channel { get; init; }

    public required string User { get; init; }

    /// <summary>The thread to answer in; null in a direct message.</summary>
    public string? Thread { get; init; }

    /// <summary>The message whose button was pressed: its answer takes its place.</summary>
    public string? Card { get; init; }

    /// <summary>Where the answer to a slash command goes, which only the asker sees.</summary>
    public string? ResponseUrl { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackReference))]
internal sealed partial class SlackJson : JsonSerializerContext;
