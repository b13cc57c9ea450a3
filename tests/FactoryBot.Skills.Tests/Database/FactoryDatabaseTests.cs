using Dapper;
using Npgsql;

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

    [Fact]
    public async Task Open_AfterTheServerEndedThePooledSessions_TakesANewOne()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (var scope = await database.OpenAsync(Tenant, CancellationToken.None))
            await scope.CommitAsync(CancellationToken.None);
        await using (var owner = new NpgsqlConnection(database.OwnerConnection))
            await owner.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await using var again = await database.OpenAsync(Tenant, CancellationToken.None);
        Assert.Equal(Tenant, await again.Connection.QuerySingleAsync<Guid>("select tenancy.current_tenant()"));
    }

    [Fact]
    public async Task Dispose_WithoutCommit_LeavesNothingBehind()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (var owner = new NpgsqlConnection(database.OwnerConnection))
            await owner.ExecuteAsync("create table public.note (text text); grant all on public.note to factorybot_host");
        await using (var scope = await database.OpenAsync(Tenant, CancellationToken.None))
            await scope.Connection.ExecuteAsync("insert into note values ('lost')");
        await using (var scope = await database.OpenAsync(Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("insert into note values ('kept')");
            await scope.CommitAsync(CancellationToken.None);
        }

        await using var host = await database.Host.OpenConnectionAsync();
        Assert.Equal(["kept"], await host.QueryAsync<string>("select text from note"));
    }

    [Fact]
    public async Task Listen_WhenAnotherHostTells_HearsIt()
    {
        var database = await postgres.NewDatabaseAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listener = database.ListenAsync("Odd channel", text => heard.TrySetResult(text), () => listening.TrySetResult(), stop.Token);
        await listening.Task.WaitAsync(stop.Token);
        await using (var host = await database.Host.OpenConnectionAsync(stop.Token))
            await host.ExecuteAsync("select pg_notify('Odd channel', 'loaded')");
        Assert.Equal("loaded", await heard.Task.WaitAsync(stop.Token));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener);
    }

    [Fact]
    public async Task Dapper_DatesTimesAndSnakeCase_FillRecords()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var host = await database.Host.OpenConnectionAsync();
        var day = new DateOnly(2026, 11, 15);
        var row = await host.QuerySingleAsync<Shift>("select @day as production_day, time '06:00' as starts_at, 7 as good_parts", new { day });
        Assert.Equal((day, new TimeOnly(6, 0), 7), (row.ProductionDay, row.StartsAt, row.GoodParts));
    }

    private sealed record Shift
    {
        public DateOnly ProductionDay { get; init; }
        public TimeOnly StartsAt { get; init; }
        public int GoodParts { get; init; }
    }
}
