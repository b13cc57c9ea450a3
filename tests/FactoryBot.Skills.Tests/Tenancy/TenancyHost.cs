using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using FactoryBot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FactoryBot.Skills.Tests.Tenancy;

/// <summary>One host's tenancy services over a database that other hosts may share.</summary>
internal sealed class TenancyHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private IHostedService? listener;

    public TenancyHost(FactoryDatabase database, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(_ => database)
            .AddTenancy(configuration)
            .BuildServiceProvider();
        Database = database;
    }

    public FactoryDatabase Database { get; }
    public TenantDirectory Directory => services.GetRequiredService<TenantDirectory>();
    public AuditLog Audit => services.GetRequiredService<AuditLog>();
    public ApiKeys Keys => services.GetRequiredService<ApiKeys>();
    public SkillCatalog Catalog => new(services.GetServices<ISkill>());
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<TenancyHost> StartAsync(PostgresFixture postgres, params (string Key, string Value)[] settings) =>
        new(await postgres.NewDatabaseAsync(), null, settings);

    public async Task<Asker> AskerAsync(string userId, string name, string tenant = "acme")
    {
        var membership = await Directory.ResolveAsync("msteams", tenant, userId, name, CancellationToken.None);
        return membership.ToAsker(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Guid.NewGuid());
    }

    public async Task<FactoryBot.Skills.Results.SkillResult> CallAsync(string function, Asker asker, params (string Name, string Value)[] arguments) =>
        await Catalog.Find(function)!.CallAsync(
            arguments.Select(a => KeyValuePair.Create<string, object?>(a.Name, a.Value)), asker, CancellationToken.None);

    /// <summary>Starts to hear of other hosts' changes.</summary>
    public async Task ListenAsync()
    {
        listener = services.GetServices<IHostedService>().Single(s => s.GetType().Name == "TenancyListener");
        await listener.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (listener is not null)
            await listener.StopAsync(CancellationToken.None);
        // The database belongs to the fixture.
        GC.SuppressFinalize(this);
    }
}
