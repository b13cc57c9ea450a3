using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>A signed token of one conversation, in the form (JWT, HS256) that the client looks for its user in. The key is the
/// conversation's own.</summary>
internal static class DirectLineToken
{
    public const string ForCalls = "calls";
    public const string ForStream = "stream";

    private const int Longest = 2_000;
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public static string Write(WebConversation conversation, string use, DateTimeOffset until)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(
            new Claims(conversation.TenantId, conversation.Id, conversation.UserId, use, until.ToUnixTimeSeconds()), WebChatJson.Default.Claims);
        var signed = $"{Header}.{Base64Url.EncodeToString(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(conversation, signed))}";
    }

    /// <summary>Whose it says it is; null where it is no token at all. Believed only after <see cref="IsSignedBy"/>.</summary>
    public static Claims? Read(string? token)
    {
        if (token is not { Length: > 0 and <= Longest } || token.Split('.') is not [var header, var body, _] || header != Header)
            return null;
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(body), WebChatJson.Default.Claims);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    public static bool IsSignedBy(WebConversation conversation, string token)
    {
        var dot = token.LastIndexOf('.');
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Base64Url.TryDecodeFromChars(token.AsSpan(dot + 1), signature, out var written) && written == signature.Length
            && CryptographicOperations.FixedTimeEquals(signature, Sign(conversation, token[..dot]));
    }

    private static byte[] Sign(WebConversation conversation, string text) => HMACSHA256.HashData(conversation.Secret, Encoding.UTF8.GetBytes(text));
}

/// <param name="User">Read by the client, which takes it for its own id.</param>
/// <param name="Exp">Seconds since 1970.</param>
internal sealed record Claims(Guid Tid, string Conv, string User, string Use, long Exp);
