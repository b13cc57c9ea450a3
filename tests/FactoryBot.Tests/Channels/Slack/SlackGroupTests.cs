using FactoryBot.Testing;

namespace FactoryBot.Tests.Channels.Slack;

public sealed class SlackGroupTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task AQuestionOfTwoParts_OneNotForEverybodyInTheChannel_GoesHalfAndHalf()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        // Who comes first owns the workspace. Nobody is known of those who read along in C1.
        await host.EventAsync(new { type = "message", channel_type = "im", channel = "D1", user = "U1", text = "hello", ts = "1790000000.000100" });
        await host.UntilAsync("chat.postMessage");

        await host.EventAsync(new { type = "app_mention", channel = "C1", user = "U1", text = "<@UBOT> Which modules are switched on? Show the settings.", ts = "1790000000.000200" });
        var calls = await host.UntilAsync("chat.postMessage", 3);

        var inChannel = Assert.Single(calls, c => c.Body.GetProperty("channel").GetString() == "C1").Text;
        var inPrivate = Assert.Single(calls.Skip(1), c => c.Body.GetProperty("channel").GetString() != "C1").Text;
        Assert.Contains("Quotes", inChannel, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Not everybody here may see the rest, so I have sent that to Ana Ruiz alone.", inChannel, StringComparison.Ordinal);
        Assert.DoesNotContain("time zone", inChannel, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("time zone", inPrivate, StringComparison.OrdinalIgnoreCase);
    }
}
