using FactoryBot.Skills.Documents;
using FactoryBot.Skills.Documents.Intake;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Documents.Intake;

/// <summary>One page as Markdown, as a Word document with a running head and foot, and as the PDF that was printed of that, over several small pages.</summary>
public sealed class SamePageTests
{
    private static readonly ReadFile Reader = new(new(Options.Create(new DocumentsOptions()), TimeProvider.System));

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task Read_SamePageInAnotherFormat_GivesTheSameHeadingsListsAndTables(string format)
    {
        var page = await ReadAsync("md");
        var same = await ReadAsync(format);

        Assert.Equal(Of(page, BlockKind.Heading), Of(same, BlockKind.Heading));
        Assert.Equal(Of(page, BlockKind.Item), Of(same, BlockKind.Item));
        Assert.Equal(Of(page, BlockKind.Table), Of(same, BlockKind.Table));
        Assert.Equal(Of(page, BlockKind.Paragraph), Of(same, BlockKind.Paragraph));
        Assert.Equal(page.Blocks.Select(b => b.Kind), same.Blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task Split_SamePageInAnotherFormat_GivesTheSamePieces(string format)
    {
        var pieces = Split(await ReadAsync("md"));
        var same = Split(await ReadAsync(format));

        Assert.Equal(5, pieces.Count(p => p.Path[0] == "Receive goods at the gate" && p.Path.Count > 1));
        Assert.Equal(pieces.Select(p => string.Join('/', p.Path)), same.Select(p => string.Join('/', p.Path)));
        Assert.Equal(pieces.Select(p => p.Text), same.Select(p => p.Text));
    }

    [Fact]
    public async Task Read_Pdf_KnowsThePageOfEachPiece()
    {
        var page = await ReadAsync("pdf");

        Assert.True(page.Pages >= 3);
        var pages = Split(page).ConvertAll(p => p.Page!.Value);
        Assert.Equal((1, page.Pages!.Value), (pages[0], pages[^1]));
        Assert.Equal(pages.Order(), pages);
    }

    private static List<(string Text, int Level)> Of(DocumentText page, BlockKind kind) =>
        [.. page.Blocks.Where(b => b.Kind == kind).Select(b => (b.Text, b.Level))];

    private static List<Piece> Split(DocumentText page) => SplitDocument.Run(page, SplitDocument.TitleOf(page, "file"));

    private static async Task<DocumentText> ReadAsync(string format)
    {
        var name = $"goods-receipt.{format}";
        return await Reader.RunAsync(name, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Documents", "Intake", name)), default);
    }
}
