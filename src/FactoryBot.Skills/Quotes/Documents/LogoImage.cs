using PdfSharp.Drawing;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>Whether an image can stand on a quote.</summary>
internal static class LogoImage
{
    private const int LargestSide = 8_000;

    /// <summary>A PNG or JPEG that is whole: one that only begins like it would stop every document from being made.</summary>
    public static bool CanBeDrawn(byte[] content)
    {
        if (content is not ([0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, ..]))
            return false;
        try
        {
            using var stream = new MemoryStream(content);
            using var image = XImage.FromStream(stream);
            return image is { PixelWidth: > 0 and <= LargestSide, PixelHeight: > 0 and <= LargestSide };
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IOException or NotSupportedException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            return false;
        }
    }
}
