using System.Diagnostics;
using Dapper;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FactoryBot.Skills.Tests.Database;

/// <summary>Each test has a data folder of its own and ends with no server running in it.</summary>
public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly string folder = TestFolder.New();
    private EmbeddedPostgres First => field ??= New();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await First.DisposeAsync();
        if (First.ProcessId is { } left)
            await KillAsync(left);
        TestFolder.Remove(folder);
    }

    [Fact]
    public async Task Start_OnAnEmptyFolder_MakesAClusterThatOnlyThisUserReaches()
    {
        var connection = await First.StartAsync(CancellationToken.None);
        await using var session = await OwnerSession.OpenAsync(connection, create: true, CancellationToken.None);
        Assert.Equal("", await session.Connection.QuerySingleAsync<string>("show listen_addresses"));
        Assert.Equal("on", await session.Connection.QuerySingleAsync<string>("show synchronous_commit"));
        Assert.Equal("off", await session.Connection.QuerySingleAsync<string>("show jit"));
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        Assert.Equal(UnixFileMode.None, Mode("owner.password") & others);
        Assert.Equal(UnixFileMode.None, Mode("postgres") & others);
        Assert.Equal(UnixFileMode.None, Mode("run") & others);
        var stranger = new NpgsqlConnectionStringBuilder(connection) { Password = "guess" };
        Assert.False(await OwnerSession.CanLogInAsync(stranger.ConnectionString, CancellationToken.None));
    }

    [Fact]
    public async Task Dispose_OfTheOnlyProcess_StopsTheServer()
    {
        await First.StartAsync(CancellationToken.None);
        Assert.NotNull(First.ProcessId);
        await First.DisposeAsync();
        Assert.Null(First.ProcessId);
    }

    [Fact]
    public async Task Start_WhileAnotherProcessHasTheServer_AttachesAndTheLastOneStopsIt()
    {
        var connection = await First.StartAsync(CancellationToken.None);
        var second = New();
        Assert.Equal(connection, await second.StartAsync(CancellationToken.None));
        Assert.Equal(First.ProcessId, second.ProcessId);
        await First.DisposeAsync();
        Assert.NotNull(second.ProcessId);
        await AssertAnswersAsync(connection);
        await second.DisposeAsync();
        Assert.Null(second.ProcessId);
    }

    [Fact]
    public async Task Start_ByThreeProcessesAtOnce_StartsOneServer()
    {
        var all = new[] { First, New(), New() };
        var connections = await Task.WhenAll(all.Select(s => s.StartAsync(CancellationToken.None)));
        Assert.Single(connections.Distinct());
        Assert.Single(all.Select(s => s.ProcessId).Distinct());
        foreach (var server in all)
            await server.DisposeAsync();
        Assert.Null(First.ProcessId);
    }

    [Fact]
    public async Task Start_AfterTheServerWasKilled_RecoversWhatWasCommitted()
    {
        var connection = await First.StartAsync(CancellationToken.None);
        await using (var session = await OwnerSession.OpenAsync(connection, create: true, CancellationToken.None))
            await session.Connection.ExecuteAsync("create table kept (id int); insert into kept values (7)");
        await KillAsync(First.ProcessId!.Value);
        Assert.True(File.Exists(Path.Combine(folder, "postgres/data/postmaster.pid")));

        await First.EnsureRunningAsync(CancellationToken.None);
        await using var again = await OwnerSession.OpenAsync(connection, create: false, CancellationToken.None);
        Assert.Equal(7, await again.Connection.QuerySingleAsync<int>("select id from kept"));
    }

    [Fact]
    public async Task Start_WithAStaleFileWhoseNumberBelongsToAnotherProgram_StartsAnyway()
    {
        await First.StartAsync(CancellationToken.None);
        await First.DisposeAsync();
        using var other = Process.Start("sleep", "60");
        await File.WriteAllTextAsync(Path.Combine(folder, "postgres/data/postmaster.pid"), $"{other.Id}\n{folder}/postgres/data\n1\n5432\n\n\n\nready   \n");
        await AssertAnswersAsync(await First.StartAsync(CancellationToken.None));
        other.Kill();
    }

    [Fact]
    public async Task Start_AfterABrokenOffFirstStart_BeginsAnew()
    {
        Directory.CreateDirectory(Path.Combine(folder, "postgres"));
        var half = Directory.CreateDirectory(Path.Combine(folder, "postgres/data.new"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "PG_VERSION"), "15");
        if (ServerCommand.User is not null)
            await EmbeddedFolder.GiveAsync(Path.Combine(folder, "postgres"), CancellationToken.None);
        await AssertAnswersAsync(await First.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Start_WithALongFolderName_KeepsTheSocketPathShort()
    {
        var server = new EmbeddedPostgres(new() { DataFolder = Path.Combine(folder, new('x', 90)), Durable = false }, NullLogger.Instance, TimeProvider.System);
        await AssertAnswersAsync(await server.StartAsync(CancellationToken.None));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Start_WithSettingsTheServerRefuses_SaysWhatTheServerSaid()
    {
        await First.StartAsync(CancellationToken.None);
        await First.DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(folder, "postgres/data/postgresql.conf"), "no_such_setting = 1\n");
        var refusal = await Assert.ThrowsAsync<DatabaseSetupException>(() => First.StartAsync(CancellationToken.None));
        Assert.Contains("no_such_setting", refusal.Message, StringComparison.Ordinal);
    }

    private EmbeddedPostgres New() => new(new() { DataFolder = folder }, NullLogger.Instance, TimeProvider.System);

    private UnixFileMode Mode(string name) => File.GetUnixFileMode(Path.Combine(folder, name));

    private static async Task AssertAnswersAsync(string connection)
    {
        await using var session = await OwnerSession.OpenAsync(connection, create: true, CancellationToken.None);
        Assert.Equal(1, await session.Connection.QuerySingleAsync<int>("select 1"));
    }

    private static async Task KillAsync(int processId)
    {
        await ServerCommand.SignalAsync("KILL", processId, CancellationToken.None);
        while (File.Exists($"/proc/{processId}/cmdline") && File.ReadAllText($"/proc/{processId}/cmdline").Length > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
    }
}
