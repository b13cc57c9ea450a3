using System.Net.Http.Json;
using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FactoryBot.Tests.Api;

/// <summary>Figures and the demo plant on a real database.</summary>
public sealed class FigureTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Setup_Owner_LoadsThePlantAndTheFiguresFollow()
    {
        await using var host = await StartAsync(Role.Owner);
        Assert.Equal("no-data", await CodeAsync(await host.Client.GetAsync("/api/date-range")));

        var loaded = await (await host.Client.PostAsJsonAsync("/api/setup", new { days = 30, end = "2026-11-20" })).JsonAsync();

        Assert.Equal("2026-10-22", loaded.GetProperty("firstDay").GetString());
        Assert.True(loaded.GetProperty("rows").GetInt64() > 1_000);
        var range = await DataAsync(host, "/api/date-range");
        Assert.Equal(("2026-10-22", "2026-11-20", 30), (range.GetProperty("from").GetString(), range.GetProperty("to").GetString(), range.GetProperty("days").GetInt32()));
        Assert.Equal(
            ["CNC-001", "Assembly-001", "Packaging-001", "Testing-001"],
            (await DataAsync(host, "/api/machines")).GetProperty("machines").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        Assert.Equal(1, (await DataAsync(host, "/api/stats")).GetProperty("sites").GetInt32());
    }

    [Fact]
    public async Task Oee_PeriodOrFromTo_AreTheSameFigureWithProof()
    {
        await using var host = await LoadedAsync(Role.Viewer);

        var byPeriod = await (await host.Client.GetAsync("/api/metrics/oee?machine=assembly-1&period=2026-11-09/2026-11-15")).JsonAsync();
        var byDays = await (await host.Client.GetAsync("/api/metrics/oee?machine=Assembly-001&from=2026-11-09&to=2026-11-15")).JsonAsync();

        Assert.Equal(byPeriod.GetProperty("data").ToString(), byDays.GetProperty("data").ToString());
        Assert.True(byPeriod.GetProperty("proof").GetProperty("rowsRead").GetInt64() > 0);
        Assert.Contains("%", byPeriod.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period=someday", 400, "not-understood")]
    [InlineData("machine=Lathe-999", 400, "not-understood")]
    [InlineData("from=2020-01-01&to=2020-01-07", 404, "no-rows")]
    [InlineData("from=2026-13-01&to=2026-11-07", 400, "bad-date")]
    [InlineData("from=07.11.2026&to=2026-11-07", 400, "bad-date")]
    [InlineData("from=2026-11-07", 400, "half-period")]
    [InlineData("from=2026-11-07&to=2026-11-01", 400, "dates-reversed")]
    [InlineData("from=2026-11-01&to=2026-11-07&period=yesterday", 400, "period-twice")]
    [InlineData("machine=CNC-001&machine=Assembly-001", 400, "repeated-parameter")]
    [InlineData("tenant=other", 400, "unknown-parameter")]
    public async Task Oee_BadRequest_HasItsOwnSentence(string query, int status, string code)
    {
        await using var host = await LoadedAsync(Role.Viewer);

        Assert.NotEqual("", await (await host.Client.GetAsync("/api/metrics/oee?" + query)).RefusedAsync(status, code));
    }

    [Theory]
    [InlineData("downtime?machine=Packaging-001&period=2026-11-12", "unplannedMinutes")]
    [InlineData("production?period=2026-11-12&by=shift", "total")]
    [InlineData("quality-issues?machine=Assembly-001&period=2026-11-05&severity=high", "partsAffected")]
    [InlineData("scrap?line=Line%201&period=2026-11-12&by=machine", "scrap")]
    [InlineData("production?machine=CNC-001&period=2026-11-12&by=hour", "total")]
    [InlineData("oee?period=2026-11-12&form=strict&product=housing", "oee")]
    [InlineData("teep?period=2026-11-12", "teep")]
    [InlineData("why?line=Line%201&period=2026-11-12&otherPeriod=2026-11-05", "oeeBefore")]
    [InlineData("trend?figure=scrap%20rate", "rowsRead")]
    [InlineData("plan?line=Line%201&period=2026-11-12", "planned")]
    [InlineData("digest?period=2026-11-12", "oee")]
    [InlineData("handover?shift=night", "oee")]
    [InlineData("downtime?period=2026-11-12&kind=micro", "unplannedMinutes")]
    public async Task OtherFigures_OfADay_AreAnsweredWithProof(string address, string figure)
    {
        await using var host = await LoadedAsync(Role.Viewer);

        var answer = await (await host.Client.GetAsync("/api/metrics/" + address)).JsonAsync();

        Assert.True(answer.GetProperty("data").GetProperty(figure).GetDecimal() > 0);
        Assert.True(answer.GetProperty("proof").GetProperty("rowsRead").GetInt64() > 0);
    }

    [Fact]
    public async Task Comparison_OfTwoLines_HasBothAndTheirDifference()
    {
        await using var host = await LoadedAsync(Role.Viewer);

        var data = await DataAsync(host, "/api/metrics/compare?line=Line%201&otherLine=Line%202&period=2026-11-12&figure=availability");

        Assert.Equal("Line 2", data.GetProperty("second").GetProperty("scope").GetString());
        Assert.NotEqual(0, data.GetProperty("difference").GetDecimal());
    }

    [Fact]
    public async Task Ranking_OfMachines_NamesAsManyAsAskedFor()
    {
        await using var host = await LoadedAsync(Role.Viewer);

        var answer = await (await host.Client.GetAsync("/api/metrics/rank?figure=downtime&order=worst&count=2&period=2026-11-12")).JsonAsync();

        Assert.Equal("Packaging-001", answer.GetProperty("data").GetProperty("ranked")[0].GetProperty("name").GetString());
        Assert.Contains("2. ", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        await (await host.Client.GetAsync("/api/metrics/rank?count=many")).RefusedAsync(400, "bad-number");
    }

    [Theory]
    [InlineData("oee?by=shift", "unknown-parameter")]
    [InlineData("oee?form=sideways", "not-understood")]
    [InlineData("compare?line=Line%201", "ambiguous")]
    [InlineData("downtime?kind=odd", "not-understood")]
    [InlineData("scrap?by=colour", "not-understood")]
    public async Task Split_NotPossible_IsRefused(string address, string code)
    {
        await using var host = await LoadedAsync(Role.Viewer);

        await (await host.Client.GetAsync("/api/metrics/" + address)).RefusedAsync(400, code);
    }

    [Fact]
    public async Task Setup_Viewer_IsNotAllowed()
    {
        await using var host = await StartAsync(Role.Viewer);

        await (await host.Client.PostAsync("/api/setup", null)).RefusedAsync(403, "not-allowed");
    }

    [Fact]
    public async Task Setup_DataOfThePlantsOwn_StaysUnlessTheCallerSaysSo()
    {
        await using var host = await LoadedAsync(Role.Owner);
        await using (var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None))
        {
            await using var rename = new NpgsqlCommand("update plant.load set what = 'Import from the MES'", scope.Connection);
            await rename.ExecuteNonQueryAsync();
            await scope.CommitAsync(CancellationToken.None);
        }

        await (await host.Client.PostAsync("/api/setup", null)).RefusedAsync(409, "real-data");
        var replaced = await host.Client.PostAsJsonAsync("/api/setup", new { replaceRealData = true });

        Assert.True(replaced.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("{\"days\": 0}", "bad-days")]
    [InlineData("{\"days\": 100000}", "bad-days")]
    [InlineData("{\"end\": \"1066-10-14\"}", "bad-end")]
    [InlineData("{\"end\": \"soon\"}", "wrong-type")]
    [InlineData("{\"drop\": true}", "unknown-field")]
    public async Task Setup_BadBody_HasItsOwnSentence(string body, string code)
    {
        await using var host = await StartAsync(Role.Owner);

        var response = await host.Client.PostAsync("/api/setup", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await response.RefusedAsync(400, code);
    }

    [Fact]
    public async Task Figures_ModuleOff_SaysSo()
    {
        await using var host = await LoadedAsync(Role.Owner);
        await using (var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None))
        {
            await using var off = new NpgsqlCommand("insert into tenancy.module values ($1, 'metrics', false)", scope.Connection);
            off.Parameters.Add(new() { Value = TenantDirectory.DemoTenant });
            await off.ExecuteNonQueryAsync();
            await scope.CommitAsync(CancellationToken.None);
        }
        await host.UseKeyAsync(Role.Owner);

        await (await host.Client.GetAsync("/api/metrics/oee")).RefusedAsync(403, "module-off");
    }

    private async Task<ApiHost> StartAsync(Role role)
    {
        var host = await ApiHost.StartAsync(("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()));
        await host.UseKeyAsync(role);
        return host;
    }

    private async Task<ApiHost> LoadedAsync(Role role)
    {
        var host = await StartAsync(Role.Owner);
        Assert.True((await host.Client.PostAsJsonAsync("/api/setup", new { end = "2026-11-20" })).IsSuccessStatusCode);
        if (role != Role.Owner)
            await host.UseKeyAsync(role);
        return host;
    }

    private static async Task<JsonElement> DataAsync(ApiHost host, string address) =>
        (await (await host.Client.GetAsync(address)).JsonAsync()).GetProperty("data");

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        (await response.JsonAsync()).GetProperty("type").GetString()!.Split(':')[^1];
}
