using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

internal static class Tenants
{
    public static async Task<Guid> FindAsync(IServiceProvider services, string key, CancellationToken cancellationToken) =>
        await services.GetRequiredService<TenantDirectory>().FindTenantAsync(key, cancellationToken)
        ?? throw new CommandException($"There is no tenant '{key}'; 'factorybot tenant list' shows all.");
}
