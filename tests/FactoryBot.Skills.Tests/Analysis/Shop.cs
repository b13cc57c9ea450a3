using Dapper;
using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Tests.Analysis;

/// <summary>Analysis of one tenant on a database with the sample shop, as a host puts it together.</summary>
internal sealed class Shop
{
    private readonly ServiceProvider services;

    private Shop(FactoryDatabase database, Action<IServiceCollection>? more)
    {
        Database = database;
        var configuration = new ConfigurationBuilder().Build();
        var collected = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(_ => database)
            .AddTenancy(configuration).AddSingleton<Secrets>().AddFiles(configuration).AddNotices()
            .AddSingleton<IGivenAnswers, NoGivenAnswers>().AddAnalysis(configuration);
        more?.Invoke(collected);
        services = collected.BuildServiceProvider();
    }

    public FactoryDatabase Database { get; }
    public Guid Tenant { get; } = TenantDirectory.DemoTenant;
    public FakeTime Time { get; } = new(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public static async Task<Shop> OpenAsync(PostgresFixture postgres, Action<IServiceCollection>? more = null) => new(await postgres.NewDatabaseAsync(), more);

    /// <summary>The same database behind a host that is set up otherwise.</summary>
    public Shop Again(Action<IServiceCollection> more) => new(Database, more);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Asker Asker(string name = "Ana", Role role = Role.Owner) => new()
    {
        TenantId = Tenant, MemberId = new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), Name = name, Role = role, Permissions = Permissions.Of(role),
        Modules = Modules.AllOn, TimeZone = TimeZoneInfo.Utc, Now = Time.GetUtcNow(), TurnId = Guid.NewGuid(),
    };

    public Task<SkillResult> AskAsync(string question, Asker? asker = null) => CallAsync("analysis_ask", asker ?? Asker(), question);

    public Task<SkillResult> FollowAsync(string change, Asker? asker = null) => CallAsync("analysis_follow", asker ?? Asker(), change);

    /// <summary>Calls a function with its first slot, if it has one.</summary>
    public Task<SkillResult> CallAsync(string function, Asker asker, string? text = null)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        var found = new SkillCatalog(services.GetServices<ISkill>()).Find(function)!;
        return found.CallAsync(text is null ? [] : [KeyValuePair.Create<string, object?>(found.Slots[0].Name, text)], asker with { TurnId = Guid.NewGuid(), Now = Time.GetUtcNow() }, CancellationToken.None);
    }

    public Task<SkillResult> CallAsync(string function, Asker asker, params (string Name, string Value)[] arguments)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return new SkillCatalog(services.GetServices<ISkill>()).Find(function)!
            .CallAsync(arguments.Select(a => KeyValuePair.Create<string, object?>(a.Name, a.Value)), asker with { TurnId = Guid.NewGuid(), Now = Time.GetUtcNow() }, CancellationToken.None);
    }

    public async Task<T?> QueryAsync<T>(string sql, object? values = null)
    {
        await using var scope = await Database.OpenAsync(Tenant, CancellationToken.None);
        var found = await scope.Connection.ExecuteScalarAsync<T>(sql, values);
        await scope.CommitAsync(CancellationToken.None);
        return found;
    }

    // Nothing keeps turns here: the last query is the last answer.
    private sealed class NoGivenAnswers : IGivenAnswers
    {
        public Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken) => Task.FromResult<GivenAnswer?>(null);

        public Task<GivenAnswer?> FindAsync(Guid tenantId, Guid turnId, Guid besideTurn, CancellationToken cancellationToken) => Task.FromResult<GivenAnswer?>(null);

        public Task<GivenResult?> LastResultAsync(Asker asker, CancellationToken cancellationToken) => Task.FromResult<GivenResult?>(null);
    }
}
