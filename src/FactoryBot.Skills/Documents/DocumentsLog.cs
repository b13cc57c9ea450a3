using FactoryBot.Skills.Documents.Intake;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Documents;

internal static partial class DocumentsLog
{
    [LoggerMessage(6001, LogLevel.Information, "A file of tenant {TenantId}: {Outcome}, {Pieces} pieces, {Milliseconds} ms")]
    public static partial void FileTakenIn(this ILogger logger, Guid tenantId, IntakeOutcome outcome, int pieces, double milliseconds);

    [LoggerMessage(6003, LogLevel.Information, "The documents of {Tenants} tenants are ready for the first question after {Milliseconds} ms")]
    public static partial void Warmed(this ILogger logger, int tenants, double milliseconds);

    [LoggerMessage(6004, LogLevel.Warning, "The documents could not be read ahead; the first question reads them")]
    public static partial void NotWarmed(this ILogger logger, Exception error);
}
