using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics;

internal static partial class MetricsLog
{
    [LoggerMessage(2001, LogLevel.Warning, "The connection that hears of data loads was lost; it is opened again")]
    public static partial void ListenerLost(this ILogger logger, Exception problem);

    [LoggerMessage(2002, LogLevel.Information, "Query {QueryId} of turn {TurnId} for {Figure} read {Rows} rows in {Milliseconds} ms")]
    public static partial void FactsRead(this ILogger logger, string queryId, Guid turnId, string figure, long rows, double milliseconds);

    [LoggerMessage(2003, LogLevel.Information, "Loaded {Rows} rows of {Days} demo days for tenant {TenantId} as version {Version} in {Milliseconds} ms")]
    public static partial void DemoLoaded(this ILogger logger, long rows, int days, Guid tenantId, long version, double milliseconds);

    [LoggerMessage(2007, LogLevel.Information, "Added {Days} days up to {Until} to the demo plant of tenant {TenantId} as version {Version}")]
    public static partial void DemoGrew(this ILogger logger, int days, Guid tenantId, DateOnly until, long version);

    [LoggerMessage(2004, LogLevel.Information, "A file of {Kind} for tenant {TenantId} brought {New} new rows, {Changed} changed, {Unchanged} unchanged, {Rejected} rejected, as version {Version} in {Milliseconds} ms")]
    public static partial void FileImported(
        this ILogger logger, Guid tenantId, string kind, int @new, int changed, int unchanged, int rejected, long version, double milliseconds);

    [LoggerMessage(2020, LogLevel.Warning, "Roll-ups could not be kept up; answers are right but slower until they are")]
    public static partial void RollUpsLate(this ILogger logger, Exception problem);

    [LoggerMessage(2005, LogLevel.Information, "A batch of {What} for tenant {TenantId} brought {New} new rows, {Changed} changed, {Unchanged} unchanged, {Refused} refused, as version {Version} in {Milliseconds} ms")]
    public static partial void RowsIngested(
        this ILogger logger, Guid tenantId, string what, int @new, int changed, int unchanged, int refused, long version, double milliseconds);

    [LoggerMessage(2006, LogLevel.Information, "The digest of subscription {SubscriptionId} of tenant {TenantId} for {Day} was sent")]
    public static partial void DigestSent(this ILogger logger, Guid tenantId, Guid subscriptionId, DateOnly day);
}
