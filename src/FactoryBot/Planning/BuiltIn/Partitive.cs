using System.Text.RegularExpressions;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Other ways to say the same question: "which of our four machines" is "which machine", whatever their number; "how much hours" is "how many hours".</summary>
internal static partial class Partitive
{
    public static string Plain(string text) => MuchOfCounted().Replace(WhichOf().Replace(text, "$1 $3"), "$1 many $2");

    [GeneratedRegex(@"\b(which)(\s+one)?\s+of\s+(?:the|our|these|those|all|my)(?:\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|all))?\s+(machine|line|shift|product|site)s\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhichOf();

    [GeneratedRegex(@"\b(how)\s+much\s+(hours|minutes|pieces|parts|stops|times|days)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MuchOfCounted();
}
