using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tenancy;

public static class TenancyServices
{
    /// <summary>Adds tenants, members, roles, modules, API keys and the audit log. Needs <c>AddFactoryDatabase</c>.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TenancyOptions>().Bind(configuration.GetSection(TenancyOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                o => TimeZoneInfo.TryFindSystemTimeZoneById(o.NewTenantTimeZone, out _),
                "Tenancy:NewTenantTimeZone is no time zone of this machine; use an IANA name such as Europe/Berlin.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TenancyStore>();
        services.AddSingleton<MemberCache>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton(p => new TenantDirectory(
            p.GetRequiredService<FactoryDatabase>(),
            p.GetRequiredService<TenancyStore>(),
            p.GetRequiredService<MemberCache>(),
            p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<IOptions<TenancyOptions>>(),
            p.GetRequiredService<ILogger<TenantDirectory>>()));
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ApiKeyCache>();
        services.AddSingleton(p => new ApiKeys(
            p.GetRequiredService<FactoryDatabase>(),
            p.GetRequiredService<ApiKeyStore>(),
            p.GetRequiredService<ApiKeyCache>(),
            p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TenantRegister>();
        services.AddSingleton<LinkedIdentities>();
        services.AddSingleton<DemoCast>();
        services.AddSingleton<People>();
        services.AddSingleton<TenantChanges>();
        services.AddSingleton<ShowTenant>();
        services.AddSingleton<SetRole>();
        services.AddSingleton<SwitchModule>();
        services.AddSingleton<ChangeSettings>();
        services.AddSingleton<LinkAccounts>();
        services.AddSingleton<ISkill, TenancySkill>();
        services.AddSingleton<IEntitySource, TenancyEntities>();
        return services.AddHostedService<TenancyListener>();
    }
}
