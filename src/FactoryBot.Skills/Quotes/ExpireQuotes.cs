using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Tenancy;
using Quartz;

namespace FactoryBot.Skills.Quotes;

/// <summary>Ends approved and sent quotes whose last day is over, and tells their owners some days before. Each once, whichever host does it.</summary>
[DisallowConcurrentExecution]
internal sealed class ExpireQuotes(FactoryDatabase database, NoticeBoard board, TimeProvider time) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);
    private const int SoonDays = 3;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <returns>How many quotes ended and how many owners were reminded.</returns>
    public async Task<(int Expired, int Reminded)> RunAsync(CancellationToken cancellationToken)
    {
        var (expired, reminded) = (0, 0);
        var now = time.GetUtcNow();
        foreach (var (tenantId, quoteId, what) in await EndingStore.ReadAsync(database, now, SoonDays, cancellationToken))
        {
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            if (await QuoteStore.GetAsync(scope, quoteId, cancellationToken) is not { State: QuoteState.Approved or QuoteState.Sent } quote)
                continue;
            var over = what == "expired";
            if (over ? !await QuoteStore.MoveAsync(scope, quote, QuoteState.Expired, "", now, cancellationToken) : !await EndingStore.RemindAsync(scope, quote, now, cancellationToken))
                continue;
            var view = await QuoteView.LoadAsync(scope, (await QuoteStore.GetAsync(scope, quoteId, cancellationToken))!, cancellationToken);
            var day = quote.ValidUntil is { } until ? QuoteText.Day(until) : "its last day";
            await board.PostAsync(
                scope,
                Notice.To(quote.OwnerId, "quote-end:" + quoteId.ToString("N"), QuoteResult.Of(view, Owner(tenantId, quote, now), over
                    ? $"{quote.Number} ended on {day}: it has expired."
                    : $"{quote.Number}{(quote.CustomerName.Length > 0 ? " for " + quote.CustomerName : "")} ends on {day}. Say “valid for 30 days” to prolong it; that needs approval again.")),
                cancellationToken);
            await scope.CommitAsync(cancellationToken);
            expired += over ? 1 : 0;
            reminded += over ? 0 : 1;
        }

        return (expired, reminded);
    }

    private static Asker Owner(Guid tenantId, Quote quote, DateTimeOffset now) => new()
    {
        TenantId = tenantId, MemberId = quote.OwnerId, Name = quote.OwnerName, Role = Role.Viewer, Permissions = new HashSet<string>(), Modules = Modules.AllOn,
        TimeZone = TimeZoneInfo.Utc, Now = now, TurnId = Guid.NewGuid(),
    };
}
