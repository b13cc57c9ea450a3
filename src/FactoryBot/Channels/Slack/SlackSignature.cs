using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FactoryBot.Channels.Slack;

/// <summary>Slack's signature v0 over the raw bytes of a request. Pure.</summary>
internal static class SlackSignature
{
    private const string Version = "v0=";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static bool IsGood(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds
            || signature is null || !signature.StartsWith(Version, StringComparison.Ordinal) || signature.Length != Version.Length + 64)
            return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(secret, timestamp!, body, expected);
        Span<byte> sent = stackalloc byte[64];
        Encoding.ASCII.GetBytes(signature.AsSpan(Version.Length), sent);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), sent);
    }

    /// <summary>The signature that Slack sends.</summary>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(secret, timestamp, body, hash);
        return Version + Convert.ToHexStringLower(hash);
    }

    private static void Sign(string secret, string timestamp, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        hmac.GetHashAndReset(hash);
    }
}
