using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;

namespace FactoryBot.Channels.Teams.Trust;

/// <summary>A JSON web token (RFC 7519) in the compact form of RFC 7515, taken apart but not yet believed.</summary>
internal sealed class Jwt
{
    private const int LongestToken = 16 * 1024;

    private readonly string token;
    private readonly int signedLength;
    private readonly JsonElement? header;
    private readonly JsonElement? claims;
    private readonly byte[] signature;

    private Jwt(string token, int signedLength, JsonElement header, JsonElement claims, byte[] signature)
    {
        this.token = token;
        this.signedLength = signedLength;
        this.header = header;
        this.claims = claims;
        this.signature = signature;
    }

    public string? Algorithm => header.Child("alg").String();

    public string? KeyId => header.Child("kid").String();

    /// <summary>Extensions that the reader must understand; FactoryBot understands none.</summary>
    public bool HasCriticalHeaders => header.Child("crit") is not null;

    public string? Issuer => claims.Child("iss").String();

    public string? ServiceUrl => claims.Child("serviceurl").String();

    public DateTimeOffset? Expires => Time("exp");

    public DateTimeOffset? NotBefore => Time("nbf");

    public IEnumerable<string> Audiences => claims.Child("aud") switch
    {
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Select(a => ((JsonElement?)a).String()).OfType<string>(),
        { } one when one.ValueKind == JsonValueKind.String => [one.GetString()!],
        _ => [],
    };

    public static Jwt? Parse(string token)
    {
        var first = token.IndexOf('.', StringComparison.Ordinal);
        var last = token.LastIndexOf('.');
        if (token.Length > LongestToken || first <= 0 || last <= first + 1 || token.AsSpan(first + 1, last - first - 1).Contains('.'))
            return null;
        try
        {
            return new(
                token, last,
                Json(token.AsSpan(0, first)), Json(token.AsSpan(first + 1, last - first - 1)),
                Base64Url.DecodeFromChars(token.AsSpan(last + 1)));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    public bool IsSignedBy(SigningKey key)
    {
        HashAlgorithmName? hash = Algorithm switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => null,
        };
        if (hash is not { } algorithm)
            return false;
        using var rsa = RSA.Create(key.Parameters);
        return rsa.VerifyData(Encoding.UTF8.GetBytes(token, 0, signedLength), signature, algorithm, RSASignaturePadding.Pkcs1);
    }

    private static JsonElement Json(ReadOnlySpan<char> part) =>
        JsonElement.Parse(Base64Url.DecodeFromChars(part), new JsonDocumentOptions { MaxDepth = 8 });

    private DateTimeOffset? Time(string claim) =>
        claims.Child(claim) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds)
        && seconds is >= 0 and < 253_402_300_800
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
