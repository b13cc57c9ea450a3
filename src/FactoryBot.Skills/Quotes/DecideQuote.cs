using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>A decision on a quote by its number, as a program or the command line hands it in. It ends where the card's buttons end.</summary>
internal sealed class DecideQuote(FactoryDatabase database, DecideApproval decide)
{
    /// <param name="hash">The content that was seen; null where <paramref name="version"/> says it.</param>
    /// <param name="version">The version that was seen.</param>
    public async Task<SkillResult> RunAsync(string number, string? hash, int? version, string verdict, string? comment, Asker asker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(hash) && version is null)
            return QuoteFailures.SeenWhat(number);
        ApprovalRequest? request;
        string seen;
        await using (var scope = await database.OpenAsync(asker.TenantId, cancellationToken))
        {
            if (await QuoteStore.ByNumberAsync(scope, number, cancellationToken) is not { } quote)
                return QuoteFailures.NoQuote(number);
            request = await ApprovalStore.LatestAsync(scope, QuoteApproval.KindName, quote.QuoteId, cancellationToken);
            if (request is null)
                return QuoteFailures.NotSubmitted(quote);
            if (version is { } looked && looked != request.SubjectVersion)
                return ApprovalFailures.Of(Refusal.Stale, quote.Number);
            seen = string.IsNullOrWhiteSpace(hash) ? request.Hash : hash.Trim();
        }

        return seen.Length <= 128 && seen.All(char.IsAsciiHexDigit)
            ? await decide.RunAsync(request.RequestId, seen.ToLowerInvariant(), verdict, comment, asker, cancellationToken)
            : ApprovalFailures.Of(Refusal.Stale, request.Title);
    }
}
