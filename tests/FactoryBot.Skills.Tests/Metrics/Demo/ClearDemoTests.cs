using System.Text;
using Dapper;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.Demo;

/// <summary>The demo plant goes, and what was imported beside it stays to the digit.</summary>
public sealed class ClearDemoTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Own = "Day;Machine;Total;Scrap;Planned [min];Run [min]\n2026-11-20;Press 1;200;8;450;410\n";
    private const string Map = "kind: production\ncreate: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A, line: Press line }";

    [Fact]
    public async Task Run_BesideAnImport_LeavesTheImportAlone()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        var report = await ImportAsync(plant, Own);

        var cleared = await plant.Clear.RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        Assert.True(report.BesideTheDemo);
        Assert.Equal((4, 0), (cleared.Machines, cleared.Kept.Count));
        Assert.Equal(["Press 1"], await NamesAsync(plant, "dim_machine"));
        Assert.Equal(["Press line"], await NamesAsync(plant, "dim_line"));
        Assert.Equal(["Plant A"], await NamesAsync(plant, "dim_site"));
        Assert.Empty(await NamesAsync(plant, "dim_product"));
        var answer = await plant.Output.ProductionAsync(MetricsPlant.Asker(), new() { Period = "2026-11-20" }, CancellationToken.None);
        Assert.Equal(200, answer.Data!.Value.GetProperty("total").GetInt64());
        Assert.False((await ImportAsync(plant, Own)).BesideTheDemo);
    }

    [Fact]
    public async Task Run_WhereAnImportUsedAMachineOfTheDemo_KeepsThatMachine()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        await ImportAsync(plant, Own.Replace("Press 1", "CNC-001", StringComparison.Ordinal));

        var cleared = await plant.Clear.RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        Assert.Equal(["CNC-001"], cleared.Kept);
        Assert.Equal(["CNC-001"], await NamesAsync(plant, "dim_machine"));
    }

    [Fact]
    public async Task Run_Twice_RemovesNothingMore()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        await plant.Clear.RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        var again = await plant.Clear.AnswerAsync(MetricsPlant.Asker(), CancellationToken.None);

        Assert.Equal(ResultStatus.NoRows, again.Status);
    }

    [Fact]
    public async Task Run_ForOneTenant_LeavesTheOthersDemoAlone()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        await plant.Demo.RunAsync(MetricsPlant.Other, new() { Days = 2 }, null, CancellationToken.None);

        await plant.Clear.RunAsync(MetricsPlant.Tenant, CancellationToken.None);

        Assert.Equal(4, (await NamesAsync(plant, "dim_machine", MetricsPlant.Other)).Count);
    }

    [Fact]
    public async Task Offer_ChangesNothingBeforeTheButtonIsPressed()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);

        var offer = await plant.Clear.OfferAsync(MetricsPlant.Asker(), CancellationToken.None);

        Assert.Equal(ResultStatus.Clarify, offer.Status);
        Assert.Single(offer.Card!.Body.OfType<ActionSet>());
        Assert.Equal(4, (await NamesAsync(plant, "dim_machine")).Count);
    }

    private static async Task<ImportReport> ImportAsync(MetricsPlant plant, string text)
    {
        var import = new ImportFile(plant.Database, plant.Plants, Options.Create(new ImportOptions()), new FakeTime(MetricsPlant.Now), NullLogger<ImportFile>.Instance);
        var (report, problem) = await import.RunAsync(MetricsPlant.Tenant, new("own.csv", Encoding.UTF8.GetBytes(text), Map), CancellationToken.None);
        Assert.Null(problem);
        Assert.Empty(report!.Rejected);
        return report;
    }

    private static async Task<List<string>> NamesAsync(MetricsPlant plant, string table, Guid? tenant = null)
    {
        await using var scope = await plant.Database.OpenAsync(tenant ?? MetricsPlant.Tenant, CancellationToken.None);
        return [.. await scope.Connection.QueryAsync<string>($"select name from plant.{table} order by 1")];
    }
}
