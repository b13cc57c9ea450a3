using System.Text.RegularExpressions;

namespace FactoryBot.Tests.HouseRules;

public sealed partial class ReadmeTests
{
    [Fact]
    public void EveryLinkToAFile_LeadsToOne()
    {
        var broken = from file in SourceTree.All
                     where file.Extension == ".md"
                     from Match link in Link().Matches(file.Text)
                     let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.Path)!, link.Groups["to"].Value))
                     where !File.Exists(target) && !Directory.Exists(target)
                     select $"{file.Name} → {link.Groups["to"].Value}";
        Rule.Holds(broken);
    }

    [Theory]
    [InlineData("src/FactoryBot")]
    [InlineData("src/FactoryBot.Skills")]
    public void EveryFolderOfFeatures_HasAReadme(string project)
    {
        var folders = SourceTree.Under(project).Where(f => f.Extension is ".cs" or ".sql" && f.Folder != project)
            .Select(f => f.Name[(project.Length + 1)..].Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        folders.RemoveWhere(folder => folder.EndsWith(".cs", StringComparison.Ordinal));
        var described = SourceTree.Under(project).Where(f => f.Name.EndsWith("/README.md", StringComparison.Ordinal)).Select(f => f.Folder).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(folders);
        Rule.Holds(folders.Where(folder => !described.Contains($"{project}/{folder}")));
    }

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<to>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
