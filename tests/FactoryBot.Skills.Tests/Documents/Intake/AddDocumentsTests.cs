using System.IO.Compression;
using System.Text;
using FactoryBot.Skills.Documents.Intake;

namespace FactoryBot.Skills.Tests.Documents.Intake;

public sealed class AddDocumentsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Scrap = "# Post scrap\n\nScrap is entered in the output journal.\n\n1. Open the **Output Journal**.\n2. Enter the scrap quantity.\n";

    [Fact]
    public async Task Add_SameFileTwice_IsUnchanged()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());

        Assert.Equal(IntakeOutcome.Added, (await host.AddAsync("scrap.md", Scrap)).Outcome);
        Assert.Equal(IntakeOutcome.Unchanged, (await host.AddAsync("scrap.md", Scrap)).Outcome);
    }

    [Fact]
    public async Task Add_SameContentUnderAnotherName_IsKnownByItsHash()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("scrap.md", Scrap);

        var copy = await host.AddAsync("copy of scrap.md", Scrap);

        Assert.Equal((IntakeOutcome.Duplicate, "scrap.md"), (copy.Outcome, copy.Note));
    }

    [Fact]
    public async Task Add_SameNameWithOtherContent_ReplacesAllOldPieces()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("scrap.md", Scrap);

        var replaced = await host.AddAsync("scrap.md", "# Post scrap\n\nRejects go through the consumption page of the press.\n");

        Assert.Equal(IntakeOutcome.Replaced, replaced.Outcome);
        var found = await host.SearchAsync("where is scrap entered, in the output journal?");
        Assert.DoesNotContain(found.Documents.SelectMany(d => d.Pieces), p => p.Text.Text.Contains("output journal", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("empty.md", "")]
    [InlineData("drawing.dwg", "x")]
    [InlineData("broken.docx", "this is no zip")]
    [InlineData("broken.pdf", "this is no pdf")]
    public async Task Add_FileThatCannotBeRead_IsAResultWithASentence(string name, string content)
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());

        var result = await host.AddAsync(name, content);

        Assert.Equal(IntakeOutcome.Failed, result.Outcome);
        Assert.EndsWith(".", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Archive_TakesInItsFilesAndReportsTheBadOne()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        var archive = Zip(("a/scrap.md", Scrap), ("b/broken.pdf", "no pdf"), ("c/table.csv", "Code;Meaning\nE-47;Coolant is low\nE-48;Door is open\n"));

        var results = await host.AddAsync("manuals.zip", archive);

        Assert.Equal(
            [("manuals.zip/a/scrap.md", IntakeOutcome.Added), ("manuals.zip/b/broken.pdf", IntakeOutcome.Failed), ("manuals.zip/c/table.csv", IntakeOutcome.Added)],
            results.Select(r => (r.Name, r.Outcome)));
        Assert.Contains("E-47 | Coolant is low", (await host.SearchAsync("What does E-47 mean?")).Documents[0].Pieces[0].Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ArchiveThatUnpacksToMoreThanAllowed_IsRefusedAsAWhole()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), ("Documents:MostUnpackedMegabytes", "1"));

        var results = await host.AddAsync("bomb.zip", Zip(("a.txt", new string('a', 900_000)), ("b.txt", new string('b', 900_000))));

        Assert.Equal(IntakeOutcome.Failed, Assert.Single(results).Outcome);
    }

    [Fact]
    public async Task Add_ArchiveWithOneFileTooLarge_TakesInTheOthers()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), ("Documents:MostMegabytes", "1"));

        var results = await host.AddAsync("manuals.zip", Zip(("big.txt", new string('a', 1_100_000)), ("scrap.md", Scrap)));

        Assert.Equal([IntakeOutcome.Failed, IntakeOutcome.Added], results.Select(r => r.Outcome));
        Assert.Equal("The file has 1.0 MB; at most 1 MB are taken in. Split it.", results[0].Note);
    }

    [Fact]
    public async Task Add_ArchiveAgainWithoutOneOfItsFiles_TakesThatOneOut()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("manuals.zip", Zip(("scrap.md", Scrap), ("torque.md", "# Torque\n\nThe spindle bolts are tightened with 45 Nm.\n")));

        await host.AddAsync("manuals.zip", Zip(("scrap.md", Scrap)));

        Assert.DoesNotContain((await host.SearchAsync("spindle bolts torque")).Documents, d => d.Name == "manuals.zip/torque.md");
        Assert.True(await host.Get<RemoveDocument>().RunAsync(DocumentsHost.Tenant, "General", "manuals.zip", default));
        Assert.False(await host.Get<RemoveDocument>().RunAsync(DocumentsHost.Tenant, "General", "manuals.zip", default));
        Assert.Empty((await host.SearchAsync("post scrap")).Documents);
    }

    [Theory]
    [InlineData("Documents:MostPages", "2", "The file has 3 pages; at most 2 are taken in. Split it.")]
    [InlineData("Documents:MostPieces", "10", null)]
    [InlineData("Documents:MostCharacters", "10000", "The file holds more than 10,000 characters of text. Split it.")]
    public async Task Add_PdfBeyondALimit_IsRefusedWithItsOwnSentence(string setting, string value, string? sentence)
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), (setting, value));
        var lines = setting == "Documents:MostCharacters" ? 60 : 1;

        var result = Assert.Single(await host.AddAsync("press.pdf", Pdf(3, lines)));

        Assert.Equal((sentence is null ? IntakeOutcome.Added : IntakeOutcome.Failed, sentence), (result.Outcome, result.Note));
    }

    [Fact]
    public async Task Add_PdfWithoutText_IsReportedAsAScan()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());

        Assert.Equal(IntakeFailures.NoText, Assert.Single(await host.AddAsync("scan.pdf", Pdf(1, 0))).Note);
    }

    [Fact]
    public async Task Add_Pdf_KeepsItsPages()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("press.pdf", Pdf(3, 40));

        var found = (await host.SearchAsync("valve 3 of the press")).Documents[0].Pieces;

        Assert.Contains(found, p => p.Text.Page == 3 && p.Text.Text.Contains("Valve 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_FileLargerThanAllowed_IsRefused()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync(), ("Documents:MostMegabytes", "1"));

        Assert.Equal("The file has 1.1 MB; at most 1 MB are taken in. Split it.", (await host.AddAsync("big.txt", new string('a', 1_150_000))).Note);
    }

    // Readers take a file without an index of its objects, as long as the objects are there.
    private static byte[] Pdf(int pages, int lines)
    {
        var text = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2 0 obj<</Type/Pages/Count {pages}/Kids[{string.Join(' ', Enumerable.Range(0, pages).Select(p => $"{10 + 2 * p} 0 R"))}]>>endobj\n");
        text.Append("3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n");
        for (var p = 0; p < pages; p++)
        {
            var page = string.Join('\n', Enumerable.Range(0, lines).Select(l => $"BT /F 8 Tf 40 {800 - (l * 12 % 760)} Td (Valve {p + 1} of the press is opened in step {l} before it is cleaned.) Tj ET"));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{10 + 2 * p} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {11 + 2 * p} 0 R>>endobj\n");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{11 + 2 * p} 0 obj<</Length {page.Length}>>stream\n{page}\nendstream endobj\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("trailer<</Root 1 0 R>>\n%%EOF\n").ToString());
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
