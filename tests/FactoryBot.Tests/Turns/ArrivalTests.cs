using Dapper;
using FactoryBot.Skills.Results;
using FactoryBot.Testing;
using FactoryBot.Turns;
using Npgsql;

namespace FactoryBot.Tests.Turns;

/// <summary>Messages of conversations that are this host's own and at rest: they are answered before they are stored.</summary>
public sealed class ArrivalTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Press_AnsweredAtOnce_MessageAndAnswerAreStoredInOneTransaction()
    {
        await using var talk = await TalkAsync();
        var inOne = false;
        talk.Host.Channel.Meanwhile = async () => inOne = await talk.AskAsync<bool>(
            "select t.xmin = o.xmin and t.state = 2 from turns.turn t join turns.open o using (tenant_id, turn_id) where t.activity_id = 'quick'");

        await talk.Host.PressAsync("probe_say", "quick");

        await talk.UntilSentAsync("quick");
        Assert.True(inOne);
        await TurnsHarness.UntilAsync(() => talk.AskAsync<long>("select count(*) from turns.open").Result == 0);
    }

    [Fact]
    public async Task Press_AnswerTakesLong_MessageIsStoredAndAcknowledgedMeanwhile()
    {
        await using var talk = await TalkAsync();

        var receipt = await talk.Host.PressAsync("probe_wait", "slow");

        Assert.Equal(Intake.Accepted, receipt.Intake);
        Assert.Equal(0, await talk.AskAsync<short>("select state from turns.turn where activity_id = 'slow'"));
        talk.Host.Probe.Gate.SetResult();
        await talk.UntilSentAsync("slow");
    }

    [Fact]
    public async Task Press_AnotherMessageComesMeanwhile_IsStoredAndAnsweredAfterIt()
    {
        await using var talk = await TalkAsync();

        var slow = talk.Host.PressAsync("probe_wait", "slow");
        var fast = talk.Host.PressAsync("probe_say", "fast");
        await Task.WhenAll(slow, fast);
        talk.Host.Probe.Gate.SetResult();

        await talk.UntilSentAsync("fast");
        Assert.Equal(["first", "slow", "fast"], talk.Host.Channel.Texts);
        Assert.Equal(["first", "slow", "fast"], await talk.ListAsync("select activity_id from turns.turn order by position"));
    }

    [Fact]
    public async Task Press_FunctionChangesSomething_RunsForAStoredMessageOnly()
    {
        await using var talk = await TalkAsync();

        await talk.Host.PressAsync("probe_change", "change");

        await talk.UntilSentAsync("change stored");
    }

    [Fact]
    public async Task Press_MessageWasStoredByAnotherHost_IsKnownAndAnsweredOnce()
    {
        await using var talk = await TalkAsync();
        await talk.StoreElsewhereAsync("same");

        var receipt = await talk.Host.PressAsync("probe_say", "same");

        Assert.Equal(Intake.Duplicate, receipt.Intake);
        await talk.UntilSentAsync("same");
        await talk.Host.PressAsync("probe_say", "last");
        await talk.UntilSentAsync("last");
        Assert.Equal(["first", "same", "last"], talk.Host.Channel.Texts);
    }

    [Fact]
    public async Task Press_OlderMessageOfAnotherHostIsWaiting_IsAnsweredAfterIt()
    {
        await using var talk = await TalkAsync();
        await talk.StoreElsewhereAsync("older");

        await talk.Host.PressAsync("probe_say", "newer");

        await talk.UntilSentAsync("newer");
        Assert.Equal(["first", "older", "newer"], talk.Host.Channel.Texts);
    }

    [Fact]
    public async Task Press_AnswerCannotBeStored_SaysSoAndTheConversationGoesOn()
    {
        await using var talk = await TalkAsync();

        await talk.Host.PressAsync("probe_unstorable", "bad");
        await talk.Host.PressAsync("probe_say", "behind");

        await talk.UntilSentAsync("behind");
        Assert.Equal([ResultStatus.Answered, ResultStatus.Failed, ResultStatus.Answered], talk.Host.Channel.Sent.Select(s => s.Reply.Result.Status));
    }

    [Fact]
    public async Task Press_HostStopsWhileItIsAnswered_MessageIsStoredForTheNextHost()
    {
        var talk = await TalkAsync(("Turns:DrainSeconds", "0"));
        var accepted = talk.Host.PressAsync("probe_wait", "left");
        await TurnsHarness.UntilAsync(() => talk.Host.Probe.Begun.Count == 1);

        var stops = talk.Host.StopAsync();

        Assert.Equal(Intake.Accepted, (await accepted).Intake);
        await stops;
        await talk.DisposeAsync();
        await using var next = await TurnsHarness.StartAsync(talk.Connection);
        next.Probe.Gate.SetResult();
        await TurnsHarness.UntilAsync(() => next.Channel.Texts.Contains("left"));
    }

    private async Task<Talk> TalkAsync(params (string Key, string Value)[] settings)
    {
        var connection = await postgres.NewConnectionStringAsync();
        var talk = new Talk(connection, await TurnsHarness.StartAsync(connection, settings));
        await talk.Host.PressAsync("probe_say", "first");
        await talk.UntilSentAsync("first");
        await TurnsHarness.UntilAsync(() => talk.AskAsync<long>("select count(*) from turns.open").Result == 0);
        return talk;
    }

    /// <summary>A conversation that a host holds, with one message answered in it.</summary>
    private sealed record Talk(string Connection, TurnsHarness Host) : IAsyncDisposable
    {
        public Task UntilSentAsync(string text) => TurnsHarness.UntilAsync(() => Host.Channel.Texts.Contains(text));

        public async Task<T> AskAsync<T>(string sql)
        {
            await using var session = new NpgsqlConnection(Connection);
            return await session.QuerySingleAsync<T>(sql);
        }

        public async Task<IEnumerable<string>> ListAsync(string sql)
        {
            await using var session = new NpgsqlConnection(Connection);
            return await session.QueryAsync<string>(sql);
        }

        public async Task StoreElsewhereAsync(string activity)
        {
            var message = TurnsHarness.Press("probe_say", activity);
            var tenant = await AskAsync<Guid>("select tenant_id from turns.turn limit 1");
            await new TurnBatchStore(Host.Database).AcceptAsync(
                [new(ConversationKey.Of(tenant, message), Guid.CreateVersion7(), message, Claim: false)], Guid.NewGuid());
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
