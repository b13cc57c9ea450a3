using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams;

/// <summary>What to do with an activity, by its type.</summary>
internal sealed class TeamsActivities(
    ITurnIntake intake,
    IConversations conversations,
    TeamsInvokes invokes,
    MessageFitter fitter,
    IOptions<TeamsOptions> settings,
    TimeProvider time,
    ILogger<TeamsActivities> log)
{
    private readonly TimeSpan patience = TimeSpan.FromSeconds(settings.Value.AnswerInsideRequestSeconds);

    public async Task<TeamsResponse> TakeAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        if (string.IsNullOrEmpty(activity.Type))
            return TeamsResponse.Refuse(TeamsFailures.Missing("type"));
        switch (activity.Type)
        {
            case "message" or "invoke" or "installationUpdate" or "conversationUpdate" when ActivityMapping.Check(activity) is { } refusal:
                return TeamsResponse.Refuse(refusal);
            case "message":
                return await MessageAsync(activity, caller, hungUp);
            case "invoke":
                return await invokes.AnswerAsync(activity, caller, hungUp);
            case "installationUpdate" when activity.Action is "add" or "add-upgrade":
            case "conversationUpdate" when Concerns(activity.MembersAdded, activity):
                return await WelcomeAsync(activity, caller);
            case "installationUpdate" when activity.Action is "remove" or "remove-upgrade":
                // Sending after this would be refused, so nothing proactive is to try.
                await conversations.ForgetAsync(
                    TeamsChannel.ChannelName, caller.TenantKey, activity.Conversation!.Id!, CancellationToken.None);
                return TeamsResponse.Ok;
            default:
                log.PassedOver(activity.Type.Length <= 64 ? activity.Type : activity.Type[..64]);
                return TeamsResponse.Ok;
        }
    }

    private async Task<TeamsResponse> MessageAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        var message = ActivityMapping.Message(activity, caller, time.GetUtcNow());
        var receipt = await intake.AcceptAsync(message, CancellationToken.None);
        if (receipt.Intake == Intake.Busy)
            return TeamsResponse.Refuse(TeamsFailures.Busy);
        if (!activity.ExpectsReplies)
            return TeamsResponse.Accepted;
        var reply = await intake.WaitAsync(receipt, patience, hungUp);
        var words = new TeamsMessage(TeamsFailures.StillWorking, null, ByModel: false, []);
        return Replies(activity, caller, reply is null ? words : TeamsMessage.Of(reply, activity.ChannelId!));
    }

    private TeamsResponse Replies(Activity activity, TeamsCaller caller, TeamsMessage message)
    {
        var reference = ActivityMapping.Reference(activity, caller, activity.Id, cardId: null);
        return new(StatusCodes.Status200OK, json =>
        {
            using var output = new PooledBuffer();
            fitter.Write(output, reference, message);
            json.WriteStartObject();
            json.WriteStartArray("activities"u8);
            json.WriteRawValue(output.Written.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private async Task<TeamsResponse> WelcomeAsync(Activity activity, TeamsCaller caller)
    {
        var receipt = await intake.AcceptAsync(ActivityMapping.Joined(activity, caller, time.GetUtcNow()), CancellationToken.None);
        return receipt.Intake == Intake.Busy ? TeamsResponse.Refuse(TeamsFailures.Busy) : TeamsResponse.Accepted;
    }

    // In a group or a channel only the bot's own arrival is greeted, not each member's.
    private static bool Concerns(IReadOnlyList<Account>? added, Activity activity)
    {
        if (added is null)
            return false;
        var personal = ActivityMapping.Scope(activity.Conversation) == ConversationScope.Personal;
        return added.Any(a => a?.Id is { } id && (id == activity.Recipient?.Id || (personal && id == activity.From?.Id)));
    }
}
