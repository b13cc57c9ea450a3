using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>All tenants, for whoever runs the product at its command line: read with the owner's connection, which no turn ever uses.</summary>
internal sealed class TenantRegister(FactoryDatabase database, TenancyStore store, AuditLog audit)
{
    public Task<IReadOnlyList<RegisteredTenant>> ListAsync(CancellationToken cancellationToken) =>
        TenancyStore.AllAsync(database.OwnerConnection, cancellationToken);

    /// <summary>Adds a tenant ahead of its first message.</summary>
    /// <param name="key"><c>msteams:</c> or <c>slack:</c> and the channel's id of the organisation.</param>
    /// <returns>The tenant's id, of the one that is there already too; null where the key is of another kind.</returns>
    public Task<Guid?> AddAsync(string key, string name, string timeZone, CancellationToken cancellationToken) =>
        store.AddTenantAsync(key, name, timeZone, cancellationToken);

    /// <summary>Makes an organisation of another channel the same tenant, or a tenant of its own again.</summary>
    /// <returns>False where it was so already.</returns>
    public async Task<bool> SetKeyAsync(Guid tenantId, string key, bool linked, CancellationToken cancellationToken)
    {
        if (!await TenancyStore.SetKeyAsync(database.OwnerConnection, tenantId, key, linked, cancellationToken))
            return false;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await audit.AppendAsync(
            scope, AuditActor.CommandLine, linked ? AuditActions.KeyLinked : AuditActions.KeyUnlinked, key, AuditDetails.Change(linked ? "" : key, linked ? key : ""), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Checks the audit log of every tenant.</summary>
    public async Task<IReadOnlyList<(RegisteredTenant Tenant, AuditVerdict Verdict)>> VerifyAuditAsync(CancellationToken cancellationToken)
    {
        var verdicts = new List<(RegisteredTenant, AuditVerdict)>();
        foreach (var tenant in await ListAsync(cancellationToken))
            verdicts.Add((tenant, await audit.VerifyAsync(tenant.Id, cancellationToken)));
        return verdicts;
    }
}

internal sealed record RegisteredTenant(Guid Id, string Key, string Name, string TimeZone);
