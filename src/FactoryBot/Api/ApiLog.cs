namespace FactoryBot.Api;

internal static partial class ApiLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "Request {TraceId} failed ({Code}).")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string traceId, string code);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning,
        Message = "Api:DangerouslyAllowLoopbackWithoutKey is on: every program on this machine may use the REST API as a member of the demo tenant.")]
    public static partial void OpenOnLoopback(ILogger logger);
}
