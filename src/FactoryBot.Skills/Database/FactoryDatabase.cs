using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>The product's connections, one pool for each database role.</summary>
/// <param name="host">The role of all stores: owns nothing, has no BYPASSRLS.</param>
/// <param name="analyst">The read-only role that runs people's own SQL.</param>
public sealed class FactoryDatabase(NpgsqlDataSource host, NpgsqlDataSource analyst) : IAsyncDisposable
{
    public NpgsqlDataSource Host { get; } = host;

    public NpgsqlDataSource Analyst { get; } = analyst;

    /// <summary>Opens a unit of work that sees and writes the rows of one tenant only.</summary>
    public async Task<TenantScope> OpenAsync(Guid tenantId, CancellationToken cancellationToken) =>
        await TenantScope.OpenAsync(Host, tenantId, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Analyst.DisposeAsync();
    }
}
