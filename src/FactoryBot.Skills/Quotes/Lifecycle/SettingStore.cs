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
        on conflict (tenant_id) do update set settings = excluded.settings
        """,
        new { json = settings.ToJson() },
        cancellationToken: cancellationToken));
}
