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

/// <summary>Pages a second from the file to searchable pieces, beside what the converter alone takes for the same files: by the clock, and in
/// processor time, which other work of the machine weighs less on.</summary>
internal sealed class IntakeBench(IServiceProvider services, ProcessorTime processor)
{
    private const int PagesOfFile = 20;
    private const int LinesOfPage = 45;
    private const int Warming = 20;
    private const double PiecesOfPage = 4.3;
    private const string LibreOffice = "/usr/bin/soffice";
    private readonly BenchWords words = new();

    public async Task RunAsync(int pages)
    {
        Console.WriteLine("The converter alone, in the same run and in turns: of PDF pdftohtml -xml in a process for each file, of DOCX the plain text of the whole document by OpenXML in this process.");
        Console.WriteLine("                          seconds                          processor seconds");
        Console.WriteLine("kind      files  pages    converter  whole  ours  pages/s  converter  whole  ours (database)");
        await MeasureAsync("pdf", await WarmAsync("pdf", Made(pages, Pdf), ConvertAsync), ConvertAsync);
        var documents = await WarmAsync("docx", Made(pages, Docx), PlainTextAsync);
        await MeasureAsync("docx", documents, PlainTextAsync);
        await LibreOfficeAsync("docx", documents);
    }

    /// <summary>The same for files of one's own.</summary>
    public async Task RunAsync(string folder)
    {
        await MeasureAsync("own.pdf", Read(folder, "*.pdf"), ConvertAsync);
        var documents = Read(folder, "*.docx");
        await MeasureAsync("own.docx", documents, PlainTextAsync);
        await LibreOfficeAsync("own.docx", documents);
    }

    /// <summary>What a converter outside the process takes for all files in one call, where there is one; for each file alone it takes its start as well.</summary>
    private async Task LibreOfficeAsync(string kind, List<byte[]> files)
    {
        if (files.Count == 0 || !File.Exists(LibreOffice))
            return;
        var folder = Directory.CreateTempSubdirectory("bench-docx-");
        foreach (var (file, i) in files.Select((f, i) => (f, i)))
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{i}.docx"), file);
        var spent = await processor.OfAsync(async () =>
        {
            using var process = Process.Start(new ProcessStartInfo(LibreOffice, ["--headless", "--convert-to", "txt:Text", "--outdir", folder.FullName, .. Directory.GetFiles(folder.FullName, "*.docx")])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["HOME"] = folder.FullName },
            })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
        });
        var made = folder.GetFiles("*.txt").Length;
        folder.Delete(recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: LibreOffice makes plain text of the same files, {made:N0} in one call, in {spent.Clock:0.00} s ({spent.Processor:0.00} s of the processor)."));
    }

    private static List<byte[]> Made(int pages, Func<byte[]> make) => [.. Enumerable.Range(0, (pages / PagesOfFile) + Warming).Select(_ => make())];

    private static List<byte[]> Read(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>The first files are not measured: a host that runs has its methods compiled.</summary>
    private async Task<List<byte[]>> WarmAsync(string kind, List<byte[]> files, Func<byte[], Task> convert)
    {
        for (var i = 0; i < Warming; i++)
        {
            await convert(files[i]);
            await AddAsync(string.Create(CultureInfo.InvariantCulture, $"warm{i}.{kind}"), files[i]);
        }

        return files[Warming..];
    }

    private async Task MeasureAsync(string kind, List<byte[]> files, Func<byte[], Task> convert)
    {
        if (files.Count == 0)
            return;
        var pages = 0;
        Spent bare = default, whole = default;
        foreach (var (file, i) in files.Select((f, i) => (f, i)))
        {
            // In turns, so that whatever else the machine does weighs on both.
            bare += await processor.OfAsync(() => convert(file));
            whole += await processor.OfAsync(async () => pages += await AddAsync(string.Create(CultureInfo.InvariantCulture, $"{i}.{kind}"), file));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-8}  {files.Count,5:N0}  {pages,5:N0}  {bare.Clock,11:0.00}  {whole.Clock,5:0.00}  {whole.Clock - bare.Clock,4:0.00}  {pages / whole.Clock,7:0}  {bare.Processor,9:0.00}  {whole.Processor,5:0.00}  {whole.Processor - bare.Processor,4:0.00} ({whole.Database:0.00})"));
    }

    /// <returns>Its pages, or about as many where its kind has none; 0 where it is known already.</returns>
    private async Task<int> AddAsync(string name, byte[] content)
    {
        var results = await services.GetRequiredService<AddDocuments>().RunAsync(new() { TenantId = TenantDirectory.DemoTenant }, name, content, null, CancellationToken.None);
        return results[0].Outcome == IntakeOutcome.Failed ? throw new InvalidOperationException(results[0].Note)
            : results[0].Outcome == IntakeOutcome.Added ? results[0].Pages ?? (int)Math.Round(results[0].Pieces / PiecesOfPage) : 0;
    }

    private static async Task ConvertAsync(byte[] content)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, content);
        using var process = Process.Start(new ProcessStartInfo("pdftohtml", ["-xml", "-stdout", "-i", "-nodrm", "-enc", "UTF-8", file]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
    }

    private static Task PlainTextAsync(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return Task.FromResult(string.Join('\n', document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText)));
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
