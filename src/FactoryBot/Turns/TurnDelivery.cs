using Microsoft.Extensions.Options;

namespace FactoryBot.Turns;

/// <summary>Brings an answer to its channel, or to the caller that waits for it.</summary>
internal sealed class TurnDelivery(
    IEnumerable<IChannel> channels,
    ReplyWaiters waiters,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<TurnDelivery> log)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>Refused when the answer could not be delivered and will not be tried again.</summary>
    public async Task<Sending> DeliverAsync(OpenTurn turn, OutboundReply reply, CancellationToken stopping)
    {
        if (waiters.Hand(turn.TurnId, reply))
            return Delivery.Sent;
        var name = turn.Message.Channel;
        if (!byName.TryGetValue(name, out var channel))
        {
            log.NotDelivered(turn.TurnId, name);
            return Delivery.Refused;
        }
        var until = time.GetUtcNow() + TimeSpan.FromMinutes(options.Value.DeliverForMinutes);
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var sending = await channel.SendAsync(turn.Message, reply, stopping);
            if (sending.Delivery == Delivery.Sent)
                return sending;
            if (sending.Delivery == Delivery.Refused || time.GetUtcNow() + wait > until)
            {
                log.NotDelivered(turn.TurnId, name);
                return Delivery.Refused;
            }
            log.DeliversLater(turn.TurnId, name, wait.TotalSeconds);
            await Task.Delay(wait, time, stopping);
        }
    }

    /// <summary>Shows that an answer is on its way, from the moment when waiting is felt until the returned object is disposed.</summary>
    public IAsyncDisposable TypeWhileAnswering(OpenTurn turn) =>
        turn.Message.Awaited || turn.Reply is not null || !byName.TryGetValue(turn.Message.Channel, out var channel)
            ? new Typing(null)
            : new Typing(time.CreateTimer(
                _ => _ = TypeAsync(channel, turn), null,
                TimeSpan.FromMilliseconds(options.Value.TypingAfterMilliseconds), TypingAgain));

    private async Task TypeAsync(IChannel channel, OpenTurn turn)
    {
        try
        {
            using var limit = new CancellationTokenSource(TypingAgain, time);
            await channel.TypingAsync(turn.Message, limit.Token);
        }
        catch (Exception error)
        {
            // Nobody waits for this task, and an answer must not fail with its indicator.
            log.TypingFailed(error, turn.TurnId);
        }
    }

    private sealed class Typing(ITimer? timer) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => timer?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
