using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Skills.Tests.Analysis.Guard;

/// <summary>Statements that want out: to other tenants, to the system, to writing, to running for ever.</summary>
public sealed class GuardTests(GuardFixture guard) : IClassFixture<GuardFixture>
{
    public static IReadOnlyList<(string Reason, string Sql)> Attacks { get; } =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Analysis/Guard/attacks.txt")).Where(l => l.Length > 0)
            .Select(l => l.Split('\t', 2)).Select(p => (p[0], System.Text.RegularExpressions.Regex.Unescape(p[1])))];

    [Fact]
    public void Attacks_AreManyAndOfEveryKind()
    {
        Assert.InRange(Attacks.Count, 150, 1000);
        Assert.InRange(Attacks.Select(a => a.Reason).Distinct().Count(), 14, 30);
    }

    [Fact]
    public async Task Run_EveryAttack_IsRefusedForItsOwnReasonAndChangesNothing()
    {
        var before = await guard.ChecksumAsync();
        var wrong = new List<string>();
        foreach (var (reason, sql) in Attacks)
        {
            var (rows, refusal) = await guard.RunAsync(sql);
            if (rows is not null)
                wrong.Add($"ran: {sql}");
            else if (refusal!.Reason.ToString() != reason)
                wrong.Add($"{refusal.Reason} instead of {reason}: {sql}");
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await guard.ChecksumAsync());
    }

    [Theory]
    [InlineData("select count(*) from reading.sites")]
    [InlineData("select count(*) from plant.dim_site")]
    [InlineData("with x as (select * from plant.dim_site) select count(*) from x")]
    [InlineData("select count(*) from plant.dim_site where tenant_id is not null or true")]
    public async Task Run_WhateverIsCounted_IsOfTheOwnTenant(string sql)
    {
        var (rows, _) = await guard.RunAsync(sql);
        Assert.Equal(1L, rows!.Rows[0][0]);
    }

    [Theory]
    [InlineData("select name from reading.machines order by name")]
    [InlineData("select l.name, count(*) from reading.machines m join reading.lines l using (line_id) group by l.name")]
    [InlineData("select date_trunc('week', day)::date, sum(total_parts) from reading.production group by 1 order by 1;")]
    [InlineData("with x (a, b) as (select 1, 2) select a + b from x -- done")]
    [InlineData("select row_number() over (partition by machine_id order by day) from reading.production where extract(month from day) > 0")]
    [InlineData("values (1, 'a;b'), (2, 'drop table x')")]
    public async Task Run_AnHonestStatement_Runs(string sql)
    {
        var (rows, refusal) = await guard.RunAsync(sql);
        Assert.True(rows is not null, refusal?.Sentence);
    }

    [Fact]
    public async Task Run_MoreRowsThanAllowed_SaysSo()
    {
        var (rows, _) = await guard.RunAsync("select a.machine_id from reading.production a, reading.machines b", mostRows: 25);
        Assert.True(rows!.More);
        Assert.Equal(25, rows.Rows.Count);
    }

    [Fact]
    public async Task Run_LongerThanItsLimit_IsStopped()
    {
        var (_, refusal) = await guard.RunAsync(
            "select sum(a.duration_minutes * b.duration_minutes) from reading.stops a, reading.stops b, reading.machines c", seconds: 1);
        Assert.True(refusal is null or { Reason: GuardReason.TooSlow or GuardReason.Cost }, refusal?.Sentence);
    }

    [Fact]
    public async Task Run_MoreOnDiskThanAllowed_IsStoppedAndSaid()
    {
        // 300,000 rows sorted by some 200 letters each are far more than the memory of a statement; the limit of files on disk is lowered for the test.
        const string ten = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
        var letters = string.Join(", ", Enumerable.Repeat("random()", 12));
        var (rows, refusal) = await guard.RunWithFilesAsync(
            $"select max(place) from (select row_number() over (order by concat_ws('-', {letters})) as place from {ten} a, {ten} b, {ten} c, {ten} d, {ten} e, (values (1), (2), (3)) f) sorted", "4MB");

        Assert.Null(rows);
        Assert.Equal(GuardReason.TooMuchMemory, refusal!.Reason);
        Assert.StartsWith("The statement needed more memory or disk", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfEveryStatement_HasItsLimits()
    {
        Assert.Equal("512MB", await guard.SettingAsync("temp_file_limit"));
        Assert.Equal("on", await guard.SettingAsync("default_transaction_read_only"));
    }
}

/// <summary>Two tenants with a plant each; the first one asks.</summary>
public sealed class GuardFixture : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private readonly PostgresFixture postgres = new();
    private readonly Guid mine = Guid.NewGuid();
    private FactoryDatabase database = null!;
    private OpenSource source = null!;
    private Func<ValueTask> close = () => ValueTask.CompletedTask;

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        database = await postgres.NewDatabaseAsync();
        var plants = new PlantCache(new(database), Options.Create(new MetricsOptions()), new FakeTime(Now));
        var demo = new LoadDemo(database, plants, new FakeTime(Now), NullLogger<LoadDemo>.Instance);
        await demo.RunAsync(mine, new() { Days = 6, End = new(2026, 11, 24) }, null, CancellationToken.None);
        await demo.RunAsync(Guid.NewGuid(), new() { Days = 3, End = new(2026, 11, 24) }, null, CancellationToken.None);
        // As the server does by itself after a while: without statistics a plan's cost says nothing.
        await using (var owner = new NpgsqlConnection(database.OwnerConnection))
        {
            await owner.OpenAsync();
            await using var analyze = new NpgsqlCommand("analyze", owner);
            await analyze.ExecuteNonQueryAsync();
        }

        var store = new SourceStore(database);
        var models = new SourceModels(database, store, new(database), Options.Create(new AnalysisOptions()), TimeProvider.System, NullLogger<SourceModels>.Instance);
        close = models.DisposeAsync;
        source = (await models.ForAsync(Asker(mine), CancellationToken.None)).Single(s => s.Name == SourceModels.Plant);
    }

    internal Task<(GuardedRows? Rows, GuardRefusal? Refusal)> RunAsync(string sql, int mostRows = 100, int seconds = 5) =>
        new GuardStore(TimeProvider.System).RunAsync(source, sql, mostRows, seconds, ours: false, CancellationToken.None);

    /// <summary>On a connection whose files on disk are limited to so much.</summary>
    internal async Task<(GuardedRows? Rows, GuardRefusal? Refusal)> RunWithFilesAsync(string sql, string most)
    {
        await using var limited = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.OwnerConnection) { Options = $"-c temp_file_limit={most}" }.ConnectionString);
        return await new GuardStore(TimeProvider.System).RunAsync(source with { Data = limited, TenantId = null }, sql, 100, 30, ours: false, CancellationToken.None);
    }

    public async Task<string> SettingAsync(string name)
    {
        await using var command = source.Data.CreateCommand($"show {name}");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async Task<string> ChecksumAsync()
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select concat((select count(*) from plant.fact_production), ' ', (select count(*) from plant.load), ' ', (select md5(string_agg(s::text, ',' order by s::text)) from plant.dim_site s), ' ', (select count(*) from pg_class))", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        await close();
        await postgres.DisposeAsync();
    }

    internal static Asker Asker(Guid tenant) => new()
    {
        TenantId = tenant, MemberId = Guid.NewGuid(), Name = "Ana", Role = Role.Owner, Permissions = Permissions.Of(Role.Owner), Modules = Modules.All.ToHashSet(StringComparer.Ordinal),
        TimeZone = TimeZoneInfo.Utc, Now = Now, TurnId = Guid.NewGuid(),
    };
}
