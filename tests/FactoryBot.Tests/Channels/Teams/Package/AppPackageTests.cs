using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams.Package;

namespace FactoryBot.Tests.Channels.Teams.Package;

public sealed class AppPackageTests
{
    private static readonly PackageDetails Details = new(
        "5f0d6a3e-8b1c-4b7e-9a55-0d6f3f2c9e11", "0d6f3f2c-8b1c-4b7e-9a55-5f0d6a3e9e11", "1.2.3", "Contoso Works",
        new("https://bot.contoso.test/"), new("https://bot.contoso.test/privacy"), new("https://bot.contoso.test/terms"));

    [Fact]
    public async Task Write_Zip_HoldsManifestAndIconsAtItsRootAndNothingElse()
    {
        using var zip = await ZipAsync();

        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fill_IdsAndAddresses_AreTheInstallationsOwn()
    {
        var manifest = AppPackage.Fill(Details);

        Assert.Equal(Details.PackageId, (string?)manifest["id"]);
        Assert.Equal(Details.AppId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal("1.2.3", (string?)manifest["version"]);
        Assert.DoesNotContain("00000000-0000", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(".example", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_Manifest_HasOnlyWhatTheSchemaKnowsAndAllItNeeds()
    {
        var manifest = AppPackage.Fill(Details);
        string[] known =
        [
            "$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "bots", "composeExtensions",
            "permissions", "validDomains",
        ];
        string[] needed = ["manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor"];

        Assert.All(manifest, p => Assert.Contains(p.Key, known));
        Assert.All(needed, name => Assert.True(manifest.ContainsKey(name), name));
        Assert.Equal("1.30", (string?)manifest["manifestVersion"]);
        Assert.Contains("/v1.30/", (string?)manifest["$schema"], StringComparison.Ordinal);
        Assert.Matches("^#[0-9A-Fa-f]{6}$", (string?)manifest["accentColor"]);
        Assert.All(manifest["permissions"]!.AsArray(), p => Assert.Contains((string?)p, new[] { "identity", "messageTeamMembers" }));
    }

    [Fact]
    public void Fill_Texts_AreWithinTheirLengths()
    {
        var manifest = AppPackage.Fill(Details);

        Within(manifest["developer"]!["name"], 32);
        Within(manifest["name"]!["short"], 30);
        Within(manifest["name"]!["full"], 100);
        Within(manifest["description"]!["short"], 80);
        Within(manifest["description"]!["full"], 4000);
        foreach (var address in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
        {
            Within(manifest["developer"]![address], 2048);
            Assert.StartsWith("https://", (string?)manifest["developer"]![address], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fill_MessageExtension_IsTheBotsAndKeepsTheRules()
    {
        var manifest = AppPackage.Fill(Details);
        var extension = Assert.Single(manifest["composeExtensions"]!.AsArray())!.AsObject();
        Assert.Equal((string?)manifest["bots"]![0]!["botId"], (string?)extension["botId"]);
        var command = Assert.Single(extension["commands"]!.AsArray())!;
        Within(command["title"], 32);
        Within(command["description"], 128);
        Within(Assert.Single(command["parameters"]!.AsArray())!["title"], 32);
    }

    [Fact]
    public void Fill_Bot_KeepsTheRulesForScopesAndCommands()
    {
        var bot = Assert.Single(AppPackage.Fill(Details)["bots"]!.AsArray())!.AsObject();
        Assert.All(bot, p => Assert.Contains(p.Key, new[] { "botId", "scopes", "supportsFiles", "isNotificationOnly", "commandLists" }));
        Assert.Equal(["personal", "team", "groupChat"], bot["scopes"]!.AsArray().Select(s => (string?)s));
        var lists = bot["commandLists"]!.AsArray();
        Assert.InRange(lists.Count, 1, 3);
        foreach (var list in lists)
        {
            var commands = list!["commands"]!.AsArray();
            Assert.InRange(commands.Count, 1, 12);
            Assert.Equal(commands.Count, commands.Select(c => (string?)c!["title"]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            foreach (var command in commands)
            {
                Within(command!["title"], 128);
                Within(command["description"], 4000);
                Assert.Contains((string?)command["type"], new[] { "basic", "prompt" });
                Assert.DoesNotContain('/', (string?)command["title"] ?? "");
                if ((string?)command["type"] == "prompt")
                    Within(command["prompt"], 4000);
            }
        }
        // The store asks for at least three prompt starters in a personal chat.
        Assert.True(lists[0]!["commands"]!.AsArray().Count(c => (string?)c!["type"] == "prompt") >= 3);
    }

    [Theory]
    [InlineData("color.png", 192, 2)]
    [InlineData("outline.png", 32, 6)]
    public async Task Write_Icon_HasItsSizeAndKind(string name, int size, int colourType)
    {
        using var zip = await ZipAsync();
        var entry = zip.GetEntry(name)!;
        var bytes = new byte[entry.Length];
        await using (var stream = await entry.OpenAsync())
            await stream.ReadExactlyAsync(bytes);

        Assert.Equal("\x89PNG\r\n\x1a\n"u8.ToArray()[2..], bytes[1..8]);
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        Assert.Equal(colourType, bytes[25]);
    }

    [Theory]
    [InlineData("my-bot", "1.0.0", "Contoso", "https://a.test", "app id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "1.0.0", "Contoso", "https://a.test", "app id")]
    [InlineData("5f0d6a3e-8b1c-4b7e-9a55-0d6f3f2c9e11", "1.0", "Contoso", "https://a.test", "version")]
    [InlineData("5f0d6a3e-8b1c-4b7e-9a55-0d6f3f2c9e11", "1.0.0", "", "https://a.test", "developer")]
    [InlineData("5f0d6a3e-8b1c-4b7e-9a55-0d6f3f2c9e11", "1.0.0", "Contoso", "http://a.test", "https")]
    public void Wrong_Details_AreNamed(string app, string version, string developer, string site, string named)
    {
        var details = new PackageDetails(app, Details.PackageId, version, developer, new(site), new(site), new(site));

        Assert.Contains(named, details.Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_GoodDetails_IsNull() => Assert.Null(Details.Wrong());

    [Fact]
    public async Task Command_WritesTheFileOrSaysWhatIsWrong()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            string[] good = ["--app-id", Details.AppId, "--website", "https://bot.contoso.test", "--out", file];

            Assert.Equal(0, await RunAsync(good));
            Assert.True(new FileInfo(file).Length > 1000);
            Assert.Equal(1, await RunAsync([.. good, "--app-version", "one"]));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<int> RunAsync(string[] arguments) => TeamsPackageCommand.Build().Parse(arguments)
        .InvokeAsync(new() { Output = TextWriter.Null, Error = TextWriter.Null });

    private static void Within(JsonNode? text, int most) => Assert.InRange(((string?)text ?? "").Length, 1, most);

    private static async Task<ZipArchive> ZipAsync()
    {
        var output = new MemoryStream();
        await AppPackage.WriteAsync(output, Details, CancellationToken.None);
        output.Position = 0;
        return new(output, ZipArchiveMode.Read);
    }
}
