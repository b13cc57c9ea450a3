using System.Text;
using System.Text.Json;
using FactoryBot.Channels.Terminal;
using FactoryBot.Hosting;
using FactoryBot.Planning;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Tests.Planning.OpenAI;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace FactoryBot.Tests.Planning.Analysis;

/// <summary>The whole product with a model on loopback, a company's database of 300 tables connected to the demo tenant, and a database of another
/// tenant that nobody here may hear of.</summary>
public sealed class ModelledCompany : IAsyncLifetime
{
    public const string Company = "company";
    private readonly PostgresFixture postgres = new();
    private IHost host = null!;

    internal FakeTime Time { get; } = new(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));

    internal ModelServer Server { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        Server = await ModelServer.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), new("OpenAI:Model", "test"), new("OpenAI:ApiKey", "k"),
            new("OpenAI:Endpoint", Server.Address), new("OpenAI:Retries", "0"), new("OpenAI:Streaming", "false"),
        ]);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddFactoryBot(builder.Configuration);
        builder.Services.AddTerminal();
        builder.Services.TryAddSingleton<Welcome>();
        host = builder.Build();
        await host.StartAsync();
        await ConnectAsync(TenantDirectory.DemoTenant, Company, Tables());
        await ConnectAsync(Guid.NewGuid(), "neighbour", "create table secret_recipes (secret_recipe_id int primary key, name text, heat_temperature numeric); insert into secret_recipes values (1, 'Secret Steel', 1)");
    }

    public async Task DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        await Server.DisposeAsync();
        await postgres.DisposeAsync();
    }

    internal async Task<Asker> AskerAsync(Role role)
    {
        var member = await Services.GetRequiredService<TenantDirectory>().ResolveAsync("terminal", TenantDirectory.DemoKey, "Olga Berg", "Olga Berg", CancellationToken.None);
        return member.ToAsker(Services.GetRequiredService<TimeProvider>().GetUtcNow(), Guid.NewGuid()) with { Role = role, Permissions = Permissions.Of(role) };
    }

    internal async Task<PlannedAnswer> AskAsync(string text, Role role = Role.Owner)
    {
        Server.Requests.Clear();
        return await Services.GetRequiredService<Planner>().AnswerAsync(new() { Asker = await AskerAsync(role), Text = text }, CancellationToken.None);
    }

    /// <summary>What the model was told of the question beforehand; empty where it was told nothing.</summary>
    internal string Known() => Messages(0).SkipLast(1).Where(m => m.Role == "user").Select(m => m.Text).FirstOrDefault(t => t.StartsWith("What is known", StringComparison.Ordinal)) ?? "";

    internal IReadOnlyList<(string Role, string Text)> Messages(int request) => [.. Server.Requests[request].GetProperty("messages").EnumerateArray().Select(m => (
        m.GetProperty("role").GetString()!,
        !m.TryGetProperty("content", out var content) ? "" : content.ValueKind != JsonValueKind.Array ? content.ToString() : string.Concat(content.EnumerateArray().Select(p => p.GetProperty("text").GetString()))))];

    private async Task ConnectAsync(Guid tenant, string name, string tables)
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        await using (var owner = NpgsqlDataSource.Create(connection))
        await using (var create = owner.CreateCommand(tables))
            await create.ExecuteNonQueryAsync();
        var (source, problem) = await Services.GetRequiredService<ConnectSource>().AddAsync(tenant, name, connection, ["public"], [], "viewer", null, CancellationToken.None);
        Assert.True(source is not null, problem);
    }

    private static string Tables()
    {
        var sql = new StringBuilder();
        for (var i = 0; i < 298; i++)
            sql.Append(System.Globalization.CultureInfo.InvariantCulture, $"create table thing_{i} (thing_{i}_id int primary key, name text, status text, created_on date, amount numeric, quantity int, note_{i} text);");
        sql.Append(
            """
            create table furnaces (furnace_id int primary key, name text, hall text);
            create table heats (heat_id int primary key, furnace_id int references furnaces, poured_on date, cooling_temperature numeric, grade text);
            comment on column heats.cooling_temperature is 'degrees Celsius after tapping';
            insert into furnaces values (1, 'Vulcan', 'north'), (2, 'Etna', 'south');
            insert into heats values (1, 1, '2026-11-01', 810, 'S235'), (2, 1, '2026-11-02', 830, 'S355'), (3, 2, '2026-11-02', 700, 'S235');
            """);
        return sql.ToString();
    }
}
