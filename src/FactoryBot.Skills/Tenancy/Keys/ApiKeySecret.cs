using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FactoryBot.Skills.Tenancy.Keys;

/// <summary>The text of a key: <c>fb_</c> and 256 random bits. So much chance needs no salt and no slow hash.</summary>
internal static class ApiKeySecret
{
    private const string Start = "fb_";
    private const int Bytes = 32;
    private const int Letters = 43;
    private const int PrefixLength = 9;

    public static string New() => Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool LooksRight(string? key) =>
        key is { Length: Letters + 3 } && key.StartsWith(Start, StringComparison.Ordinal) && Base64Url.IsValid(key.AsSpan(Start.Length));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static string PrefixOf(string key) => key[..PrefixLength];
}
