using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams;

/// <summary>Activities whose answer is the HTTP answer: a pressed Action.Execute, feedback on a message, a search, and what was said to a file.</summary>
internal sealed class TeamsInvokes(ITurnIntake intake, ISentMessages sent, FileConsent consent, TeamsSearch search, IOptions<TeamsOptions> settings, TimeProvider time)
{
    private readonly TimeSpan patience = TimeSpan.FromSeconds(settings.Value.AnswerInsideRequestSeconds);

    public async Task<TeamsResponse> AnswerAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return await ExecuteAsync(activity, caller, hungUp);
            case "message/fetchTask":
                return TeamsResponse.Dialog("Your opinion", FeedbackForm.Dialog(liked: Reaction(activity) == "like"));
            case "message/submitAction":
                await FeedbackAsync(activity, caller, hungUp);
                return TeamsResponse.EmptyObject;
            case TeamsSearch.InvokeName:
                return await search.AnswerAsync(activity, caller, hungUp);
            case FileConsent.InvokeName:
                await consent.AnsweredAsync(activity, caller, hungUp);
                return TeamsResponse.EmptyObject;
            default:
                return TeamsResponse.Refuse(TeamsFailures.UnknownInvoke(activity.Name));
        }
    }

    private async Task<TeamsResponse> ExecuteAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        var action = activity.Value.Child("action");
        if (action.Child("verb").String() is not { Length: > 0 } verb)
            return TeamsResponse.Refuse(TeamsFailures.Missing("value.action.verb"));
        var press = new CardPress(verb, action.Child("data").Object() ?? Nothing);
        var message = ActivityMapping.Invoke(activity, press, caller, time.GetUtcNow());

        var receipt = await intake.AcceptAsync(message, CancellationToken.None);
        if (receipt.Intake == Intake.Busy)
            return TeamsResponse.Action(500, TeamsFailures.BusyNow);
        var reply = await intake.WaitAsync(receipt, patience, hungUp);
        if (reply is null)
            return TeamsResponse.Action(200, TeamsFailures.StillWorking);
        var shown = TeamsMessage.Of(reply, activity.ChannelId!);
        return reply.Result switch
        {
            { Status: ResultStatus.Failed } => TeamsResponse.Action(500, shown.Words),
            { Card: not null } => TeamsResponse.Action(shown.Card!),
            _ => TeamsResponse.Action(200, shown.Words),
        };
    }

    // The client shows anything but an empty answer as an error, so nothing of the turn is shown.
    private async Task FeedbackAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        var (comment, report) = Said(activity.Value.Child("actionValue").Child("feedback").String());
        var rated = activity.ReplyToId is { Length: > 0 } id
            ? await sent.TurnOfAsync(TeamsChannel.ChannelName, caller.TenantKey, activity.Conversation!.Id!, id, hungUp)
            : null;
        var press = new CardPress(FeedbackStore.Verb, JsonSerializer.SerializeToElement(
            new Feedback(Reaction(activity), comment, rated?.ToString() ?? activity.ReplyToId, report),
            TeamsJson.Default.Feedback));
        var message = ActivityMapping.Invoke(activity with { ReplyToId = null }, press, caller, time.GetUtcNow());
        var receipt = await intake.AcceptAsync(message, CancellationToken.None);
        if (receipt.Intake == Intake.Accepted)
            await intake.WaitAsync(receipt, patience, hungUp);
    }

    // Documentation and clients differ in where it stands.
    private static string? Reaction(Activity activity) =>
        (activity.Value.Child("actionValue") ?? activity.Value.Child("data").Child("actionValue")).Child("reaction").String();

    // What was filled in comes as JSON inside a string: of the client's own form, or of ours. The Playground sends an empty one.
    private static (string? Comment, string? Report) Said(string? feedback)
    {
        if (string.IsNullOrEmpty(feedback))
            return default;
        try
        {
            JsonElement? said = JsonElement.Parse(feedback);
            return ((said.Child("feedbackText") ?? said.Child("comment")).String(), said.Child("report").String());
        }
        catch (JsonException)
        {
            return (feedback, null);
        }
    }

    private static readonly JsonElement Nothing = JsonElement.Parse("{}"u8);
}

/// <summary>What somebody thought of an answer.</summary>
/// <param name="Reaction">like or dislike.</param>
/// <param name="MessageId">The turn that brought the rated message; the message's own id where it is not known.</param>
/// <param name="Report">"true" where the administrators are to be told.</param>
internal sealed record Feedback(string? Reaction, string? Comment, string? MessageId, string? Report);
