using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Benchmarks.Documents;

/// <summary>Pages a second from the file to searchable pieces, beside what the converter alone takes for the same files.</summary>
internal sealed class IntakeBench(IServiceProvider services)
{
    private const int PagesOfFile = 20;
    private const int LinesOfPage = 45;
    private readonly BenchWords words = new();

    public async Task RunAsync(int pages)
    {
        Console.WriteLine("kind   pages  converter alone s  whole intake s  our part s  pages/s");
        await MeasureAsync("pdf", pages, Pdf, PdfToTextAsync);
        await MeasureAsync("docx", pages, Docx, OpenAsync);
    }

    private async Task MeasureAsync(string kind, int pages, Func<byte[]> make, Func<byte[], Task> convert)
    {
        var files = Enumerable.Range(0, (pages / PagesOfFile) + 1).Select(_ => make()).ToList();
        await convert(files[^1]);
        await AddAsync($"warm.{kind}", files[^1]);
        files.RemoveAt(files.Count - 1);
        TimeSpan bare = default, whole = default;
        foreach (var (file, i) in files.Select((f, i) => (f, i)))
        {
            // In turns, so that whatever else the machine does weighs on both.
            var watch = Stopwatch.StartNew();
            await convert(file);
            bare += watch.Elapsed;
            watch.Restart();
            await AddAsync(string.Create(CultureInfo.InvariantCulture, $"{i}.{kind}"), file);
            whole += watch.Elapsed;
        }

        var count = files.Count * PagesOfFile;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-5}  {count,5:N0}  {bare.TotalSeconds,17:0.00}  {whole.TotalSeconds,14:0.00}  {(whole - bare).TotalSeconds,10:0.00}  {count / whole.TotalSeconds,7:0}"));
    }

    private async Task AddAsync(string name, byte[] content)
    {
        var results = await services.GetRequiredService<AddDocuments>().RunAsync(new() { TenantId = TenantDirectory.DemoTenant }, name, content, null, CancellationToken.None);
        if (results[0].Outcome == IntakeOutcome.Failed)
            throw new InvalidOperationException(results[0].Note);
    }

    private static async Task PdfToTextAsync(byte[] content)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, content);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-layout", file, "-"]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
    }

    private static Task OpenAsync(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return Task.FromResult(document.MainDocumentPart!.Document!.Body!.Descendants<Text>().Sum(t => t.Text.Length));
    }

    private string[] Page() => [.. words.Piece(0).Text.Split(' ').Concat(Enumerable.Range(0, 8).SelectMany(_ => words.Piece(0).Text.Split(' '))).Chunk(12).Take(LinesOfPage).Select(c => string.Join(' ', c))];

    private byte[] Docx()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            for (var page = 0; page < PagesOfFile; page++)
            {
                body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }), new Run(new Text($"Chapter {page}"))));
                body.Append(Page().Chunk(5).Select(lines => new Paragraph(new Run(new Text(string.Join(' ', lines))))));
            }

            document.AddMainDocumentPart().Document = new(body);
        }

        return stream.ToArray();
    }

    // Readers take a file without an index of its objects, as long as the objects are there.
    private byte[] Pdf()
    {
        var text = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        text.Append(CultureInfo.InvariantCulture, $"2 0 obj<</Type/Pages/Count {PagesOfFile}/Kids[{string.Join(' ', Enumerable.Range(0, PagesOfFile).Select(p => $"{10 + (2 * p)} 0 R"))}]>>endobj\n");
        text.Append("3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n");
        for (var p = 0; p < PagesOfFile; p++)
        {
            var page = string.Join('\n', Page().Select((line, l) => $"BT /F 9 Tf 40 {800 - (l * 16)} Td ({line}) Tj ET"));
            text.Append(CultureInfo.InvariantCulture, $"{10 + (2 * p)} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {11 + (2 * p)} 0 R>>endobj\n");
            text.Append(CultureInfo.InvariantCulture, $"{11 + (2 * p)} 0 obj<</Length {page.Length}>>stream\n{page}\nendstream endobj\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("trailer<</Root 1 0 R>>\n%%EOF\n").ToString());
    }
}
