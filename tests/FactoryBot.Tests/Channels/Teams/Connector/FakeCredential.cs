using Azure.Core;
using Azure.Identity;

namespace FactoryBot.Tests.Channels.Teams.Connector;

/// <summary>Hands out token-1, token-2... each good for an hour.</summary>
internal sealed class FakeCredential(TimeProvider time) : TokenCredential
{
    private int asked;

    public int Asked => asked;

    public bool Broken { get; set; }

    public TimeSpan Takes { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref asked);
        await Task.Delay(Takes, TimeProvider.System, cancellationToken);
        if (Broken)
            throw new AuthenticationFailedException("The secret has expired.");
        return new($"token-{number}", time.GetUtcNow().AddHours(1));
    }
}
