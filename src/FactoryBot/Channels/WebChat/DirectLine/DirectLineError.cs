using System.Text.Json.Nodes;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>A refusal in the protocol's shape. The client reads only 403 as "the token has expired".</summary>
internal sealed record DirectLineError(int Status, string Code, string Message) : IResult
{
    public static readonly DirectLineError NoToken = new(401, "Unauthorized", "A token, a secret or an API key is needed.");
    public static readonly DirectLineError Expired = new(403, "TokenExpired", "The token has expired.");
    public static readonly DirectLineError OtherConversation = new(403, "BadArgument", "The token is for another conversation.");
    public static readonly DirectLineError Gone = new(404, "ConversationNotFound", "The conversation does not exist any more.");
    public static readonly DirectLineError Malformed = new(400, "BadArgument", "The activity cannot be read.");
    public static readonly DirectLineError TooLarge = new(413, "MessageSizeTooBig", "The message is too large.");
    public static readonly DirectLineError Busy = new(503, "ServiceUnavailable", "FactoryBot is busy. Try again in a moment.");
    public static readonly DirectLineError TooOften = new(429, "TooManyRequests", "Too many tokens were asked for. Try again in a minute.");
    public static readonly DirectLineError ForeignPage = new(403, "BadArgument", "This page may not use the endpoint.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message } };
        return httpContext.Response.WriteAsync(body.ToJsonString(), httpContext.RequestAborted);
    }
}
