using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Tenancy;

internal static partial class TenancyLog
{
    [LoggerMessage(3001, LogLevel.Information, "New tenant {TenantId} from channel {Channel}")]
    public static partial void TenantAdded(this ILogger logger, Guid tenantId, string channel);

    [LoggerMessage(3002, LogLevel.Information, "Member {MemberId} joined tenant {TenantId} as {Role}")]
    public static partial void MemberJoined(this ILogger logger, Guid tenantId, Guid memberId, Role role);

    [LoggerMessage(3003, LogLevel.Warning, "The connection that hears of changed roles and modules was lost; it is opened again")]
    public static partial void ListenerLost(this ILogger logger, Exception problem);

    [LoggerMessage(3004, LogLevel.Information, "Tenant {TenantId} changed: {Action}, by member {MemberId}")]
    public static partial void Changed(this ILogger logger, Guid tenantId, string action, Guid? memberId);
}
