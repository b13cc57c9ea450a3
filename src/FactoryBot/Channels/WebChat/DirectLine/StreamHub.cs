using System.Collections.Concurrent;
using System.Threading.Channels;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>The open streams of this host, and the news of what any host has stored for them.</summary>
internal sealed class StreamHub(FactoryDatabase database, TimeProvider time, ILogger<StreamHub> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ConversationName, OpenStream> streams = new();

    /// <summary>Opens a stream; an older one of the same conversation ends.</summary>
    public OpenStream Open(ConversationName conversation)
    {
        var stream = new OpenStream();
        streams.AddOrUpdate(conversation, stream, (_, older) =>
        {
            older.End();
            return stream;
        });
        return stream;
    }

    public void Close(ConversationName conversation, OpenStream stream) => streams.TryRemove(new(conversation, stream));

    /// <summary>Something was stored.</summary>
    public void Wake(ConversationName conversation)
    {
        if (streams.TryGetValue(conversation, out var stream))
            stream.Wake();
    }

    /// <summary>Shows something that is not kept, such as typing. Whoever is not there misses nothing.</summary>
    public void Show(ConversationName conversation, string activity)
    {
        if (streams.TryGetValue(conversation, out var stream))
            stream.Show(activity);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await database.ListenAsync(WebChatStore.Channel, Hear, WakeAll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                log.ListenerLost(error);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What was stored while nobody listened was not heard of.
    private void WakeAll()
    {
        foreach (var stream in streams.Values)
            stream.Wake();
    }

    private void Hear(string payload)
    {
        if (payload.Split(' ') is [var tenant, var conversation] && Guid.TryParse(tenant, out var tenantId))
            Wake(new(tenantId, conversation));
    }
}

/// <summary>What one socket waits for.</summary>
internal sealed class OpenStream
{
    // A null says that something was stored; one is as good as many.
    private readonly Channel<string?> news = Channel.CreateBounded<string?>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<string?> News => news.Reader;

    public void Wake() => news.Writer.TryWrite(null);

    public void Show(string activity) => news.Writer.TryWrite(activity);

    public void End() => news.Writer.TryComplete();
}
