using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Testing;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class TurnBatchStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly Guid TenantA = Guid.NewGuid();
    private static readonly Guid TenantB = Guid.NewGuid();
    private static readonly DateTimeOffset At = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly Guid host = Guid.NewGuid();
    private FactoryDatabase database = null!;
    private TurnBatchStore batches = null!;
    private TurnStore store = null!;

    public async Task InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync();
        batches = new(database);
        store = new(database);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AcceptAsync_MessagesOfTwoTenants_EachIsStoredWithItsOwn()
    {
        var a = Turn(TenantA, "c1", "m1");
        var b = Turn(TenantB, "c1", "m1");

        var accepted = await batches.AcceptAsync([a, b], host, default);

        Assert.Equal([a.TurnId, b.TurnId], accepted.Select(r => r.TurnId));
        Assert.All(accepted, r => Assert.True(r is { Ours: true, Alone: true, Position: not null }));
        var stored = Assert.Single(await store.OpenTurnsAsync(a.Conversation, default));
        Assert.Equal(a.TurnId, stored.TurnId);
    }

    [Fact]
    public async Task AcceptAsync_SameMessageTwiceInOneBatch_IsStoredOnce()
    {
        var first = Turn(TenantA, "twice", "m1");
        var again = Turn(TenantA, "twice", "m1");

        var accepted = await batches.AcceptAsync([first, again], host, default);

        Assert.Equal([first.TurnId, first.TurnId], accepted.Select(r => r.TurnId));
        Assert.Null(accepted[1].Position);
    }

    [Fact]
    public async Task AcceptAsync_ManyInOneConversation_PositionsFollowTheOrderOfTheBatch()
    {
        NewTurn[] turns = [.. Enumerable.Range(0, 50).Select(i => Turn(TenantA, "many", $"m{i}"))];

        var accepted = await batches.AcceptAsync(turns, host, default);

        Assert.Equal(accepted.OrderBy(r => r.Position).Select(r => r.TurnId), turns.Select(t => t.TurnId));
    }

    [Fact]
    public async Task AcceptAsync_ConversationOfALivingHost_StaysWithThatHost()
    {
        var other = Guid.NewGuid();
        await using var alive = await store.RegisterHostAsync(other, default);
        await batches.AcceptAsync([Turn(TenantA, "theirs", "m1")], other, default);

        var accepted = await batches.AcceptAsync([Turn(TenantA, "theirs", "m2")], host, default);

        Assert.False(accepted[0].Ours);
    }

    [Fact]
    public async Task AcceptAsync_ConversationOfADeadHost_IsTakenOverWithItsOlderMessages()
    {
        await batches.AcceptAsync([Turn(TenantA, "left", "m1")], Guid.NewGuid(), default);

        var accepted = await batches.AcceptAsync([Turn(TenantA, "left", "m2")], host, default);

        Assert.True(accepted[0] is { Ours: true, Alone: false });
    }

    [Fact]
    public async Task AnswerAsync_AnsweredTwice_OnlyTheFirstCounts()
    {
        var turn = Turn(TenantA, "answer", "m1");
        await batches.AcceptAsync([turn], host, default);

        var first = await batches.AnswerAsync([Answer(turn)], default);
        var second = await batches.AnswerAsync([Answer(turn, milliseconds: 7.5)], default);

        Assert.True(first[0]);
        Assert.False(second[0]);
    }

    [Fact]
    public async Task AnswerAsync_SameAnswerAgainBecauseTheFirstWordOnItWasLost_StillCounts()
    {
        var turn = Turn(TenantA, "lost-word", "m1");
        await batches.AcceptAsync([turn], host, default);
        await batches.AnswerAsync([Answer(turn)], default);

        Assert.True((await batches.AnswerAsync([Answer(turn)], default))[0]);

        await batches.DeliverAsync([new(TenantA, turn.TurnId, true, At)], default);
        Assert.False((await batches.AnswerAsync([Answer(turn)], default))[0]);
    }

    [Fact]
    public async Task AnswerAsync_TurnOfAnotherTenant_ChangesNothing()
    {
        var turn = Turn(TenantA, "foreign", "m1");
        await batches.AcceptAsync([turn], host, default);

        var written = await batches.AnswerAsync([Answer(turn) with { TenantId = TenantB }], default);

        Assert.False(written[0]);
        Assert.Single(await store.OpenTurnsAsync(turn.Conversation, default));
    }

    [Fact]
    public async Task DeliverAsync_Delivered_TurnIsNoLongerOpen()
    {
        var turn = Turn(TenantA, "deliver", "m1");
        await batches.AcceptAsync([turn], host, default);
        await batches.AnswerAsync([Answer(turn)], default);
        Assert.NotNull(Assert.Single(await store.OpenTurnsAsync(turn.Conversation, default)).Reply);

        await batches.DeliverAsync([new(TenantA, turn.TurnId, true, At)], default);

        Assert.Empty(await store.OpenTurnsAsync(turn.Conversation, default));
    }

    [Fact]
    public async Task AbandonedAsync_HostIsGone_ItsOpenConversationIsNamed()
    {
        var gone = Turn(TenantA, "gone", "m1");
        await batches.AcceptAsync([gone], Guid.NewGuid(), default);

        var abandoned = await store.AbandonedAsync(host, 100, default);

        Assert.Contains((gone.Conversation, false), abandoned);
        var open = await store.TakeOverAsync(gone.Conversation, host, default);
        Assert.Equal(1, Assert.Single(open).Attempts);
    }

    [Fact]
    public async Task TakeOverAsync_HostIsAlive_TakesNothing()
    {
        var other = Guid.NewGuid();
        await using var alive = await store.RegisterHostAsync(other, default);
        var turn = Turn(TenantA, "kept", "m1");
        await batches.AcceptAsync([turn], other, default);

        Assert.Empty(await store.TakeOverAsync(turn.Conversation, host, default));
        Assert.DoesNotContain(await store.AbandonedAsync(host, 100, default), a => a.Conversation == turn.Conversation);
    }

    [Fact]
    public async Task HistoryAsync_MoreThanAsked_GivesTheNewestOldestFirst()
    {
        for (var i = 1; i <= 4; i++)
        {
            var turn = Turn(TenantA, "history", $"m{i}");
            await batches.AcceptAsync([turn], host, default);
            await batches.AnswerAsync([Answer(turn) with { Question = $"q{i}", Calls = """[{"function":"f","arguments":{"n":1}}]""" }], default);
        }

        var history = await store.HistoryAsync(new(TenantA, "test:history"), 2, default);

        Assert.Equal(["q3", "q4"], history.Select(e => e.Question));
        Assert.Equal(1, history[0].Calls[0].Arguments.GetProperty("n").GetInt32());
    }

    private static NewTurn Turn(Guid tenant, string conversation, string activity)
    {
        var message = new InboundMessage
        {
            Channel = "test",
            TenantKey = "demo",
            ConversationId = conversation,
            ActivityId = activity,
            From = new("u1", "Ana"),
            Text = "hello",
            Reference = JsonSerializer.SerializeToElement(new { url = "http://localhost" }),
            ReceivedAt = At,
        };
        return new(ConversationKey.Of(tenant, message), Guid.CreateVersion7(At), message, Claim: true);
    }

    private static AnsweredTurn Answer(NewTurn turn, double milliseconds = 3) => new()
    {
        TenantId = turn.Conversation.TenantId,
        TurnId = turn.TurnId,
        Status = "Answered",
        Answer = "hi",
        Reply = ReplyJson.Write(new()
        {
            TurnId = turn.TurnId,
            Milliseconds = milliseconds,
            Result = new() { Status = FactoryBot.Skills.Results.ResultStatus.Answered, Text = "hi" },
        }),
        AnsweredAt = At,
    };
}
