using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Tests.HouseRules;

/// <summary>The wall between tenants, tried on every table that the catalog knows, so that a new table is covered by being there.</summary>
public sealed class RowLevelSecurityTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Guid Mine = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    private static readonly Guid Theirs = Guid.Parse("00000000-0000-0000-0000-0000000000b2");

    /// <summary>A trigger of a table may refuse in its own words before the policy does.</summary>
    private static readonly string?[] Refusals = [PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.RaiseException];

    [Fact]
    public async Task EveryTenantTable_WithRowsOfAnotherTenant_LetsTheHostNeitherSeeNorTouchThem()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        await owner.OpenAsync();
        var tables = await TenantTable.AllAsync(owner);
        Assert.NotEmpty(tables);
        foreach (var table in tables)
            await table.FillAsync(owner, Theirs);

        foreach (var table in tables)
        {
            Assert.Equal(1, await owner.QuerySingleAsync<long>($"select count(*) from {table.Name} where tenant_id = @Theirs", new { Theirs }));
            await AssertHiddenAsync(database, table);
            Assert.Equal(1, await owner.QuerySingleAsync<long>($"select count(*) from {table.Name} where tenant_id = @Theirs", new { Theirs }));
        }
    }

    [Fact]
    public async Task EveryTenantTable_OfAStoreThatForgetsTheTenant_IsEmptyAndTakesNothing()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        await owner.OpenAsync();
        foreach (var table in await TenantTable.AllAsync(owner))
        {
            await table.FillAsync(owner, Theirs);
            await using var host = await database.Host.OpenConnectionAsync();
            if (table.Can("select"))
                Assert.Equal(0, await host.QuerySingleAsync<long>($"select count(*) from {table.Name}"));
            if (table.Can("insert"))
                Assert.Contains(await StateOfAsync(() => host.ExecuteAsync(table.InsertSql, TenantTable.Values(Mine))), Refusals);
        }
    }

    private static async Task AssertHiddenAsync(FactoryDatabase database, TenantTable table)
    {
        await using (var scope = await database.OpenAsync(Mine, CancellationToken.None))
        {
            var host = scope.Connection;
            if (table.Can("select"))
            {
                Assert.Equal(0, await host.QuerySingleAsync<long>($"select count(*) from {table.Name}"));
                Assert.Equal(0, await host.QuerySingleAsync<long>($"select count(*) from {table.Name} where tenant_id = @Theirs", new { Theirs }));
            }

            if (table.Can("update"))
                Assert.Equal(0, await host.ExecuteAsync($"update {table.Name} set tenant_id = @Mine", new { Mine }));
            if (table.Can("delete"))
                Assert.Equal(0, await host.ExecuteAsync($"delete from {table.Name}"));
            await scope.CommitAsync(CancellationToken.None);
        }

        if (!table.Can("insert"))
            return;
        await using var writing = await database.OpenAsync(Mine, CancellationToken.None);
        Assert.Contains(await StateOfAsync(() => writing.Connection.ExecuteAsync(table.InsertSql, TenantTable.Values(Theirs))), Refusals);
    }

    private static async Task<string?> StateOfAsync(Func<Task> action) => (await Record.ExceptionAsync(action) as PostgresException)?.SqlState;
}
