using System.Security.Cryptography;
using System.Text;

namespace FactoryBot.Channels.Slack.Install;

/// <summary>Encrypts tokens for the database: AES-256-GCM, bound to the workspace, so that a row cannot be moved to another.</summary>
internal static class TokenVault
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Lock(string key, string team, string token)
    {
        var text = Encoding.UTF8.GetBytes(token);
        var locked = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = locked.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(KeyOf(key), TagBytes);
        aes.Encrypt(nonce, text, locked.AsSpan(NonceBytes, text.Length), locked.AsSpan(NonceBytes + text.Length), Encoding.UTF8.GetBytes(team));
        return locked;
    }

    /// <returns>Null where it was locked with another key, for another workspace, or altered.</returns>
    public static string? Open(string key, string team, ReadOnlySpan<byte> locked)
    {
        if (locked.Length < NonceBytes + TagBytes)
            return null;
        var text = new byte[locked.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyOf(key), TagBytes);
        try
        {
            aes.Decrypt(locked[..NonceBytes], locked.Slice(NonceBytes, text.Length), locked[(NonceBytes + text.Length)..], text, Encoding.UTF8.GetBytes(team));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return Encoding.UTF8.GetString(text);
    }

    private static byte[] KeyOf(string key) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), 32, info: "factorybot slack tokens"u8.ToArray());
}
