using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>POST conversations/{id}/activities: what the person at the page says or presses.</summary>
internal static class PostActivity
{
    public const int MostBytes = 256 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public static async Task<IResult> HandleAsync(HttpContext http, string id, Conversations conversations, IntakeOfActivities intake)
    {
        var (conversation, refusal) = await conversations.AuthenticateAsync(Visitors.Token(http), id, DirectLineToken.ForCalls, http.RequestAborted);
        if (conversation is null)
            return refusal!;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            using var activity = await JsonDocument.ParseAsync(http.Request.Body, Strict, http.RequestAborted);
            return await TakeAsync(conversation, activity.RootElement.Clone(), [], intake);
        }
        catch (JsonException)
        {
            return DirectLineError.Malformed;
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineError.TooLarge : DirectLineError.Malformed;
        }
    }

    public static async Task<IResult> TakeAsync(
        WebConversation conversation, JsonElement activity, IReadOnlyList<Upload> uploads, IntakeOfActivities intake)
    {
        if (PageActivity.Of(activity) is not { } said)
            return DirectLineError.Malformed;
        var (activityId, refused) = await intake.AcceptAsync(conversation, said, uploads);
        return refused ?? Results.Text(new JsonObject { ["id"] = activityId }.ToJsonString(), "application/json");
    }
}
