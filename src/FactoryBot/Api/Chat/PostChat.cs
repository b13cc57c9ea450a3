using System.Text.Json;
using FactoryBot.Api.Callers;
using FactoryBot.Turns;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Chat;

/// <summary>A question over REST takes the road of every message: stored first, answered in the order of its conversation.</summary>
internal static class PostChat
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ITurnIntake intake, IOptions<ApiOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var (request, problem) = await JsonBody.ReadAsync(http.Request, ApiJson.Default.ChatRequest, limits.BodyBytes, cancellationToken);
        problem ??= ChatLimits.Broken(request!, limits);
        if (problem is not null)
            return problem.ToResult(http);

        var conversationId = request!.ConversationId ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var message = Message(conversationId, http.Caller(), time) with
        {
            Text = request.Message!,
            Earlier = [.. (request.History ?? []).Where(m => m.Role == "user" && m.Content!.Length > 0).Select(m => m.Content!)],
        };
        return await AnswerAsync(http, message, conversationId, intake, limits, cancellationToken);
    }

    /// <summary>An opinion of an answer takes the same road, as the pressed thumb of other channels does.</summary>
    public static async Task<IResult> FeedbackAsync(
        HttpContext http, ITurnIntake intake, IOptions<ApiOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var (request, problem) = await JsonBody.ReadAsync(http.Request, ApiJson.Default.FeedbackRequest, limits.BodyBytes, cancellationToken);
        problem ??= ChatLimits.Broken(request!, limits);
        if (problem is not null)
            return problem.ToResult(http);

        var conversationId = request!.ConversationId!;
        var data = JsonSerializer.SerializeToElement(new Dictionary<string, string>
        {
            ["reaction"] = request.Reaction!,
            ["comment"] = request.Comment ?? "",
            ["messageId"] = request.TurnId!.Value.ToString("N"),
            ["report"] = request.Report ? "true" : "false",
        });
        return await AnswerAsync(http, Message(conversationId, http.Caller(), time) with { Press = new(FeedbackStore.Verb, data) }, conversationId, intake, limits, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, InboundMessage message, string conversationId, ITurnIntake intake, ApiOptions limits, CancellationToken cancellationToken)
    {
        var receipt = await intake.AcceptAsync(message, cancellationToken);
        if (receipt.Intake == Turns.Intake.Busy)
            return ApiFailures.Busy.ToResult(http);

        var reply = await intake.WaitAsync(receipt, TimeSpan.FromSeconds(limits.AnswerSeconds), cancellationToken);
        return reply is null
            ? ApiFailures.TooSlow.ToResult(http)
            : TypedResults.Json(ChatAnswer.Of(reply, conversationId), ApiJson.Default.ChatAnswer);
    }

    private static InboundMessage Message(string conversationId, ApiCaller caller, TimeProvider time) => new()
    {
        Channel = Channels.Rest.RestChannel.ChannelName,
        TenantKey = caller.TenantKey,
        // The caller's own name is part of it: nobody continues another caller's conversation, nor one of another channel.
        ConversationId = $"rest:{caller.UserId}:{conversationId}",
        ActivityId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        From = new(caller.UserId, caller.Name),
        Awaited = true,
        ReceivedAt = time.GetUtcNow(),
    };
}
