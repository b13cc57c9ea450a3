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

    /// <summary>Also by what a source is called: "in the sample shop", "from northwind". "In the plant" says no database.</summary>
    public static (string Text, string? Source) Take(string question, IEnumerable<Sources.OpenSource> open)
    {
        var (text, named) = Take(question);
        if (named is not null)
            return (text, named);
        foreach (var source in open)
        {
            var title = source.Title.StartsWith("the ", StringComparison.Ordinal) ? source.Title[4..] : source.Title;
            var plain = source.Name == Sources.SourceModels.Plant ? [] : new[] { Regex.Escape(title), Regex.Escape(source.Name) };
            var called = plain.Append($"({Regex.Escape(title)}|{Regex.Escape(source.Name)})\\s+(database|db|data source)");
            var match = Regex.Match(text, $@"[\s,]*\b(in|of|from|on|at)\s+(the\s+|our\s+)?({string.Join('|', called)})(\s+(database|db|data|source))?\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
            if (match.Success && (match.Index > 0 || match.Length < text.Length))
                return ((text[..match.Index] + text[(match.Index + match.Length)..]).Trim(' ', ','), source.Name.ToLowerInvariant());
        }

        return (text, null);
    }

    [GeneratedRegex(@"[\s,]*\b(in|of|from|on)\s+(the\s+)?(source|data source)\s+(?<name>[\w-]{1,60})\b", RegexOptions.IgnoreCase)]
    private static partial Regex InSource();
}
