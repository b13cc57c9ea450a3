using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;
using FactoryBot.Channels.Teams.Wire;
using Polly.Timeout;

namespace FactoryBot.Channels.Teams.Connector;

/// <summary>Speaks to the connector of a conversation: sends, replies, updates, creates. Each call has its own time limit, and
/// what the protocol allows is repeated within bounds.</summary>
internal sealed class ConnectorClient(
    HttpMessageInvoker http,
    ConnectorTokens tokens,
    ServiceUrls urls,
    ConnectorRetry retry,
    TimeProvider time,
    ILogger<ConnectorClient> log)
{
    private const int LargestAnswer = 1024 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task<ConnectorAnswer> SendAsync(TeamsReference reference, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, reference, ServiceUrls.Join(reference.ServiceUrl, reference.Conversation.Id!, ""), activity, cancellationToken);

    public Task<ConnectorAnswer> ReplyAsync(
        TeamsReference reference, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, reference, ServiceUrls.Join(reference.ServiceUrl, reference.Conversation.Id!, activityId), activity, cancellationToken);

    public Task<ConnectorAnswer> UpdateAsync(
        TeamsReference reference, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, reference, ServiceUrls.Join(reference.ServiceUrl, reference.Conversation.Id!, activityId), activity, cancellationToken);

    /// <summary>One page of the people in a conversation: <see cref="ConnectorAnswer.Body"/>.</summary>
    public Task<ConnectorAnswer> MembersAsync(TeamsReference reference, int pageSize, string? after, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, reference, ServiceUrls.Members(reference.ServiceUrl, reference.Conversation.Id!, pageSize, after), default, cancellationToken);

    /// <summary>Creates a conversation, or finds the one that exists: a chat with one person is always the same chat.</summary>
    public Task<ConnectorAnswer> CreateConversationAsync(
        TeamsReference reference, ReadOnlyMemory<byte> conversation, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, reference, ServiceUrls.Join(reference.ServiceUrl), conversation, cancellationToken);

    private async Task<ConnectorAnswer> CallAsync(
        HttpMethod method, TeamsReference reference, Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var call = new Call(method, url, body, tokens.Exist && urls.MayCarryToken(reference, url));
        try
        {
            return await retry.Pipeline.ExecuteAsync(
                static (state, token) => state.Client.TryAsync(state.Call, token), (Client: this, Call: call), cancellationToken);
        }
        catch (AuthenticationFailedException error)
        {
            log.NoToken(error);
            return ConnectorAnswer.None;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutRejectedException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.ConnectorSilent(error, url.Host);
            return ConnectorAnswer.None;
        }
    }

    private async ValueTask<ConnectorAnswer> TryAsync(Call call, CancellationToken cancellationToken)
    {
        if (!call.WithToken)
            return await OnceAsync(call, null, cancellationToken);
        var token = await tokens.GetAsync(null, cancellationToken);
        var answer = await OnceAsync(call, token, cancellationToken);
        return answer.Status == (int)HttpStatusCode.Unauthorized
            ? await OnceAsync(call, await tokens.GetAsync(token, cancellationToken), cancellationToken)
            : answer;
    }

    private async Task<ConnectorAnswer> OnceAsync(Call call, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Url);
        if (!call.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.ContentType = Json;
        }
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);

        using var response = await http.SendAsync(request, cancellationToken);
        // Read to its end, so that the connection can be used again.
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
        var answer = new ConnectorAnswer((int)response.StatusCode, null);
        if (response.IsSuccessStatusCode)
        {
            var body = await ReadAsync(response, cancellationToken);
            return answer with { Id = body.Child("id").String(), Body = body };
        }

        var code = (await ReadAsync(response, cancellationToken)).Child("error").Child("code").String() ?? "";
        log.ConnectorRefused(call.Url.Host, (int)response.StatusCode, code.Length <= 64 ? code : code[..64]);
        return answer with { Wait = ConnectorRetry.WaitsFor(response, time.GetUtcNow()) };
    }

    private static async Task<JsonElement?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return bytes.Length == 0 ? null : JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            // Success without a body, or with another one than JSON, is success.
            return null;
        }
    }

    private sealed record Call(HttpMethod Method, Uri Url, ReadOnlyMemory<byte> Body, bool WithToken);
}
