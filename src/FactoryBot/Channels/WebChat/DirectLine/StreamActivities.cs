using System.Net.WebSockets;
using System.Text;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>GET conversations/{id}/stream: sends what the client has not got yet, then everything as it comes.</summary>
internal static class StreamActivities
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(25);

    // A client that is alive says something every 20 seconds or so.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    public static async Task HandleAsync(HttpContext http, string id, Conversations conversations, WebChatStore store, StreamHub hub, TimeProvider time)
    {
        var (conversation, refusal) = await conversations.AuthenticateAsync(http.Request.Query["t"], id, DirectLineToken.ForStream, http.RequestAborted);
        if (conversation is null || !http.WebSockets.IsWebSocketRequest)
        {
            await (refusal ?? DirectLineError.Malformed).ExecuteAsync(http);
            return;
        }
        var lifetime = http.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var stream = hub.Open(conversation.Name);
        var listening = ListenAsync(socket, time, ending);
        try
        {
            await SendAsync(socket, conversation.Name, Watermark.Read(http.Request.Query["watermark"]), stream, store, time, ending.Token);
            await CloseAsync(socket, WebSocketCloseStatus.NormalClosure);
            // The client says goodbye too; hanging up before would lose what it has not read yet.
            await Task.WhenAny(listening, Task.Delay(Farewell, time, CancellationToken.None));
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The client went, or the host stops: the client comes back with its watermark.
            await CloseAsync(socket, WebSocketCloseStatus.EndpointUnavailable);
        }
        finally
        {
            hub.Close(conversation.Name, stream);
            await ending.CancelAsync();
            await listening;
        }
    }

    private static async Task SendAsync(
        WebSocket socket, ConversationName conversation, long watermark, OpenStream stream, WebChatStore store, TimeProvider time, CancellationToken ending)
    {
        while (true)
        {
            var activities = await store.AfterAsync(conversation, watermark, Watermark.Most, ending);
            if (activities.Count > 0)
            {
                (var text, watermark) = Watermark.Set(activities, watermark);
                await SendAsync(socket, text, ending);
                continue;
            }
            if (!await NewsAsync(socket, stream, watermark, time, ending))
                return;
        }
    }

    // Waits for something stored; shows on the way what is not stored. False when a newer stream took over.
    private static async Task<bool> NewsAsync(WebSocket socket, OpenStream stream, long watermark, TimeProvider time, CancellationToken ending)
    {
        while (true)
        {
            var wait = stream.News.WaitToReadAsync(ending).AsTask();
            while (await Task.WhenAny(wait, Task.Delay(KeepAlive, time, ending)) != wait)
                await SendAsync(socket, "", ending);
            if (!await wait)
                return false;
            while (stream.News.TryRead(out var news))
            {
                if (news is null)
                    return true;
                await SendAsync(socket, $"{{\"activities\":[{news}],\"watermark\":\"{watermark}\"}}", ending);
            }
        }
    }

    private static async Task ListenAsync(WebSocket socket, TimeProvider time, CancellationTokenSource ending)
    {
        var buffer = new byte[1024];
        using var silence = new CancellationTokenSource(Silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, silence.Token);
        try
        {
            // What the client says here is only that it is alive.
            while ((await socket.ReceiveAsync(buffer.AsMemory(), either.Token)).MessageType != WebSocketMessageType.Close)
                silence.CancelAfter(Silence);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // Gone without a word.
        }
        await ending.CancelAsync();
    }

    private static Task SendAsync(WebSocket socket, string text, CancellationToken ending) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, ending);

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(status, null, limit.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // It closed at the same moment.
        }
    }
}
