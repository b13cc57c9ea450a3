using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>The button under an answer that was shortened, and the sentence that it says.</summary>
internal static partial class WholePassages
{
    public static Choice For(string question) => new("More", $"Show the whole passages: {question}");

    /// <summary>The question whose whole passages are asked for; null where the sentence asks something else.</summary>
    public static string? Of(string sentence) => Asked().Match(sentence) is { Success: true } match ? match.Groups["question"].Value : null;

    [GeneratedRegex(@"^\W*show (me )?the whole passages?\s*(:|for|of|to)\s*(?<question>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Asked();
}
