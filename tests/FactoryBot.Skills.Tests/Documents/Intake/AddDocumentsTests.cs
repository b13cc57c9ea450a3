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
