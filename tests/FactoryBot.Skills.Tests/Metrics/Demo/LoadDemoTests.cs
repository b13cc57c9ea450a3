using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.Demo;

public sealed class LoadDemoTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Guid Tenant = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    private static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-0000000000a2");
    private readonly FakeTime clock = new(new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Run_WithDefaults_LoadsThirtyDaysUpToYesterday()
    {
        var database = await postgres.NewDatabaseAsync();

        var loaded = await Loader(database).RunAsync(Tenant, new(), null, CancellationToken.None);

        Assert.Equal(new(2026, 11, 20), loaded.Last);
        Assert.Equal(new(2026, 10, 22), loaded.First);
        Assert.Equal(240, await CountAsync(database, Tenant, "fact_production"));
        Assert.Equal(30, await CountAsync(database, Tenant, "dim_date"));
    }

    [Fact]
    public async Task Run_ASecondTime_ReplacesTheRowsAndRaisesTheVersion()
    {
        var database = await postgres.NewDatabaseAsync();
        await Loader(database).RunAsync(Tenant, new() { Days = 20 }, null, CancellationToken.None);

        var loaded = await Loader(database).RunAsync(Tenant, new() { Days = 3 }, null, CancellationToken.None);

        Assert.Equal(2, loaded.Version);
        Assert.Equal(24, await CountAsync(database, Tenant, "fact_production"));
    }

    [Fact]
    public async Task Run_ForOneTenant_LeavesTheOtherAlone()
    {
        var database = await postgres.NewDatabaseAsync();
        await Loader(database).RunAsync(Other, new() { Days = 4 }, null, CancellationToken.None);

        await Loader(database).RunAsync(Tenant, new() { Days = 2 }, null, CancellationToken.None);

        Assert.Equal(32, await CountAsync(database, Other, "fact_production"));
        Assert.Equal(16, await CountAsync(database, Tenant, "fact_production"));
    }

    [Fact]
    public async Task IfEmpty_WithData_ChangesNothing()
    {
        var database = await postgres.NewDatabaseAsync();
        await Loader(database).RunAsync(Tenant, new() { Days = 2 }, null, CancellationToken.None);

        Assert.Null(await Loader(database).IfEmptyAsync(Tenant, null, CancellationToken.None));
        Assert.NotNull(await Loader(database).IfEmptyAsync(Other, null, CancellationToken.None));
    }

    [Fact]
    public async Task Run_TwiceAtOnce_LeavesOneWholePlant()
    {
        var database = await postgres.NewDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(1, 4).Select(seed =>
            Loader(database).RunAsync(Tenant, new() { Days = 5, Seed = seed }, null, CancellationToken.None)));

        Assert.Equal(40, await CountAsync(database, Tenant, "fact_production"));
        Assert.Equal(4, await CountAsync(database, Tenant, "load"));
    }

    [Fact]
    public async Task Run_ReportsProgressUpToOne()
    {
        var told = new List<double>();
        var database = await postgres.NewDatabaseAsync();

        await Loader(database).RunAsync(Tenant, new() { Days = 2 }, new Told(told), CancellationToken.None);

        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    private LoadDemo Loader(FactoryDatabase database) => new(
        database,
        new(new(database), Options.Create(new MetricsOptions()), clock),
        clock,
        NullLogger<LoadDemo>.Instance);

    private static async Task<long> CountAsync(FactoryDatabase database, Guid tenantId, string table)
    {
        await using var scope = await database.OpenAsync(tenantId, CancellationToken.None);
        return await scope.Connection.ExecuteScalarAsync<long>($"select count(*) from plant.{table}");
    }

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
