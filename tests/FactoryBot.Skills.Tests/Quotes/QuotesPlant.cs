using System.Text;
using Dapper;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>Quotes of one tenant on a database, as a host puts them together; each stands for one host.</summary>
internal sealed class QuotesPlant
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public const string Catalogue = """
        part_number,description,family,pack_qty,price,cost,currency,stock,lead_days,price_500
        B-840,M8x40 hex bolt DIN 933 8.8 zinc,Fasteners,100,12.00,7.00,EUR,5000,10,10.50
        B-850,M8x50 hex bolt DIN 933 8.8 zinc,Fasteners,100,13.00,7.50,EUR,0,10,
        N-8,M8 hex nut DIN 934 zinc,Fasteners,100,4.00,2.00,EUR,9000,5,
        W-8,M8 washer DIN 125 zinc,Fasteners,100,2.50,1.00,EUR,9000,5,
        GM-27,Gear motor 26.9:1 with encoder 223 rpm,Motors,1,42.99,30.00,EUR,12,21,
        TB-2,Terminal block 2 pole side entry (5.08 mm),Electrical,1,0.75,0.40,EUR,300,14,
        TB-2T,Terminal block 2 pole top entry (5.08 mm),Electrical,1,0.80,0.40,EUR,300,14,
        WR-R,Red wire 24 AWG,Electrical,1,9.16,6.00,EUR,40,7,
        WR-B,Blue wire 24 AWG,Electrical,1,9.16,6.00,EUR,40,7,
        """;

    private readonly ServiceProvider services;

    public QuotesPlant(FactoryDatabase database, Guid? tenant = null, FakeTime? time = null, Action<IServiceCollection>? more = null)
    {
        Database = database;
        Tenant = tenant ?? TenantDirectory.DemoTenant;
        Time = time ?? new FakeTime(Now);
        var configuration = new ConfigurationBuilder().Build();
        var parts = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(_ => database)
            .AddTenancy(configuration).AddSingleton<Secrets>().AddFiles(configuration).AddNotices().AddApprovals().AddQuotes(configuration);
        more?.Invoke(parts);
        services = parts.BuildServiceProvider();
    }

    public FactoryDatabase Database { get; }
    public Guid Tenant { get; }
    public FakeTime Time { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<QuotesPlant> LoadedAsync(PostgresFixture postgres)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync(Catalogue);
        return plant;
    }

    public Task<ImportReport> LoadAsync(string csv, bool replace = false) =>
        Get<ImportParts>().RunAsync(Tenant, "parts.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), replace, CancellationToken.None);

    /// <summary>A member of the tenant with this role.</summary>
    public async Task<Asker> AskerAsync(string name, Role role)
    {
        await using var scope = await Database.OpenAsync(Tenant, CancellationToken.None);
        var id = await scope.Connection.ExecuteScalarAsync<Guid?>("select member_id from tenancy.member where name = @name", new { name });
        if (id is null)
        {
            id = Guid.NewGuid();
            await AsOwnerAsync(
                "insert into tenancy.member (tenant_id, member_id, name, role) values (@Tenant, @id, @name, @role)", new { Tenant, id, name, role = role.ToString().ToLowerInvariant() });
        }

        return new()
        {
            TenantId = Tenant, MemberId = id.Value, Name = name, Role = role, Permissions = Permissions.Of(role), Modules = new HashSet<string> { "quotes" },
            TimeZone = TimeZoneInfo.Utc, Now = Time.GetUtcNow(), TurnId = Guid.NewGuid(),
        };
    }

    /// <summary>Sets a rule up, by somebody who may and is nobody afterwards.</summary>
    public async Task RuleAsync(ApprovalRule rule)
    {
        var keeper = await AskerAsync("Rule Keeper", Role.Owner);
        await AsOwnerAsync("update tenancy.member set role = 'owner' where member_id = @MemberId", new { keeper.MemberId });
        await using var scope = await Database.OpenAsync(Tenant, CancellationToken.None);
        var (_, refused) = await ApprovalRuleStore.SaveAsync(scope, rule, keeper, Time.GetUtcNow(), CancellationToken.None);
        Assert.Null(refused);
        await scope.CommitAsync(CancellationToken.None);
        await AsOwnerAsync("update tenancy.member set role = 'viewer' where member_id = @MemberId", new { keeper.MemberId });
    }

    // The host's role gives nobody a role.
    private async Task AsOwnerAsync(string sql, object values)
    {
        await using var owner = new NpgsqlConnection(Database.OwnerConnection);
        await owner.ExecuteAsync(sql, values);
    }

    public Task<SkillResult> CallAsync(string function, Asker asker, params (string Name, string Value)[] arguments) =>
        new SkillCatalog(services.GetServices<ISkill>()).Find(function)!.CallAsync(
            arguments.Select(a => KeyValuePair.Create<string, object?>(a.Name, a.Value)), asker with { TurnId = Guid.NewGuid(), Now = Time.GetUtcNow() }, CancellationToken.None);

    public async Task<T> QueryAsync<T>(string sql, object? values = null)
    {
        await using var scope = await Database.OpenAsync(Tenant, CancellationToken.None);
        return (await scope.Connection.ExecuteScalarAsync<T>(sql, values))!;
    }
}
