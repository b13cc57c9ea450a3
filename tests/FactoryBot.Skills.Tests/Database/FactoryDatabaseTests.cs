using Dapper;

namespace FactoryBot.Skills.Tests.Database;

public sealed class FactoryDatabaseTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Guid Tenant = Guid.Parse("00000000-0000-0000-0000-0000000000a1");

    [Fact]
    public async Task Open_ForATenant_SetsItForTheTransactionOnly()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (var scope = await database.OpenAsync(Tenant, CancellationToken.None))
            Assert.Equal(Tenant, await scope.Connection.QuerySingleAsync<Guid>("select tenancy.current_tenant()"));

        await using var connection = await database.Host.OpenConnectionAsync();
        Assert.Null(await connection.QuerySingleAsync<Guid?>("select tenancy.current_tenant()"));
    }
}
