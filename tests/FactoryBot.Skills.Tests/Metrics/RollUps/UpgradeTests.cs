using Dapper;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FactoryBot.Skills.Tests.Metrics.RollUps;

/// <summary>An installation with facts of before partitions and roll-ups, brought to today's schema.</summary>
public sealed class UpgradeTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Partitions = "20261125_1910_partitions.sql";

    /// <summary>Two quarters and a bit: three machines, two shifts, a stop and an issue a day.</summary>
    private const string Facts = """
        select set_config('factorybot.tenant_id', '00000000-0000-0000-0000-0000000000a1', false);
        insert into tenancy.tenant (tenant_id, key, name, time_zone) values ('00000000-0000-0000-0000-0000000000a1', 'old', 'Old plant', 'Europe/Berlin');
        create temporary table t as select tenant_id from tenancy.tenant where key = 'old';
        create temporary table d as select d::date as day from generate_series('2026-03-30'::date, '2026-10-02', interval '1 day') d;
        insert into plant.dim_date select tenant_id, day, 2026, 1, 2026, 1, 1, 1 from t, d;
        insert into plant.dim_site (tenant_id, site_id, name, time_zone) select tenant_id, 1, 'Site', 'Europe/Berlin' from t;
        insert into plant.dim_line (tenant_id, line_id, site_id, name) select tenant_id, 1, 1, 'Line' from t;
        insert into plant.dim_machine (tenant_id, machine_id, line_id, name, ideal_cycle_seconds) select tenant_id, m, 1, 'M' || m, 2.5 from t, generate_series(1, 3) m;
        insert into plant.dim_shift (tenant_id, shift_id, site_id, name, starts_at, ends_at) select tenant_id, s, 1, 'S' || s, '06:00', '14:00' from t, generate_series(1, 2) s;
        insert into plant.dim_stop_reason (tenant_id, stop_reason_id, name, category, planned) select tenant_id, 1, 'Jam', 'Breakdown', false from t;
        insert into plant.dim_defect_type (tenant_id, defect_type_id, name) select tenant_id, 1, 'Scratch' from t;
        insert into plant.fact_production (tenant_id, day, machine_id, shift_id, scheduled_seconds, planned_seconds, run_seconds, ideal_cycle_seconds, total_count, good_count, scrap_count)
        select tenant_id, day, m, s, 28800, 27000, 20000 + m, 2.5, 7000, 6900, 100 from t, d, generate_series(1, 3) m, generate_series(1, 2) s;
        insert into plant.fact_production_stop
        select tenant_id, day, m, m, 1, 1, false, day + interval '8 hours', day + interval '9 hours' from t, d, generate_series(1, 3) m;
        insert into plant.fact_unit_count select tenant_id, day, m, 1, day + interval '8 hours', 10, 9, 1 from t, d, generate_series(1, 3) m;
        insert into plant.fact_quality_issue select tenant_id, day, m, m, 1, 1, day + interval '8 hours', 'Low', 'Seen', 2 from t, d, generate_series(1, 3) m;
        """;

    [Fact]
    public async Task Upgrade_OfAnInstallationWithFacts_KeepsEachRowInItsQuarterAndSumsThemUp()
    {
        var connection = await postgres.NewEmptyDatabaseAsync();
        var all = Migration.In([typeof(FactoryDatabase).Assembly]);
        await RunAsync(connection, [.. all.Where(migration => string.CompareOrdinal(migration.FileName, Partitions) < 0)]);
        await using var owner = new NpgsqlConnection(connection);
        await owner.OpenAsync();
        await owner.ExecuteAsync(Facts);
        var before = await CountsAsync(owner);

        await RunAsync(connection, all);

        Assert.Equal((1_122, 561, 561, 561), before);
        Assert.Equal(before, await CountsAsync(owner));
        foreach (var fact in new[] { "fact_production", "fact_production_stop", "fact_unit_count", "fact_quality_issue" })
        {
            Assert.Equal(
                [$"plant.{fact}_2026q1", $"plant.{fact}_2026q2", $"plant.{fact}_2026q3", $"plant.{fact}_2026q4"],
                await owner.QueryAsync<string>($"select distinct tableoid::regclass::text as place from plant.{fact} order by place"));
        }

        const string sums = "concat_ws(' ', sum(total_count), sum(good_count), sum(run_seconds), sum({0}))";
        var facts = await owner.ExecuteScalarAsync<string>($"select {string.Format(null, sums, "1")} from plant.fact_production");
        for (var cube = 1; cube <= 8; cube++)
            Assert.Equal(facts, await owner.ExecuteScalarAsync<string>($"select {string.Format(null, sums, "row_count")} from plant.roll_production where cube = {cube}"));
        Assert.Equal("561 561", await owner.ExecuteScalarAsync<string>("select concat_ws(' ', sum(stop_rows), sum(counted_rows)) from plant.roll_production where cube = 3"));
        Assert.Equal(561, await owner.ExecuteScalarAsync<long>("select sum(issues) from plant.roll_issue"));
        Assert.Equal(3, await owner.ExecuteScalarAsync<long>("select count(distinct machine_id) from plant.stop_mark"));
    }

    private static async Task<(long, long, long, long)> CountsAsync(NpgsqlConnection owner) => await owner.QuerySingleAsync<(long, long, long, long)>("""
        select (select count(*) from plant.fact_production), (select count(*) from plant.fact_production_stop),
            (select count(*) from plant.fact_unit_count), (select count(*) from plant.fact_quality_issue)
        """);

    private static async Task RunAsync(string connectionString, IReadOnlyList<Migration> migrations)
    {
        await using var owner = await OwnerSession.OpenAsync(connectionString, create: false, CancellationToken.None);
        await new Migrator(migrations, NullLogger.Instance, TimeProvider.System)
            .RunAsync(owner.Connection, new(connectionString, TimeProvider.System), CancellationToken.None);
    }
}
