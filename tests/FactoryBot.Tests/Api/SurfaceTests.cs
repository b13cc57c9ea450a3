namespace FactoryBot.Tests.Api;

/// <summary>The addresses beside the questions: health, description, and what is not there.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public async Task Health_DatabaseAway_IsLiveButNotReady()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(200, (int)(await host.Client.GetAsync("/health/live")).StatusCode);
        var ready = await host.Client.GetAsync("/health/ready");
        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal("unhealthy", (await ready.JsonAsync()).GetProperty("parts").GetProperty("database").GetString());
        Assert.Equal(503, (int)(await host.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task OpenApi_Document_ListsTheChatWithItsFields()
    {
        await using var host = await ApiHost.StartAsync();

        var document = await (await host.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        Assert.Equal("FactoryBot", document.GetProperty("info").GetProperty("title").GetString());
        var chat = document.GetProperty("paths").GetProperty("/api/chat").GetProperty("post");
        Assert.True(chat.GetProperty("responses").TryGetProperty("429", out _));
        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty("ChatRequest", out var request));
        Assert.True(request.GetProperty("properties").TryGetProperty("conversationId", out _));
    }

    [Theory]
    [InlineData("/openapi")]
    [InlineData("/openapi/page.js")]
    [InlineData("/openapi/page.css")]
    public async Task OpenApi_Page_LoadsNothingFromElsewhere(string address)
    {
        await using var host = await ApiHost.StartAsync();

        var response = await host.Client.GetAsync(address);

        Assert.True(response.IsSuccessStatusCode);
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task UnknownAddress_IsAProblem()
    {
        await using var host = await ApiHost.StartAsync();

        await (await host.Client.GetAsync("/api/nothing")).RefusedAsync(404, "not-found");
    }

    [Fact]
    public async Task WrongMethod_IsAProblem()
    {
        await using var host = await ApiHost.StartAsync();

        await (await host.Client.GetAsync("/api/chat")).RefusedAsync(405, "method-not-allowed");
    }
}
