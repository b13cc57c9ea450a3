using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Quotes as things to be approved.</summary>
internal sealed class QuoteApproval : IApprovalSubject
{
    public const string KindName = "quote";

    public string Kind => KindName;

    public string ReadPermission => Permissions.QuotesView;

    public async Task DecidedAsync(TenantScope scope, ApprovalRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var quote = await QuoteStore.GetAsync(scope, request.SubjectId, cancellationToken);
        QuoteState? to = request.State switch
        {
            ApprovalState.Approved => QuoteState.Approved,
            ApprovalState.Rejected => QuoteState.Rejected,
            ApprovalState.Changes => QuoteState.ChangesRequested,
            ApprovalState.Withdrawn => QuoteState.Draft,
            _ => null,
        };
        if (quote is { State: QuoteState.Submitted } && to is { } next)
            await QuoteStore.MoveAsync(scope, quote, next, "", at, cancellationToken);
    }

    /// <summary>A submitted quote that was changed or cancelled asks nobody any more: the cards that did lose their buttons.</summary>
    /// <param name="before">The quote as it was.</param>
    public async Task ClosedAsync(TenantScope scope, Quote before, ApprovalNotices notices, Asker asker, CancellationToken cancellationToken)
    {
        if (before.State == QuoteState.Submitted && await ApprovalStore.LatestAsync(scope, KindName, before.QuoteId, cancellationToken) is { State: not ApprovalState.Open } request)
            await notices.DecidedAsync(scope, this, request, asker, cancellationToken);
    }

    public async Task<SkillResult> ShowAsync(TenantScope scope, ApprovalRequest request, Asker reader, bool mayDecide, CancellationToken cancellationToken)
    {
        var quote = (await QuoteStore.GetAsync(scope, request.SubjectId, cancellationToken))!;
        var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
        return ApprovalCard.Of(view, request, reader, mayDecide && view.Version.Hash == request.Hash);
    }

    public Task<bool> HasBusinessAsync(TenantScope scope, string business, CancellationToken cancellationToken) =>
        QuoteFactsStore.HasBusinessAsync(scope, business, cancellationToken);
}
