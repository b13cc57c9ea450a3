using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>What a feature gives so that its things can be approved. In its migrations it has a function
/// <c>approvals.subject_&lt;kind&gt;(uuid, integer)</c> that returns content_hash, facts and title of a stored version.</summary>
public interface IApprovalSubject
{
    /// <summary>quote, sop, task.</summary>
    string Kind { get; }

    /// <summary>What one needs to see such a thing.</summary>
    string ReadPermission { get; }

    /// <summary>Moves the thing on after a decision, in the same unit of work.</summary>
    Task DecidedAsync(TenantScope scope, ApprovalRequest request, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>How one reader sees the request: with buttons where they may decide, with the outcome otherwise.</summary>
    Task<SkillResult> ShowAsync(TenantScope scope, ApprovalRequest request, Asker reader, bool mayDecide, CancellationToken cancellationToken);

    /// <summary>Whether such a line of business is known: a rule for one that is not would never fire.</summary>
    Task<bool> HasBusinessAsync(TenantScope scope, string business, CancellationToken cancellationToken);
}
