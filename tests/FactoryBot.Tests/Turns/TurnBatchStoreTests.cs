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

        var accepted = await batches.AcceptAsync([a, b], host);

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

        var accepted = await batches.AcceptAsync([first, again], host);

        Assert.Equal([first.TurnId, first.TurnId], accepted.Select(r => r.TurnId));
        Assert.Null(accepted[1].Position);
    }

    [Fact]
    public async Task AcceptAsync_ManyInOneConversation_PositionsFollowTheOrderOfTheBatch()
    {
        NewTurn[] turns = [.. Enumerable.Range(0, 50).Select(i => Turn(TenantA, "many", $"m{i}"))];

        var accepted = await batches.AcceptAsync(turns, host);

        Assert.Equal(accepted.OrderBy(r => r.Position).Select(r => r.TurnId), turns.Select(t => t.TurnId));
    }

    [Fact]
    public async Task AcceptAsync_ConversationOfALivingHost_StaysWithThatHost()
    {
        var other = Guid.NewGuid();
        await using var alive = await store.RegisterHostAsync(other, default);
        await batches.AcceptAsync([Turn(TenantA, "theirs", "m1")], other);

        var accepted = await batches.AcceptAsync([Turn(TenantA, "theirs", "m2")], host);

        Assert.False(accepted[0].Ours);
    }

    [Fact]
    public async Task AcceptAsync_ConversationOfADeadHost_IsTakenOverWithItsOlderMessages()
    {
        await batches.AcceptAsync([Turn(TenantA, "left", "m1")], Guid.NewGuid());

        var accepted = await batches.AcceptAsync([Turn(TenantA, "left", "m2")], host);

        Assert.True(accepted[0] is { Ours: true, Alone: false });
    }

    [Fact]
    public async Task AnswerAsync_AnsweredTwice_OnlyTheFirstCounts()
    {
        var turn = Turn(TenantA, "answer", "m1");
        await batches.AcceptAsync([turn], host);

        Assert.True(await batches.AnswerAsync(Answer(turn)));
        Assert.False(await batches.AnswerAsync(Answer(turn, milliseconds: 7.5)));
    }

    [Fact]
    public async Task AnswerAsync_SameAnswerAgainBecauseTheFirstWordOnItWasLost_StillCounts()
    {
        var turn = Turn(TenantA, "lost-word", "m1");
        var stored = (await batches.AcceptAsync([turn], host))[0];
        await batches.AnswerAsync(Answer(turn));

        Assert.True(await batches.AnswerAsync(Answer(turn)));

        await batches.EndAsync(turn, stored.Position!.Value);
        Assert.False(await batches.AnswerAsync(Answer(turn)));
    }

    [Fact]
    public async Task AnswerAsync_TurnOfAnotherTenant_ChangesNothing()
    {
        var turn = Turn(TenantA, "foreign", "m1");
        await batches.AcceptAsync([turn], host);

        var written = await batches.AnswerAsync(Answer(turn) with { Conversation = new(TenantB, turn.Conversation.Id) });

        Assert.False(written);
        Assert.Single(await store.OpenTurnsAsync(turn.Conversation, default));
    }

    [Fact]
    public async Task WriteAsync_Delivered_TurnIsNoLongerOpen()
    {
        var turn = Turn(TenantA, "deliver", "m1");
        await batches.AcceptAsync([turn], host);
        await batches.AnswerAsync(Answer(turn));
        var open = Assert.Single(await store.OpenTurnsAsync(turn.Conversation, default));
        Assert.NotNull(open.Reply);

        await batches.EndAsync(turn, open.Position);

        Assert.Empty(await store.OpenTurnsAsync(turn.Conversation, default));
    }

    [Fact]
    public async Task WriteAsync_AllKindsOfTwoTenantsAtOnce_EachIsToldItsOwn()
    {
        NewTurn ended = Turn(TenantA, "mixed-1", "m1"), answered = Turn(TenantA, "mixed-2", "m1"), other = Turn(TenantB, "mixed-1", "m1");
        var stored = await batches.AcceptAsync([ended, answered, other], host);
        await batches.AnswerAsync(Answer(ended));
        var fresh = Turn(TenantA, "mixed-3", "m1");

        var written = await batches.WriteAsync(
            [Answer(other), new DeliveredTurn(ended.Conversation, ended.TurnId, stored[0].Position!.Value, Delivered: false), fresh, Answer(answered), Answer(ended)],
            host, default);

        Assert.Equal([true, false, false, true, true], written.Select(w => w.Counts));
        Assert.Equal(fresh.TurnId, written[2].Accepted!.TurnId);
        Assert.Empty(await store.OpenTurnsAsync(ended.Conversation, default));
        Assert.NotNull(Assert.Single(await store.OpenTurnsAsync(answered.Conversation, default)).Reply);
        Assert.NotNull(Assert.Single(await store.OpenTurnsAsync(other.Conversation, default)).Reply);
    }

    [Fact]
    public async Task AbandonedAsync_HostIsGone_ItsOpenConversationIsNamed()
    {
        var gone = Turn(TenantA, "gone", "m1");
        await batches.AcceptAsync([gone], Guid.NewGuid());

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
        await batches.AcceptAsync([turn], other);

        Assert.Empty(await store.TakeOverAsync(turn.Conversation, host, default));
        Assert.DoesNotContain(await store.AbandonedAsync(host, 100, default), a => a.Conversation == turn.Conversation);
    }

    [Fact]
    public async Task HistoryAsync_MoreThanAsked_GivesTheNewestOldestFirst()
    {
        for (var i = 1; i <= 4; i++)
        {
            var turn = Turn(TenantA, "history", $"m{i}");
            await batches.AcceptAsync([turn], host);
            await batches.AnswerAsync(Answer(turn) with { Question = $"q{i}", Calls = """[{"function":"f","arguments":{"n":1}}]""" });
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
        Conversation = turn.Conversation,
        Position = TurnWrites.PositionOf(turn),
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
