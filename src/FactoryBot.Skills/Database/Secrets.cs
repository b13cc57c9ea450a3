using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>Seals and signs what is stored or handed out. The keys come from <see cref="DatabaseOptions.SecretKey"/>, or else from the database
/// owner's password, so every host of one database agrees and no key lies in the database beside what it seals.</summary>
public sealed class Secrets(FactoryDatabase database)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Encrypts a text (AES-256-GCM).</summary>
    /// <param name="purpose">What it is for; a text sealed for one purpose cannot be opened for another.</param>
    public byte[] Seal(string purpose, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(Key(purpose), TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length));
        return box;
    }

    /// <summary>The text again; null where it was sealed with other keys or was changed.</summary>
    public string? Open(string purpose, ReadOnlySpan<byte> box)
    {
        if (box.Length < NonceLength + TagLength)
            return null;
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(Key(purpose), TagLength);
        try
        {
            aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>HMAC-SHA256 of the message, 32 bytes.</summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> message) => HMACSHA256.HashData(Key(purpose), message);

    private byte[] Key(string purpose)
    {
        var root = database.SecretKey ?? new NpgsqlConnectionStringBuilder(database.OwnerConnection).Password!;
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(root), 32, info: Encoding.UTF8.GetBytes("factorybot " + purpose));
    }
}
