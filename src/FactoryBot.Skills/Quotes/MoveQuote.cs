using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using Npgsql;

namespace FactoryBot.Skills.Quotes;

/// <summary>Moves a quote on: withdraw, send, won, lost, cancel, copy. The database refuses what its triggers do not allow.</summary>
internal sealed class MoveQuote(FactoryDatabase database, ApprovalNotices notices, QuoteApproval subject, AuditLog audit, TimeProvider time)
{
    public Task<SkillResult> SendAsync(string? number, int? revision, Asker asker, CancellationToken cancellationToken) =>
        RunAsync(number, revision, QuoteState.Sent, "sent", "", asker, cancellationToken);

    /// <param name="outcome">won, lost or cancelled.</param>
    public Task<SkillResult> CloseAsync(string? number, int? revision, string outcome, string? reason, Asker asker, CancellationToken cancellationToken) =>
        outcome.Trim().ToLowerInvariant() switch
        {
            "won" or "win" => RunAsync(number, revision, QuoteState.Won, "marked as won", reason ?? "", asker, cancellationToken),
            "lost" or "lose" => RunAsync(number, revision, QuoteState.Lost, "marked as lost", reason ?? "", asker, cancellationToken),
            "cancelled" or "canceled" or "cancel" => RunAsync(number, revision, QuoteState.Cancelled, "cancelled", reason ?? "", asker, cancellationToken),
            _ => Task.FromResult(SkillResult.No(ResultStatus.NotUnderstood, $"“{outcome}” is neither won, lost nor cancelled.")),
        };

    public async Task<SkillResult> WithdrawAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        if (quote.State != QuoteState.Submitted || await ApprovalStore.LatestAsync(scope, QuoteApproval.KindName, quote.QuoteId, cancellationToken) is not { State: ApprovalState.Open } request)
            return QuoteFailures.WrongState(quote, "withdrawn");
        var now = time.GetUtcNow();
        if (await ApprovalStore.DecideAsync(scope, request.RequestId, asker.MemberId, Verdict.Withdraw, request.Hash, "", now, cancellationToken) is { } refusal)
            return ApprovalFailures.Of(refusal, quote.Number);
        await QuoteStore.MoveAsync(scope, quote, QuoteState.Draft, "", now, cancellationToken);
        await notices.DecidedAsync(scope, subject, (await ApprovalStore.FindAsync(scope, request.RequestId, cancellationToken))!, asker, cancellationToken);
        return await DoneAsync(scope, quote, "withdrawn", asker, cancellationToken);
    }

    /// <summary>The same content under a new number; approved is nothing of it.</summary>
    public async Task<SkillResult> CopyAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var found = number is null ? await QuoteStore.LatestOfAsync(scope, asker.MemberId, closedToo: true, cancellationToken) : await QuoteStore.ByNumberAsync(scope, number, cancellationToken);
        if (found is null)
            return QuoteFailures.NoQuote(number);
        var content = (await QuoteStore.VersionsAsync(scope, found.QuoteId, found.Version, cancellationToken))[^1].Content with { ValidUntil = null };
        var (quoteId, now) = (Guid.NewGuid(), time.GetUtcNow());
        await QuoteStore.CreateAsync(scope, quoteId, asker.MemberId, null, now, cancellationToken);
        var quote = (await QuoteStore.GetAsync(scope, quoteId, cancellationToken))!;
        await QuoteStore.SaveVersionAsync(scope, quote, content, $"copied from {found.Number}", asker.MemberId, asker.Today.AddDays(content.ValidDays), now, cancellationToken);
        return await DoneAsync(scope, quote, $"copied from {found.Number}", asker, cancellationToken);
    }

    private async Task<SkillResult> RunAsync(
        string? number, int? revision, QuoteState to, string done, string reason, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        if (revision is { } seen && seen != quote.Revision)
        {
            var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
            return QuoteFailures.ChangedMeanwhile(quote, view.Version.MadeByName, view.Changes);
        }
        if (to == QuoteState.Sent && quote.State != QuoteState.Approved)
            return QuoteFailures.NotApproved(quote);
        if (!QuoteStates.MayMove(quote.State, to))
            return QuoteFailures.WrongState(quote, done);
        try
        {
            if (!await QuoteStore.MoveAsync(scope, quote, to, reason.Length > 500 ? reason[..500] : reason, time.GetUtcNow(), cancellationToken))
                return QuoteFailures.ChangedMeanwhile(quote, "somebody", []);
        }
        catch (PostgresException refused) when (refused is { SqlState: PostgresErrorCodes.RaiseException, MessageText: "quotes:not_approved" })
        {
            return QuoteFailures.NotApproved(quote);
        }

        await subject.ClosedAsync(scope, quote, notices, asker, cancellationToken);
        if (to is QuoteState.Won or QuoteState.Lost)
            await PastStore.RememberAsync(scope, quote.QuoteId, QuoteStates.Stored(to), reason, asker.Today, cancellationToken);
        return await DoneAsync(scope, quote, done, asker, cancellationToken);
    }

    private async Task<SkillResult> DoneAsync(TenantScope scope, Quote quote, string done, Asker asker, CancellationToken cancellationToken)
    {
        var view = await QuoteView.LoadAsync(scope, (await QuoteStore.GetAsync(scope, quote.QuoteId, cancellationToken))!, cancellationToken);
        await audit.AppendAsync(scope, AuditActor.Of(asker), "quote." + done.Split(' ')[^1].ToLowerInvariant(), quote.Number, $$"""{"version":{{view.Quote.Version}},"hash":"{{view.Version.Hash}}"}""", cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return QuoteResult.Of(view, asker, $"{view.Quote.Number} {(done.StartsWith("copied", StringComparison.Ordinal) ? "was " : "is ")}{done}.");
    }
}
