using System.Text.RegularExpressions;

namespace FactoryBot.Tests.HouseRules;

/// <summary>What no file of the product may hold: promises instead of code, tests that do not run, the outside world.</summary>
public sealed partial class WordingTests
{
    private static readonly string[] TextFiles =
        [".cs", ".sql", ".sh", ".md", ".mjs", ".cjs", ".js", ".json", ".html", ".css", ".csproj", ".props", ".yml", ".yaml", ".txt", ".cshtml", ""];

    [Fact]
    public void NoFile_HoldsAPromiseInsteadOfCode() => Rule.Holds(Holding(Promise()));

    [Fact]
    public void NoTest_IsSkipped() => Rule.Holds(Holding(SkippedTest()).Where(f => f.StartsWith("tests/", StringComparison.Ordinal)));

    [Fact]
    public void NoFile_NamesAPackageRegistry() => Rule.Holds(Holding(Registry()));

    [Fact]
    public void NoFile_RefersToAnythingOutsideTheProject() => Rule.Holds(Holding(Outside()));

    [Fact]
    public void NoProductionCode_ReadsTheClockByItself() =>
        Rule.Holds(Holding(Clock()).Where(f => f.StartsWith("src/", StringComparison.Ordinal)));

    [Fact]
    public void NoProductionCode_HasABareCatch() =>
        Rule.Holds(Holding(BareCatch()).Where(f => f.StartsWith("src/", StringComparison.Ordinal)));

    /// <summary>This file names what it looks for.</summary>
    private static IEnumerable<string> Holding(Regex words) =>
        from file in SourceTree.All
        where TextFiles.Contains(file.Extension) && !file.Name.EndsWith(nameof(WordingTests) + ".cs", StringComparison.Ordinal)
            && !file.Name.EndsWith("package-lock.json", StringComparison.Ordinal) && !file.Name.EndsWith("BannedSymbols.txt", StringComparison.Ordinal)
        let match = words.Match(file.Text)
        where match.Success
        select $"{file.Name}: {match.Value.Trim()}";

    // Written so that it does not find itself, whoever searches.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K]|XX[X])\b|NotImplemented[E]xception")]
    private static partial Regex Promise();

    [GeneratedRegex(@"\bSkip ?= ?""|\b(test|it|describe)\.skip\b|\bskip: true")]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"registry\.npmjs|registry\.yarnpkg|nuget\.org|pypi\.org|pythonhosted|proxy\.golang|crates\.io|deb\.debian\.org|deb\.nodesource|archive\.ubuntu|mcr\.microsoft\.com|docker\.io|ghcr\.io|pkg\.dev")]
    private static partial Regex Registry();

    [GeneratedRegex(@"/work/|\.\./shared|PLAYGROUND\.md|protocols/[a-z-]+\.md")]
    private static partial Regex Outside();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bnew Timer\(")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bcatch\s*\{")]
    private static partial Regex BareCatch();
}
