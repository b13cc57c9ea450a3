using System.Text.RegularExpressions;

namespace FactoryBot.Tests.HouseRules;

/// <summary>Channels → Turns → Planning → Skills, and no feature knows another. Skills → host is impossible already: the
/// project has no reference.</summary>
public sealed partial class ArrowTests
{
    private static readonly string[] Features = ["Metrics", "Analysis", "Quotes", "Documents", "Knowledge", "Operations", "Reports", "Downloads"];

    /// <summary>What several features share; no feature may be known there.</summary>
    private static readonly string[] Shared =
        ["Approvals", "Cards", "Charts", "Database", "Files", "Functions", "Jobs", "Language", "Notices", "Results", "Tenancy", "Vectors"];

    [Theory]
    [InlineData("Planning", "Turns")]
    [InlineData("Planning", "Channels")]
    [InlineData("Planning", "Api")]
    [InlineData("Planning", "Cli")]
    [InlineData("Planning", "Hosting")]
    [InlineData("Turns", "Channels")]
    [InlineData("Turns", "Api")]
    [InlineData("Turns", "Cli")]
    [InlineData("Turns", "Hosting")]
    [InlineData("Channels", "Planning")]
    [InlineData("Channels", "Hosting")]
    public void Host_InnerFolder_UsesNoOuterOne(string folder, string other) =>
        Rule.Holds(Uses($"src/FactoryBot/{folder}", $"FactoryBot.{other}"));

    [Fact]
    public void Skills_AFeature_UsesNoOtherFeature() =>
        Rule.Holds(from feature in Features
                     from other in Features
                     where feature != other
                     from use in Uses($"src/FactoryBot.Skills/{feature}", $"FactoryBot.Skills.{other}")
                     select use);

    [Fact]
    public void Skills_ASharedFolder_UsesNoFeature() =>
        Rule.Holds(from folder in Shared
                     from feature in Features
                     from use in Uses($"src/FactoryBot.Skills/{folder}", $"FactoryBot.Skills.{feature}")
                     select use);

    [Fact]
    public void Skills_EveryFolder_IsAFeatureOrIsShared()
    {
        var folders = SourceTree.Production.Where(f => f.IsIn("src/FactoryBot.Skills")).Select(f => f.Folder.Split('/').ElementAtOrDefault(2)).OfType<string>();
        Rule.Holds(folders.Distinct().Except(Features).Except(Shared));
    }

    private static IEnumerable<string> Uses(string folder, string space) =>
        from file in SourceTree.Production
        where file.IsIn(folder) && NameSpaces().Matches(file.Text).Any(m => m.Value == space || m.Value.StartsWith(space + ".", StringComparison.Ordinal))
        select $"{file.Name} uses {space}";

    [GeneratedRegex(@"\bFactoryBot(\.[A-Z]\w*)+")]
    private static partial Regex NameSpaces();
}
