using System.Text.Json;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Channels.Slack.Install;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>What the Events API brings: messages and mentions, the opened home, the app that was taken away.</summary>
internal sealed class SlackEvents(ITurnIntake intake, SlackPeople people, SlackHome home, SlackTokens tokens, TimeProvider time, ILogger<SlackEvents> log)
{
    public async Task<IResult> TakeAsync(JsonElement request, CancellationToken cancellationToken)
    {
        JsonElement? body = request;
        switch (body.Child("type").String())
        {
            case "url_verification":
                return Results.Text(body.Child("challenge").String() ?? "");
            case "event_callback" when body.Child("team_id").String() is { Length: > 0 } team && body.Child("event").Object() is { } found:
                return await TakeAsync(team, Bot(body), found, cancellationToken);
            default:
                return SlackResults.Taken;
        }
    }

    private async Task<IResult> TakeAsync(string team, string? bot, JsonElement? found, CancellationToken cancellationToken)
    {
        var type = found.Child("type").String() ?? "";
        switch (type)
        {
            case "message" or "app_mention":
                return await MessageAsync(team, bot, found, cancellationToken);
            case "app_home_opened" when found.Child("user").String() is { } user && found.Child("tab").String() is null or "home":
                // Slack waits 3 seconds; the home may come later.
                _ = home.ShowAsync(team, found.Child("user").String()!);
                return SlackResults.Taken;
            case "app_uninstalled" or "tokens_revoked":
                log.Uninstalled(team);
                await tokens.ForgetAsync(team, cancellationToken);
                return SlackResults.Taken;
            default:
                log.PassedOver(type.Length <= 64 ? type : type[..64]);
                return SlackResults.Taken;
        }
    }

    private async Task<IResult> MessageAsync(string team, string? bot, JsonElement? found, CancellationToken cancellationToken)
    {
        if (found.Child("user").String() is not { Length: > 0 } user || found.Child("channel").String() is not { Length: > 0 } channel
            || found.Child("ts").String() is not { Length: > 0 } ts || user == bot || found.Child("bot_id").String() is not null
            || found.Child("subtype").String() is not (null or "file_share"))
            return SlackResults.Taken;
        var scope = Scope(found);
        // In a channel only what is said to the bot is for it; Slack sends mentions as events of their own.
        if (scope != ConversationScope.Personal && found.Child("type").String() != "app_mention")
            return SlackResults.Taken;
        var thread = found.Child("thread_ts").String() ?? (scope == ConversationScope.Personal ? null : ts);
        var reference = new SlackReference { Team = team, Channel = channel, User = user, Thread = thread };
        var receipt = await intake.AcceptAsync(
            SlackMessages.Of(reference, scope, time.GetUtcNow(), await people.NameAsync(team, user, cancellationToken)) with
            {
                // A message is known by its place, however many events tell of it.
                ActivityId = $"{channel}:{ts}",
                Text = Mrkdwn.Read(found.Child("text").String() ?? "", bot),
                Files = SlackFiles.Of(found),
            },
            cancellationToken);
        return receipt.Intake == Intake.Busy ? SlackResults.Busy : SlackResults.Taken;
    }

    private static ConversationScope Scope(JsonElement? found) => found.Child("channel_type").String() switch
    {
        "im" => ConversationScope.Personal,
        "mpim" => ConversationScope.Group,
        null when found.Child("channel").String() is ['D', ..] => ConversationScope.Personal,
        _ => ConversationScope.Channel,
    };

    private static string? Bot(JsonElement? body) =>
        body.Child("authorizations") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? ((JsonElement?)list[0]).Child("user_id").String()
            : null;
}
