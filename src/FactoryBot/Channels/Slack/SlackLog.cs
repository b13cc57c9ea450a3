namespace FactoryBot.Channels.Slack;

/// <summary>Everything the Slack channel logs.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(2700, LogLevel.Information, "The Slack channel is closed: Slack:SigningSecret is not set.")]
    public static partial void Closed(this ILogger log);

    [LoggerMessage(2701, LogLevel.Information, "The Slack channel is open {How}.")]
    public static partial void Open(this ILogger log, string how);

    [LoggerMessage(2702, LogLevel.Warning, "Refused a request to {Path}: its signature is wrong or old.")]
    public static partial void BadSignature(this ILogger log, string path);

    [LoggerMessage(2703, LogLevel.Warning, "Slack refused {Method} in workspace {Team}: {Error}.")]
    public static partial void Refused(this ILogger log, string method, string team, string error);

    [LoggerMessage(2704, LogLevel.Warning, "Slack did not answer {Method}.")]
    public static partial void Silent(this ILogger log, Exception error, string method);

    [LoggerMessage(2705, LogLevel.Information, "Slack asks to wait {Seconds} s before {Method} in workspace {Team}.")]
    public static partial void AskedToWait(this ILogger log, double seconds, string method, string team);

    [LoggerMessage(2706, LogLevel.Warning, "There is no token for workspace {Team}: the app is not installed there.")]
    public static partial void NoToken(this ILogger log, string team);

    [LoggerMessage(2707, LogLevel.Information, "The app was installed in workspace {Team}.")]
    public static partial void Installed(this ILogger log, string team);

    [LoggerMessage(2708, LogLevel.Information, "The app was taken away from workspace {Team}; its token is forgotten.")]
    public static partial void Uninstalled(this ILogger log, string team);

    [LoggerMessage(2709, LogLevel.Debug, "Passed over an event of type {Type}.")]
    public static partial void PassedOver(this ILogger log, string type);

    [LoggerMessage(2710, LogLevel.Warning, "A file of a message was not taken: {Reason}.")]
    public static partial void NoFile(this ILogger log, string reason);
}
