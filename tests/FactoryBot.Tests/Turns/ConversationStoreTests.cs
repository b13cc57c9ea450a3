using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Turns;

public sealed class ConversationStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Forget_RemovedConversation_LosesItsWayBackAndThatOfItsThreadsAlone()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await using var services = Services(database);
        var store = ActivatorUtilities.CreateInstance<ConversationStore>(services);
        await using (var scope = await database.OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into turns.conversation (tenant_id, conversation_id, host_id, channel, reference)
                select @tenant, i, @tenant, 'msteams', '{}'
                from unnest(array['msteams:19:a', 'msteams:19:a;messageid=1', 'msteams:19:ab', 'slack:19:a']) i
                """,
                new { tenant = TenantDirectory.DemoTenant });
            await scope.CommitAsync(CancellationToken.None);
        }

        await store.ForgetAsync("msteams", TenantDirectory.DemoKey, "19:a", CancellationToken.None);

        await using var after = await database.OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None);
        Assert.Equal(
            ["msteams:19:ab", "slack:19:a"],
            await after.Connection.QueryAsync<string>("select conversation_id from turns.conversation where reference is not null order by 1"));
    }

    [Fact]
    public async Task Forget_UnknownOrganisation_MakesNoTenant()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await using var services = Services(database);

        await ActivatorUtilities.CreateInstance<ConversationStore>(services).ForgetAsync("msteams", "stranger", "19:a", CancellationToken.None);

        Assert.Null(await services.GetRequiredService<TenantDirectory>().FindTenantAsync("msteams:stranger", CancellationToken.None));
    }

    private static ServiceProvider Services(FactoryDatabase database) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(database)
        .AddTenancy(new ConfigurationBuilder().Build())
        .BuildServiceProvider();
}
