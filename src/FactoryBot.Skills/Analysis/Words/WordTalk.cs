using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Analysis.Words;

/// <summary>The sentences in which a meaning is taught and forgotten, and the buttons that say them.</summary>
internal static partial class WordTalk
{
    /// <summary>"Always" beside each meaning, where there is room and the meaning is one of a word.</summary>
    public static IEnumerable<Choice> Always(string question, Ambiguity ambiguity, string source, Func<AmbiguousChoice, string> replaced) =>
        ambiguity.Choices.Count > 3 || !ambiguity.Choices.All(c => IsMeaning(c, ambiguity)) ? []
            : ambiguity.Choices.Select(c => new Choice($"Always: {c.Title}", $"Remember that “{ambiguity.Words}” means “{c.Phrase}” in source {source}, and answer: {replaced(c)}"));

    // "The first 3" and a day are answers to one question, no meaning of a word.
    private static bool IsMeaning(AmbiguousChoice choice, Ambiguity ambiguity) =>
        !choice.Phrase.Any(char.IsAsciiDigit) && !ambiguity.Words.Any(char.IsAsciiDigit) && !choice.Phrase.StartsWith(ambiguity.Words + " by ", StringComparison.OrdinalIgnoreCase);

    public static (string Word, string Phrase, string? Source, string? Question)? Taught(string message) => Remember().Match(message) is { Success: true } match
        ? (match.Groups["word"].Value.Trim(), match.Groups["phrase"].Value.Trim(), match.Groups["source"] is { Success: true } source ? source.Value : null, match.Groups["question"] is { Success: true } question ? question.Value.Trim() : null) : null;

    public static string? Forgotten(string message) => Forget().Match(message) is { Success: true } match ? match.Groups["word"].Value.Trim() : null;

    [GeneratedRegex(@"^\s*(please\s+)?remember\s+that\s+[“""']?(?<word>[^“”""']{2,60}?)[”""']?\s+(always\s+)?means?\s+[“""']?(?<phrase>[^“”""',]{2,80}?)[”""']?(\s+in\s+source\s+(?<source>[\w-]{1,60}))?(,?\s+and\s+answer:\s*(?<question>.{3,500}))?\s*[.!]?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Remember();

    [GeneratedRegex(@"^\s*(please\s+)?forget\s+(that\s+|what\s+|the\s+meaning\s+of\s+)[“""']?(?<word>[^“”""']{2,60}?)[”""']?(\s+(always\s+)?means?\b.*)?\s*[.!]?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Forget();
}
