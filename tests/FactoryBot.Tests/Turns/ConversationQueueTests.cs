using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class ConversationQueueTests
{
    private static readonly ConversationKey Key = new(Guid.NewGuid(), "test:c");

    [Fact]
    public void Next_TurnsAddedOutOfOrder_ComeByPosition()
    {
        var queue = new ConversationQueue(Key);
        var (second, first) = (Turn(2), Turn(1));

        Assert.Equal(Added.Starts, queue.Add(second));
        Assert.Equal(Added.Waits, queue.Add(first));

        Assert.Equal(first, queue.Next());
        Assert.Equal(second, queue.Next());
        Assert.Null(queue.Next());
    }

    [Fact]
    public void Add_SameTurnWhileItRunsAndAfterItIsDone_IsKnown()
    {
        var queue = new ConversationQueue(Key);
        var turn = Turn(1);
        queue.Add(turn);
        queue.Next();

        Assert.Equal(Added.Known, queue.Add(turn));
        queue.Done(turn);
        Assert.Equal(Added.Known, queue.Add(turn));
    }

    [Fact]
    public void Add_ConversationAtRest_StartsItAgain()
    {
        var queue = new ConversationQueue(Key);
        queue.Add(Turn(1));
        queue.Next();
        Assert.Null(queue.Next());

        Assert.Equal(Added.Starts, queue.Add(Turn(2)));
    }

    [Fact]
    public void TryClose_WorkLeft_StaysOpen()
    {
        var queue = new ConversationQueue(Key);
        var turn = Turn(1);
        queue.Add(turn);

        Assert.False(queue.TryClose());
        queue.Next();
        queue.Next();
        Assert.False(queue.TryClose());
        queue.Done(turn);
        Assert.True(queue.TryClose());
        Assert.Equal(Added.Closed, queue.Add(Turn(2)));
    }

    [Fact]
    public void GiveUp_TurnsWait_TakesNothingMoreAndTellsHowMany()
    {
        var queue = new ConversationQueue(Key);
        queue.Add(Turn(1));
        queue.Add(Turn(2));
        queue.Add(Turn(3));
        queue.Next();

        Assert.Equal(2, queue.GiveUp());
        Assert.Equal(Added.Closed, queue.Add(Turn(4)));
        Assert.Null(queue.Next());
    }

    [Fact]
    public void Remember_MoreThanTheBound_KeepsTheNewest()
    {
        var queue = new ConversationQueue(Key) { History = [] };

        for (var i = 1; i <= 4; i++)
            queue.Remember(new($"q{i}", [], "a"), most: 2);

        Assert.Equal(["q3", "q4"], queue.History!.Select(e => e.Question));
    }

    private static OpenTurn Turn(long position) => new(Key, Guid.NewGuid(), position, new()
    {
        Channel = "test",
        TenantKey = "demo",
        ConversationId = "c",
        ActivityId = $"a{position}",
        From = new("u", "Ana"),
        ReceivedAt = DateTimeOffset.UnixEpoch,
    });
}
