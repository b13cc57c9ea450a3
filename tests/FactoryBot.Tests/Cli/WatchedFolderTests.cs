using FactoryBot.Cli;

namespace FactoryBot.Tests.Cli;

public sealed class WatchedFolderTests
{
    private static readonly FileState Old = new("a.md", 10, new(2026, 11, 20));
    private static readonly FileState New = new("a.md", 12, new(2026, 11, 21));
    private readonly WatchedFolder folder = new();

    public WatchedFolderTests() => folder.Look(Files(("/a.md", Old)));

    [Fact]
    public void Look_FileThatChanged_IsNamedOnce()
    {
        Assert.Equal(New, Assert.Single(folder.Look(Files(("/a.md", New))).Changed).State);
        Assert.Empty(folder.Look(Files(("/a.md", New))).Changed);
    }

    [Fact]
    public void Look_FileGoneTwice_IsGone()
    {
        Assert.Empty(folder.Look(Files()).Gone);
        Assert.Equal(["a.md"], folder.Look(Files()).Gone);
        Assert.Empty(folder.Look(Files()).Gone);
    }

    [Fact]
    public void Look_FileGoneForAMoment_IsTakenInAgainOnlyIfItChanged()
    {
        folder.Look(Files());
        Assert.Empty(folder.Look(Files(("/a.md", Old))).Changed);
        folder.Look(Files());
        Assert.Single(folder.Look(Files(("/a.md", New))).Changed);
    }

    [Fact]
    public void Look_FolderThatCannotBeSeen_SaysNothingOfItsFiles()
    {
        Assert.Empty(folder.Look(null).Gone);
        Assert.Empty(folder.Look(null).Gone);
    }

    private static Dictionary<string, FileState> Files(params (string File, FileState State)[] files) => files.ToDictionary(f => f.File, f => f.State);
}
