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
