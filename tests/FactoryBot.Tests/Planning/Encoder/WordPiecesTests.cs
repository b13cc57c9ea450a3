using FactoryBot.Planning.Encoder;

namespace FactoryBot.Tests.Planning.Encoder;

public sealed class WordPiecesTests
{
    private static readonly WordPieces Pieces = new(new StringReader("[UNK]\n[CLS]\n[SEP]\npost\n##ing\nstorno\n.\ncafe"));

    [Theory]
    [InlineData("Posting.", new long[] { 1, 3, 4, 6, 2 })]
    [InlineData("storno xyz", new long[] { 1, 5, 0, 2 })]
    [InlineData("Café", new long[] { 1, 7, 2 })]
    [InlineData("postxyz post", new long[] { 1, 0, 3, 2 })]
    [InlineData("", new long[] { 1, 2 })]
    public void Of_AText_IsCutIntoTheLongestKnownParts(string text, long[] expected) => Assert.Equal(expected, Pieces.Of(text, 16));

    [Fact]
    public void Of_ALongText_EndsWhereTheEncoderEnds()
    {
        var ids = Pieces.Of(string.Concat(Enumerable.Repeat("posting ", 50)), 16);

        Assert.Equal(16, ids.Length);
        Assert.Equal(2, ids[^1]);
    }
}
