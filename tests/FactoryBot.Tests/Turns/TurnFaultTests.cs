using Dapper;
using FactoryBot.Skills.Results;
using FactoryBot.Testing;
using FactoryBot.Turns;
using Npgsql;

namespace FactoryBot.Tests.Turns;

/// <summary>What breaks around a turn: the database, a host, its connection.</summary>
public sealed class TurnFaultTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Database_ConnectionsCutInTheMiddleOfATurn_AnsweredOnce()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var host = await TurnsHarness.StartAsync(connection);
        await host.PressAsync("probe_query", "before");
        await TurnsHarness.UntilAsync(() => host.Probe.Begun.Count == 1);

        await CutAllAsync(connection);
        host.Probe.Gate.SetResult();

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count >= 1, seconds: 30);
        await CutAllAsync(connection);
        await PressUntilAcceptedAsync(host, "after");
        await TurnsHarness.UntilAsync(() => host.Channel.Texts.Contains("after"), seconds: 30);
        Assert.Equal(["before", "after"], host.Channel.Texts);
    }

    [Fact]
    public async Task Database_GoneBeforeADeliveredAnswerIsMarked_TheConversationGoesOnAndNothingIsSaidTwice()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var host = await TurnsHarness.StartAsync(connection);
        host.Channel.Meanwhile = () => CutAllAsync(connection);

        await host.PressAsync("probe_say", "before");
        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        await PressUntilAcceptedAsync(host, "after");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 2, seconds: 30);
        await TurnsHarness.UntilAsync(() => OpenTurns(connection) == 0);
        Assert.Equal(["before", "after"], host.Channel.Texts);
    }

    [Fact]
    public async Task Delivery_ThrowsWhatNobodyExpected_TheTurnsBehindItAreAnswered()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var host = await TurnsHarness.StartAsync(connection);
        host.Channel.Meanwhile = () => throw new InvalidOperationException("a bug in a channel");

        await host.PressAsync("probe_say", "unlucky");
        await host.PressAsync("probe_say", "behind");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1 && OpenTurns(connection) == 0);
        Assert.Equal(["behind"], host.Channel.Texts);
    }

    [Fact]
    public async Task Answer_TheDatabaseRefuses_SaidToHaveFailedAndTheConversationGoesOn()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var host = await TurnsHarness.StartAsync(connection);

        await host.PressAsync("probe_unstorable", "bad");
        await host.PressAsync("probe_say", "behind");

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 2);
        Assert.Equal(ResultStatus.Failed, host.Channel.Sent[0].Reply.Result.Status);
        Assert.Equal("behind", host.Channel.Texts.Last());
    }

    [Fact]
    public async Task Host_GoneBetweenStoringAndAnswering_AnotherHostAnswersOnce()
    {
        var connection = await postgres.NewConnectionStringAsync();
        var dead = Guid.NewGuid();
        await using var host = await TurnsHarness.StartAsync(connection);
        var receipt = await host.PressAsync("probe_say", "warm");
        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 1);
        var message = TurnsHarness.Message("left", "theirs") with
        {
            Press = new("probe_say", System.Text.Json.JsonSerializer.SerializeToElement(new { label = "left" })),
        };
        await new TurnBatchStore(host.Database).AcceptAsync(
            [new(ConversationKey.Of(receipt.TenantId, message), Guid.CreateVersion7(), message, Claim: true)], dead);

        await TurnsHarness.UntilAsync(() => host.Channel.Sent.Count == 2);

        Assert.Equal("left", host.Channel.Texts.Last());
    }

    [Fact]
    public async Task Host_StopsWhileATurnRuns_TheNextHostAnswersIt()
    {
        var connection = await postgres.NewConnectionStringAsync();
        var first = await TurnsHarness.StartAsync(connection, ("Turns:DrainSeconds", "0"));
        await first.PressAsync("probe_wait", "a1");
        await TurnsHarness.UntilAsync(() => first.Probe.Begun.Count == 1);
        var channel = first.Channel;
        await using var second = await TurnsHarness.StartAsync(connection);
        second.Probe.Gate.SetResult();

        await first.DisposeAsync();

        await TurnsHarness.UntilAsync(() => channel.Sent.Count + second.Channel.Sent.Count == 1);
    }

    [Fact]
    public async Task TwoHosts_OneConversationThroughBoth_OrderKeptNothingLostNothingTwice()
    {
        const int Conversations = 5, Messages = 20;
        var connection = await postgres.NewConnectionStringAsync();
        await using var first = await TurnsHarness.StartAsync(connection);
        await using var second = await TurnsHarness.StartAsync(connection);

        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(async c =>
        {
            for (var m = 0; m < Messages; m++)
                await (m % 2 == 0 ? first : second).PressAsync("probe_say", $"{c}-{m:00}", $"c{c}");
        }));

        await TurnsHarness.UntilAsync(
            () => first.Channel.Sent.Count + second.Channel.Sent.Count >= Conversations * Messages, seconds: 40);
        for (var c = 0; c < Conversations; c++)
        {
            var answers = first.Channel.Sent.Concat(second.Channel.Sent)
                .Where(s => s.Conversation == $"c{c}").Select(s => s.Reply.Result.Text).ToList();
            Assert.Equal(Enumerable.Range(0, Messages).Select(m => $"{c}-{m:00}"), answers);
        }
    }

    [Fact]
    public async Task TwoHosts_DatabaseGoneWhileOneBringsItsAnswer_TheOtherDoesNotBringItToo()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var first = await TurnsHarness.StartAsync(connection, ("Turns:SettleSeconds", "10"));
        await using var second = await TurnsHarness.StartAsync(connection, ("Turns:SettleSeconds", "10"));
        // The second is back at once and takes the conversation over; the first is away for longer and is still sending.
        first.Channel.Meanwhile = async () =>
        {
            await CutAllAsync(connection);
            for (var i = 0; i < 100 && second.Waiting == 0; i++)
            {
                await CutHostAsync(connection, first.HostId);
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        };

        await first.PressAsync("probe_say", "once");
        await TurnsHarness.UntilAsync(() => first.Channel.Sent.Count == 1);
        await TurnsHarness.UntilAsync(() => OpenTurns(connection) == 0);
        await PressUntilAcceptedAsync(second, "after");
        await TurnsHarness.UntilAsync(() => first.Channel.Texts.Concat(second.Channel.Texts).Contains("after"), seconds: 30);

        Assert.Equal(["after", "once"], first.Channel.Texts.Concat(second.Channel.Texts).Order());
    }

    [Fact]
    public async Task Wait_AnotherHostAnswers_TheCallerGetsTheReply()
    {
        var connection = await postgres.NewConnectionStringAsync();
        await using var first = await TurnsHarness.StartAsync(connection);
        await using var second = await TurnsHarness.StartAsync(connection);
        await first.PressAsync("probe_say", "mine");
        await TurnsHarness.UntilAsync(() => first.Channel.Sent.Count == 1);

        var receipt = await second.PressAsync("probe_say", "asked elsewhere", awaited: true);
        var reply = await second.Intake.WaitAsync(receipt, TimeSpan.FromSeconds(20), default);

        Assert.Equal("asked elsewhere", reply!.Result.Text);
    }

    private static long OpenTurns(string connection)
    {
        using var session = new NpgsqlConnection(connection);
        return session.QuerySingle<long>("select count(*) from turns.open");
    }

    private static async Task CutAllAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var session = await source.OpenConnectionAsync();
        await session.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static async Task CutHostAsync(string connection, Guid host)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var session = await source.OpenConnectionAsync();
        await session.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = turns.host_key(@host)",
            new { host });
    }

    private static async Task PressUntilAcceptedAsync(TurnsHarness host, string activity)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await host.PressAsync("probe_say", activity);
                return;
            }
            catch (NpgsqlException) when (tries < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
