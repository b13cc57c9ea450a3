using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>The slash command: a question whose answer only the asker sees.</summary>
internal sealed class SlackCommands(ITurnIntake intake, TimeProvider time)
{
    public async Task<IResult> TakeAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (fields.GetValueOrDefault("team_id") is not { Length: > 0 } team || fields.GetValueOrDefault("user_id") is not { Length: > 0 } user
            || fields.GetValueOrDefault("channel_id") is not { Length: > 0 } channel || fields.GetValueOrDefault("trigger_id") is not { Length: > 0 } trigger)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var text = Mrkdwn.Read(fields.GetValueOrDefault("text") ?? "", bot: null);
        var reference = new SlackReference { Team = team, Channel = channel, User = user, ResponseUrl = fields.GetValueOrDefault("response_url") };
        var receipt = await intake.AcceptAsync(
            // Nobody else sees the answer, wherever it was asked: that is a conversation of the asker alone.
            SlackMessages.Of(reference, ConversationScope.Personal, time.GetUtcNow(), fields.GetValueOrDefault("user_name")) with
            {
                ConversationId = $"{team}:{channel}:command:{user}",
                ActivityId = "command:" + trigger,
                Text = text.Length == 0 ? "help" : text,
            },
            cancellationToken);
        return receipt.Intake == Intake.Busy
            ? SlackResults.Json(new JsonObject { ["response_type"] = "ephemeral", ["text"] = "FactoryBot is busy. Try again in a moment." })
            : SlackResults.Taken;
    }
}
