using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Pricing;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>A quote with all that is shown of it.</summary>
/// <param name="Versions">The current version and the one before, in this order of age.</param>
internal sealed record QuoteView(Quote Quote, IReadOnlyList<QuoteVersion> Versions, ApprovalRequest? Approval, IReadOnlyList<PastLine> Past)
{
    private const int PastShown = 3;

    public QuoteVersion Version => Versions[^1];
    public QuoteContent Content => Version.Content;

    /// <summary>Approval of the version that is shown; null where it was for another one, or never asked for.</summary>
    public ApprovalRequest? CurrentApproval => Approval?.Hash == Version.Hash ? Approval : null;

    /// <summary>What the request for this very content says, not what a state claims.</summary>
    public bool IsApproved => CurrentApproval is { State: ApprovalState.Approved };

    public IReadOnlyList<string> Changes => Versions.Count < 2 ? [] : CompareVersions.Of(Versions[^2].Content, Version.Content);

    public static async Task<QuoteView> LoadAsync(TenantScope scope, Quote quote, CancellationToken cancellationToken)
    {
        var versions = await QuoteStore.VersionsAsync(scope, quote.QuoteId, Math.Max(1, quote.Version - 1), cancellationToken);
        var content = versions[^1].Content;
        var numbers = content.Lines.Where(l => !l.IsOpen).Select(l => l.Number).Distinct(StringComparer.Ordinal).ToArray();
        var past = await PriceStore.PastAsync(scope, numbers, cancellationToken);
        var nearest = content.Lines.Where(l => l is { IsOpen: false, Quantity: not null })
            .OrderByDescending(l => l.Total).SelectMany(l => PricePart.Similar(past, l.Number, l.Quantity!.Value, content.Customer, PastShown)).Take(PastShown).ToArray();
        return new(quote, versions, await ApprovalStore.LatestAsync(scope, "quote", quote.QuoteId, cancellationToken), nearest);
    }
}
