using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Tenancy;

/// <summary>All tenants, for the person who runs the installation. Read as the database's owner: the host's role sees one tenant at a time.</summary>
internal sealed class TenantListStore(FactoryDatabase database)
{
    public async Task<IReadOnlyList<ListedTenant>> ListAsync(CancellationToken cancellationToken)
    {
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        await owner.OpenAsync(cancellationToken);
        return [.. await owner.QueryAsync<ListedTenant>(new CommandDefinition(
            "select tenant_id, key, name, time_zone from tenancy.tenant order by created_at, key", cancellationToken: cancellationToken))];
    }
}

internal sealed record ListedTenant
{
    public Guid TenantId { get; init; }
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string TimeZone { get; init; } = "";
}
