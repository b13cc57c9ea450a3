using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Tests.Documents.Terms;

public sealed class WordNetTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("factorybot-wordnet-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Open_FolderWithoutTheDictionary_IsNull()
    {
        Assert.Null(WordNet.Open(folder.FullName));
    }

    [Theory]
    [InlineData("calipers", "gauge", true)]
    [InlineData("xqzzt", "gauge", false)]
    public void Others_Word_AreThoseOfItsMeaningAndKind(string word, string other, bool known)
    {
        var net = WordNet.Open(Small(folder.FullName))!;

        Assert.Equal(known, net.Others(word).Contains(other));
        Assert.Equal(known, net.Knows(word));
    }

    [Fact]
    public void Commonness_WordThatIsCounted_IsItsNumber()
    {
        Assert.Equal(7, WordNet.Open(Small(folder.FullName))!.Commonness("gauge"));
    }

    // In the dictionary's own form: sorted words with places, and meanings that begin at those places.
    private static string Small(string folder)
    {
        const string gauge = "00000000 06 n 01 gauge 0 000 | measures\n";
        var caliper = $"{gauge.Length:00000000} 06 n 01 caliper 0 001 @ 00000000 n 0000 | measures distance\n";
        File.WriteAllText(Path.Combine(folder, "data.noun"), gauge + caliper);
        File.WriteAllText(Path.Combine(folder, "index.noun"), $"  1 licence\ncaliper n 1 1 @ 1 0 {gauge.Length:00000000}  \ngauge n 1 0 1 1 00000000  \n");
        foreach (var kind in (string[])["verb", "adj", "adv"])
        {
            File.WriteAllText(Path.Combine(folder, $"data.{kind}"), "");
            File.WriteAllText(Path.Combine(folder, $"index.{kind}"), "");
        }

        File.WriteAllText(Path.Combine(folder, "cntlist.rev"), "gauge%1:06:00:: 1 7\n");
        return folder;
    }
}
