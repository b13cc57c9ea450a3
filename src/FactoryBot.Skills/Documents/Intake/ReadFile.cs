using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>The first stage: makes headings, paragraphs, lists and tables out of a file, whatever its kind.</summary>
internal sealed class ReadFile(PdfReader pdf)
{
    private static readonly string[] Texts = ["md", "markdown", "html", "htm", "txt", "text", "log", "rst", "adoc"];

    /// <summary>Kinds by their file name's ending.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Texts, "docx", "pdf", "csv", "tsv", "xlsx"];

    public static string KindOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    /// <exception cref="UnreadableFileException">The file is of no known kind, broken, empty or too large.</exception>
    public async Task<DocumentText> RunAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length == 0)
            throw new UnreadableFileException(IntakeFailures.Empty);
        try
        {
            return KindOf(name) switch
            {
                "md" or "markdown" => MarkdownReader.Read(Decode(content)),
                "html" or "htm" => HtmlReader.Read(Decode(content)),
                "txt" or "text" or "log" or "rst" or "adoc" => PlainTextReader.Read(Decode(content)),
                "docx" => DocxReader.Read(content),
                "xlsx" => XlsxReader.Read(content),
                "csv" or "tsv" => CsvTableReader.Read(Decode(content)),
                "pdf" => await pdf.ReadAsync(content, cancellationToken),
                var kind => throw new UnreadableFileException(IntakeFailures.UnknownKind(kind, Kinds)),
            };
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException
            or System.Text.RegularExpressions.RegexMatchTimeoutException or FormatException)
        {
            throw new UnreadableFileException(IntakeFailures.Broken);
        }
    }

    // UTF-8 with or without its mark, UTF-16 with it; what is neither is taken for Windows' Western set.
    private static string Decode(byte[] content)
    {
        if (content.AsSpan(0, Math.Min(content.Length, 8_000)).Contains((byte)0) && content is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            throw new UnreadableFileException(IntakeFailures.Broken);
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}
