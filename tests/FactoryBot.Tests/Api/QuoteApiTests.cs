using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;

namespace FactoryBot.Tests.Api;

/// <summary>The addresses of quotes on a real database: the same use cases and the same rights as in chat.</summary>
public sealed class QuoteApiTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Parts = """
        part_number,description,group,pack_qty,pack_price,cost,currency
        B-840,M8x40 hex bolt DIN 933 zinc,Fasteners,100,12.00,7.00,EUR
        B-840A2,M8x40 hex bolt DIN 933 stainless,Fasteners,100,30.00,17.00,EUR
        N-8,M8 hex nut DIN 934 zinc,Fasteners,100,6.00,3.00,EUR
        """;

    [Fact]
    public async Task Quote_FromPartsToWithdrawn_OverItsAddresses()
    {
        await using var host = await LoadedAsync(Role.Owner);

        var drafted = await DataAsync(await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840 and 500 pcs M8 nut DIN 934 zinc", customer = "Kovo" }, key: "k1"));
        Assert.Equal("Q-00001", drafted.GetProperty("number").GetString());
        Assert.Equal("Q-00001", (await DataAsync(await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840" }, key: "k1"))).GetProperty("number").GetString());
        var edited = await DataAsync(await PostAsync(host, "/api/quotes/1/edit", new { change = "make line 1 300 pieces" }));
        Assert.Equal(66.00m, edited.GetProperty("total").GetDecimal());
        await (await PostAsync(host, "/api/quotes/1/edit", new { change = "make line 1 400 pieces", revision = 1 })).RefusedAsync(403, "not-allowed");
        await (await PostAsync(host, "/api/quotes/1/send", new { })).RefusedAsync(403, "not-allowed");

        Assert.Contains("needs the approval", (await GetAsync(host, "/api/quotes/Q-00001/approvers")).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("200 → 300", (await GetAsync(host, "/api/quotes/1/changes")).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("B-840A2", (await GetAsync(host, "/api/quotes/1/lines/1/alternatives")).GetProperty("text").GetString(), StringComparison.Ordinal);
        await (await host.Client.GetAsync("/api/quotes/1/lines/1/alternatives?want=cheaper")).RefusedAsync(404, "no-rows");

        Assert.Equal("Submitted", (await DataAsync(await PostAsync(host, "/api/quotes/1/submit", new { }))).GetProperty("state").GetString());
        Assert.Equal("Draft", (await DataAsync(await PostAsync(host, "/api/quotes/1/withdraw", new { }))).GetProperty("state").GetString());
        Assert.Equal("Q-00002", (await DataAsync(await PostAsync(host, "/api/quotes/1/copy", new { }))).GetProperty("number").GetString());
        Assert.Equal("Cancelled", (await DataAsync(await PostAsync(host, "/api/quotes/2/close", new { outcome = "cancelled", reason = "twice" }))).GetProperty("state").GetString());
        Assert.Contains("Q-00001", (await GetAsync(host, "/api/quotes?search=kovo&state=draft")).GetProperty("text").GetString(), StringComparison.Ordinal);
        await (await host.Client.GetAsync("/api/quotes?state=lost")).RefusedAsync(404, "no-rows");
        await (await host.Client.GetAsync("/api/quotes?state=blue")).RefusedAsync(400, "not-understood");
        await (await host.Client.GetAsync("/api/quotes/figures")).RefusedAsync(404, "no-rows");
    }

    [Fact]
    public async Task Document_AsPdfAndDocx_IsMarkedDraft()
    {
        await using var host = await LoadedAsync(Role.Analyst, parts: Role.Owner);
        await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840" });

        foreach (var (format, head) in new[] { ("pdf", "%PDF"), ("docx", "PK") })
        {
            var file = await host.Client.GetAsync($"/api/quotes/1/document.{format}");
            Assert.Equal($"Q-00001-v1-DRAFT.{format}", file.Content.Headers.ContentDisposition?.FileName);
            Assert.StartsWith(head, Encoding.ASCII.GetString(await file.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }

        await (await host.Client.GetAsync("/api/quotes/1/document.exe")).RefusedAsync(404, "not-found");
        await (await host.Client.GetAsync("/api/quotes/9/document.pdf")).RefusedAsync(404, "no-rows");
    }

    [Fact]
    public async Task Logo_ThatCanBeDrawn_IsTaken_AndOneThatOnlyBeginsLikeAnImageIsNot()
    {
        await using var host = await LoadedAsync(Role.Owner);
        byte[] pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        await (await host.Client.PutAsync("/api/quotes/logo?name=bad.png", new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4, 5, 6, 7, 8]))).RefusedAsync(400, "not-understood");
        await (await host.Client.PutAsync("/api/quotes/logo", new ByteArrayContent(pixel[..40]))).RefusedAsync(400, "not-understood");
        await (await host.Client.PutAsync("/api/quotes/logo", new ByteArrayContent([]))).RefusedAsync(400, "not-understood");
        await OkAsync(await host.Client.PutAsync("/api/quotes/logo?name=plant.png", new ByteArrayContent(pixel)));

        await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840" });
        Assert.Equal("application/pdf", (await host.Client.GetAsync("/api/quotes/1/document.pdf")).Content.Headers.ContentType?.MediaType);
        await host.UseKeyAsync(Role.Analyst);
        await (await host.Client.PutAsync("/api/quotes/logo", new ByteArrayContent(pixel))).RefusedAsync(403, "not-allowed");
    }

    [Fact]
    public async Task Settings_AreChangedAndShown()
    {
        await using var host = await LoadedAsync(Role.Owner);

        await PostAsync(host, "/api/quotes/settings", new { change = "our quotes are valid for 45 days" });
        Assert.Equal(45, (await GetAsync(host, "/api/quotes/settings")).GetProperty("data").GetProperty("validDays").GetInt32());
    }

    [Fact]
    public async Task Decision_OfAnotherKeyWithTheRightAndTheHash_ApprovesOnce()
    {
        await using var host = await LoadedAsync(Role.Manager, parts: Role.Owner);
        await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840", customer = "Kovo" });
        Assert.Contains("It waits for Test Owner", (await OkAsync(await PostAsync(host, "/api/quotes/1/submit", new { }))).GetProperty("text").GetString(), StringComparison.Ordinal);
        await (await host.Client.GetAsync("/api/approvals")).RefusedAsync(404, "no-rows");
        var hash = (await GetAsync(host, "/api/quotes/1")).GetProperty("data").GetProperty("contentHash").GetString();
        // Their own request, though they have the right.
        await (await PostAsync(host, "/api/quotes/1/decision", new { verdict = "approve", contentHash = hash })).RefusedAsync(403, "not-allowed");

        await host.UseKeyAsync(Role.Analyst);
        await (await PostAsync(host, "/api/quotes/1/decision", new { verdict = "approve", contentHash = hash })).RefusedAsync(403, "not-allowed");

        await host.UseKeyAsync(Role.Manager);
        var waiting = (await GetAsync(host, "/api/approvals")).GetProperty("data")[0];
        Assert.Equal((hash, true, "Open"), (waiting.GetProperty("contentHash").GetString(), waiting.GetProperty("mayDecide").GetBoolean(), waiting.GetProperty("state").GetString()));
        var decision = $"/api/approvals/{waiting.GetProperty("request").GetGuid()}/decision";
        await (await PostAsync(host, decision, new { verdict = "approve", contentHash = new string('0', 64) })).RefusedAsync(403, "not-allowed");
        await (await PostAsync(host, decision, new { verdict = "approve" })).RefusedAsync(400, "ambiguous");
        await (await PostAsync(host, decision, new { verdict = "0", contentHash = hash })).RefusedAsync(400, "not-understood");
        await (await PostAsync(host, "/api/quotes/1/decision", new { verdict = "approve", version = 2 })).RefusedAsync(403, "not-allowed");

        Assert.Contains("is approved", (await OkAsync(await PostAsync(host, decision, new { verdict = "approve", contentHash = hash, comment = "fine for Kovo" }))).GetProperty("text").GetString(), StringComparison.Ordinal);
        await (await PostAsync(host, decision, new { verdict = "reject", contentHash = hash })).RefusedAsync(403, "not-allowed");
        var decided = (await GetAsync(host, "/api/quotes/1")).GetProperty("data");
        Assert.Equal("Approved", decided.GetProperty("state").GetString());
        Assert.Equal("fine for Kovo", decided.GetProperty("decisions")[0].GetProperty("comment").GetString());
        Assert.Equal("Q-00001-v1.pdf", (await host.Client.GetAsync("/api/quotes/1/document.pdf")).Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("Approved", (await GetAsync(host, decision[..^"/decision".Length])).GetProperty("data").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Decision_OfOneOfManyKeysOfTheSameRight_ByVersionSendsItBack()
    {
        await using var host = await LoadedAsync(Role.Analyst, parts: Role.Owner);
        await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840" });
        await PostAsync(host, "/api/quotes/1/submit", new { });
        await host.UseKeyAsync(Role.Manager);

        await (await PostAsync(host, "/api/quotes/1/decision", new { verdict = "changes" })).RefusedAsync(400, "ambiguous");
        await OkAsync(await PostAsync(host, "/api/quotes/1/decision", new { verdict = "changes", version = 1, comment = "5 % less" }));

        Assert.Equal("ChangesRequested", (await GetAsync(host, "/api/quotes/1")).GetProperty("data").GetProperty("state").GetString());
        await (await PostAsync(host, "/api/quotes/7/decision", new { verdict = "changes", version = 1 })).RefusedAsync(404, "no-rows");
    }

    [Fact]
    public async Task Line_ByFields_IsChangedTakenOutAndPutBack()
    {
        await using var host = await LoadedAsync(Role.Owner);
        var revision = (await DataAsync(await PostAsync(host, "/api/quotes", new { request = "200 pcs B-840 and 500 pcs M8 nut DIN 934 zinc" }))).GetProperty("revision").GetInt32();

        var changed = await DataAsync(await host.Client.PutAsJsonAsync("/api/quotes/1/lines/1", new { part = "B-840A2", quantity = 300, discount = 10, revision }));
        var line = changed.GetProperty("content").GetProperty("lines")[0];
        Assert.Equal(("B-840A2", 300m, 81.00m), (line.GetProperty("number").GetString(), line.GetProperty("quantity").GetDecimal(), line.GetProperty("total").GetDecimal()));
        await (await host.Client.PutAsJsonAsync("/api/quotes/1/lines/1", new { quantity = 1, revision })).RefusedAsync(403, "not-allowed");
        await (await host.Client.PutAsJsonAsync("/api/quotes/1/lines/1", new { })).RefusedAsync(400, "not-understood");
        await (await host.Client.PutAsJsonAsync("/api/quotes/1/lines/9", new { quantity = 5 })).RefusedAsync(400, "not-understood");
        Assert.Equal(1, (await DataAsync(await host.Client.DeleteAsync("/api/quotes/1/lines/2"))).GetProperty("content").GetProperty("lines").GetArrayLength());
        Assert.Equal(2, (await DataAsync(await host.Client.PostAsync("/api/quotes/1/undo", null))).GetProperty("content").GetProperty("lines").GetArrayLength());
        Assert.Contains("Q-00001", (await GetAsync(host, "/api/quotes?mine=true")).GetProperty("text").GetString(), StringComparison.Ordinal);
        await (await host.Client.GetAsync("/api/quotes?expiresWithin=14")).RefusedAsync(404, "no-rows");
    }

    private async Task<ApiHost> LoadedAsync(Role role, Role? parts = null)
    {
        var host = await ApiHost.StartAsync(("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()));
        await host.UseKeyAsync(parts ?? role);
        var report = await (await host.Client.PostAsync("/api/parts", new StringContent(Parts, Encoding.UTF8, "text/csv"))).JsonAsync();
        Assert.Equal(3, report.GetProperty("added").GetInt32());
        await host.UseKeyAsync(role);
        return host;
    }

    private static Task<HttpResponseMessage> PostAsync(ApiHost host, string address, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return host.Client.SendAsync(request);
    }

    private static async Task<JsonElement> GetAsync(ApiHost host, string address) => await OkAsync(await host.Client.GetAsync(address));

    private static async Task<JsonElement> DataAsync(HttpResponseMessage response) => (await OkAsync(response)).GetProperty("data");

    private static async Task<JsonElement> OkAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
