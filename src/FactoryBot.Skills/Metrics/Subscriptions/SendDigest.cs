using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Subscriptions;

internal enum DigestSent
{
    Sent,

    /// <summary>The digest of that day went out already, or none is due.</summary>
    NotDue,

    /// <summary>The subscription or its member is no longer there.</summary>
    Gone,
}

/// <summary>Sends the digest that is due, once: the booking of the day and the message are one transaction, whoever runs it and how often.</summary>
internal sealed class SendDigest(FactoryDatabase database, DigestSource compose, NoticeBoard notices, TimeProvider clock, ILogger<SendDigest> logger)
{
    public async Task<DigestSent> RunAsync(Guid tenantId, Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        if (await SubscriptionStore.LockAsync(scope, id, cancellationToken) is not { } one)
            return DigestSent.Gone;
        if (await MemberAsync(scope, one.MemberId, cancellationToken) is not { } member)
            return DigestSent.Gone;
        if (one.DueOn(now) is not { } day || !await SubscriptionStore.BookAsync(scope, id, day, now, cancellationToken))
            return DigestSent.NotDue;

        var asker = member.ToAsker(now, Guid.CreateVersion7(now));
        // Who may no longer see figures, or whose tenant has switched them off, is not sent any.
        if (asker.May(Permissions.MetricsView) && asker.Modules.Contains("metrics"))
        {
            var digest = await compose.AnswerAsync(asker, new() { Machine = one.Machine, Line = one.Line, Site = one.Site }, cancellationToken);
            await notices.PostAsync(scope, Notice.To(one.MemberId, FormattableString.Invariant($"digest:{id}:{day:yyyy-MM-dd}"), digest), cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
        logger.DigestSent(tenantId, id, day);
        return DigestSent.Sent;
    }

    private static async Task<Membership?> MemberAsync(TenantScope scope, Guid memberId, CancellationToken cancellationToken) =>
        (await TenancyStore.PeopleAsync(scope, cancellationToken)).FirstOrDefault(person => person.Id == memberId) is { } member
            ? Membership.Of(scope.TenantId, member, await TenancyStore.SettingsAsync(scope, cancellationToken))
            : null;
}
