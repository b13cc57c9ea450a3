using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>The text of a file that came with a request, laid out so that it is read as a pasted one would be.</summary>
internal static partial class ReadAttachment
{
    private const int MostRows = 2_000;
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    /// <returns>Null where the file cannot be read.</returns>
    public static async Task<string?> TextAsync(FileContent file, CancellationToken cancellationToken)
    {
        try
        {
            return Path.GetExtension(file.File.Name).ToLowerInvariant() switch
            {
                ".xlsx" or ".xlsm" or ".csv" or ".tsv" => Table(file),
                ".docx" => Document(file.Content),
                ".pdf" => await PdfAsync(file.Content, cancellationToken),
                ".txt" or ".eml" or ".md" or "" => Encoding.UTF8.GetString(file.Content),
                _ => null,
            };
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or FileFormatException or OpenXmlPackageException or System.Xml.XmlException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Table(FileContent file)
    {
        using var content = new MemoryStream(file.Content);
        return string.Join('\n', ReadTable.Of(file.File.Name, content).Take(MostRows).Select(r => string.Join('\t', r.Cells.Select(c => c.ReplaceLineEndings(" ").Replace('\t', ' ')))));
    }

    private static string Document(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        var text = new StringBuilder();
        foreach (var part in document.MainDocumentPart?.Document.Body?.ChildElements.AsEnumerable() ?? [])
        {
            if (part is Table table)
            {
                foreach (var row in table.Elements<TableRow>())
                    text.AppendJoin('\t', row.Elements<TableCell>().Select(c => c.InnerText)).Append('\n');
            }
            else if (part is Paragraph)
            {
                text.Append(part.InnerText).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>poppler's pdftotext keeps columns apart; the file goes in and the text comes out through pipes, so nothing lies on the disk.</summary>
    private static async Task<string?> PdfAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestReading);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-nopgbrk", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.StandardInput.BaseStream.WriteAsync(bytes, limit.Token);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has stopped reading because the file is no PDF; its exit code says so.
            }

            var text = await output;
            await errors;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? Columns(text) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }

    /// <summary>Three spaces or more are the gap between two columns. "Page 1 of 2" at the foot asks for nothing.</summary>
    private static string Columns(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !PageNumber().IsMatch(line)).Select(line => Gap().Replace(line.Trim(), "\t")));

    [GeneratedRegex(" {3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:^|\s{3,}|·\s*)(?:(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?|\d{1,4}\s*(?:of|/|von)\s*\d{1,4})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
