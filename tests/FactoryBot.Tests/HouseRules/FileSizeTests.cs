namespace FactoryBot.Tests.HouseRules;

/// <summary>Clarity is lost in the longest files first.</summary>
public sealed class FileSizeTests
{
    private const int Longest = 300;
    private const int NineInTen = 150;
    private const int Median = 60;

    [Fact]
    public void Production_NoFile_IsLongerThanThreeHundredLines() =>
        Rule.Holds(SourceTree.Production.Where(f => f.Lines > Longest).Select(f => $"{f.Name} has {f.Lines} lines"));

    [Fact]
    public void Production_NineFilesInTen_HaveAtMostAHundredAndFiftyLines() =>
        Assert.InRange(Percentile(90), 1, NineInTen);

    [Fact]
    public void Production_HalfOfTheFiles_HaveAtMostSixtyLines() =>
        Assert.InRange(Percentile(50), 1, Median);

    [Fact]
    public void Program_HasUnderFortyLines() =>
        Assert.InRange(SourceTree.Production.Single(f => f.Name == "src/FactoryBot/Program.cs").Lines, 1, 39);

    private static int Percentile(int percent)
    {
        var sizes = SourceTree.Production.Select(f => f.Lines).Order().ToList();
        return sizes[(sizes.Count - 1) * percent / 100];
    }
}
