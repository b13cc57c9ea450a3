using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Tenancy.Audit;

/// <summary>The tenant's append-only record of changes, a chain of hashes that shows any later change to it.</summary>
public sealed class AuditLog(FactoryDatabase database, TimeProvider time)
{
    /// <summary>Writes the entry in the caller's unit of work: the change and its entry stay together or not at all. Until that
    /// unit of work ends, other entries of the tenant wait, so append last.</summary>
    /// <param name="action">Feature and verb in the past: <c>quote.approved</c>.</param>
    /// <param name="details">A JSON value, for example before and after.</param>
    public Task AppendAsync(
        TenantScope scope, AuditActor actor, string action, string subject, string details, CancellationToken cancellationToken) =>
        AuditStore.AppendAsync(scope, time.GetUtcNow(), actor, action, subject, details, cancellationToken);

    /// <summary>Computes every hash anew, here and not in the database, whose functions could have been exchanged.</summary>
    public async Task<AuditVerdict> VerifyAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        AuditChain? chain = null;
        await foreach (var row in AuditStore.ReadAsync(scope, cancellationToken))
        {
            chain ??= new(row.HeadSequence, row.HeadHash);
            if (row.Entry is { } entry && chain.Next(entry, row.PreviousHash, row.Hash) is { } fault)
                return chain.BrokenAt(fault);
        }

        return chain?.End() ?? new(0, null);
    }
}
