using System.Text.RegularExpressions;
using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Ready;

/// <summary>Reads an answer that somebody wants kept, and what makes two phrasings the same.</summary>
internal static partial class Phrasing
{
    private const int LongestKey = 500;
    private const int LongestAnswer = 4_000;

    private static readonly string[] Polite = ["please", "pls", "hi", "hello", "hey", "thanks"];

    /// <summary>The same words in the same order are the same question, however it is punctuated.</summary>
    public static string KeyOf(string question)
    {
        var key = string.Join(' ', TermReader.All(question).Select(t => t.Word).Where(w => !Polite.Contains(w)));
        return key.Length > LongestKey ? key[..LongestKey] : key;
    }

    public static IReadOnlyList<(string Key, string Phrasing)> Of(IEnumerable<string> questions) =>
        [.. questions.Select(q => (Key: KeyOf(q), Phrasing: q.Trim())).Where(p => p.Key.Length > 0).DistinctBy(p => p.Key)];

    /// <summary>Questions and the answer out of "Question: … Question: … Answer: …"; no questions where it is not of that form.</summary>
    public static (IReadOnlyList<string> Questions, string Answer) Read(string message)
    {
        if (AnswerMark().Match(message) is not { Success: true } mark)
            return ([], "");
        var questions = QuestionMark().Split(message[..mark.Index]).Skip(1).Select(q => q.Trim(' ', '\n', '\r', ';', ',', '"', '“', '”')).Where(q => q.Length > 0);
        var answer = message[(mark.Index + mark.Length)..].Trim();
        return ([.. questions], answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer);
    }

    [GeneratedRegex(@"\b(answer|a)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex AnswerMark();

    [GeneratedRegex(@"\b(?:question|or|q)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex QuestionMark();
}
