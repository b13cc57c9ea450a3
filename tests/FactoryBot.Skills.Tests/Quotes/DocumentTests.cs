using System.IO.Compression;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class DocumentTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Export_OfAVersionThatIsNotApproved_SaysDraftOnEachPageAndTheApprovedOneDoesNot()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "Every quote", Permission = Permissions.QuotesApprove });
        var (ana, mia) = (await plant.AskerAsync("Ana", Role.Analyst), await plant.AskerAsync("Mia", Role.Manager));
        await plant.CallAsync("quotes_draft", ana, ("request", "Kovo s.r.o.\n" + string.Join('\n', Enumerable.Range(1, 90).Select(i => $"{i * 100} pcs M8x{(i % 2 == 0 ? 40 : 50)} hex bolt DIN 933"))));
        var export = plant.Get<ExportQuote>();

        var draft = await export.MakeAsync("Q-00001", "pdf", ana, CancellationToken.None);
        var word = await export.MakeAsync("Q-00001", "docx", ana, CancellationToken.None);

        Assert.True(draft.Draft);
        Assert.Equal("Q-00001-v1-DRAFT.pdf", draft.File!.Name);
        var pages = await TextAsync(draft.File.Content);
        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.Contains("DRAFT", page.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        // The head of the table stands on every page that has rows.
        Assert.Contains("Description", pages[1], StringComparison.Ordinal);
        Assert.Contains("DRAFT", Xml(word.File!.Content, "word/header"), StringComparison.Ordinal);
        Assert.Contains("tblHeader", Xml(word.File.Content, "word/document"), StringComparison.Ordinal);

        await plant.CallAsync("quotes_submit", ana);
        var request = await plant.QueryAsync<Guid>("select request_id from approvals.request");
        var hash = await plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request");
        await plant.CallAsync("approvals_decide", mia, ("request", request.ToString()), ("hash", hash), ("verdict", "approve"));
        var approved = await export.MakeAsync("Q-00001", "pdf", ana, CancellationToken.None);
        Assert.False(approved.Draft);
        Assert.All(await TextAsync(approved.File!.Content), page => Assert.DoesNotContain("DRAFT", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(60)]
    public async Task Write_OfManyLines_LeavesTheTotalWithALineAndRepeatsTheHead(int rows)
    {
        var pages = await TextAsync(WritePdf.Of(Paper(rows)));

        Assert.All(pages[..^1], page => Assert.Contains("Description", page, StringComparison.Ordinal));
        Assert.Contains("Total EUR", Assert.Single(pages, page => page.Contains($"LAST-{rows}", StringComparison.Ordinal)), StringComparison.Ordinal);
        var xml = Xml(WriteDocx.Of(Paper(rows)), "word/document");
        Assert.Contains("keepNext", xml, StringComparison.Ordinal);
        Assert.Contains("Total EUR", xml[..xml.LastIndexOf("</w:tbl>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AsWord_HasTheLogoTheMarkAcrossThePageAndItsNumber()
    {
        var docx = WriteDocx.Of(Paper(3) with { Mark = "DRAFT" });

        Assert.Contains("<pic:pic", Xml(docx, "word/document"), StringComparison.Ordinal);
        Assert.Contains("rotation:310", Xml(docx, "word/header"), StringComparison.Ordinal);
        Assert.Contains("NUMPAGES", Xml(docx, "word/footer"), StringComparison.Ordinal);
        using var stream = new MemoryStream(docx);
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task Write_OfARowThatIsLongerThanAPage_GoesOnOnTheNextOne()
    {
        var words = string.Join(' ', Enumerable.Range(1, 500).Select(i => $"word{i}"));
        var pages = await TextAsync(WritePdf.Of(Paper(1) with { Rows = [["1", "LONG", words, "1 pcs", "1.00\n/ 100", "1.00"]] }));

        Assert.True(pages.Length > 2);
        Assert.Contains("word500", string.Join('\n', pages), StringComparison.Ordinal);
        Assert.All(pages[..^1], page => Assert.Contains("Description", page, StringComparison.Ordinal));
    }

    private static QuotePaper Paper(int rows) => new()
    {
        Title = "Quote Q-00060", Company = "Werkzeugbau Nordheim GmbH", CompanyLines = ["Hafenstraße 12", "24103 Kiel", "VAT DE123456789 · sales@nordheim.example"],
        To = ["Kovo s.r.o.", "Jana Nováková", "Průmyslová 4", "61200 Brno"], Logo = Png(),
        Facts = [("Quote", "Q-00060"), ("Date", "26.11.2026"), ("Valid until", "26.12.2026"), ("Your reference", "RFQ 2231 / maintenance spring shutdown"), ("Lead time", "14 days")],
        Rows = [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<string>)
        [
            $"{i}", i == rows ? $"LAST-{i}" : i % 7 == 0 ? "AVERYLONGPARTNUMBER-WITHOUT-ANY-SPACE-0815" : $"HB-M8-{i}-Z",
            i % 5 == 0 ? "Deep groove ball bearing with a very long description that tells all of its dimensions 20x42x12 mm, both sides sealed, C3 clearance, greased for life, temperature range -30 to 110 °C, packed singly" : "M8x40 hex bolt DIN 933 8.8 zinc plated",
            $"{i * 250:#,0} pcs ({i * 3} × 100)", $"{i * 1234.5:#,0.00} / 100", $"{i * 10234.5:#,0.00}",
        ])],
        Total = ("Total EUR", "12,345,678.90"), Footer = "Q-00060 · version 3 · 0123456789ab",
        Closing = ["Delivery within 14 days of your order.", "Terms: 30 days net. Our general terms of sale apply; they are sent on request. Retention of title until payment in full. Place of jurisdiction is Kiel. " + string.Concat(Enumerable.Repeat("Prices do not include packing. ", 12))],
    };

    private static byte[] Png() => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAGQAAAAoCAIAAACHGsgUAAAAZ0lEQVR42u3YsQ0AIAwDsH7CR/zDV3wIH1RdUAcsZc3iLYmzI8mYK8lv3YAFCxYsWLBgwYIFqx0LR70LCxYsWLBgwYIFC1Y/Fg7bEBYsWLBgwYIFC5YP3jaEBQsWLFiwYMGCBetJ9wItqy09IQFP7gAAAABJRU5ErkJggg==");

    private static async Task<string[]> TextAsync(byte[] pdf)
    {
        var path = Path.Combine(TestFolder.New(), "quote.pdf");
        await File.WriteAllBytesAsync(path, pdf);
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", ["-raw", path, "-"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Xml(byte[] docx, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.Entries.First(e => e.FullName.StartsWith(part, StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }
}
