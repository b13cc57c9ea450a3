using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Results;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class FileTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Accept_MessageWithAFile_TheFunctionSeesIt()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        await SendAsync(host, "a1", File("counts.csv", "a;b\n1;2"));

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal("a1: counts.csv 7; earlier counts.csv", host.Channel.Texts.Single());
    }

    [Fact]
    public async Task Accept_NextMessage_KnowsTheFileOfTheOneBefore()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using (var host = await TurnsHarness.StartAsync(connection))
        {
            await SendAsync(host, "a1", File("counts.csv", "1"));
            await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        }

        await using var next = await TurnsHarness.StartAsync(connection);
        await SendAsync(next, "a2");

        await TurnsHarness.UntilAsync(() => next.Channel.Sent.Count == 1);
        Assert.Equal("a2: ; earlier counts.csv", next.Channel.Texts.Single());
    }

    [Fact]
    public async Task Accept_FileThatIsTooLarge_IsRefusedWithItsName()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync(), ("Files:LargestMegabytes", "1"));

        await SendAsync(host, "a1", File("video.mp4", "x") with { Size = 2_000_000 });

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Contains("“video.mp4” is too large. I take files of up to 1 MB", host.Channel.Texts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_FileThatTheChannelDoesNotGiveOut_IsSaid()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        await SendAsync(host, "a1", File("gone.csv", "x") with { Where = null });

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal(ResultStatus.Failed, host.Channel.Sent[0].Reply.Result.Status);
        Assert.Contains("gone.csv", host.Channel.Texts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_FunctionOfButtons_Decides()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());

        await host.PressAsync("probe_decide", "a1");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal("decided a1", host.Channel.Texts.Single());
    }

    private static InboundFile File(string name, string content) => new()
    {
        Name = name, MediaType = "text/csv", Size = Encoding.UTF8.GetByteCount(content), Where = JsonSerializer.SerializeToElement(content),
    };

    private static Task<IntakeReceipt> SendAsync(TurnsHarness host, string activity, params InboundFile[] files) => host.Intake.AcceptAsync(
        TurnsHarness.Message(activity) with
        {
            Files = files,
            Press = new("probe_files", JsonSerializer.SerializeToElement(new { label = activity })),
        },
        CancellationToken.None);
}
