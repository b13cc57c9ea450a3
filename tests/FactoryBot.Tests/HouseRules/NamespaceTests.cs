using System.Text.RegularExpressions;

namespace FactoryBot.Tests.HouseRules;

public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespace_OfEveryFile_IsItsFolder()
    {
        var wrong = from file in SourceTree.Under("src").Concat(SourceTree.Under("tests")).Where(f => f.Extension == ".cs")
                    let declared = Declaration().Match(file.Text)
                    where declared.Success && declared.Groups["name"].Value != Expected(file)
                    select $"{file.Name} declares {declared.Groups["name"].Value}";
        Rule.Holds(wrong);
    }

    private static string Expected(SourceFile file) => string.Join('.', file.Folder.Split('/').Skip(1));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
