using FactoryBot.Skills.Documents.Intake;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Documents;

internal static partial class DocumentsLog
{
    [LoggerMessage(6001, LogLevel.Information, "A file of tenant {TenantId}: {Outcome}, {Pieces} pieces, {Milliseconds} ms")]
    public static partial void FileTakenIn(this ILogger logger, Guid tenantId, IntakeOutcome outcome, int pieces, double milliseconds);
}
