using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Teams.Wire;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class TeamsEntranceTests : IAsyncLifetime
{
    private TestIssuer issuer = null!;

    public async Task InitializeAsync() => issuer = await TestIssuer.StartAsync();

    public Task DisposeAsync() => issuer.DisposeAsync().AsTask();

    [Fact]
    public async Task Post_GoodToken_ComesInAsItsTenantAndVerified()
    {
        await using var host = await TeamsHost.StartAsync(issuer);

        using var response = await host.PostAsync(Verified(), TestIssuer.Token());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var message = Assert.Single(host.Intake.Accepted);
        Assert.Equal("contoso-0000-not-a-guid-0000000000001", message.TenantKey);
        Assert.True(message.Reference!.Value.Deserialize(TeamsJson.Default.TeamsReference)!.Verified);
    }

    [Fact]
    public async Task Post_WithoutToken_IsUnauthorizedWithoutTheReason()
    {
        await using var host = await TeamsHost.StartAsync(issuer);

        await RefusedAsync(host, Verified(), null, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_ForeignServiceUrl_IsUnauthorizedWithoutTheReason()
    {
        await using var host = await TeamsHost.StartAsync(issuer);
        var activity = Verified();
        activity["serviceUrl"] = "https://evil.example.test/";

        await RefusedAsync(host, activity, TestIssuer.Token(), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_ExpiredToken_IsUnauthorizedWithoutTheReason()
    {
        await using var host = await TeamsHost.StartAsync(issuer);
        var token = TestIssuer.Token(claims: c => c["exp"] = TestIssuer.Now.AddHours(-1).ToUnixTimeSeconds());

        await RefusedAsync(host, Verified(), token, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_ChannelWithoutEndorsement_IsUnauthorizedWithoutTheReason()
    {
        await using var host = await TeamsHost.StartAsync(issuer);
        var activity = Verified();
        activity["channelId"] = "emulator";

        await RefusedAsync(host, activity, TestIssuer.Token(), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_OtherTenantThanAllowed_IsForbidden()
    {
        await using var host = await TeamsHost.StartAsync(issuer, ("Teams:AllowedTenants:0", "fabrikam"));

        await RefusedAsync(host, Verified(), TestIssuer.Token(), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_OtherTenantThanTheSingleOne_IsForbidden()
    {
        await using var host = await TeamsHost.StartAsync(issuer, ("Teams:AppType", "SingleTenant"), ("Teams:TenantId", "fabrikam"));

        await RefusedAsync(host, Verified(), TestIssuer.Token(), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_TeamsActivityWithoutTenant_IsForbidden()
    {
        await using var host = await TeamsHost.StartAsync(issuer);
        var activity = Verified();
        activity.Remove("channelData");
        activity["conversation"]!.AsObject().Remove("tenantId");

        await RefusedAsync(host, activity, TestIssuer.Token(), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_WebChatUserWithATeamsUsersId_IsSomebodyElse()
    {
        await using var host = await TeamsHost.StartAsync(issuer, ("Teams:TenantId", "contoso"));
        var activity = Verified();
        activity["channelId"] = "webchat";
        activity.Remove("channelData");

        using var response = await host.PostAsync(activity, TestIssuer.Token());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("webchat:29:ana", Assert.Single(host.Intake.Accepted).From.Id);
    }

    [Fact]
    public async Task Post_WebChatThatNamesAnotherTenant_BelongsToTheRegistrationsOwn()
    {
        await using var host = await TeamsHost.StartAsync(issuer, ("Teams:TenantId", "contoso"));
        var activity = Verified();
        activity["channelId"] = "webchat";
        activity["channelData"]!["tenant"]!["id"] = "fabrikam";

        using var response = await host.PostAsync(activity, TestIssuer.Token());

        Assert.Equal("contoso", Assert.Single(host.Intake.Accepted).TenantKey);
    }

    [Fact]
    public async Task Post_TenantThatCallsItselfTheLocalOne_IsForbidden()
    {
        await using var host = await TeamsHost.StartAsync(issuer);
        var activity = Verified();
        activity["channelData"]!["tenant"]!["id"] = "demo";

        await RefusedAsync(host, activity, TestIssuer.Token(), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_MalformedBodyWithoutToken_IsNotEvenRead()
    {
        await using var host = await TeamsHost.StartAsync(issuer);

        using var response = await host.PostAsync("{");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Post_NothingConfigured_IsUnauthorized()
    {
        await using var host = await TeamsHost.StartAsync();

        await RefusedAsync(host, Activities.Message(), null, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzZXJ2aWNldXJsIjoiIn0.c2lnbmF0dXJl")]
    public async Task Post_LocalMode_NeedsNoToken(string? token)
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync(Activities.Message(), token);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.False(Assert.Single(host.Intake.Accepted).Reference!.Value.TryGetProperty("verified", out _));
    }

    [Theory]
    [InlineData("https://smba.example.test/emea/")]
    [InlineData("http://localhost.example.test/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//localhost")]
    [InlineData("")]
    public async Task Post_LocalModeForeignServiceUrl_IsUnauthorized(string serviceUrl)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Message();
        activity["serviceUrl"] = serviceUrl;

        await RefusedAsync(host, activity, null, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("Forwarded", "for=203.0.113.5")]
    [InlineData("Origin", "http://localhost:8080")]
    [InlineData("Host", "rebound.example.test")]
    public async Task Post_LocalModeThroughSomethingElse_IsUnauthorized(string header, string value)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Client.DefaultRequestHeaders.Add(header, value);

        await RefusedAsync(host, Activities.Message(), null, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_LocalModeWithAppId_IsNotHonoured()
    {
        await using var host = await TeamsHost.StartAsync(issuer, ("Teams:DangerouslyAllowUnauthenticatedLocalCalls", "true"));

        await RefusedAsync(host, Activities.Message(), null, HttpStatusCode.Unauthorized);
    }

    private static JsonObject Verified()
    {
        var activity = Activities.Message();
        activity["serviceUrl"] = TestIssuer.ServiceUrl;
        return activity;
    }

    private static async Task RefusedAsync(TeamsHost host, JsonNode activity, string? token, HttpStatusCode status)
    {
        using var response = await host.PostAsync(activity, token);

        Assert.Equal(status, response.StatusCode);
        // Which of the checks refused it is nobody's business but the log's.
        var refusal = status != HttpStatusCode.Unauthorized ? TeamsFailures.NotAllowed : host.IsLocal ? TeamsFailures.NotLocal : TeamsFailures.NoToken;
        Assert.Contains(refusal.Message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Intake.Accepted);
    }
}
