using System.Diagnostics;
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
    private const string FolderPrefix = "factorybot-test-";
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
        RemoveLeftovers();
        var folder = Path.Combine(Path.GetTempPath(), FolderPrefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        var server = new EmbeddedPostgres(
            new() { DataFolder = folder, Durable = false, MaxConnections = 400 }, NullLogger.Instance, TimeProvider.System);
        Directory.CreateDirectory(folder);
        StartReaper(folder);
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

    /// <summary>The runner gives a test process no time to clean up, and a killed one has none: a shell waits for its end.</summary>
    private static void StartReaper(string folder) => StartShell(
        "exec setsid sh -c 'while kill -0 $1 2>/dev/null; do sleep 0.3; done; "
        + "kill -QUIT $(head -n 1 $2/postgres/data/postmaster.pid) 2>/dev/null; sleep 0.3; rm -rf $2' sh \"$1\" \"$2\" </dev/null >/dev/null 2>&1",
        Environment.ProcessId.ToString(CultureInfo.InvariantCulture), folder);

    /// <summary>For runs whose reaper was killed with them.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = Path.GetFileName(folder)[FolderPrefix.Length..];
            if (owner.All(char.IsAsciiDigit) && !Directory.Exists("/proc/" + owner))
                StartShell("kill -QUIT $(head -n 1 $1/postgres/data/postmaster.pid) 2>/dev/null; sleep 0.3; rm -rf \"$1\"", folder);
        }
    }

    private static void StartShell(string script, params string[] arguments) =>
        Process.Start("/bin/sh", ["-c", script, "sh", .. arguments]).Dispose();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
