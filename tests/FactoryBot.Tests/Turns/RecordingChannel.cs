using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

/// <summary>A channel without a wire: it keeps what it is given, and fails when it is told to.</summary>
internal sealed class RecordingChannel : IChannel, IProactiveChannel, IFileChannel, IRosterChannel
{
    private readonly ConcurrentQueue<(string Conversation, OutboundReply Reply)> sent = new();
    private int typed;

    public string Name => "test";

    public Queue<Delivery> Next { get; } = new();

    public int Typed => Volatile.Read(ref typed);

    public IReadOnlyList<(string Conversation, OutboundReply Reply)> Sent => [.. sent];

    public IEnumerable<string> Texts => sent.Select(s => s.Reply.Result.Text);

    public Task TypingAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref typed);
        return Task.CompletedTask;
    }

    /// <summary>Who reads along in every group; null: the channel does not say.</summary>
    public IReadOnlyList<string>? People { get; set; }

    public Task<IReadOnlyList<string>?> PresentAsync(JsonElement? reference, int most, CancellationToken cancellationToken) => Task.FromResult(People);

    /// <summary>Happens once, just before the next answer counts as sent.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public async Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }
        lock (Next)
        {
            if (Next.TryDequeue(out var delivery) && delivery != Delivery.Sent)
                return delivery;
        }
        sent.Enqueue((message.ConversationId, reply));
        return Delivery.Sent;
    }

    /// <summary>What was posted without being asked for: into which conversation, in place of which message, and what.</summary>
    public ConcurrentQueue<(string Conversation, string? Replaces, string Text)> Posted { get; } = new();

    public Task<Posted> PostAsync(JsonElement reference, PostTo where, OutboundReply reply, JsonElement? earlier, CancellationToken cancellationToken)
    {
        lock (Next)
        {
            if (Next.TryDequeue(out var delivery) && delivery != Delivery.Sent)
                return Task.FromResult(new Posted(delivery, null));
        }
        Posted.Enqueue((reference.GetProperty("conversation").GetString()!, earlier?.GetString(), reply.Result.Text));
        return Task.FromResult(new Posted(Delivery.Sent, JsonSerializer.SerializeToElement(reply.Result.Text)));
    }

    public Task<byte[]?> FetchAsync(InboundMessage message, InboundFile file, long mostBytes, CancellationToken cancellationToken) =>
        Task.FromResult(file.Where is { } where ? Encoding.UTF8.GetBytes(where.GetString()!) : null);
}
