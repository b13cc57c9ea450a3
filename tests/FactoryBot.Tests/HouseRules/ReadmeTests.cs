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

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<to>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
