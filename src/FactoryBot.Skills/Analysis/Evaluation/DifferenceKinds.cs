using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Analysis.Evaluation;

/// <summary>In what an answer's statement differs from the wanted one, by kind alone: a set that is kept unseen can be looked into without reading it.</summary>
internal static partial class DifferenceKinds
{
    public static string Of(string wanted, string found, int wantedRows, int foundRows)
    {
        var kinds = new List<string>();
        Add("other tables", Tables());
        Add("other measure", Aggregates());
        Add("other grouping", GroupBy());
        Add("other values", Values());
        Add("other period", Years());
        Add("other numbers", Numbers());
        Add("other limit", Limit());
        kinds.Add(wantedRows == foundRows ? "same number of rows" : wantedRows < foundRows ? "more rows" : "fewer rows");
        return string.Join(", ", kinds);

        void Add(string kind, Regex regex)
        {
            if (!Set(wanted, regex).SetEquals(Set(found, regex)))
                kinds.Add(kind);
        }
    }

    private static HashSet<string> Set(string sql, Regex regex) =>
        regex.Matches(sql).Select(m => m.Groups[1].Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:from|join)\s+(?:\w+\.)?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Tables();

    [GeneratedRegex(@"\b(sum|avg|count|min|max|percentile_cont)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Aggregates();

    [GeneratedRegex(@"\b(group by|partition by)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GroupBy();

    [GeneratedRegex("'([^'0-9]+)'")]
    private static partial Regex Values();

    [GeneratedRegex(@"\b((?:19|20)\d\d)\b")]
    private static partial Regex Years();

    [GeneratedRegex(@"[<>=]\s*(\d+(?:\.\d+)?)\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\blimit\s+(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();
}
