using System.Collections.Frozen;
using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;

namespace FactoryBot.Channels.Teams.Trust;

/// <summary>The keys of the token issuer, fetched once a day and when a token names a key that is not among them. One fetch at
/// a time; when it fails the keys that were there go on to count.</summary>
internal sealed class SigningKeys(HttpMessageInvoker http, Uri metadata, TimeProvider time, ILogger<SigningKeys> log)
{
    private const int LargestDocument = 1024 * 1024;
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);
    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(10);

    // Tokens are anybody's to send: unknown key ids must not become a stream of fetches.
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenFirstFetches = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private FrozenDictionary<string, SigningKey>? keys;
    private DateTimeOffset fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;
    private Task fetching = Task.CompletedTask;

    /// <returns>The key; null when the issuer has none of that id, or could not be asked.</returns>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (keys is { } known && known.TryGetValue(keyId, out var key))
        {
            // An old key set is renewed beside the work, not before it.
            if (time.GetUtcNow() - fetchedAt > Daily)
                _ = Fetch();
            return key;
        }
        await Fetch().WaitAsync(cancellationToken);
        return keys?.GetValueOrDefault(keyId);
    }

    private Task Fetch()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!fetching.IsCompleted || now - triedAt < (keys is null ? BetweenFirstFetches : BetweenFetches))
                return fetching;
            triedAt = now;
            return fetching = Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        using var limit = new CancellationTokenSource(FetchLimit, time);
        try
        {
            JsonElement? document = await GetAsync(metadata, limit.Token);
            if (document.Child("jwks_uri").String() is not { } address
                || !Uri.TryCreate(address, UriKind.Absolute, out var keysAddress) || !ServiceUrls.IsSafe(keysAddress))
                throw new InvalidDataException("The OpenID metadata names no usable jwks_uri.");
            var found = SigningKey.ReadSet(await GetAsync(keysAddress, limit.Token));
            if (found.Count == 0)
                throw new InvalidDataException("The key set holds no usable key.");
            keys = found;
            fetchedAt = time.GetUtcNow();
            log.FetchedKeys(found.Count);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or InvalidDataException or IOException)
        {
            log.FetchingKeysFailed(error, keys?.Count ?? 0);
        }
    }

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDocument, cancellationToken);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
