using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Are all invoices paid?", "was every order of May shipped on time?": how many there are, how many are not so, and yes where none is.</summary>
internal static partial class AllOfThem
{
    private const int MostWords = 24;
    private const string Not = " not ";

    /// <returns>Null where no part of the question says what all of them should be.</returns>
    public static Reading? Read(string plain, Func<string, Reading> read)
    {
        if (Words(plain) is not { Length: > 1 and <= MostWords } words)
            return null;
        if (Counted(read($"how many {string.Join(' ', words)}")) is not { } all && (all = Counted(read($"how many {words[0]} are {string.Join(' ', words[1..])}"))) is null)
            return null;
        var named = -1;
        AnalysisQuery? whole = null;
        for (var end = 1; end < words.Length; end++)
        {
            // What ties on to the noun belongs to it: the invoices of May, the machines in hall 3.
            if (whole is not null && !Ties().IsMatch(words[named]))
            {
                // "Sales orders": the noun is longer where one word more says nothing more.
                if (end != named + 1 || Counted(read($"how many {string.Join(' ', words[..end])}"))?.Query is not { } longer || Left(longer, whole) is not { Count: 0 })
                    break;
                (named, whole) = (end, longer);
                continue;
            }

            if (Ties().IsMatch(words[end - 1]))
                continue;
            if (Counted(read($"how many {string.Join(' ', words[..end])}"))?.Query is not { } things || Left(all.Query!, things) is not { Count: > 0 })
                continue;
            (named, whole) = (end, things);
        }

        return whole is null ? null : Of(all, whole, string.Join(' ', words[named..]));
    }

    /// <summary>The same question as one for those that are not so; null where it is no question of all of them.</summary>
    public static string? WhichNot(string plain, AnalysisQuery query) =>
        query is { Verdict: not null, Measures: [{ Name: var all }, { Name: var not }] } && not.StartsWith(all + Not, StringComparison.Ordinal) && not[(all.Length + Not.Length)..] is var said
        && Words(plain) is { } words && string.Join(' ', words) is var rest && rest.EndsWith(said, StringComparison.OrdinalIgnoreCase) ? $"which {BeenAtEnd().Replace(rest[..^said.Length].Trim(), "")} are not {said}" : null;

    private static string[]? Words(string plain) => Every().Match(plain) is { Success: true } every ? every.Groups["rest"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : null;

    private static Reading Of(Reading all, AnalysisQuery whole, string said)
    {
        var count = whole.Measures[0];
        var not = count with
        {
            Name = $"{count.Name}{Not}{Been().Replace(said, "").Trim()}",
            Where = [.. count.Where, new() { Has = count.Entity, Not = true, With = Left(all.Query!, whole)! }],
        };
        return all with { Query = whole with { Measures = [count, not], Verdict = new(not.Name, Comparison.Equal, 0) } };
    }

    // One number of things, and nothing else about it.
    private static Reading? Counted(Reading reading) => reading.Query is { Measures: [{ Formula: "*", Aggregate: Model.Aggregate.Count, Entity: not null, Where.Count: 0 }], By.Count: 0, Compute.Count: 0, Having.Count: 0, Limit: null, Fold: null, Verdict: null } ? reading : null;

    // What the whole sentence says beyond its beginning; null where the beginning says something that the whole does not.
    private static List<Condition>? Left(AnalysisQuery all, AnalysisQuery part)
    {
        if (all.Measures[0].Entity != part.Measures[0].Entity)
            return null;
        var left = all.Where.DistinctBy(Key).ToDictionary(Key, StringComparer.Ordinal);
        return part.Where.All(w => left.Remove(Key(w))) ? [.. left.Values] : null;
    }

    private static string Key(Condition condition) => QueryJson.Write(condition);

    [GeneratedRegex(@"^(are|is|were|was|have|has|do|does|did)\s+(all|every|each)(\s+(of|the|our|my|these|those))*\s+(?<rest>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Every();

    [GeneratedRegex("^(of|in|from|for|at|since|before|after|with|without|that|which|who|above|over|below|under|between|on)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ties();

    [GeneratedRegex(@"^(been|already|now|currently|yet|still)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Been();

    [GeneratedRegex(@"(\s+(been|already|now|currently|yet|still))+$", RegexOptions.IgnoreCase)]
    private static partial Regex BeenAtEnd();
}
