using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using FactoryBot.Skills.Metrics.RollUps;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Skills.Tests.Metrics.RollUps;

/// <summary>Roll-ups against the rows themselves: after any inserts, corrections and deletions, by two writers at once, while others compact,
/// refresh and ask.</summary>
public sealed class RollUpTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RollUps_AfterTwoWritersAtOnce_EqualTheRows(int seed)
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        var check = new RollUpCheck(plant.Database);
        var refresh = new RefreshStopSheets(plant.Database, RollUpCheck.Rules);
        var store = new RollUpStore(plant.Database);
        await refresh.RunAsync(MetricsPlant.Tenant, CancellationToken.None);
        using var written = new CancellationTokenSource();

        var behind = Task.Run(async () =>
        {
            while (!written.IsCancellationRequested)
            {
                await store.CompactAsync(MetricsPlant.Tenant, CancellationToken.None);
                await refresh.RunAsync(MetricsPlant.Tenant, CancellationToken.None);
                await check.StopsAsync(RollUpCheck.Periods[0]);
            }
        });
        await Task.WhenAll(WriteAsync(check, new(seed), 1), WriteAsync(check, new(seed + 100), 2));
        await written.CancelAsync();
        await behind;

        await check.AllAsync("with marks and parts");
        await refresh.RunAsync(MetricsPlant.Tenant, CancellationToken.None);
        await store.CompactAsync(MetricsPlant.Tenant, CancellationToken.None);
        await check.AllAsync("refreshed and compacted");
        await new RebuildRollUps(store, refresh, TimeProvider.System).RunAsync(MetricsPlant.Tenant, CancellationToken.None);
        await check.AllAsync("rebuilt");
    }

    [Fact]
    public async Task RollUps_WhenAMachineMovesAndAnOrderChangesItsProduct_FollowThem()
    {
        var check = new RollUpCheck((await MetricsPlant.LoadedAsync(postgres)).Database);

        await check.ExecuteAsync("update plant.dim_machine set line_id = 3 - line_id where machine_id in (1, 3)");
        await check.ExecuteAsync("update plant.work_order set product_id = 4 - product_id where product_id <> 2");

        await check.AllAsync("moved");
    }

    [Theory]
    [InlineData("update plant.fact_production set machine_id = 99 where day = '2026-11-12' and machine_id = 1")]
    [InlineData("update plant.fact_production set shift_id = 99 where day = '2026-11-12' and shift_id = 1")]
    [InlineData("update plant.fact_production set day = '2031-01-01' where day = '2026-11-12'")]
    [InlineData("update plant.fact_production set work_order_id = 9999 where day = '2026-11-12'")]
    [InlineData("update plant.fact_production_stop set stop_reason_id = 99")]
    [InlineData("delete from plant.dim_machine where machine_id = 1")]
    [InlineData("delete from plant.dim_defect_type")]
    [InlineData("update plant.dim_shift set shift_id = 7 where shift_id = 1")]
    public async Task Facts_ThatNameWhatIsNotThere_AreRefused(string sql)
    {
        var check = new RollUpCheck((await MetricsPlant.LoadedAsync(postgres)).Database);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => check.ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public async Task MakePartitions_AfterRowsCame_MovesThemAndChangesNoAnswer()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        var check = new RollUpCheck(plant.Database);
        await check.ExecuteAsync("insert into plant.dim_date select tenant_id, day - 400, 2025, 1, 2025, 1, 1, 1 from plant.dim_date");
        await check.ExecuteAsync("update plant.fact_production set day = day - 400 where day > '2026-11-10'");
        await check.AllAsync("in the default partition");

        await new RollUpStore(plant.Database).MakePartitionsAsync(MetricsPlant.Tenant, new(2025, 1, 1), new(2026, 1, 1), CancellationToken.None);

        await check.AllAsync("moved");
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        Assert.Equal(0, await owner.ExecuteScalarAsync<long>("select count(*) from plant.fact_production_other"));
    }

    [Fact]
    public async Task Rebuild_AfterRowsOfAnyQuarterCame_PutsThemInTheirQuarters()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        var check = new RollUpCheck(plant.Database);
        await check.ExecuteAsync("insert into plant.dim_date select tenant_id, day - 2000, 2021, 1, 2021, 1, 1, 1 from plant.dim_date");
        await check.ExecuteAsync("update plant.fact_unit_count set day = day - 2000 where day > '2026-11-10'");

        await new RebuildRollUps(new(plant.Database), new(plant.Database, RollUpCheck.Rules), TimeProvider.System).RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        await check.AllAsync("moved");
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        Assert.Equal(0, await owner.ExecuteScalarAsync<long>("select count(*) from plant.fact_unit_count_other"));
        Assert.NotEqual(0, await owner.ExecuteScalarAsync<long>("select count(*) from plant.fact_unit_count_2021q2"));
    }

    [Fact]
    public async Task Stops_ByOtherRules_AreReadAnew()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        var other = new StopRules(Options.Create(new MetricsOptions { FailureCategories = ["Logistics"] }));
        await new RefreshStopSheets(plant.Database, RollUpCheck.Rules).RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        await new RollUpCheck(plant.Database, other).StopsAsync(RollUpCheck.Periods[0]);
        await new RefreshStopSheets(plant.Database, other).RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        await new RollUpCheck(plant.Database, other).StopsAsync(RollUpCheck.Periods[0]);
        await new RollUpCheck(plant.Database).StopsAsync(RollUpCheck.Periods[0]);
    }

    private static async Task WriteAsync(RollUpCheck check, Random random, int writer)
    {
        for (var i = 0; i < 20; i++)
        {
            var (machine, date) = (random.Next(1, 5), new DateOnly(2026, 10, 22).AddDays(random.Next(30)));
            var day = $"'{date:yyyy-MM-dd}'";
            var at = $"{day}::timestamptz + {random.Next(2_880)} * interval '1 minute'";
            await WriteAsync(check, random.Next(8) switch
            {
                0 => $"delete from plant.fact_production_stop where machine_id = {machine} and day = {day} and stop_id % 3 = {random.Next(3)}",
                1 => $"update plant.fact_production_stop set ended_at = ended_at + interval '{random.Next(200)} minutes', stop_reason_id = 4 where machine_id = {machine} and day = {day}",
                2 or 3 => $"""
                    insert into plant.fact_production_stop
                    select tenancy.current_tenant(), {day}, {1_000_000 * writer + i * 10} + n, {machine}, 1, {random.Next(1, 11)}, {random.Next(2) == 0},
                        {at}, {at} + n * interval '{random.Next(1, 900)} minutes'
                    from generate_series(1, 3) n
                    """,
                4 => $"update plant.fact_production set good_count = good_count - 1, scrap_count = scrap_count + 1 where good_count > 0 and machine_id = {machine} and day <= {day}",
                5 => $"delete from plant.fact_production where machine_id = {machine} and day = {day} and shift_id = {random.Next(1, 3)}",
                6 => $"delete from plant.fact_unit_count where machine_id = {machine} and day = {day}",
                _ => $"""
                    insert into plant.fact_production
                    select tenant_id, day, machine_id, shift_id, {writer * 100 + i}, null, 60, 50, 40, 3.5, 9, 8, 1
                    from plant.fact_production where run_no = 1 and day >= {day} and machine_id = {machine}
                    on conflict do nothing
                    """,
            });
        }
    }

    /// <summary>Two corrections of the same rows may lock each other out; as with any writer, the later one comes again.</summary>
    private static async Task WriteAsync(RollUpCheck check, string sql)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await check.ExecuteAsync(sql);
                return;
            }
            catch (PostgresException deadlock) when (deadlock.SqlState == PostgresErrorCodes.DeadlockDetected && tries < 5)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }
}
