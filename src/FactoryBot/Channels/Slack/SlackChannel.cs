using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Channels.Slack.WebApi;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>The way back to Slack.</summary>
internal sealed class SlackChannel(SlackClient client, SlackStore store, TenantDirectory tenants, ChartPng png) : IChannel
{
    public const string ChannelName = "slack";

    public string Name => ChannelName;

    /// <summary>Slack shows typing only of agents, in their own pane; elsewhere it does nothing, which harms nobody.</summary>
    public async Task TypingAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Reference(message) is { Thread: { } thread, ResponseUrl: null } to)
            await client.CallAsync(to.Team, "assistant.threads.setStatus", new() { ["channel_id"] = to.Channel, ["thread_ts"] = thread, ["status"] = "is working on it…" }, cancellationToken);
    }

    public async Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken)
    {
        // The thumb or the form has shown by itself that it was taken.
        if (message.Press?.Verb == FeedbackStore.Verb)
            return Delivery.Sent;
        if (Reference(message) is not { } to)
            return Delivery.Refused;
        return (await (IsForPresserAlone(message, reply) ? SendAloneAsync(to, reply, cancellationToken) : SendAsync(to, reply, cancellationToken))).Delivery;
    }

    // A button in a channel is there for everybody: whom it does nothing for is told alone, and the card stays as it is for the others.
    private static bool IsForPresserAlone(InboundMessage message, OutboundReply reply) =>
        message.Press is not null && message.Scope != ConversationScope.Personal && reply.Result.Status is not (ResultStatus.Answered or ResultStatus.Clarify);

    private async Task<SlackAnswer> SendAloneAsync(SlackReference to, OutboundReply reply, CancellationToken cancellationToken)
    {
        var (body, _) = SlackAnswerBlocks.Of(reply with { Result = reply.Result with { Card = null } }, new(Native: false, new Dictionary<Chart, string>()));
        body["channel"] = to.Channel;
        body["user"] = to.User;
        if (to.Thread is { } thread && thread != to.Card)
            body["thread_ts"] = thread;
        return await client.CallAsync(to.Team, "chat.postEphemeral", body, cancellationToken);
    }

    /// <summary>Sends into a conversation: in place of the card that was pressed, in a thread, or by itself.</summary>
    public async Task<SlackAnswer> SendAsync(SlackReference to, OutboundReply reply, CancellationToken cancellationToken)
    {
        var pictures = await PicturesAsync(to.Team, reply.Result.Card, all: false, cancellationToken);
        var answer = await OnceAsync(to, reply, new(Native: true, pictures), cancellationToken);
        if (answer.Error is not ("invalid_blocks" or "invalid_blocks_format" or "invalid_arguments"))
            return answer;
        // A workspace that does not have the newer blocks gets pictures and plain tables.
        pictures = await PicturesAsync(to.Team, reply.Result.Card, all: true, cancellationToken);
        answer = await OnceAsync(to, reply, new(Native: false, pictures), cancellationToken);
        return answer.Error is "invalid_blocks" or "invalid_blocks_format" && pictures.Count > 0
            ? await OnceAsync(to, reply, new(Native: false, new Dictionary<Chart, string>()), cancellationToken)
            : answer;
    }

    private async Task<SlackAnswer> OnceAsync(SlackReference to, OutboundReply reply, SlackAbilities abilities, CancellationToken cancellationToken)
    {
        var (body, forms) = SlackAnswerBlocks.Of(reply, abilities);
        if (forms.Count > 0)
        {
            var tenantId = await tenants.TenantOfAsync(ChannelName, to.Team, cancellationToken);
            await store.KeepFormsAsync(tenantId, [.. forms.Select(f => (f.Id, f.View))], cancellationToken);
        }
        if (to.ResponseUrl is { } address)
        {
            var ephemeral = body.DeepClone().AsObject();
            ephemeral["response_type"] = "ephemeral";
            if (await client.RespondAsync(address, ephemeral, cancellationToken))
                return new(null, null);
            // The address is good for half an hour only.
            body["user"] = to.User;
            body["channel"] = to.Channel;
            return await client.CallAsync(to.Team, "chat.postEphemeral", body, cancellationToken);
        }
        body["channel"] = to.Channel;
        if (to.Card is { } card)
        {
            var update = body.DeepClone().AsObject();
            update["ts"] = card;
            var updated = await client.CallAsync(to.Team, "chat.update", update, cancellationToken);
            if (updated.Error is not ("message_not_found" or "cant_update_message" or "edit_window_closed"))
                return updated;
        }
        if (to.Thread is { } thread)
            body["thread_ts"] = thread;
        return await client.CallAsync(to.Team, "chat.postMessage", body, cancellationToken);
    }

    // Uploaded before the message, which can then show them.
    private async Task<IReadOnlyDictionary<Chart, string>> PicturesAsync(string team, AdaptiveCard? card, bool all, CancellationToken cancellationToken)
    {
        var pictures = new Dictionary<Chart, string>(ReferenceEqualityComparer.Instance);
        var natives = 0;
        foreach (var chart in CardRules.All(card?.Body ?? []).OfType<Chart>())
        {
            if (!all && natives < ChartBlock.MostInMessage && ChartBlock.Of(chart) is not null)
            {
                natives++;
                continue;
            }
            var picture = ChartPicture.Of(chart, ChartTheme.Light);
            if (await png.OfAsync(picture, cancellationToken) is { } bytes
                && await client.UploadAsync(team, "chart.png", Blocks.Cut(picture.AltText, 1000), bytes, cancellationToken) is { } file)
                pictures[chart] = file;
        }
        return pictures;
    }

    private static SlackReference? Reference(InboundMessage message) =>
        message.Reference is { } stored ? stored.Deserialize(SlackJson.Default.SlackReference) : null;
}
