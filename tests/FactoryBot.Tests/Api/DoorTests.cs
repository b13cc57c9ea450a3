using System.Net;
using FactoryBot.Api;
using FactoryBot.Api.Callers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FactoryBot.Tests.Api;

/// <summary>Who gets in, from where, and how often.</summary>
public sealed class DoorTests
{
    private static readonly (string, string) Closed = ("Api:DangerouslyAllowLoopbackWithoutKey", "false");

    [Fact]
    public async Task Request_WithoutKey_IsRefusedUnlessTheLocalModeIsOn()
    {
        await using var host = await ApiHost.StartAsync(Closed);

        var response = await host.ChatAsync(new { message = "hi" });

        await response.RefusedAsync(401, "key-missing");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(host.Intake.Messages);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:5000", "", "", true)]
    [InlineData("::1", "[::1]:5000", "", "", true)]
    [InlineData("127.0.0.1", "127.0.0.1", "http://localhost:3000", "", true)]
    [InlineData("10.0.0.7", "localhost", "", "", false)]
    [InlineData("127.0.0.1", "evil.example", "", "", false)]
    [InlineData("127.0.0.1", "localhost", "https://evil.example", "", false)]
    [InlineData("127.0.0.1", "localhost", "null", "", false)]
    [InlineData("127.0.0.1", "localhost", "", "10.0.0.7", false)]
    public void IsLocal_AddressHostOriginProxy_OnlyWhatNeverLeftTheMachine(string address, string host, string origin, string forwardedFor, bool local)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Host = new(host);
        if (origin.Length > 0)
            http.Request.Headers.Origin = origin;
        if (forwardedFor.Length > 0)
            http.Request.Headers["X-Forwarded-For"] = forwardedFor;

        Assert.Equal(local, LocalCaller.IsLocal(http));
    }

    [Fact]
    public async Task Chat_EleventhInAMinute_IsRefusedWithRetryAfter()
    {
        await using var host = await ApiHost.StartAsync();
        for (var i = 0; i < 10; i++)
            Assert.True((await host.ChatAsync(new { message = "hi" })).IsSuccessStatusCode);

        var response = await host.ChatAsync(new { message = "hi" });

        await response.RefusedAsync(429, "too-many-requests");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(10, host.Intake.Messages.Count);
    }

    [Fact]
    public async Task Chat_ManyWithoutKey_AreCountedByAddress()
    {
        await using var host = await ApiHost.StartAsync(Closed, ("Api:ChatPerMinute", "2"));
        await host.ChatAsync(new { message = "hi" });
        await host.ChatAsync(new { message = "hi" });

        await (await host.ChatAsync(new { message = "hi" })).RefusedAsync(429, "too-many-requests");
    }

    [Theory]
    [InlineData("*", "must not hold '*'")]
    [InlineData("https://*.example", "must not hold")]
    [InlineData("https://board.example/path", "is not an origin")]
    [InlineData("board.example", "is not an origin")]
    public async Task Start_OriginThatIsNotExact_IsRefusedWithASentence(string origin, string expected)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.StartAsync(("Api:AllowedOrigins:0", origin)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://board.example", "https://board.example")]
    [InlineData("https://evil.example", null)]
    public async Task Preflight_Origin_IsAllowedOnlyWhenConfigured(string origin, string? allowed)
    {
        await using var host = await ApiHost.StartAsync(("Api:AllowedOrigins:0", "https://board.example"));
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/chat");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");

        var response = await host.Client.SendAsync(request);

        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Fact]
    public void Options_Defaults_AreThePublishedLimits()
    {
        var options = new ApiOptions();

        Assert.Equal((10, 5, 2_000, 50, 50_000, false), (options.ChatPerMinute, options.SetupPerMinute, options.MessageCharacters,
            options.ChatMessages, options.ChatCharacters, options.DangerouslyAllowLoopbackWithoutKey));
    }
}
