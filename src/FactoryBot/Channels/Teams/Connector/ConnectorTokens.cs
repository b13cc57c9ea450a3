using Azure.Core;

namespace FactoryBot.Channels.Teams.Connector;

/// <summary>The bot's own token for the connector: asked for once by however many need it, and renewed before it expires.</summary>
internal sealed class ConnectorTokens(TokenCredential? credential, string scope, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly TokenRequestContext request = new([scope]);
    private AccessToken current;
    private Task<AccessToken>? asking;

    /// <summary>Without a credential no token exists and calls go out without one.</summary>
    public bool Exist => credential is not null;

    /// <param name="refused">The token that the connector has just refused; it is not handed out again.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, not the asking that others may share.</param>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        Task<AccessToken> asked;
        lock (gate)
        {
            if (current.Token is { } token && token != refused && time.GetUtcNow() < current.ExpiresOn - RenewBefore)
                return token;
            if (asking is null || asking.IsCompleted)
                asking = Task.Run(AskAsync);
            asked = asking;
        }
        return (await asked.WaitAsync(cancellationToken)).Token;
    }

    private async Task<AccessToken> AskAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), time);
        var token = await credential!.GetTokenAsync(request, limit.Token);
        lock (gate)
            current = token;
        return token;
    }
}
