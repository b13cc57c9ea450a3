using Dapper;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Skills.Tests.Metrics.Import;

/// <summary>A file sent in the chat: shown first, taken by the button, once.</summary>
public sealed class ImportSentTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Text = "Machine;Start;End;Reason\nPress 1;05.09.2025 08:00;05.09.2025 08:20;Jam\n";
    private const string Map = "kind: stops\ncreate: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A }\n";

    [Fact]
    public async Task Sent_IsShownFirstAndTakenInOnceByTheButton()
    {
        var plant = await PlantAsync();
        var files = new FileStore(plant.Database, new FakeTime(MetricsPlant.Now));
        var sent = Sent(plant, files);
        var file = await KeepAsync(files, "stops.csv", Text);
        var map = await KeepAsync(files, "stops.yaml", Map);
        var asker = MetricsPlant.Asker() with { Files = [file, map] };

        var shown = await sent.PreviewAsync(asker, file.Id.ToString(), CancellationToken.None);
        var taken = await sent.ConfirmAsync(asker, file.Id.ToString(), map.Id.ToString(), skip: false, CancellationToken.None);
        var again = await sent.ConfirmAsync(asker, file.Id.ToString(), map.Id.ToString(), skip: false, CancellationToken.None);

        Assert.Equal(ResultStatus.Answered, shown.Status);
        Assert.Contains("only checked, nothing was written", shown.Text, StringComparison.Ordinal);
        Assert.Contains("was imported: 1 new", taken.Text, StringComparison.Ordinal);
        Assert.Contains("changed nothing", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_AFileOfAnotherOrganisation_IsNotThere()
    {
        var plant = await PlantAsync();
        var files = new FileStore(plant.Database, new FakeTime(MetricsPlant.Now));
        var file = await files.KeepAsync(MetricsPlant.Other, new("stops.csv", "text/csv", System.Text.Encoding.UTF8.GetBytes(Text)), CancellationToken.None);

        var answer = await Sent(plant, files).ConfirmAsync(MetricsPlant.Asker(), file.Id.ToString(), null, skip: false, CancellationToken.None);

        Assert.NotEqual(ResultStatus.Answered, answer.Status);
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.Owner, true)]
    public void Import_IsForWhoeverMayImport(Role role, bool may) =>
        Assert.Equal(may, Permissions.Of(role).Contains(Permissions.MetricsImport));

    private async Task<MetricsPlant> PlantAsync()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        await owner.ExecuteAsync(
            "insert into tenancy.tenant (tenant_id, key, name, time_zone) select id, id::text, 'Plant', 'Europe/Berlin' from unnest(@Ids) id",
            new { Ids = new[] { MetricsPlant.Tenant, MetricsPlant.Other } });
        return plant;
    }

    private static ImportSent Sent(MetricsPlant plant, FileStore files) => new(
        files, new(plant.Database, plant.Plants, Options.Create(new ImportOptions()), new FakeTime(MetricsPlant.Now), NullLogger<ImportFile>.Instance));

    private static Task<StoredFile> KeepAsync(FileStore files, string name, string text) =>
        files.KeepAsync(MetricsPlant.Tenant, new(name, "text/csv", System.Text.Encoding.UTF8.GetBytes(text)), CancellationToken.None);
}
