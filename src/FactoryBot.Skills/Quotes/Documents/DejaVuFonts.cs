using PdfSharp.Fonts;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>The DejaVu fonts of the distribution: they have the letters of all languages that quotes are written in.</summary>
internal sealed class DejaVuFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";
    private const string Folder = "/usr/share/fonts/truetype/dejavu";
    private static readonly Lock Gate = new();

    public static bool Installed => File.Exists(Path.Combine(Folder, "DejaVuSans.ttf"));

    /// <summary>PDFsharp asks one resolver for the whole process.</summary>
    public static void Use()
    {
        lock (Gate)
            GlobalFontSettings.FontResolver ??= new DejaVuFonts();
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");

    public byte[]? GetFont(string faceName) => File.ReadAllBytes(Path.Combine(Folder, faceName));
}
