using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>A request that comes as a file gives the same draft as the same one pasted.</summary>
public sealed class AttachmentTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly (string Part, int Quantity)[] Rows = [("M8x40 hex bolt DIN 933", 250), ("M8 nut DIN 934 zinc", 500), ("GM-27", 3)];

    public static TheoryData<string> Kinds => ["rfq.csv", "rfq.xlsx", "rfq.docx", "rfq.pdf", "rfq.txt"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Draft_OfAFile_HasItsLines(string name)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        var file = await plant.Get<FileStore>().KeepAsync(plant.Tenant, new(name, "application/octet-stream", Content(name)), CancellationToken.None);

        var drafted = await plant.CallAsync("quotes_draft_file", ana with { Files = [file] });

        Assert.Equal(ResultStatus.Answered, drafted.Status);
        Assert.Equal(
            [("B-840", 250m), ("N-8", 500m), ("GM-27", 3m)],
            drafted.Data!.Value.GetProperty("content").GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("number").GetString(), l.GetProperty("quantity").GetDecimal())));
    }

    [Theory]
    [InlineData("broken.pdf")]
    [InlineData("broken.xlsx")]
    [InlineData("broken.docx")]
    public async Task Draft_OfAFileThatIsNotWhatItsNameSays_SaysSo(string name)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        var file = await plant.Get<FileStore>().KeepAsync(plant.Tenant, new(name, "application/octet-stream", "not at all"u8.ToArray()), CancellationToken.None);

        var refused = await plant.CallAsync("quotes_draft_file", ana with { Files = [file] });

        Assert.Equal(ResultStatus.NotUnderstood, refused.Status);
        Assert.Contains(name, refused.Text, StringComparison.Ordinal);
    }

    private static byte[] Content(string name) => Path.GetExtension(name) switch
    {
        ".csv" => Encoding.UTF8.GetBytes("Description;Qty\n" + string.Join('\n', Rows.Select(r => $"{r.Part};{r.Quantity}"))),
        ".xlsx" => Workbook(),
        ".docx" => Document(),
        ".pdf" => WritePdf.Of(Paper()),
        _ => Encoding.UTF8.GetBytes("Please quote\n" + string.Join('\n', Rows.Select(r => $"- {r.Quantity} pcs {r.Part}"))),
    };

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            var sheet = part.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new(new SheetData([.. new[] { ("Description", "Qty") }.Concat(Rows.Select(r => (r.Part, r.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture))))
                .Select(r => new Row(Text(r.Item1), Text(r.Item2)))]));
            part.Workbook = new(new Sheets(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = 1, Name = "RFQ" }));
        }

        return stream.ToArray();

        static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new(new Text(text)) };
    }

    private static byte[] Document()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new(new W.Body([new W.Paragraph(new W.Run(new W.Text("Please quote:"))), .. Rows.Select(r => new W.Paragraph(new W.Run(new W.Text($"{r.Quantity} pcs {r.Part}"))))]));
        }

        return stream.ToArray();
    }

    // A page of somebody else's making: lines of text, nothing of a quote.
    private static QuotePaper Paper() => new()
    {
        Title = "Request", Company = "Kovo s.r.o.", CompanyLines = [], To = [], Facts = [], Rows = [], Total = ("", ""), Footer = "",
        Closing = ["Please quote:", .. Rows.Select(r => $"{r.Quantity} pcs {r.Part}")],
    };
}
