using System.Net;
using System.Net.Http.Json;
using System.Text;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;

namespace FactoryBot.Tests.Api;

/// <summary>Documents and what is kept beside them, by whoever may look after them and whoever may not.</summary>
public sealed class DocumentTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Scrap = "# Post scrap\n\n1. Open the Output Journal.\n2. Enter the scrap quantity.\n";

    [Fact]
    public async Task Put_SameNameAgain_ReplacesAndDeleteTakesItOut()
    {
        await using var host = await StartAsync(Role.Owner);

        var first = await (await PutAsync(host, "scrap.md", Scrap)).JsonAsync();
        var second = await (await PutAsync(host, "scrap.md", Scrap + "3. Post.\n")).JsonAsync();
        var bad = await (await PutAsync(host, "broken.pdf", "no pdf")).JsonAsync();
        var listed = await (await host.Client.GetAsync("/api/documents")).JsonAsync();
        var removed = await host.Client.DeleteAsync("/api/documents?name=scrap.md");

        Assert.Equal(("added", "replaced", "failed"), (Outcome(first), Outcome(second), Outcome(bad)));
        Assert.Contains("1 document with 1 piece:", listed.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.DeleteAsync("/api/documents?name=scrap.md")).StatusCode);
    }

    [Fact]
    public async Task Put_WithoutANameOrTooLarge_IsRefused()
    {
        await using var host = await StartAsync(Role.Owner, ("Documents:MostMegabytes", "1"));

        await (await host.Client.PutAsync("/api/documents", new StringContent("x"))).RefusedAsync(400, "no-name");
        await (await PutAsync(host, "big.txt", new string('a', 1_200_000))).RefusedAsync(413, "too-large");
    }

    [Fact]
    public async Task Library_WhatIsPut_IsListedAndRemoved()
    {
        await using var host = await StartAsync(Role.Owner);
        await PutAsync(host, "scrap.md", Scrap);

        await host.Client.PutAsJsonAsync("/api/documents/synonyms", new { line = "sponge | pad" });
        await host.Client.PutAsJsonAsync("/api/documents/answers", new { questions = new[] { "who resets passwords?" }, answer = "The help desk." });
        await host.Client.PutAsJsonAsync("/api/documents/systems", new { name = "Alpha", version = "9", modules = new[] { "Stock" }, sets = new[] { "General" } });

        Assert.Contains("sponge | pad", await TextAsync(host, "synonyms"), StringComparison.Ordinal);
        Assert.Contains("who resets passwords", await TextAsync(host, "answers"), StringComparison.Ordinal);
        Assert.Contains("Alpha 9 (General)", await TextAsync(host, "systems"), StringComparison.Ordinal);
        Assert.Equal("title,name,answers\r\n\"Post scrap\",\"scrap.md\",0\r\n", await host.Client.GetStringAsync("/api/documents/usage.csv"));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.DeleteAsync("/api/documents/synonyms?line=sponge%20%7C%20pad")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.DeleteAsync("/api/documents/answers/1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.DeleteAsync("/api/documents/systems?name=Alpha&version=9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/documents/synonyms")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/documents/opinions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/documents/gaps")).StatusCode);
    }

    [Fact]
    public async Task Documents_OfAViewer_AreRead_NotChanged()
    {
        await using var host = await StartAsync(Role.Viewer);

        await (await PutAsync(host, "scrap.md", Scrap)).RefusedAsync(403, "not-allowed");
        await (await host.Client.DeleteAsync("/api/documents?name=scrap.md")).RefusedAsync(403, "not-allowed");
        await (await host.Client.GetAsync("/api/documents/opinions")).RefusedAsync(403, "not-allowed");
        await (await host.Client.GetAsync("/api/documents/usage.csv")).RefusedAsync(403, "not-allowed");
    }

    private static string Outcome(System.Text.Json.JsonElement answer) => answer.GetProperty("files")[0].GetProperty("outcome").GetString()!;

    private static async Task<string> TextAsync(ApiHost host, string what) =>
        (await (await host.Client.GetAsync($"/api/documents/{what}")).JsonAsync()).GetProperty("text").GetString()!;

    private static Task<HttpResponseMessage> PutAsync(ApiHost host, string name, string text) =>
        host.Client.PutAsync($"/api/documents?name={name}", new ByteArrayContent(Encoding.UTF8.GetBytes(text)));

    private async Task<ApiHost> StartAsync(Role role, params (string Key, string Value)[] settings)
    {
        var host = await ApiHost.StartAsync([("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), .. settings]);
        await host.UseKeyAsync(role);
        return host;
    }
}
