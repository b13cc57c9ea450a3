using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Notices;

/// <summary>Takes notices in; a host sends them, once each, as soon as the transaction that posted them is committed.</summary>
public sealed class NoticeBoard(TimeProvider time)
{
    /// <summary>Posts as part of the caller's unit of work: if that is not committed, nothing is sent.</summary>
    public Task PostAsync(TenantScope scope, Notice notice, CancellationToken cancellationToken) =>
        NoticeStore.PostAsync(scope, notice, time.GetUtcNow(), cancellationToken);
}
