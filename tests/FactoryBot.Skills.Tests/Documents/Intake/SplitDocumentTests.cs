using FactoryBot.Skills.Documents.Intake;

namespace FactoryBot.Skills.Tests.Documents.Intake;

public sealed class SplitDocumentTests
{
    [Fact]
    public void Run_Headings_BecomeThePathOfTheirPieces()
    {
        var pieces = Split("# Stock\n\nStock is counted.\n\n## Bins\n\nA bin holds items.\n\n### Types\n\nFour types are known.\n\n## Zones\n\nA zone has bins.\n");

        Assert.Equal(["Stock", "Stock/Bins", "Stock/Bins/Types", "Stock/Zones"], pieces.Select(p => string.Join('/', p.Path)));
    }

    [Fact]
    public void Run_ListOfLinks_IsLeftOut() =>
        Assert.DoesNotContain(Split("# Stock\n\nStock is counted.\n\n## See also\n\n[Purchasing](purchasing.md)\n"), p => p.Text.Contains("Purchasing", StringComparison.Ordinal));

    [Fact]
    public void Run_LongTable_RepeatsItsHeadingRowInEveryPiece()
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(i => $"| E-{i} | Meaning of the error number {i} |\n"));

        var pieces = Split($"# Errors\n\n| Code | Meaning |\n| --- | --- |\n{rows}");

        Assert.True(pieces.Count > 3);
        Assert.All(pieces, p => Assert.StartsWith("Code | Meaning\n", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NumberedSteps_KeepTheirNumbers() =>
        Assert.Equal("1. Open the page.\n2. Press Post.", Split("# Post\n\n1. Open the page.\n2. Press **Post**.\n").Single().Text);

    [Fact]
    public void Run_ParagraphWithoutEnd_IsCut() =>
        Assert.All(Split("# Long\n\n" + new string('x', 10_000)), p => Assert.True(p.Text.Length <= 1_400));

    private static List<Piece> Split(string markdown)
    {
        var text = MarkdownReader.Read(markdown);
        return SplitDocument.Run(text, SplitDocument.TitleOf(text, "file.md"));
    }
}
