using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"As a pie", "in a bar chart": the picture that is asked for, taken out of the question.</summary>
internal static partial class ChartWords
{
    public static (string Text, string? Chart) Take(string text)
    {
        var match = As().Match(text);
        if (!match.Success)
            return (text, null);
        var kind = match.Groups["kind"].Value.ToLowerInvariant() switch
        {
            "pie" or "donut" or "doughnut" => "pie",
            "line" or "trend" => "line",
            "table" or "list" => "table",
            _ => "bar",
        };
        return ((text[..match.Index] + text[(match.Index + match.Length)..]).Trim(), kind);
    }

    [GeneratedRegex(@"[\s,]*\b(as|in|with|using|and plot it as|plotted as|drawn as|show it as|plot as)\s+(a|an)?\s*(?<kind>pie|donut|doughnut|bar|column|line|trend|table)(\s*-?\s*(chart|graph|diagram|plot))?\b(?!\s+of)", RegexOptions.IgnoreCase)]
    private static partial Regex As();
}
