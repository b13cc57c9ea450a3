using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Fetches what people sent: from the address that Teams gave for it, with the bot's token only where that address is the connector's own.</summary>
internal sealed class TeamsFiles(HttpMessageInvoker http, ConnectorTokens tokens, ServiceUrls urls, TimeProvider time, ILogger<TeamsFiles> log) : IFileChannel
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public string Name => TeamsChannel.ChannelName;

    public async Task<byte[]?> FetchAsync(InboundMessage message, InboundFile file, long mostBytes, CancellationToken cancellationToken)
    {
        if (file.Where?.Deserialize(TeamsJson.Default.FileAddress) is not { } address
            || message.Reference?.Deserialize(TeamsJson.Default.TeamsReference) is not { } reference
            || !Uri.TryCreate(address.Url, UriKind.Absolute, out var url) || !IsAllowed(url, reference))
            return null;
        using var own = new CancellationTokenSource(TimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        try
        {
            return await GetAsync(url, address.ByConnector && IsConnector(url, reference), mostBytes, limit.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (own.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            log.FileFetchFailed(error, url.Host);
            return null;
        }
    }

    private async Task<byte[]?> GetAsync(Uri url, bool withToken, long mostBytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (withToken && tokens.Exist)
            request.Headers.Authorization = new("Bearer", await tokens.GetAsync(null, cancellationToken));
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > mostBytes)
            return null;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > mostBytes)
                return null;
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    // In the local mode nobody proved who they are: such an address may only lead to this machine.
    private static bool IsAllowed(Uri url, TeamsReference reference) =>
        reference.Verified ? url.Scheme == Uri.UriSchemeHttps : ServiceUrls.IsLoopback(url.ToString());

    private bool IsConnector(Uri url, TeamsReference reference) =>
        new Uri(reference.ServiceUrl).Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase) && urls.MayCarryToken(reference, url);
}
