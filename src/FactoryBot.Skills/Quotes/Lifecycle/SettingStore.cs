using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Lifecycle;

internal static class SettingStore
{
    public static async Task<QuoteSettings> ReadAsync(TenantScope scope, CancellationToken cancellationToken) =>
        QuoteSettings.Read(await scope.Connection.ExecuteScalarAsync<string?>(new CommandDefinition("select settings::text from quotes.setting", cancellationToken: cancellationToken)));

    public static Task SaveAsync(TenantScope scope, QuoteSettings settings, CancellationToken cancellationToken) => scope.Connection.ExecuteAsync(new CommandDefinition(
        """
        insert into quotes.setting (tenant_id, settings) values (tenancy.current_tenant(), @json::jsonb)
        on conflict (tenant_id) do update set previous = setting.settings, settings = excluded.settings
        """,
        new { json = settings.ToJson() },
        cancellationToken: cancellationToken));

    /// <summary>As they were before the last change; null where nothing was changed yet.</summary>
    public static async Task<QuoteSettings?> PreviousAsync(TenantScope scope, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteScalarAsync<string?>(new CommandDefinition("select previous::text from quotes.setting", cancellationToken: cancellationToken)) is { } json
            ? QuoteSettings.Read(json) : null;
}
