using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;

namespace FactoryBot.Channels.Teams.Trust;

/// <summary>A public key of the token issuer, with the channels that it may speak for.</summary>
internal sealed record SigningKey(RSAParameters Parameters, FrozenSet<string> Endorsements)
{
    private const int SmallestModulus = 256;

    /// <summary>Reads a key set (RFC 7517); keys of other kinds, or too short ones, are passed over.</summary>
    public static FrozenDictionary<string, SigningKey> ReadSet(JsonElement set)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (((JsonElement?)set).Child("keys") is { ValueKind: JsonValueKind.Array } entries)
        {
            foreach (JsonElement? entry in entries.EnumerateArray())
            {
                if (entry.Child("kid").String() is { Length: > 0 } id && Read(entry) is { } key)
                    keys[id] = key;
            }
        }
        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SigningKey? Read(JsonElement? entry)
    {
        if (entry.Child("kty").String() != "RSA"
            || entry.Child("use").String() is { } use && use != "sig"
            || entry.Child("n").String() is not { } modulus
            || entry.Child("e").String() is not { } exponent
            || !Base64Url.IsValid(modulus) || !Base64Url.IsValid(exponent))
            return null;
        var parameters = new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(modulus),
            Exponent = Base64Url.DecodeFromChars(exponent),
        };
        if (parameters.Modulus.Length < SmallestModulus)
            return null;
        var endorsements = entry.Child("endorsements") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(e => ((JsonElement?)e).String()).OfType<string>()
            : [];
        return new(parameters, endorsements.ToFrozenSet(StringComparer.Ordinal));
    }
}
