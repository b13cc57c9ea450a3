using System.Text.RegularExpressions;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Which of our four machines": asked as "which machine", whatever their number.</summary>
internal static partial class Partitive
{
    public static string Plain(string text) => WhichOf().Replace(text, "$1 $3");

    [GeneratedRegex(@"\b(which)(\s+one)?\s+of\s+(?:the|our|these|those|all|my)(?:\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|all))?\s+(machine|line|shift|product|site)s\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhichOf();
}
