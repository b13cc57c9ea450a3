using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FactoryBot.Testing;

/// <summary>Real PostgreSQL for a test class: <c>class XTests(PostgresFixture postgres) : IClassFixture&lt;PostgresFixture&gt;</c>.
/// All classes of a test process share one server; a database costs a few dozen milliseconds and is dropped with the class.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly ConcurrentBag<FactoryDatabase> opened = [];
    private readonly ConcurrentBag<string> databases = [];

    public async Task InitializeAsync() => await TestServer.GetAsync();

    /// <summary>A database of its own with all migrations applied and no rows but those that they make.</summary>
    public async Task<FactoryDatabase> NewDatabaseAsync(TimeProvider? time = null)
    {
        var database = await FactoryDatabase.StartAsync(
            new(), await NewConnectionStringAsync(), TestServer.Migrations, NullLoggerFactory.Instance, time ?? TimeProvider.System, CancellationToken.None);
        opened.Add(database);
        return database;
    }

    /// <summary>The same for a host under test, which gets it as <c>ConnectionStrings:FactoryBot</c>.</summary>
    public Task<string> NewConnectionStringAsync() => CopyAsync(template: null);

    /// <summary>A database without any migration.</summary>
    public Task<string> NewEmptyDatabaseAsync() => CopyAsync("template1");

    public async Task DisposeAsync()
    {
        var server = await TestServer.GetAsync();
        foreach (var database in opened)
            await database.DisposeAsync();
        foreach (var name in databases)
            await server.DropAsync(name);
    }

    private async Task<string> CopyAsync(string? template)
    {
        var server = await TestServer.GetAsync();
        var name = await server.CopyAsync(template);
        databases.Add(name);
        return server.Connection(name);
    }
}
