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
        var receipt = await intake.AcceptAsync(Message(request, conversationId, http.Caller(), time), cancellationToken);
        if (receipt.Intake == Turns.Intake.Busy)
            return ApiFailures.Busy.ToResult(http);

        var reply = await intake.WaitAsync(receipt, TimeSpan.FromSeconds(limits.AnswerSeconds), cancellationToken);
        return reply is null
            ? ApiFailures.TooSlow.ToResult(http)
            : TypedResults.Json(ChatAnswer.Of(reply, conversationId), ApiJson.Default.ChatAnswer);
    }

    private static InboundMessage Message(ChatRequest request, string conversationId, ApiCaller caller, TimeProvider time) => new()
    {
        Channel = Channels.Rest.RestChannel.ChannelName,
        TenantKey = caller.TenantKey,
        // The caller's own name is part of it: nobody continues another caller's conversation, nor one of another channel.
        ConversationId = $"rest:{caller.UserId}:{conversationId}",
        ActivityId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        From = new(caller.UserId, caller.Name),
        Text = request.Message!,
        Earlier = [.. (request.History ?? []).Where(m => m.Role == "user" && m.Content!.Length > 0).Select(m => m.Content!)],
        Awaited = true,
        ReceivedAt = time.GetUtcNow(),
    };
}
