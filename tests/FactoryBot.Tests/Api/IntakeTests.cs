using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;

namespace FactoryBot.Tests.Api;

/// <summary>Files and batches of a plant's own, by whoever may bring them and whoever may not.</summary>
public sealed class IntakeTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Map = "create: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A }\n";
    private const string Stops = "Machine;Start;End;Reason\nPress 1;05.09.2025 08:00;05.09.2025 08:20;Jam\nPress 1;05.09.2025 09:00;05.09.2025 08:20;Jam\n";

    [Fact]
    public async Task Import_OfAnOwner_GoesInOnceAndNamesEachRejectedLine()
    {
        await using var host = await StartAsync(Role.Owner);

        var stopped = await host.Client.PostAsync("/api/import/production", Form(Stops));
        var first = await (await host.Client.PostAsync("/api/import/production", Form(Stops, ("skipRejected", "true")))).JsonAsync();
        var second = await (await host.Client.PostAsync("/api/import/production", Form(Stops, ("skipRejected", "true")))).JsonAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.StatusCode);
        Assert.Equal((1, 0, 0), Counts(first));
        Assert.Equal((0, 0, 1), Counts(second));
        var rejected = Assert.Single(first.GetProperty("rejected").EnumerateArray());
        Assert.Equal(3, rejected.GetProperty("line").GetInt32());
        Assert.Contains("end", rejected.GetProperty("reason").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Intake_OfAViewer_IsRefused()
    {
        await using var host = await StartAsync(Role.Viewer);

        await (await host.Client.PostAsync("/api/import/production", Form(Stops))).RefusedAsync(403, "not-allowed");
        await (await host.Client.PostAsJsonAsync("/api/ingest/counts", new { rows = new[] { Count("c1", "Press 1") } })).RefusedAsync(403, "not-allowed");
        await (await host.Client.PostAsJsonAsync("/api/ingest/stops", new { rows = new[] { Stop("s1", "Press 1") } })).RefusedAsync(403, "not-allowed");
    }

    [Fact]
    public async Task Ingest_Batches_TakeGoodRowsOnceAndNameBadOnes()
    {
        await using var host = await StartAsync(Role.Owner);
        await host.Client.PostAsync("/api/import/production", Form("Machine;Ideal [s]\nPress 1;60\n"));

        var counts = await (await host.Client.PostAsJsonAsync("/api/ingest/counts", new { rows = new[] { Count("c1", "Press 1"), Count("c2", "Pres 9") } })).JsonAsync();
        var again = await (await host.Client.PostAsJsonAsync("/api/ingest/counts", new { rows = new[] { Count("c1", "Press 1") } })).JsonAsync();
        var stops = await (await host.Client.PostAsJsonAsync("/api/ingest/stops", new { rows = new[] { Stop("s1", "Press 1"), Stop("s1", "Press 1") } })).JsonAsync();

        Assert.Equal((1, 1), (counts.GetProperty("new").GetInt32(), counts.GetProperty("refused").GetArrayLength()));
        Assert.Equal((0, 1), (again.GetProperty("new").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        Assert.Equal(1, stops.GetProperty("new").GetInt32());
        await (await host.Client.PostAsJsonAsync("/api/ingest/counts", new { rows = Array.Empty<object>() })).RefusedAsync(400, "rows-missing");
    }

    private static object Count(string key, string machine) => new { key, machine, at = "2025-09-05T06:30:00+02:00", good = 100, scrap = 5 };

    private static object Stop(string key, string machine) => new { key, machine, start = "2025-09-05T08:00:00+02:00", end = "2025-09-05T08:10:00+02:00", reason = "Jam" };

    private static (int, int, int) Counts(JsonElement report) =>
        (report.GetProperty("new").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32());

    private static MultipartFormDataContent Form(string text, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(text), "file", "rows.csv" }, { new StringContent(Map), "map" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    private async Task<ApiHost> StartAsync(Role role)
    {
        var host = await ApiHost.StartAsync(("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()));
        await host.UseKeyAsync(role);
        return host;
    }
}
