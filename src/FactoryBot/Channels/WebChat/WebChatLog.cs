namespace FactoryBot.Channels.WebChat;

/// <summary>Everything the chat page logs.</summary>
internal static partial class WebChatLog
{
    [LoggerMessage(2600, LogLevel.Warning, "WebChat:DangerouslyOpenOnLoopback is on: a browser on this machine may chat as any demo member, the owner among them. Never use it where others work.")]
    public static partial void Open(this ILogger log);

    [LoggerMessage(2601, LogLevel.Information, "The chat page asks for an API key{Secret}.")]
    public static partial void NeedsKey(this ILogger log, string secret);

    [LoggerMessage(2602, LogLevel.Warning, "The chat page cannot be used: {File} is missing. Run eng/setup.sh.")]
    public static partial void NoScript(this ILogger log, string file);

    [LoggerMessage(2603, LogLevel.Warning, "Lost the connection that hears of new activities; connecting again.")]
    public static partial void ListenerLost(this ILogger log, Exception error);
}
