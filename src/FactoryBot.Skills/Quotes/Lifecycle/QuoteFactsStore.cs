using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>The facts of a stored version as the database computes them, so that the preview and the approval cannot differ.</summary>
internal static class QuoteFactsStore
{
    public static async Task<ApprovalFacts> ReadAsync(TenantScope scope, Guid quoteId, int version, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(
            (await scope.Connection.ExecuteScalarAsync<string>(new CommandDefinition(
                "select quotes.facts(content::jsonb)::text from quotes.quote_version where quote_id = @quoteId and version = @version",
                new { quoteId, version },
                cancellationToken: cancellationToken)))!,
            ApprovalsJson.Default.ApprovalFacts)!;

    public static Task<bool> HasBusinessAsync(TenantScope scope, string business, CancellationToken cancellationToken) => scope.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
        "select exists (select from quotes.part where lower(line_of_business) = @business)", new { business }, cancellationToken: cancellationToken));
}
