using FactoryBot.Skills.Results;

namespace FactoryBot.Turns;

/// <summary>All that the turns log: ids and counts; a message's text only at Trace.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(100, LogLevel.Information, "Turn {TurnId} of tenant {TenantId} ended {Status} by {Function} in {Milliseconds:F1} ms")]
    public static partial void Answered(
        this ILogger log, Guid turnId, Guid tenantId, ResultStatus status, string? function, double milliseconds);

    [LoggerMessage(101, LogLevel.Trace, "Turn {TurnId}: {Text}")]
    public static partial void Asked(this ILogger log, Guid turnId, string text);

    [LoggerMessage(102, LogLevel.Error, "Turn {TurnId} of tenant {TenantId} failed")]
    public static partial void Failed(this ILogger log, Exception error, Guid turnId, Guid tenantId);

    [LoggerMessage(103, LogLevel.Warning, "Turn {TurnId} of tenant {TenantId} took longer than {Seconds} s and was ended")]
    public static partial void TookTooLong(this ILogger log, Guid turnId, Guid tenantId, int seconds);

    [LoggerMessage(104, LogLevel.Warning, "Turn {TurnId} waits for the database: {Reason}")]
    public static partial void WaitsForDatabase(this ILogger log, Guid turnId, string reason);

    [LoggerMessage(105, LogLevel.Information, "Took over {Count} turns of a host that is gone, tenant {TenantId}")]
    public static partial void TookOver(this ILogger log, Guid tenantId, int count);

    [LoggerMessage(106, LogLevel.Error, "A conversation of tenant {TenantId} stopped; its turns stay stored")]
    public static partial void ConversationBroke(this ILogger log, Exception error, Guid tenantId);

    [LoggerMessage(107, LogLevel.Warning, "The answer of turn {TurnId} could not be delivered by {Channel}; trying again in {Seconds} s")]
    public static partial void DeliversLater(this ILogger log, Guid turnId, string channel, double seconds);

    [LoggerMessage(108, LogLevel.Error, "The answer of turn {TurnId} could not be delivered by {Channel}; it stays stored")]
    public static partial void NotDelivered(this ILogger log, Guid turnId, string channel);

    [LoggerMessage(109, LogLevel.Information, "Another host answered turn {TurnId} first")]
    public static partial void AnsweredElsewhere(this ILogger log, Guid turnId);

    [LoggerMessage(110, LogLevel.Warning, "The connection that stands for this host was lost; registering again")]
    public static partial void LostPresence(this ILogger log, Exception error);

    [LoggerMessage(111, LogLevel.Warning, "Looking for abandoned turns failed; trying again")]
    public static partial void SweepFailed(this ILogger log, Exception error);

    [LoggerMessage(113, LogLevel.Error, "The delivery of turn {TurnId} failed; its answer stays stored")]
    public static partial void DeliveryBroke(this ILogger log, Exception error, Guid turnId);

    [LoggerMessage(112, LogLevel.Debug, "Typing indicator of turn {TurnId} failed")]
    public static partial void TypingFailed(this ILogger log, Exception error, Guid turnId);

    [LoggerMessage(120, LogLevel.Warning, "A file of turn {TurnId} could not be fetched from {Channel}")]
    public static partial void FileNotFetched(this ILogger log, Guid turnId, string channel);

    [LoggerMessage(121, LogLevel.Warning, "Notice {NoticeId} of tenant {TenantId} could not be sent by any channel; it stays stored")]
    public static partial void NoticeNotSent(this ILogger log, Guid noticeId, Guid tenantId);

    [LoggerMessage(122, LogLevel.Warning, "Looking for notices failed; trying again")]
    public static partial void NoticesFailed(this ILogger log, Exception error);
}
