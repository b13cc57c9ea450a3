namespace FactoryBot.Channels.Teams;

/// <summary>Everything the Teams channel logs.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(2000, LogLevel.Warning, "Teams:DangerouslyAllowUnauthenticatedLocalCalls is on: anybody on this machine can speak to the bot as anybody. Never use it where others work.")]
    public static partial void LocalCallsAllowed(this ILogger log);

    [LoggerMessage(2001, LogLevel.Warning, "Teams:DangerouslyAllowUnauthenticatedLocalCalls is ignored because Teams:AppId is set.")]
    public static partial void LocalCallsIgnored(this ILogger log);

    [LoggerMessage(2002, LogLevel.Information, "The Teams channel is closed: Teams:AppId is not set.")]
    public static partial void Closed(this ILogger log);

    [LoggerMessage(2003, LogLevel.Information, "The Teams channel is open for app {AppId} ({AppType}, {Cloud}).")]
    public static partial void Open(this ILogger log, string appId, TeamsAppType appType, TeamsCloud cloud);

    [LoggerMessage(2010, LogLevel.Warning, "Refused an activity with {Status}: {Reason}.")]
    public static partial void Refused(this ILogger log, int status, string reason);

    [LoggerMessage(2011, LogLevel.Error, "Could not store activity {ActivityId}.")]
    public static partial void NotStored(this ILogger log, Exception error, string activityId);

    [LoggerMessage(2012, LogLevel.Debug, "Passed over an activity of type {Type}.")]
    public static partial void PassedOver(this ILogger log, string type);

    [LoggerMessage(2020, LogLevel.Information, "Fetched {Count} keys of the token issuer.")]
    public static partial void FetchedKeys(this ILogger log, int count);

    [LoggerMessage(2021, LogLevel.Error, "Could not fetch the keys of the token issuer; {Count} known keys go on to count.")]
    public static partial void FetchingKeysFailed(this ILogger log, Exception error, int count);

    [LoggerMessage(2022, LogLevel.Error, "Could not get a token for the connector.")]
    public static partial void NoToken(this ILogger log, Exception error);

    [LoggerMessage(2030, LogLevel.Warning, "The connector at {Host} answered {Status} {Code}.")]
    public static partial void ConnectorRefused(this ILogger log, string host, int status, string code);

    [LoggerMessage(2031, LogLevel.Warning, "The connector at {Host} did not answer.")]
    public static partial void ConnectorSilent(this ILogger log, Exception error, string host);

    [LoggerMessage(2032, LogLevel.Information, "A call to the connector (status {Status}) is repeated after {Milliseconds} ms, try {Try}.")]
    public static partial void ConnectorRepeated(this ILogger log, int? status, double milliseconds, int @try);

    [LoggerMessage(2033, LogLevel.Error, "A reply has no usable conversation reference.")]
    public static partial void NoReference(this ILogger log);

    [LoggerMessage(2034, LogLevel.Information, "A message of {Bytes} bytes was cut to {CutBytes} bytes.")]
    public static partial void Cut(this ILogger log, int bytes, int cutBytes);

    [LoggerMessage(2035, LogLevel.Warning, "A sent file could not be fetched from {Host}.")]
    public static partial void FileFetchFailed(this ILogger log, Exception error, string host);

    [LoggerMessage(2036, LogLevel.Warning, "A file could not be saved at {Host}.")]
    public static partial void FileUploadFailed(this ILogger log, Exception error, string host);
}
