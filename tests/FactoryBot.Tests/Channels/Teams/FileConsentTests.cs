using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Trust;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class FileConsentTests : IAsyncLifetime
{
    private static readonly TeamsCaller Known = new("contoso", Verified: true);
    private readonly OneDrive oneDrive = new();
    private LoopbackServer connector = null!;
    private TeamsHost host = null!;
    private FileConsent consent = null!;

    public async Task InitializeAsync()
    {
        connector = await LoopbackServer.StartAsync();
        host = await TeamsHost.StartLocalAsync(("Teams:ConnectorRetries", "0"));
        consent = new(
            oneDrive.Http(), host.Services.GetRequiredService<ConnectorClient>(), host.Intake, new FakeTime(TestIssuer.Now),
            NullLogger<FileConsent>.Instance);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Theory]
    [InlineData("personal", "msteams", true, true)]
    [InlineData("groupChat", "msteams", true, false)]
    [InlineData("personal", "webchat", true, false)]
    [InlineData("personal", "msteams", false, false)]
    public void CanAsk_OnlyInAChatOfRealTeamsWithOnePerson(string scope, string channel, bool verified, bool expected)
    {
        var reference = new TeamsReference
        {
            ServiceUrl = TestIssuer.ServiceUrl,
            ChannelId = channel,
            Conversation = new() { Id = "c", ConversationType = scope },
            Verified = verified,
        };

        Assert.Equal(expected, FileConsent.CanAsk(reference));
    }

    [Fact]
    public async Task Ask_AFile_IsTheCardOfTeamsWithTheTicketInIt()
    {
        await consent.AskAsync(ActivityMapping.Reference(Activity("accept"), Known, "act-1", null), new("Q-1.pdf", 1234, "good"), default);

        var attachment = JsonNode.Parse(Assert.Single(connector.Calls).Body)!["attachments"]![0]!;
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", (string?)attachment["contentType"]);
        Assert.Equal("Q-1.pdf", (string?)attachment["name"]);
        Assert.Equal(1234, (int?)attachment["content"]!["sizeInBytes"]);
        Assert.Equal("good", (string?)attachment["content"]!["acceptContext"]!["ticket"]);
    }

    [Fact]
    public async Task Answered_Accepted_IsUploadedWithoutOurTokenAndShownInPlace()
    {
        await consent.AnsweredAsync(Activity("accept"), Known, default);

        var (to, range, token, content) = Assert.Single(oneDrive.Uploads);
        Assert.Equal("https://contoso-my.sharepoint.com/upload/1", to.ToString());
        Assert.Equal("bytes 0-4/5", range);
        Assert.Null(token);
        Assert.Equal("%PDF-"u8.ToArray(), content);
        var shown = Assert.Single(connector.Calls);
        Assert.Equal("PUT", shown.Method);
        Assert.EndsWith("/activities/card-1", shown.Target, StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", (string?)JsonNode.Parse(shown.Body)!["attachments"]![0]!["contentType"]);
    }

    [Theory]
    [InlineData("decline", "good", "https://contoso-my.sharepoint.com/upload/1", "it is not saved")]
    [InlineData("accept", "forged", "https://contoso-my.sharepoint.com/upload/1", "no longer kept")]
    [InlineData("accept", "good", "https://sharepoint.com.evil.example/1", "could not be saved")]
    [InlineData("accept", "good", "http://contoso-my.sharepoint.com/1", "could not be saved")]
    [InlineData("accept", "good", "https://169.254.169.254/1", "could not be saved")]
    [InlineData("accept", "good", "", "could not be saved")]
    public async Task Answered_Otherwise_NothingIsUploadedAndItIsSaid(string action, string ticket, string url, string said)
    {
        await consent.AnsweredAsync(Activity(action, ticket, url), Known, default);

        Assert.Empty(oneDrive.Uploads);
        Assert.Contains(said, Assert.Single(connector.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answered_OneDriveRefuses_IsSaidWithTheWayOut()
    {
        oneDrive.Status = HttpStatusCode.InsufficientStorage;

        await consent.AnsweredAsync(Activity("accept"), Known, default);

        Assert.Contains("use the link", Assert.Single(connector.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answered_ByNobodyWhoProvedThemselves_NothingIsUploaded()
    {
        await consent.AnsweredAsync(Activity("accept"), Known with { Verified = false }, default);

        Assert.Empty(oneDrive.Uploads);
    }

    private Activity Activity(string action, string ticket = "good", string url = "https://contoso-my.sharepoint.com/upload/1")
    {
        var json = Activities.Press(new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = new JsonObject { ["ticket"] = ticket },
            ["uploadInfo"] = new JsonObject
            {
                ["uploadUrl"] = url, ["contentUrl"] = "https://contoso-my.sharepoint.com/Q-1.pdf", ["uniqueId"] = "u1", ["fileType"] = "pdf",
            },
        });
        json["type"] = "invoke";
        json["name"] = FileConsent.InvokeName;
        json["serviceUrl"] = connector.Url + "/_connector";
        return json.Deserialize(TeamsJson.Default.Activity)!;
    }
}
