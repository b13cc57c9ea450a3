using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Analysis;

/// <summary>"... in source crm": which database is meant, taken out of the question.</summary>
internal static partial class SourceWords
{
    public static (string Text, string? Source) Take(string question)
    {
        var match = InSource().Match(question);
        return match.Success ? ((question[..match.Index] + question[(match.Index + match.Length)..]).Trim(), match.Groups["name"].Value.ToLowerInvariant()) : (question.Trim(), null);
    }

    [GeneratedRegex(@"[\s,]*\b(in|of|from|on)\s+(the\s+)?(source|data source)\s+(?<name>[\w-]{1,60})\b", RegexOptions.IgnoreCase)]
    private static partial Regex InSource();
}
