using Dapper;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FactoryBot.Skills.Tests.Database;

public sealed class MigratorTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Migration First = new("20260101_0100_first.sql", "create table step (position int generated always as identity, name text); insert into step (name) values ('first')");
    private static readonly Migration Second = new("20260101_0200_second.sql", "insert into step (name) values ('second')");
    private static readonly Migration Third = new("20260102_0100_third.sql", "insert into step (name) values ('third')");

    [Fact]
    public async Task Run_FilesOfSeveralFolders_AppliesThemInOrderOfName()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        Assert.Equal(3, await RunAsync(connection, Third, First, Second));
        Assert.Equal(["first", "second", "third"], await StepsAsync(connection));
    }

    [Fact]
    public async Task Run_ASecondTime_AppliesNothing()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        await RunAsync(connection, First, Second);
        Assert.Equal(0, await RunAsync(connection, First, Second));
        Assert.Equal(["first", "second"], await StepsAsync(connection));
    }

    [Fact]
    public async Task Run_WithANewFileBetweenAppliedOnes_AppliesThatOne()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        await RunAsync(connection, First, Third);
        Assert.Equal(1, await RunAsync(connection, First, Second, Third));
        Assert.Equal(["first", "third", "second"], await StepsAsync(connection));
    }

    [Fact]
    public async Task Run_WithAnEditedFile_RefusesItByName()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        await RunAsync(connection, First, Second);
        var edited = Second with { Sql = "insert into step (name) values ('something else')" };
        var refusal = await Assert.ThrowsAsync<DatabaseSetupException>(() => RunAsync(connection, First, new(edited.FileName, edited.Sql), Third));
        Assert.Contains("20260101_0200_second.sql", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], await StepsAsync(connection));
    }

    [Fact]
    public async Task Run_WithOtherLineEnds_TakesTheFileAsUnchanged()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        await RunAsync(connection, First, new("20260101_0200_second.sql", "insert into step (name)\nvalues ('second')"));
        Assert.Equal(0, await RunAsync(connection, First, new("20260101_0200_second.sql", "insert into step (name)\r\nvalues ('second')")));
    }

    [Fact]
    public async Task Run_WithABrokenFile_KeepsWhatCameBeforeAndNamesTheFile()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        var broken = new Migration("20260101_0200_broken.sql", "insert into step (name) values ('half');\n\ninsert into nowhere values (1)");
        var failure = await Assert.ThrowsAsync<DatabaseSetupException>(() => RunAsync(connection, First, broken));
        Assert.Contains("20260101_0200_broken.sql", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["first"], await StepsAsync(connection));
    }

    [Fact]
    public async Task Run_WithoutAnExtensionItNeeds_SaysWhatToRun()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        var failure = await Assert.ThrowsAsync<DatabaseSetupException>(
            () => RunAsync(connection, new Migration("20260101_0100_extension.sql", "create extension no_such_thing")));
        Assert.Contains("eng/setup.sh --run", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ByFourHostsAtOnce_AppliesEachFileOnce()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(connection, First, Second, Third)));
        Assert.Equal(3, applied.Sum());
        Assert.Equal(["first", "second", "third"], await StepsAsync(connection));
    }

    [Fact]
    public async Task Run_InFourDatabasesAtOnce_SharesTheRolesOfTheServer()
    {
        var connections = new List<string>();
        for (var i = 0; i < 4; i++)
            connections.Add(await postgres.NewEmptyDatabaseAsync());
        var applied = await Task.WhenAll(connections.Select(c => RunAsync(c, First, Second)));
        Assert.All(applied, count => Assert.Equal(2, count));
    }

    [Fact]
    public void InOrder_TwoFilesOfOneName_AreRefused() =>
        Assert.Throws<DatabaseSetupException>(() => Migration.InOrder([First, new(First.FileName, "select 1")]));

    private static async Task<int> RunAsync(string connectionString, params Migration[] migrations)
    {
        await using var owner = await OwnerSession.OpenAsync(connectionString, create: false, CancellationToken.None);
        var roles = new DatabaseRoles(connectionString, TimeProvider.System);
        return await new Migrator(Migration.InOrder(migrations), NullLogger.Instance, TimeProvider.System)
            .RunAsync(owner.Connection, roles, CancellationToken.None);
    }

    private static async Task<List<string>> StepsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return (await connection.QueryAsync<string>("select name from step order by position")).AsList();
    }
}
