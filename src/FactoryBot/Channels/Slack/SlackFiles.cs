using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.Install;
using FactoryBot.Channels.Slack.WebApi;
using FactoryBot.Turns;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Slack;

/// <summary>Files that people send: named by the event, fetched with the bot's token, from Slack's own hosts alone.</summary>
internal sealed class SlackFiles(SlackHttp http, SlackClient client, SlackTokens tokens, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackFiles> log) : IFileChannel
{
    private const int MostFiles = 20;

    public string Name => SlackChannel.ChannelName;

    public static IReadOnlyList<InboundFile> Of(JsonElement? found) => found.Child("files") is { ValueKind: JsonValueKind.Array } files
        ? [.. files.EnumerateArray().Take(MostFiles).Select(f => One(f)).OfType<InboundFile>()]
        : [];

    public async Task<byte[]?> FetchAsync(InboundMessage message, InboundFile file, long mostBytes, CancellationToken cancellationToken)
    {
        if (file.Where.Child("url").String() is not { } address || !client.IsSlack(address, out var url)
            || await tokens.OfAsync(message.TenantKey, cancellationToken) is not { } token)
            return null;
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.CallSeconds * 3), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new("Bearer", token);
        try
        {
            using var response = await http.Invoker.SendAsync(request, limit.Token);
            // Without the right to read files Slack answers with the page on which one signs in.
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType == "text/html" && file.MediaType != "text/html")
            {
                log.NoFile($"Slack answered {(int)response.StatusCode}");
                return null;
            }
            if (response.Content.Headers.ContentLength > mostBytes)
                return null;
            await response.Content.LoadIntoBufferAsync(mostBytes, limit.Token);
            return await response.Content.ReadAsByteArrayAsync(limit.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (own.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            log.NoFile(error.GetType().Name);
            return null;
        }
    }

    private static InboundFile? One(JsonElement? file) =>
        (file.Child("url_private_download") ?? file.Child("url_private")).String() is not { } url
            ? null
            : new()
            {
                Name = file.Child("name").String() ?? "file",
                MediaType = file.Child("mimetype").String() ?? "application/octet-stream",
                Size = file.Child("size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : null,
                Where = new JsonObject { ["url"] = url }.Deserialize<JsonElement>(),
            };
}
