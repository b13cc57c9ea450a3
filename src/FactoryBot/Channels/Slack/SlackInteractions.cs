using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Channels.Slack.WebApi;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>Pressed buttons, submitted forms.</summary>
internal sealed class SlackInteractions(
    ITurnIntake intake, SlackStore store, SlackClient client, SlackPeople people, TenantDirectory tenants, TimeProvider time)
{
    public Task<IResult> TakeAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        JsonElement? body = payload;
        return body.Child("type").String() switch
        {
            "block_actions" => PressedAsync(body, cancellationToken),
            "view_submission" when body.Child("view").Child("callback_id").String() == Form.CallbackId => SubmittedAsync(body, cancellationToken),
            _ => Task.FromResult(SlackResults.Taken),
        };
    }

    private async Task<IResult> PressedAsync(JsonElement? body, CancellationToken cancellationToken)
    {
        if (Reference(body) is not { } reference || body.Child("actions") is not { ValueKind: JsonValueKind.Array } actions || actions.GetArrayLength() == 0)
            return SlackResults.Taken;
        JsonElement? action = actions[0];
        if (action.Child("type").String() == "feedback_buttons" || (action.Child("action_id").String() ?? "").StartsWith(SlackFeedback.ActionId, StringComparison.Ordinal))
            return await FeedbackAsync(body, reference, action.Child("value").String(), cancellationToken);
        if (CardButtons.Read(action.Child("action_id").String() ?? "", action.Child("value").String()) is not { } pressed)
            return SlackResults.Taken;
        if (pressed.FormId is { } form)
            return await OpenAsync(body, reference, form, cancellationToken);
        var data = JsonNode.Parse(pressed.Data.GetRawText())!.AsObject();
        StateValues.AddTo(data, body.Child("state"));
        // What only says a sentence is answered below; a decision is shown where it was asked for.
        var to = pressed.Verb == ActionData.SayVerb ? reference with { Card = null } : reference;
        return await AcceptAsync(to, pressed.Verb, data, $"press:{action.Child("action_ts").String()}:{reference.User}", cancellationToken);
    }

    private async Task<IResult> FeedbackAsync(JsonElement? body, SlackReference reference, string? value, CancellationToken cancellationToken)
    {
        if (SlackFeedback.Read(value) is not { } said)
            return SlackResults.Taken;
        if (said.Reaction == "dislike" && body.Child("trigger_id").String() is { } trigger)
            _ = await ShowAsync(reference.Team, trigger, Form.Opened(SlackFeedback.Reasons(said.Turn).View, reference), cancellationToken);
        var data = new JsonObject { ["reaction"] = said.Reaction, ["messageId"] = said.Turn };
        return await AcceptAsync(reference, FeedbackStore.Verb, data, $"feedback:{said.Turn}:{said.Reaction}:{reference.User}", cancellationToken);
    }

    private async Task<IResult> OpenAsync(JsonElement? body, SlackReference reference, string formId, CancellationToken cancellationToken)
    {
        var tenantId = await tenants.TenantOfAsync(SlackChannel.ChannelName, reference.Team, cancellationToken);
        if (body.Child("trigger_id").String() is { } trigger && await store.FormAsync(tenantId, formId, cancellationToken) is { } view)
            await ShowAsync(reference.Team, trigger, Form.Opened(view, reference), cancellationToken);
        return SlackResults.Taken;
    }

    private async Task<bool> ShowAsync(string team, string trigger, JsonObject? view, CancellationToken cancellationToken) =>
        view is not null && (await client.CallAsync(team, "views.open", new() { ["trigger_id"] = trigger, ["view"] = view }, cancellationToken)).Ok;

    private async Task<IResult> SubmittedAsync(JsonElement? body, CancellationToken cancellationToken)
    {
        var view = body.Child("view");
        if (Form.Read(view.Child("private_metadata").String()) is not { } form || User(body) is not { } user)
            return SlackResults.Taken;
        StateValues.AddTo(form.Data, view.Child("state"));
        var verb = form.Data[ActionData.VerbKey]?.GetValue<string>() ?? "";
        // Who submits is whom Slack names, not whoever the form was opened for.
        return await AcceptAsync(
            form.To with { User = user }, verb, form.Data, $"form:{view.Child("id").String()}:{view.Child("hash").String()}", cancellationToken);
    }

    private async Task<IResult> AcceptAsync(SlackReference to, string verb, JsonObject data, string activityId, CancellationToken cancellationToken)
    {
        var scope = to.Channel is ['D' or 'U' or 'W', ..] ? ConversationScope.Personal : ConversationScope.Channel;
        var receipt = await intake.AcceptAsync(
            SlackMessages.Of(to, scope, time.GetUtcNow(), await people.NameAsync(to.Team, to.User, cancellationToken)) with
            {
                ActivityId = activityId,
                Press = new(verb, data.Deserialize<JsonElement>()),
            },
            cancellationToken);
        return receipt.Intake == Intake.Busy ? SlackResults.Busy : SlackResults.Taken;
    }

    private static SlackReference? Reference(JsonElement? body)
    {
        if ((body.Child("team").Child("id").String() ?? body.Child("user").Child("team_id").String()) is not { Length: > 0 } team || User(body) is not { } user)
            return null;
        var channel = body.Child("channel").Child("id").String() ?? body.Child("container").Child("channel_id").String();
        var message = body.Child("message");
        var ephemeral = body.Child("container").Child("is_ephemeral") is { ValueKind: JsonValueKind.True };
        var thread = message.Child("thread_ts").String() ?? body.Child("container").Child("thread_ts").String();
        var ts = message.Child("ts").String() ?? body.Child("container").Child("message_ts").String();
        return new()
        {
            Team = team,
            // From the home there is no channel: then it is the direct message with the person.
            Channel = channel ?? user,
            User = user,
            Thread = thread ?? (channel is null or ['D', ..] ? null : ts),
            Card = ephemeral ? null : ts,
            ResponseUrl = ephemeral ? body.Child("response_url").String() : null,
        };
    }

    private static string? User(JsonElement? body) => body.Child("user").Child("id").String() is { Length: > 0 } user ? user : null;
}
