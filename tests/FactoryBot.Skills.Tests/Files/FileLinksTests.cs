using System.Text;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Testing;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Files;

public sealed class FileLinksTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Guid Tenant = new("00000000-0000-0000-0000-0000000000d0");
    private readonly FakeTime time = new(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Read_Link_LeadsToTheFile()
    {
        var (links, files) = await StartAsync();
        var kept = await files.KeepAsync(Tenant, new("C:\\temp\\counts Q3.csv", "text/csv", Encoding.UTF8.GetBytes("1;2")), CancellationToken.None);

        var url = links.For(Tenant, kept, TimeSpan.FromMinutes(5));

        Assert.StartsWith("https://bot.example/files/", url, StringComparison.Ordinal);
        Assert.EndsWith("/counts%20Q3.csv", url, StringComparison.Ordinal);
        var linked = links.Read(Token(url))!;
        var content = await files.ReadAsync(linked.TenantId, linked.FileId, CancellationToken.None);
        Assert.Equal("1;2", Encoding.UTF8.GetString(content!.Content));
        Assert.Equal("text/csv", content.File.MediaType);
    }

    [Fact]
    public async Task Read_AfterItsTime_LeadsNowhere()
    {
        var (links, _) = await StartAsync();
        var token = Token(links.For(Tenant, Guid.NewGuid(), TimeSpan.FromMinutes(5)));

        time.Advance(TimeSpan.FromMinutes(6));

        Assert.Null(links.Read(token));
    }

    [Fact]
    public async Task Read_AnyCharacterChanged_LeadsNowhere()
    {
        var (links, _) = await StartAsync();
        var token = Token(links.For(Tenant, Guid.NewGuid(), TimeSpan.FromMinutes(5)));

        // The last character carries fewer bits than it can write, so only what decodes to other bytes counts as changed.
        for (var i = 0; i < token.Length - 1; i++)
            Assert.Null(links.Read(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]));
        Assert.Null(links.Read(""));
        Assert.Null(links.Read("%%%"));
        Assert.Null(links.Read(new string('A', 10_000)));
    }

    [Fact]
    public async Task DropExpired_FileWithATime_IsGoneAndTheOthersStay()
    {
        var (_, files) = await StartAsync();
        var brief = await files.KeepAsync(Tenant, new("brief.csv", "text/csv", [1], TimeSpan.FromHours(1)), CancellationToken.None);
        var kept = await files.KeepAsync(Tenant, new("kept.csv", "text/csv", [1]), CancellationToken.None);
        time.Advance(TimeSpan.FromHours(2));

        Assert.Null(await files.ReadAsync(Tenant, brief.Id, CancellationToken.None));
        Assert.Equal(1, await files.DropExpiredAsync(CancellationToken.None));
        Assert.Equal(0, await files.DropExpiredAsync(CancellationToken.None));
        Assert.NotNull(await files.ReadAsync(Tenant, kept.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Read_OfAnotherTenant_FindsNothing()
    {
        var (_, files) = await StartAsync();
        var kept = await files.KeepAsync(Tenant, new("kept.csv", "text/csv", [1]), CancellationToken.None);

        Assert.Null(await files.ReadAsync(Guid.NewGuid(), kept.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Seal_Text_OpensForItsPurposeAlone()
    {
        var secrets = new Secrets(await postgres.NewDatabaseAsync(time));
        var box = secrets.Seal("slack token", "xoxb-1");

        Assert.Equal("xoxb-1", secrets.Open("slack token", box));
        Assert.Null(secrets.Open("connection", box));
        box[^1] ^= 1;
        Assert.Null(secrets.Open("slack token", box));
        Assert.Null(secrets.Open("slack token", [1, 2, 3]));
    }

    private static string Token(string url) => url.Split('/')[4];

    private async Task<(FileLinks Links, FileStore Files)> StartAsync()
    {
        var database = await postgres.NewDatabaseAsync(time);
        var options = Options.Create(new FilesOptions { PublicUrl = "https://bot.example/" });
        return (new(new(database), options, time), new(database, time));
    }
}
