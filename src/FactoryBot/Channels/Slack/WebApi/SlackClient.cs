using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.Install;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Slack.WebApi;

/// <summary>Calls Slack's Web API: with the workspace's token, within Slack's limits, and again where that may help.</summary>
internal sealed class SlackClient(
    HttpMessageInvoker http, SlackTokens tokens, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackClient> log)
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    // Slack counts each method of each workspace by itself.
    private readonly ConcurrentDictionary<(string Team, string Method), DateTimeOffset> notBefore = new();

    public Task<SlackAnswer> CallAsync(string team, string method, JsonObject arguments, CancellationToken cancellationToken) =>
        CallAsync(team, method, () => new StringContent(arguments.ToJsonString(ChannelJson.Relaxed), Encoding.UTF8, "application/json"), cancellationToken);

    /// <summary>For the few methods that take no JSON.</summary>
    public Task<SlackAnswer> CallFormAsync(string team, string method, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        CallAsync(team, method, () => new FormUrlEncodedContent(fields), cancellationToken);

    /// <summary>Uploads a file that nobody sees until a message shows it.</summary>
    /// <returns>Its id; null where it could not be uploaded.</returns>
    public async Task<string?> UploadAsync(string team, string name, string words, byte[] content, CancellationToken cancellationToken)
    {
        var place = await CallFormAsync(
            team, "files.getUploadURLExternal",
            [new("filename", name), new("length", content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("alt_text", words)], cancellationToken);
        if (!place.Ok || place.Text("file_id") is not { } id || !IsSlack(place.Text("upload_url"), out var url))
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(content) };
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return null;
        }
        catch (HttpRequestException error)
        {
            log.Silent(error, "upload");
            return null;
        }
        var done = await CallAsync(team, "files.completeUploadExternal", new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = name }) }, cancellationToken);
        return done.Ok ? id : null;
    }

    /// <summary>Answers a slash command or a press at the address that came with it, which needs no token.</summary>
    public async Task<bool> RespondAsync(string address, JsonObject message, CancellationToken cancellationToken)
    {
        if (!IsSlack(address, out var url))
            return false;
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(message.ToJsonString(ChannelJson.Relaxed), Encoding.UTF8, "application/json"),
        };
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException error)
        {
            log.Silent(error, "response_url");
            return false;
        }
    }

    /// <summary>Whether a token may go there, or a file may come from there.</summary>
    public bool IsSlack(string? address, out Uri url) =>
        Uri.TryCreate(address, UriKind.Absolute, out url!)
        && ((url.Scheme == Uri.UriSchemeHttps && options.Value.Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
            || url.GetLeftPart(UriPartial.Authority) == options.Value.ApiUrl.GetLeftPart(UriPartial.Authority));

    private async Task<SlackAnswer> CallAsync(string team, string method, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        if (await tokens.OfAsync(team, cancellationToken) is not { } token)
        {
            log.NoToken(team);
            return SlackAnswer.NoToken;
        }
        var pause = FirstPause;
        for (var tries = 0; ; tries++, pause *= 2)
        {
            if (!await MayAsync(team, method, cancellationToken))
                return SlackAnswer.TooBusy;
            var (answer, again) = await OnceAsync(team, method, token, content, cancellationToken);
            if (!again || tries >= options.Value.Retries)
                return answer;
            if (answer.Error != "ratelimited")
                await Task.Delay(pause, time, cancellationToken);
        }
    }

    // Waits until Slack takes the method again; false where that is too long to wait for.
    private async Task<bool> MayAsync(string team, string method, CancellationToken cancellationToken)
    {
        if (!notBefore.TryGetValue((team, method), out var from) || from - time.GetUtcNow() is var wait && wait <= TimeSpan.Zero)
            return true;
        if (wait > TimeSpan.FromSeconds(options.Value.LongestWaitSeconds))
            return false;
        log.AskedToWait(wait.TotalSeconds, method, team);
        await Task.Delay(wait, time, cancellationToken);
        return true;
    }

    private async Task<(SlackAnswer Answer, bool Again)> OnceAsync(
        string team, string method, string token, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.CallSeconds), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        using var body = content();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiUrl, method)) { Content = body };
        request.Headers.Authorization = new("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
                notBefore[(team, method)] = time.GetUtcNow() + wait;
                return (SlackAnswer.TooBusy, wait.TotalSeconds <= options.Value.LongestWaitSeconds);
            }
            await response.Content.LoadIntoBufferAsync(LargestAnswer, limit.Token);
            if (!response.IsSuccessStatusCode)
                return (SlackAnswer.Silent, (int)response.StatusCode >= 500);
            var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(limit.Token)).RootElement;
            if (json.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
                return (new(json, null), false);
            var code = ((JsonElement?)json).Child("error").String() ?? "unknown";
            log.Refused(method, team, code);
            return (new(json, code), code is "internal_error" or "service_unavailable" or "request_timeout");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.Silent(error, method);
            return (SlackAnswer.Silent, true);
        }
    }
}
