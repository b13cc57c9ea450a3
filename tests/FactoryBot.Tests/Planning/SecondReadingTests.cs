using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Tests.Api;
using FactoryBot.Tests.Planning.OpenAI;

namespace FactoryBot.Tests.Planning;

/// <summary>A request that a language model reads as well: the real adapter, and a server that says what it likes.</summary>
public sealed class SecondReadingTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Parts = """
        part_number,description,group,pack_qty,pack_price,cost,currency
        B-840,M8x40 hex bolt DIN 933 zinc,Fasteners,100,12.00,7.00,EUR
        N-8,M8 hex nut DIN 934 zinc,Fasteners,100,6.00,3.00,EUR
        GM-27,Gear motor 26.9:1 with encoder 223 rpm,Motors,1,42.99,30.00,EUR
        """;

    [Fact]
    public async Task Draft_ModelAddsAPartAndAQuantityThatAreNotThere_ThrowsThemAway()
    {
        var lines = await LinesAsync(
            "please quote 200 pcs B-840",
            Says(("please quote 200 pcs B-840", "B-840", 200), ("please quote 50 pcs N-8", "N-8", 50), ("200 pcs B-840", "GM-27 gear motor", 200), ("200 pcs B-840", "B-840", 840)));

        var line = Assert.Single(lines);
        Assert.Equal(("B-840", 200m), (line.Number, line.Quantity));
        Assert.DoesNotContain("840 here", line.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_ModelReadsAnotherQuantityThatStandsThere_KeepsTheRulesOneAndSaysSo()
    {
        var line = Assert.Single(await LinesAsync("please quote 200 pcs B-840, last year it was 150", Says(("please quote 200 pcs B-840, last year it was 150", "B-840", 150))));

        Assert.Equal(200m, line.Quantity);
        Assert.Contains("reads 150 here", line.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_ModelFindsWhatTheRulesPassedOver_AddsItMarked()
    {
        const string text = "We want to build twelve drives, each with one GM-27.\nAlso 300 pcs N-8 please";
        var lines = await LinesAsync(text, Says(("Also 300 pcs N-8 please", "N-8", 300), ("We want to build twelve drives, each with one GM-27.", "GM-27", 12)));

        Assert.Contains(lines, l => l is { Number: "N-8", Quantity: 300 });
        Assert.Contains(lines, l => l.Number == "GM-27" && l.Note.Contains("language model", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("""{"lines":"none"}""")]
    [InlineData("""{"lines":[{"source":5,"part":null},7,{"source":"","part":"","quantity":"x"}]}""")]
    [InlineData("""[1,2]""")]
    public async Task Draft_ModelWritesNonsense_IsReadAsWithout(string words)
    {
        var line = Assert.Single(await LinesAsync("please quote 200 pcs B-840", words));
        Assert.Equal(("B-840", 200m, ""), (line.Number, line.Quantity, line.Note));
    }

    [Fact]
    public async Task Draft_ModelAway_IsReadAsWithout()
    {
        await using var server = await ModelServer.StartAsync();
        server.ThenStatus(500);
        var line = Assert.Single(await DraftAsync("please quote 200 pcs B-840", server));
        Assert.Equal(("B-840", 200m), (line.Number, line.Quantity));
        var format = server.Requests[0].GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
    }

    private static string Says(params (string Source, string Part, decimal Quantity)[] lines) =>
        JsonSerializer.Serialize(new { customer = (string?)"Nobody Ltd", lines = lines.Select(l => new { source = l.Source, part = l.Part, quantity = l.Quantity, unit = (string?)null }) });

    private async Task<IReadOnlyList<(string Number, decimal? Quantity, string Note)>> LinesAsync(string request, string said)
    {
        await using var server = await ModelServer.StartAsync();
        server.ThenSays(said);
        return await DraftAsync(request, server);
    }

    private async Task<IReadOnlyList<(string Number, decimal? Quantity, string Note)>> DraftAsync(string request, ModelServer server)
    {
        await using var host = await ApiHost.StartAsync(
            ("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), ("OpenAI:Endpoint", server.Address), ("OpenAI:Model", "test"), ("OpenAI:ApiKey", "k"), ("OpenAI:Retries", "0"));
        await host.UseKeyAsync(Role.Owner);
        await host.Client.PostAsync("/api/parts", new StringContent(Parts, Encoding.UTF8, "text/csv"));
        var response = await host.Client.PostAsync("/api/quotes", JsonContent.Create(new { request }));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var data = (await response.JsonAsync()).GetProperty("data");
        var content = data.GetProperty("content");
        Assert.NotEqual("Nobody Ltd", content.GetProperty("customer").GetString());
        return [.. content.GetProperty("lines").EnumerateArray().Select(l => (l.TryGetProperty("number", out var number) ? number.GetString() ?? "" : "", l.TryGetProperty("quantity", out var quantity) ? quantity.GetDecimal() : (decimal?)null, l.TryGetProperty("note", out var note) ? note.GetString() ?? "" : ""))];
    }
}
