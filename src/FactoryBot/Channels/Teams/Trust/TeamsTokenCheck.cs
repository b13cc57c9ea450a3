using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FactoryBot.Channels.Teams.Trust;

/// <summary>Decides whether the connector sent a request: the token's signature, issuer, audience and times before the body is
/// read, then whether the activity in it is one that this token may bring.</summary>
internal sealed class TeamsTokenCheck
{
    private const int MostRemembered = 1024;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // So that a key which its issuer withdraws does not count for as long as somebody's token lasts.
    private static readonly TimeSpan RememberAtMost = TimeSpan.FromHours(1);

    private readonly SigningKeys keys;
    private readonly TimeProvider time;
    private readonly string issuer;
    private readonly FrozenSet<string> audiences;
    private readonly ConcurrentDictionary<(UInt128, UInt128), (VerifiedToken Token, DateTimeOffset Until)> verified = new();

    public TeamsTokenCheck(SigningKeys keys, TeamsOptions options, TimeProvider time)
    {
        this.keys = keys;
        this.time = time;
        issuer = CloudEndpoints.Of(options).Issuer;
        audiences = string.IsNullOrEmpty(options.AppId)
            ? []
            : FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
                options.AppId, "api://" + options.AppId, "api://botid-" + options.AppId);
    }

    public async ValueTask<TokenVerdict> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (audiences.Count == 0)
            return new("no app id is configured");
        if (authorization?.Split(' ') is not [var scheme, { Length: > 0 } token] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return new("there is no bearer token");

        // A signature costs about a hundred times as much as this hash, and the connector sends one token many times.
        var hash = Hash(token);
        var now = time.GetUtcNow();
        if (verified.TryGetValue(hash, out var known) && now < known.Until)
            return new(known.Token);

        if (Jwt.Parse(token) is not { } jwt)
            return new("the token is malformed");
        if (jwt.KeyId is not { Length: > 0 } keyId)
            return new("the token names no key");
        if (jwt.Algorithm is not ("RS256" or "RS384" or "RS512") || jwt.HasCriticalHeaders)
            return new("the token is signed in a way that is not accepted");
        if (await keys.FindAsync(keyId, cancellationToken) is not { } key)
            return new("the token's key is unknown");
        if (!jwt.IsSignedBy(key))
            return new("the signature is wrong");
        if (jwt.Issuer != issuer)
            return new("the issuer is another one");
        if (!jwt.Audiences.Any(audiences.Contains))
            return new("the token is meant for another audience");
        if (jwt.Expires is not { } expires || expires + ClockSkew <= now)
            return new("the token has expired");
        if (jwt.NotBefore is { } notBefore && notBefore - ClockSkew > now)
            return new("the token is not valid yet");

        var result = new VerifiedToken(jwt.ServiceUrl, key.Endorsements);
        Remember(hash, result, expires + ClockSkew, now);
        return new(result);
    }

    /// <returns>Why the token may not bring an activity of this channel and service URL; null when it may.</returns>
    public static string? Refuse(VerifiedToken token, string? channelId, string? serviceUrl)
    {
        if (string.IsNullOrEmpty(channelId))
            return "the activity names no channel";
        if (!token.Endorsements.Contains(channelId))
            return "the token's key is not endorsed for the channel";
        if (string.IsNullOrEmpty(token.ServiceUrl))
            return "the token names no service URL";
        return token.ServiceUrl.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase)
            ? null
            : "the activity names another service URL than the token";
    }

    private void Remember((UInt128, UInt128) hash, VerifiedToken token, DateTimeOffset expires, DateTimeOffset now)
    {
        if (verified.Count >= MostRemembered)
        {
            foreach (var (old, entry) in verified)
            {
                if (entry.Until <= now)
                    verified.TryRemove(old, out _);
            }
            if (verified.Count >= MostRemembered)
                verified.Clear();
        }
        verified[hash] = (token, expires < now + RememberAtMost ? expires : now + RememberAtMost);
    }

    private static (UInt128, UInt128) Hash(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
        return MemoryMarshal.Read<(UInt128, UInt128)>(hash);
    }
}

/// <summary>What a token with a good signature says about the activities it may bring.</summary>
internal sealed record VerifiedToken(string? ServiceUrl, FrozenSet<string> Endorsements);

/// <summary>The token, or why it is not believed; the reason is for the log, not for the caller.</summary>
internal readonly record struct TokenVerdict(VerifiedToken? Token, string? Reason)
{
    public TokenVerdict(VerifiedToken token)
        : this(token, null)
    {
    }

    public TokenVerdict(string reason)
        : this(null, reason)
    {
    }
}
