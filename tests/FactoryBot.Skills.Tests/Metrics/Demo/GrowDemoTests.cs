using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.Demo;

public sealed class GrowDemoTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Facts = """
        select md5(string_agg(f::text, '|' order by f::text)) from (
            select 'p', p::text from plant.fact_production p where day <= @until union all select 's', s::text from plant.fact_production_stop s where day <= @until
            union all select 'c', c::text from plant.fact_unit_count c where day <= @until union all select 'i', i::text from plant.fact_quality_issue i where day <= @until
            union all select 'l', l::text from plant.fact_line_performance l where day <= @until) f
        """;

    private static readonly Guid Tenant = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    private static readonly DateOnly Loaded = new(2026, 11, 20);
    private readonly FakeTime clock = new(new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));
    private readonly MetricsOptions options = new();

    [Fact]
    public async Task Run_ADayLater_AddsThatDayAndChangesNoRow()
    {
        var database = await LoadedAsync();
        var before = await FactsAsync(database, Loaded);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await Grow(database).RunAsync(Tenant, CancellationToken.None));
        Assert.Equal(before, await FactsAsync(database, Loaded));
        Assert.Equal(8, await CountAsync(database, "plant.fact_production where day = '2026-11-21'"));
        Assert.Equal(1, await CountAsync(database, "plant.dim_date where day = '2026-11-21'"));
        Assert.Equal("Demo plant, 31 days", (await new PlantStore(database).ReadAsync(Tenant, CancellationToken.None)).What);
    }

    [Fact]
    public async Task Run_DayByDayOrAllAtOnce_GivesTheSameRows()
    {
        var (daily, once) = (await LoadedAsync(), await LoadedAsync());
        for (var day = 0; day < 12; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await Grow(daily).RunAsync(Tenant, CancellationToken.None);
        }

        Assert.Equal(12, await Grow(once).RunAsync(Tenant, CancellationToken.None));
        Assert.Equal(await FactsAsync(once, new(2027, 1, 1)), await FactsAsync(daily, new(2027, 1, 1)));
    }

    [Fact]
    public async Task Run_TwiceOnOneDay_AddsNothingTheSecondTime()
    {
        var database = await LoadedAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await Grow(database).RunAsync(Tenant, CancellationToken.None);

        clock.Advance(TimeSpan.FromHours(10));

        Assert.Equal(0, await Grow(database).RunAsync(Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task Run_WithDataOfItsOwn_LeavesTheTenantAlone()
    {
        var database = await LoadedAsync();
        await using (var scope = await database.OpenAsync(Tenant, CancellationToken.None))
        {
            await LoadStore.BookAsync(scope, "shifts.csv", 1, clock.GetUtcNow(), CancellationToken.None);
            await scope.CommitAsync(CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await Grow(database).RunAsync(Tenant, CancellationToken.None));
        Assert.Equal(240, await CountAsync(database, "plant.fact_production"));
    }

    [Fact]
    public async Task Run_SwitchedOff_AddsNothing()
    {
        var database = await LoadedAsync();
        options.DemoGrows = false;
        clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(0, await Grow(database).RunAsync(Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task Run_WithoutDemoPlant_AddsNothing() =>
        Assert.Equal(0, await Grow(await postgres.NewDatabaseAsync()).RunAsync(Tenant, CancellationToken.None));

    private async Task<FactoryDatabase> LoadedAsync()
    {
        var database = await postgres.NewDatabaseAsync();
        await new LoadDemo(database, Cache(database), clock, NullLogger<LoadDemo>.Instance).RunAsync(Tenant, new() { End = Loaded }, null, CancellationToken.None);
        return database;
    }

    private PlantCache Cache(FactoryDatabase database) => new(new(database), Options.Create(options), clock);

    private GrowDemo Grow(FactoryDatabase database) => new(database, Cache(database), Options.Create(options), clock, NullLogger<GrowDemo>.Instance);

    private static async Task<string> FactsAsync(FactoryDatabase database, DateOnly until)
    {
        await using var scope = await database.OpenAsync(Tenant, CancellationToken.None);
        return (await scope.Connection.ExecuteScalarAsync<string>(Facts, new { until = until.ToDateTime(TimeOnly.MinValue) }))!;
    }

    private static async Task<long> CountAsync(FactoryDatabase database, string table)
    {
        await using var scope = await database.OpenAsync(Tenant, CancellationToken.None);
        return await scope.Connection.ExecuteScalarAsync<long>($"select count(*) from {table}");
    }
}
