using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Marks of list items in plain text.</summary>
internal static partial class Lists
{
    public static bool IsItem(string line) => Mark().IsMatch(line);

    public static bool IsNumbered(string line) => Number().IsMatch(line);

    /// <summary>It has several numbered lines: what is done one after the other.</summary>
    public static bool HasSteps(string text) => text.Split('\n').Count(IsNumbered) > 1;

    [GeneratedRegex(@"^\s*([•‣▪●○◦*–-]|\(?\d{1,3}[.)]|[a-z][.)])\s+\S")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*\(?\d{1,3}[.)]\s+\S")]
    private static partial Regex Number();
}
