using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Audit;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The end of every change to a tenant: audited, announced to all hosts, committed, forgotten here.</summary>
internal sealed class TenantChanges(AuditLog audit, MemberCache cache, ILogger<TenantChanges> logger)
{
    public async Task CommitAsync(
        TenantScope scope, Asker asker, string action, string subject, string before, string after, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(scope, AuditActor.Of(asker), action, subject, AuditDetails.Change(before, after), cancellationToken);
        await CommitAsync(scope, asker, action, cancellationToken);
    }

    /// <summary>For a change that the database itself has written into the log.</summary>
    public async Task CommitAsync(TenantScope scope, Asker asker, string action, CancellationToken cancellationToken)
    {
        await TenancyStore.AnnounceAsync(scope, onlyNames: false, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        cache.Forget(scope.TenantId);
        logger.Changed(scope.TenantId, action, asker.MemberId);
    }
}
