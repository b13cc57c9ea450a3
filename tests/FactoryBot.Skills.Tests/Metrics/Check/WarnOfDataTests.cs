using System.Text;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.Check;

/// <summary>What is wrong with the data stands beside each answer that it touches, in its text and on its card.</summary>
public sealed class WarnOfDataTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Counts = "Time;Machine;Good;Scrap\n05.09.2025 06:30;Press 1;100;5\n05.09.2025 07:45;Press 1;120;0\n";
    private const string Map = "kind: counts\ncreate: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A, line: Press line }\nformat: { dates: day first }";
    private const string NoCalendar = "Press line has no shift calendar, so its planned time is not known where the data does not bring it.";
    private static readonly PlantQuestion Day = new() { Period = "2025-09-05" };

    [Fact]
    public async Task Answer_OfALineWithoutACalendar_SaysSo()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());
        await ImportAsync(plant, Counts);

        foreach (var answer in new[]
        {
            await plant.Oee.AnswerAsync(MetricsPlant.Asker(), Day, CancellationToken.None), await plant.Teep.AnswerAsync(MetricsPlant.Asker(), Day, CancellationToken.None),
        })
        {
            Assert.Contains(NoCalendar, answer.Warnings);
            Assert.Contains(answer.Card!.Body.OfType<TextBlock>(), block => block.Text.Value.Contains("no shift calendar", StringComparison.Ordinal));
        }

        var pieces = await plant.Output.ProductionAsync(MetricsPlant.Asker(), Day, CancellationToken.None);
        Assert.DoesNotContain(NoCalendar, pieces.Warnings);
    }

    [Fact]
    public async Task Answer_TooWideForEachRow_WarnsOfWhatTheSumsShow()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync(), new() { CheckedMachineDays = 0 });
        await ImportAsync(plant, Counts);

        var oee = await plant.Oee.AnswerAsync(MetricsPlant.Asker(), Day, CancellationToken.None);
        var ranking = await plant.Rank.AnswerAsync(MetricsPlant.Asker(), Day with { Period = "2025-09-05/2025-09-12", By = "machine" }, "OEE", null, null, null, CancellationToken.None);

        Assert.Contains(NoCalendar, oee.Warnings);
        Assert.Contains(ranking.Warnings, w => w.StartsWith("The data of Press line ends on 5 Sep 2025, 7 days before ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_TooWideForEachRow_OfGoodDataWarnsOfNothing()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        var wide = new MetricsPlant(plant.Database, new() { CheckedMachineDays = 0 });

        var question = new PlantQuestion { Period = "2026-11-01/2026-11-20" };

        Assert.Empty((await wide.Oee.AnswerAsync(MetricsPlant.Asker(), question, CancellationToken.None)).Warnings);
        Assert.Empty((await wide.Output.ProductionAsync(MetricsPlant.Asker(), question with { Line = "Line 1" }, CancellationToken.None)).Warnings);
    }

    [Fact]
    public async Task Answer_OfCountsThatDisagree_SaysSo()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await using var command = scope.Connection.CreateCommand();
            command.CommandText = "update plant.fact_unit_count set total_count = total_count + 1 where machine_id = 1 and day = '2026-11-12'";
            await command.ExecuteNonQueryAsync();
            await scope.CommitAsync(CancellationToken.None);
        }

        var question = new PlantQuestion { Machine = "CNC-001", Period = "2026-11-12" };
        var output = await plant.Output.ProductionAsync(MetricsPlant.Asker(), question, CancellationToken.None);
        var scrap = await plant.Output.ScrapAsync(MetricsPlant.Asker(), question, CancellationToken.None);
        var oee = await plant.Oee.AnswerAsync(MetricsPlant.Asker(), question, CancellationToken.None);
        var untouched = await plant.Oee.AnswerAsync(MetricsPlant.Asker(), question with { Machine = "Testing-001" }, CancellationToken.None);

        Assert.All([output, scrap, oee], answer => Assert.Contains(answer.Warnings, w => w.StartsWith("Production of CNC-001 says ", StringComparison.Ordinal)));
        Assert.Empty(untouched.Warnings);
    }

    [Fact]
    public async Task Answer_OfCleanData_WarnsOfNothing()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);

        var answer = await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-09/2026-11-15" }, CancellationToken.None);

        Assert.Empty(answer.Warnings);
    }

    private static async Task ImportAsync(MetricsPlant plant, string text)
    {
        var import = new ImportFile(plant.Database, plant.Plants, Options.Create(new ImportOptions()), new FakeTime(MetricsPlant.Now), NullLogger<ImportFile>.Instance);
        var (report, problem) = await import.RunAsync(MetricsPlant.Tenant, new("counts.csv", Encoding.UTF8.GetBytes(text), Map), CancellationToken.None);
        Assert.Null(problem);
        Assert.Equal(ImportOutcome.Imported, report!.Outcome);
    }
}
