using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>A card's fields as a modal view. Pure.</summary>
/// <param name="Id">Of its content: the same form has the same id.</param>
/// <param name="View">The view as Slack takes it, but for what belongs to the moment it is opened.</param>
internal sealed record Form(string Id, string View)
{
    public const string CallbackId = "form";

    private const int LongestTitle = 24;
    private const int MostBlocks = 90;
    private const int LongestMetadata = 3000;

    public static Form Of(string title, AdaptiveCard card, string submit, IReadOnlyList<CardInput> inputs, JsonObject data)
    {
        var blocks = new List<JsonObject>();
        var heading = CardRules.All(card.Body).OfType<TextBlock>().FirstOrDefault(t => t.Style == TextStyle.Heading)?.Text.ToPlain();
        if (heading is not null && heading != title)
            blocks.Add(Blocks.Section(Mrkdwn.Bold(heading)));
        blocks.AddRange(inputs.Take(MostBlocks).Select(InputBlocks.Of));
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = CallbackId,
            ["title"] = Blocks.Plain(title, LongestTitle),
            ["submit"] = Blocks.Plain(submit, LongestTitle),
            ["close"] = Blocks.Plain("Cancel", LongestTitle),
            ["blocks"] = new JsonArray([.. blocks]),
            ["private_metadata"] = new JsonObject { ["data"] = data }.ToJsonString(ChannelJson.Relaxed),
        };
        var json = view.ToJsonString(ChannelJson.Relaxed);
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32], json);
    }

    /// <summary>The view with the way back in it, to be opened.</summary>
    public static JsonObject? Opened(string view, SlackReference reference)
    {
        if (JsonNode.Parse(view) is not JsonObject opened || JsonNode.Parse(opened["private_metadata"]!.GetValue<string>()) is not JsonObject metadata)
            return null;
        metadata["to"] = JsonNode.Parse(JsonSerializer.Serialize(reference, SlackJson.Default.SlackReference));
        var text = metadata.ToJsonString(ChannelJson.Relaxed);
        opened["private_metadata"] = text;
        return text.Length <= LongestMetadata ? opened : null;
    }

    /// <summary>What a submitted form brings back: the way, and the data of its button.</summary>
    public static (SlackReference To, JsonObject Data)? Read(string? metadata)
    {
        try
        {
            return metadata is not null && JsonNode.Parse(metadata) is JsonObject read && read["data"] is JsonObject data
                && read["to"]?.Deserialize(SlackJson.Default.SlackReference) is { } to
                    ? (to, (JsonObject)data.DeepClone())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
