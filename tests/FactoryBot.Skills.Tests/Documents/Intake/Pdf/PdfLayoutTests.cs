using System.Globalization;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Intake.Pdf;

namespace FactoryBot.Skills.Tests.Documents.Intake.Pdf;

public sealed class PdfLayoutTests
{
    private const int Pitch = 21;
    private const int Text = 18;

    [Fact]
    public void Read_WordPartedAtTheEndOfALine_IsOneWordWhereTheDocumentHasItSo()
    {
        var blocks = Read(Lines(1, 100, "Every document has a number, and who keeps a docu-", "ment writes it down. Then the goods are put-", "away before the shift ends."));

        Assert.Equal(
            "Every document has a number, and who keeps a document writes it down. Then the goods are put-away before the shift ends.", Assert.Single(blocks).Text);
    }

    [Fact]
    public void Read_LargerAndBoldLines_AreHeadingsByTheirSize()
    {
        var blocks = Read(
        [
            Run(1, 100, "Press manual", 30, PdfFace.Bold), Run(1, 150, "Set up", 24), Run(1, 190, "Dies", Text, PdfFace.Bold), .. Lines(1, 220, "The die is clamped with four bolts.", "Each has 45 Nm."),
            Run(1, 290, "Clean", 24), .. Lines(1, 330, "Wipe the table at the end of every shift and", "oil the guides once a week."),
        ]);

        Assert.Equal([("Press manual", 1), ("Set up", 2), ("Dies", 3), ("Clean", 2)], blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => (b.Text, b.Level)));
        Assert.Equal(2, blocks.Count(b => b.Kind == BlockKind.Paragraph));
    }

    [Theory]
    [InlineData("Figure 3. The clamped die")]
    [InlineData("Note")]
    public void Read_BoldLineThatBeginsNoPart_IsNoHeading(string bold)
    {
        var blocks = Read([Run(1, 100, "Press manual", 30), Run(1, 160, bold, Text, PdfFace.Bold), .. Lines(1, 200, "The die is clamped with four bolts.", "Each has 45 Nm.")]);

        Assert.Equal("Press manual", Assert.Single(blocks, b => b.Kind == BlockKind.Heading).Text);
    }

    [Fact]
    public void Read_HeadsFeetAndPageNumbers_AreLeftOut()
    {
        var blocks = Read([.. Enumerable.Range(1, 4).SelectMany(page => new[] { Run(page, 40, "Press manual, edition 4") }
            .Concat(Lines(page, 100, [.. Enumerable.Range(1, 8).Select(line => string.Create(CultureInfo.InvariantCulture, $"Valve {line} of unit {page} is opened in turn."))]))
            .Append(Run(page, 1100, string.Create(CultureInfo.InvariantCulture, $"Page {page} of 4"))))]);

        Assert.All(blocks, b => Assert.DoesNotContain("edition", b.Text, StringComparison.Ordinal));
        Assert.All(blocks, b => Assert.DoesNotContain("Page", b.Text, StringComparison.Ordinal));
        Assert.Equal(32, blocks.Sum(b => b.Text.Split("Valve").Length - 1));
    }

    [Fact]
    public void Read_CellsBesideEachOther_AreATableWithItsEmptyCells()
    {
        var blocks = Read(
        [
            Run(1, 100, "Code"), Run(1, 100, "Meaning", left: 300), Run(1, 100, "Who", left: 600),
            Run(1, 130, "E-47"), Run(1, 130, "The coolant is", left: 300), Run(1, 130 + Pitch, "low.", left: 300), Run(1, 130, "Setter", left: 600),
            Run(1, 190, "E-48"), Run(1, 190, "Operator", left: 600),
        ]);

        Assert.Equal((BlockKind.Table, "Code | Meaning | Who\nE-47 | The coolant is low. | Setter\nE-48 |  | Operator"), (Assert.Single(blocks).Kind, blocks[0].Text));
    }

    [Fact]
    public void Read_HeadingRowOnTopOfEveryPage_IsTheFirstRowOnce()
    {
        var blocks = Read([.. Enumerable.Range(1, 3).SelectMany(page => Enumerable.Range(0, 8).SelectMany(row => row == 0
            ? new[] { Run(page, 100, "Code"), Run(page, 100, "Meaning", left: 300) }
            : [Run(page, 100 + (row * 30), $"E-{page}{row}"), Run(page, 100 + (row * 30), $"Door {page}{row} is open", left: 300)]))]);

        var rows = Assert.Single(blocks).Text.Split('\n');
        Assert.Equal(("Code | Meaning", 22), (rows[0], rows.Length));
    }

    [Fact]
    public void Read_TextWithoutAnEndOverManyPages_StaysNearItsPages()
    {
        var blocks = Read([.. Enumerable.Range(1, 6).SelectMany(page => Lines(page, 100, [.. Enumerable.Range(1, 8).Select(line => $"words {(char)('a' + page)} without {(char)('a' + line)} end go on and on over the page")]))]);

        Assert.Equal([1, 3, 5], blocks.Select(b => b.Page));
    }

    [Fact]
    public void Run_LinksThatAreToldBeforeAPage_HideNeitherThePageNorItsText()
    {
        var (runs, pages) = ReadRuns.Run(
            """
            <page number="1" position="absolute" top="0" left="0" height="1188" width="918">
            <fontspec id="0" size="18" family="ABCDEF+Serif" color="#000000"/>
            <text top="10" left="108" width="90" height="23" font="0">Salt &amp; <b>pepper</b></text>
            </page>
             link to page 4  link to page 5 <page number="2" position="absolute" top="0" left="0" height="1188" width="918">
            <text top="20" left="108" width="90" height="23" font="0"><a href="x"><b>Vinegar</a></b></text>
            </page>
            """);

        Assert.Equal(2, pages);
        Assert.Equal([(1, 10, "Salt & pepper"), (2, 20, "Vinegar")], runs.Select(r => (r.Page, r.Top, r.Text)));
    }

    private static List<Block> Read(List<PdfRun> runs) => PdfLayout.Read(runs, runs.Max(r => r.Page));

    private static List<PdfRun> Lines(int page, int top, params string[] lines) => [.. lines.Select((line, i) => Run(page, top + (i * Pitch), line))];

    private static PdfRun Run(int page, int top, string text, int size = Text, PdfFace face = PdfFace.Text, int left = 108) => new(page, top, left, text.Length * 9, size + 5, size, face, text);
}
