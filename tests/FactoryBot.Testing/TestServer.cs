using System.Globalization;
using System.Reflection;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FactoryBot.Testing;

/// <summary>One PostgreSQL for each test process, with one migrated database that all others are copied from.</summary>
internal sealed class TestServer
{
    private const string Template = "template_factorybot";
    private static readonly Lazy<Task<TestServer>> Started = new(StartAsync);

    private readonly string ownerConnection;
    private int databases;

    private TestServer(string ownerConnection) => this.ownerConnection = ownerConnection;

    public static IReadOnlyList<Assembly> Migrations { get; } = FindMigrations();

    public static Task<TestServer> GetAsync() => Started.Value;

    public string Connection(string database, bool pooled = false) =>
        new NpgsqlConnectionStringBuilder(ownerConnection) { Database = database, Pooling = pooled }.ConnectionString;

    public async Task<string> CopyAsync(string? template)
    {
        var name = "test_" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"create database {name} template {template ?? Template}");
        return name;
    }

    public Task DropAsync(string database) => ExecuteAsync($"drop database if exists {database} with (force)");

    private static async Task<TestServer> StartAsync()
    {
        TestReaper.Start();
        var server = new EmbeddedPostgres(
            new() { DataFolder = TestFolder.OfThisProcess, Durable = false, MaxConnections = 400 }, NullLogger.Instance, TimeProvider.System);
        var test = new TestServer(await server.StartAsync(CancellationToken.None));
        await test.ExecuteAsync($"create database {Template}");
        var template = await FactoryDatabase.StartAsync(
            new(), test.Connection(Template), Migrations, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        await template.DisposeAsync();
        return test;
    }

    private static List<Assembly> FindMigrations()
    {
        var host = Path.Combine(AppContext.BaseDirectory, "factorybot.dll");
        return [typeof(FactoryDatabase).Assembly, .. File.Exists(host) ? [Assembly.LoadFrom(host)] : Array.Empty<Assembly>()];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
