using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Analysis;

internal static partial class AnalysisLog
{
    [LoggerMessage(600, LogLevel.Information, "Source {Source} of tenant {TenantId} read: {Entities} tables in {Milliseconds} ms")]
    public static partial void ModelRead(ILogger logger, Guid tenantId, string source, int entities, double milliseconds);

    [LoggerMessage(601, LogLevel.Warning, "Source {Source} of tenant {TenantId} cannot be read")]
    public static partial void SourceAway(ILogger logger, Exception exception, Guid tenantId, string source);

    [LoggerMessage(602, LogLevel.Information, "Query {QueryId} on {Source}: {Status}, {Rows} rows in {Milliseconds} ms")]
    public static partial void Queried(ILogger logger, Guid queryId, string source, ResultStatus status, int rows, int milliseconds);

    [LoggerMessage(603, LogLevel.Warning, "Query {QueryId} on {Source} was refused: {Reason}")]
    public static partial void Refused(ILogger logger, Guid queryId, string source, Guard.GuardReason reason);

    [LoggerMessage(604, LogLevel.Debug, "Query {QueryId} was refused: {Sentence}")]
    public static partial void RefusedBecause(ILogger logger, Guid queryId, string sentence);
}
