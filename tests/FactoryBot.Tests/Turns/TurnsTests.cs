using FactoryBot.Skills.Results;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class TurnsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Accept_Message_IsAnsweredOnce()
    {
        await using var host = await StartAsync();

        var receipt = await host.PressAsync("probe_say", "a1");

        Assert.Equal(Intake.Accepted, receipt.Intake);
        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal("a1", host.Channel.Texts.Single());
    }

    [Fact]
    public async Task Accept_SameActivityManyTimesAtOnce_OneTurnOneAnswer()
    {
        await using var host = await StartAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.PressAsync("probe_say", "same")));

        Assert.Single(receipts, r => r.Intake == Intake.Accepted);
        Assert.Single(receipts.Select(r => r.TurnId).Distinct());
        await host.PressAsync("probe_say", "last");
        await TurnsHarness.UntilAsync(() => host.Channel.Texts.Contains("last"));
        Assert.Equal(2, host.Channel.Sent.Count);
    }

    [Fact]
    public async Task Accept_SecondMessageWhileTheFirstRuns_WaitsForIt()
    {
        await using var host = await StartAsync();

        await host.PressAsync("probe_wait", "slow");
        await host.PressAsync("probe_say", "fast");
        await host.PressAsync("probe_say", "elsewhere", "other");
        await TurnsHarness.UntilAsync(() => host.Channel.Texts.Contains("elsewhere"));
        Assert.DoesNotContain("fast", host.Channel.Texts);
        host.Probe.Gate.SetResult();

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 3);
        Assert.Equal(["elsewhere", "slow", "fast"], host.Channel.Texts);
    }

    [Fact]
    public async Task Accept_ConversationIsFull_SaysBusyAndStoresNothing()
    {
        await using var host = await StartAsync(("Turns:WaitingPerConversation", "2"));
        await host.PressAsync("probe_wait", "running");
        await TurnsHarness.UntilAsync(() => host.Probe.Begun.Count == 1);
        await host.PressAsync("probe_say", "w1");
        await host.PressAsync("probe_say", "w2");

        var refused = await host.PressAsync("probe_say", "w3");

        Assert.Equal(Intake.Busy, refused.Intake);
        host.Probe.Gate.SetResult();
        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 3);
        Assert.Equal(Intake.Accepted, (await host.PressAsync("probe_say", "w3")).Intake);
    }

    [Fact]
    public async Task Answer_FunctionThrows_OneCalmSentenceWithoutDetail()
    {
        await using var host = await StartAsync();

        await host.PressAsync("probe_break", "a1");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        var result = host.Channel.Sent[0].Reply.Result;
        Assert.Equal(ResultStatus.Failed, result.Status);
        Assert.DoesNotContain("secret", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_PressWithoutTheRight_SaysSo()
    {
        await using var host = await StartAsync();

        await host.PressAsync("probe_forbidden", "a1");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal(ResultStatus.NoRight, host.Channel.Sent[0].Reply.Result.Status);
    }

    [Fact]
    public async Task Answer_UnknownButton_SaysThatItNoLongerWorks()
    {
        await using var host = await StartAsync();

        await host.PressAsync("no_such_function", "a1");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal(ResultStatus.NotUnderstood, host.Channel.Sent[0].Reply.Result.Status);
    }

    [Fact]
    public async Task Answer_TakesLong_TypingIsShownAndTheLimitEndsIt()
    {
        await using var host = await StartAsync(("Turns:TimeLimitSeconds", "1"), ("Turns:TypingAfterMilliseconds", "100"));

        await host.PressAsync("probe_wait", "never");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.True(host.Channel.Typed >= 1);
        Assert.Equal(ResultStatus.Failed, host.Channel.Sent[0].Reply.Result.Status);
    }

    [Fact]
    public async Task Deliver_ChannelIsAwayForAWhile_AnswerComesOnce()
    {
        await using var host = await StartAsync();
        host.Channel.Next.Enqueue(Delivery.Later);

        await host.PressAsync("probe_say", "a1");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        Assert.Equal("a1", host.Channel.Texts.Single());
    }

    [Fact]
    public async Task Wait_AwaitedMessage_ReplyComesToTheCallerAndNotThroughTheChannel()
    {
        await using var host = await StartAsync();

        var receipt = await host.PressAsync("probe_say", "a1", awaited: true);
        var reply = await host.Intake.WaitAsync(receipt, TimeSpan.FromSeconds(10), default);

        Assert.Equal("a1", reply!.Result.Text);
        Assert.Empty(host.Channel.Sent);
    }

    [Fact]
    public async Task Wait_TooSlow_ReplyGoesThroughTheChannel()
    {
        await using var host = await StartAsync();

        var receipt = await host.PressAsync("probe_wait", "a1", awaited: true);
        Assert.Null(await host.Intake.WaitAsync(receipt, TimeSpan.FromMilliseconds(200), default));
        host.Probe.Gate.SetResult();

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
    }

    [Fact]
    public async Task Wait_SameMessageAgain_GetsTheSameAnswer()
    {
        await using var host = await StartAsync();
        var first = await host.PressAsync("probe_say", "a1", awaited: true);
        var reply = await host.Intake.WaitAsync(first, TimeSpan.FromSeconds(10), default);

        var again = await host.PressAsync("probe_say", "a1", awaited: true);

        Assert.Equal(Intake.Duplicate, again.Intake);
        Assert.Equal(reply!.TurnId, (await host.Intake.WaitAsync(again, TimeSpan.FromSeconds(10), default))!.TurnId);
    }

    [Fact]
    public async Task Joined_TwiceAtOnce_OneWelcome()
    {
        await using var host = await StartAsync();
        var joined = TurnsHarness.Message("welcome:user-1") with { Kind = InboundKind.Joined };

        await Task.WhenAll(host.Intake.AcceptAsync(joined, default), host.Intake.AcceptAsync(joined, default));

        await host.PressAsync("probe_say", "last");
        await TurnsHarness.UntilAsync(() => host.Channel.Texts.Contains("last"));
        Assert.Equal(2, host.Channel.Sent.Count);
        Assert.Contains("FactoryBot", host.Channel.Texts.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_TextWithNul_IsStoredWithoutIt()
    {
        await using var host = await StartAsync();
        var message = TurnsHarness.Message("a1") with { Text = "a\0b", Earlier = ["\0"], Awaited = true };

        var receipt = await host.Intake.AcceptAsync(message, default);

        Assert.Equal(Intake.Accepted, receipt.Intake);
        Assert.NotNull(await host.Intake.WaitAsync(receipt, TimeSpan.FromSeconds(10), default));
    }

    private async Task<TurnsHarness> StartAsync(params (string, string)[] settings) =>
        await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync(), settings);
}
