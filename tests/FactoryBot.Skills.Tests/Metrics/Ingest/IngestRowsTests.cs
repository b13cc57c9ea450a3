using Dapper;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.Ingest;

public sealed class IngestRowsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly CountInput Count = new() { Key = "c1", Machine = "Press 1", At = "2025-09-05T06:30:00+02:00", Good = 100, Scrap = 5 };
    private static readonly StopInput Stop = new() { Key = "s1", Machine = "press 1", Start = "2025-09-05T08:00:00+02:00", Reason = "Jam" };

    [Fact]
    public async Task Counts_SentTwice_AreTakenOnce()
    {
        var plant = await PlantAsync();

        var first = await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count, Count with { Key = "c2", At = "2025-09-05 07:30" }], CancellationToken.None);
        var second = await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count], CancellationToken.None);

        Assert.Equal((2, 0, 0), (first.New, first.Changed, first.Unchanged));
        Assert.Equal((0, 0, 1, null), (second.New, second.Changed, second.Unchanged, second.DataVersion));
        Assert.Equal("210 200 10", await TextAsync(plant, "select concat_ws(' ', sum(total_count), sum(good_count), sum(scrap_count)) from plant.fact_production"));
    }

    [Fact]
    public async Task Counts_ManyBatchesOfAShift_AreDerivedOnceAndReadRight()
    {
        var plant = await PlantAsync();
        for (var i = 0; i < 5; i++)
            await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count with { Key = $"c{i}", At = $"2025-09-05T06:0{i}:00+02:00" }], CancellationToken.None);

        Assert.Equal(1, await SettleCounts.RunAsync(plant.Database, MetricsPlant.Tenant, CancellationToken.None));
        Assert.Equal(0, await SettleCounts.RunAsync(plant.Database, MetricsPlant.Tenant, CancellationToken.None));
        Assert.Equal("525 1", await TextAsync(plant, "select concat_ws(' ', sum(total_count), count(*)) from plant.fact_unit_count"));
    }

    [Fact]
    public async Task Counts_AnAnswerRightBehindABatch_HoldsIt()
    {
        var plant = await PlantAsync();
        await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count], CancellationToken.None);

        var first = await plant.Output.ProductionAsync(MetricsPlant.Asker(), new() { Period = "2025-09-05" }, CancellationToken.None);
        await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count with { Good = 95, Scrap = 10 }, Count with { Key = "c2" }], CancellationToken.None);
        var second = await plant.Output.ProductionAsync(MetricsPlant.Asker(), new() { Period = "2025-09-05" }, CancellationToken.None);

        Assert.Equal((105, 5), (first.Data!.Value.GetProperty("total").GetInt32(), first.Data!.Value.GetProperty("scrap").GetInt32()));
        Assert.Equal((210, 15), (second.Data!.Value.GetProperty("total").GetInt32(), second.Data!.Value.GetProperty("scrap").GetInt32()));
    }

    [Fact]
    public async Task Counts_ALateCorrection_ChangesTheOldDayAndTheDataVersion()
    {
        var plant = await PlantAsync();
        var first = await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count], CancellationToken.None);

        var late = await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count with { Good = 90, Scrap = 15 }], CancellationToken.None);

        Assert.Equal((0, 1), (late.New, late.Changed));
        Assert.True(late.DataVersion > first.DataVersion);
        Assert.Equal("105 90 15", await TextAsync(plant, "select concat_ws(' ', total_count, good_count, scrap_count) from plant.fact_unit_count"));
    }

    [Fact]
    public async Task Counts_BadRows_AreRefusedByNameAndTheOthersTaken()
    {
        var plant = await PlantAsync();

        var answer = await Ingest(plant).CountsAsync(
            MetricsPlant.Tenant,
            [Count, Count with { Key = "c2", Machine = "Pres 1" }, Count with { Key = "c3", At = "soon" }, Count with { Key = "" }, Count with { Key = "c4", Good = null }, Count with { Key = "c5", At = "2099-01-01T00:00:00Z" }],
            CancellationToken.None);

        Assert.Equal(1, answer.New);
        Assert.Equal(
            [
                "1 c2: there is no machine “Pres 1”; the nearest is Press 1", "2 c3: at “soon” is not a date with a time, such as 2026-11-20T06:15:00+01:00",
                "3 : the key is empty", "4 c4: neither total nor good is given", "5 c5: at “2099-01-01T00:00:00Z” is still to come",
            ],
            answer.Refused.Select(r => $"{r.Row} {r.Key}: {r.Reason}"));
    }

    [Fact]
    public async Task Stops_AnOpenOne_CountsWhenItHasEnded()
    {
        var plant = await PlantAsync();
        await Ingest(plant).CountsAsync(MetricsPlant.Tenant, [Count], CancellationToken.None);

        await Ingest(plant).StopsAsync(MetricsPlant.Tenant, [Stop], CancellationToken.None);
        var open = await TextAsync(plant, "select concat_ws(' ', (select count(*) from plant.open_stop), (select count(*) from plant.fact_production_stop), (select run_seconds from plant.fact_production))");
        await Ingest(plant).StopsAsync(MetricsPlant.Tenant, [Stop with { End = "2025-09-05T08:20:00+02:00" }], CancellationToken.None);
        var ended = await TextAsync(plant, "select concat_ws(' ', (select count(*) from plant.open_stop), (select count(*) from plant.fact_production_stop), (select run_seconds from plant.fact_production))");
        var late = await Ingest(plant).StopsAsync(MetricsPlant.Tenant, [Stop], CancellationToken.None);

        Assert.Equal("1 0 28800", open);
        Assert.Equal("0 1 27600", ended);
        Assert.Equal((0, 0, 1), (late.New, late.Changed, late.Unchanged));
    }

    [Fact]
    public async Task Counts_FromManyAtOnce_AreAllThere()
    {
        var plant = await PlantAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Ingest(plant).CountsAsync(
            MetricsPlant.Tenant, [.. Enumerable.Range(0, 50).Select(j => Count with { Key = $"{i} {j % 40}", Good = 1, Scrap = 0 })], CancellationToken.None)));

        Assert.Equal("240", await TextAsync(plant, "select sum(total_count) from plant.fact_production"));
    }

    [Fact]
    public async Task Counts_TheSameFromManyAtOnceInAnyOrder_AreTakenOnce()
    {
        var plant = await PlantAsync();
        var ingest = Ingest(plant);
        var batch = Enumerable.Range(0, 300).Select(i => Count with { Key = $"c{i}", Good = 1, Scrap = 0 }).ToList();
        await ingest.CountsAsync(MetricsPlant.Tenant, [Count with { Key = "names are known now" }], CancellationToken.None);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => ingest.CountsAsync(
            MetricsPlant.Tenant, i % 2 == 0 ? batch : [.. batch.AsEnumerable().Reverse()], CancellationToken.None))));

        Assert.Equal((300, 0, 2_100), (answers.Sum(a => a.New), answers.Sum(a => a.Changed), answers.Sum(a => a.Unchanged)));
        Assert.Equal("405", await TextAsync(plant, "select sum(total_count) from plant.fact_production"));
    }

    [Fact]
    public async Task Counts_OfNewProductsFromManyAtOnce_MakeEachProductOnce()
    {
        var plant = await PlantAsync();
        var ingest = Ingest(plant);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => ingest.CountsAsync(
            MetricsPlant.Tenant, [Count with { Key = $"c{i}", Product = $"P{i / 3}" }], CancellationToken.None))));

        Assert.Equal(12, answers.Sum(a => a.New));
        Assert.Equal("P0 P1 P2 P3", await TextAsync(plant, "select string_agg(name, ' ' order by name) from plant.dim_product where name like 'P_'"));
        Assert.Equal("3 3 3 3", await TextAsync(plant, "select string_agg(n::text, ' ') from (select count(*) as n from plant.count_event group by product_id) c"));
    }

    [Fact]
    public async Task Counts_BetweenBatchesAFileBringsAMachine_AreTakenForIt()
    {
        var plant = await PlantAsync();
        var ingest = Ingest(plant);
        await ingest.CountsAsync(MetricsPlant.Tenant, [Count], CancellationToken.None);
        await ingest.CountsAsync(MetricsPlant.Tenant, [Count with { Key = "c2" }], CancellationToken.None);
        var before = await ingest.CountsAsync(MetricsPlant.Tenant, [Count with { Key = "c3", Machine = "Press 2" }], CancellationToken.None);

        await Import(plant).RunAsync(MetricsPlant.Tenant, new("m.csv", "Machine;Ideal [s]\nPress 2;30\n"u8.ToArray(), "kind: machines\n" + Map), CancellationToken.None);
        var after = await ingest.CountsAsync(MetricsPlant.Tenant, [Count with { Key = "c3", Machine = "Press 2" }], CancellationToken.None);

        Assert.Equal("there is no machine “Press 2”; the nearest is Press 1", Assert.Single(before.Refused).Reason);
        Assert.Equal(1, after.New);
    }

    [Fact]
    public async Task Stops_ABatchThatFails_LeavesNoNameBehind()
    {
        var plant = await PlantAsync();
        var ingest = Ingest(plant);
        await ingest.StopsAsync(MetricsPlant.Tenant, [Stop with { End = "2025-09-05T08:20:00+02:00" }], CancellationToken.None);
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ingest.StopsAsync(MetricsPlant.Tenant, [Stop with { Key = "s2", Reason = "Flood" }], given.Token));

        var again = await ingest.StopsAsync(MetricsPlant.Tenant, [Stop with { Key = "s2", Reason = "Flood", End = "2025-09-05T09:20:00+02:00" }], CancellationToken.None);

        Assert.Equal(1, again.New);
        Assert.Equal("Flood", await TextAsync(plant, "select name from plant.dim_stop_reason join (select stop_reason_id from plant.fact_production_stop where started_at = (select min(started_at) from plant.fact_production_stop) and ended_at > '2025-09-05T09:00:00+02:00') s using (stop_reason_id)"));
    }

    [Theory]
    [InlineData("2026-11-20T06:15:00+01:00")]
    [InlineData("2026-11-20T06:15:59.1234567Z")]
    [InlineData("2026-02-28T23:59:59-05:30")]
    public void IsoMoment_AsMachinesWrite_IsWhatAnySpellingIs(string text) => Assert.Equal(MomentCell.Read(text, null), IsoMoment.Read(text));

    [Theory]
    [InlineData("2026-11-20T06:15:00")]
    [InlineData("2026-02-30T06:15:00Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T06:15:00.Z")]
    [InlineData("2026-11-20T06:15:00+1:00")]
    [InlineData("2026-1a-20T06:15:00Z")]
    [InlineData("20.11.2026 06:15:00 Z")]
    public void IsoMoment_AnythingElse_IsLeftToOthers(string text) => Assert.Null(IsoMoment.Read(text));

    private const string Map = "create: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A }\n";

    private static ImportFile Import(MetricsPlant plant) =>
        new(plant.Database, plant.Plants, Options.Create(new ImportOptions()), new FakeTime(MetricsPlant.Now), NullLogger<ImportFile>.Instance);

    private async Task<MetricsPlant> PlantAsync()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());
        var import = Import(plant);
        await import.RunAsync(MetricsPlant.Tenant, new("c.csv", "Shift;Days;Start;End\nEarly;daily;06:00;14:00\n"u8.ToArray(), "kind: calendar\n" + Map), CancellationToken.None);
        await import.RunAsync(MetricsPlant.Tenant, new("m.csv", "Machine;Ideal [s]\nPress 1;60\n"u8.ToArray(), "kind: machines\n" + Map), CancellationToken.None);
        return plant;
    }

    private static IngestRows Ingest(MetricsPlant plant) => new(plant.Database, plant.Plants, new(), new FakeTime(MetricsPlant.Now), NullLogger<IngestRows>.Instance);

    // Whoever reads a plant settles it.
    private static async Task<string> TextAsync(MetricsPlant plant, string sql)
    {
        await plant.Plants.GetAsync(MetricsPlant.Tenant, CancellationToken.None);
        await using var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None);
        return (await scope.Connection.ExecuteScalarAsync<string>(sql))!;
    }
}
