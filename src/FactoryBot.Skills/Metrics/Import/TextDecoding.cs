using System.Text;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Finds out in which encoding a text file was written: by its mark, by what is valid, else Windows-1252 as Excel writes it.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <param name="wanted">The encoding that the map names; null: found out.</param>
    public static (string? Text, string Name, string? Problem) Decode(byte[] content, string? wanted)
    {
        if (wanted is not null)
        {
            return Named(wanted) is { } named
                ? (WithoutMark(named.GetString(content)), named.WebName, null)
                : (null, wanted, $"The encoding “{wanted}” is not known; utf-8, utf-16 and windows-1252 are.");
        }

        if (content is [0xEF, 0xBB, 0xBF, ..])
            return (Encoding.UTF8.GetString(content.AsSpan(3)), "utf-8", null);
        if (content is [0xFF, 0xFE, ..] || IsWide(content, 1))
            return (WithoutMark(Encoding.Unicode.GetString(content)), "utf-16", null);
        if (content is [0xFE, 0xFF, ..] || IsWide(content, 0))
            return (WithoutMark(Encoding.BigEndianUnicode.GetString(content)), "utf-16BE", null);
        try
        {
            return (Strict.GetString(content), "utf-8", null);
        }
        catch (DecoderFallbackException)
        {
            return (Named("windows-1252")!.GetString(content), "windows-1252", null);
        }
    }

    private static Encoding? Named(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        return plain switch
        {
            "ansi" or "cp1252" or "latin1" or "iso-8859-1" => CodePagesEncodingProvider.Instance.GetEncoding(1252),
            "utf8" => Encoding.UTF8,
            "utf16" => Encoding.Unicode,
            _ => Encoding.GetEncodings().FirstOrDefault(e => e.Name.Equals(plain, StringComparison.OrdinalIgnoreCase))?.GetEncoding()
                ?? CodePagesEncodingProvider.Instance.GetEncoding(plain),
        };
    }

    // Every second byte of western text in UTF-16 is 0.
    private static bool IsWide(byte[] content, int zeroAt)
    {
        var length = Math.Min(content.Length / 2 * 2, 256);
        var zeros = 0;
        for (var i = zeroAt; i < length; i += 2)
            zeros += content[i] == 0 ? 1 : 0;
        return length >= 8 && zeros > length / 2 * 0.7;
    }

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;
}
