using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Do we have customers without orders?", "is revenue above 5,000?", "did we get more orders in May than in April?": read as the
/// figures behind, with what makes them a yes.</summary>
internal static partial class YesNo
{
    private static readonly string[] Asks = ["what is the ", "how many ", "how much "];

    /// <returns>Null where the question is none of yes or no, or its figures are not understood this way.</returns>
    public static Reading? Read(string text, Func<string, Reading> read)
    {
        var plain = text.Trim().TrimEnd('?', '.', '!', ' ');
        if (!Begins().IsMatch(plain))
            return null;
        if (All().Match(plain) is { Success: true } all)
            return Exists($"{all.Groups["things"].Value} without {all.Groups["had"].Value}", read, Comparison.Equal) ?? Declined();
        if (OfAll().IsMatch(plain))
            return AllOfThem.Read(plain, read) ?? Declined();
        if (OfAny().Match(plain) is { Success: true } any && Exists(any.Groups["what"].Value, read, Comparison.More) is { } some)
            return some;
        if (Than().Match(plain) is { Success: true } than && Compared(than, read) is { } compared)
            return compared;
        if (DidMore().Match(plain) is { Success: true } more && Done(more, read) is { } done)
            return done;
        if (There().Match(plain) is { Success: true } there)
        {
            return NumberOf().Match(there.Groups["what"].Value) is { Success: true } number
                ? Beside(read($"how many {number.Groups["what"].Value}"), number.Groups["compare"].Value, number.Groups["number"].Value)
                : Exists(there.Groups["what"].Value, read, Comparison.More);
        }

        return Above().Match(plain) is { Success: true } above
            ? Beside(Figure($"{above.Groups["what"].Value} {above.Groups["rest"].Value}", read), above.Groups["compare"].Value, above.Groups["number"].Value) : null;
    }

    private static Reading Declined() => new() { Declined = "I cannot say yes or no of all of them at once. Please ask which ones are not so, or for their share." };

    // The rows themselves stand behind a yes, or behind a no to "all".
    private static Reading? Exists(string what, Func<string, Reading> read, Comparison yes) =>
        read("list " + what) is { Query: { Measures.Count: 0, Of: { } of, Limit: null, Distinct: false } list } reading ? reading with { Query = list with { Verdict = new(of, yes, 0) } } : null;

    private static Reading? Beside(Reading? reading, string compare, string number)
    {
        if (reading?.Query is not { } query || Single(query) is not { } name || Lexer.Of(number) is not [{ Number: { } value }, ..] words)
            return null;
        value *= words.Count > 1 ? words[1].Text switch { "million" or "m" => 1_000_000, "thousand" or "k" => 1_000, _ => 1 } : 1;
        return reading with { Query = query with { Verdict = new(name, Is(compare), value) } };
    }

    private static Reading? Compared(Match than, Func<string, Reading> read)
    {
        var (what, when, other) = (than.Groups["what"].Value.Trim(), than.Groups["when"].Value.Trim(), than.Groups["other"].Value.Trim());
        (what, when) = what.Length == 0 ? (when, "") : (what, when);
        if (when.Length == 0 && Where().Match(what) is { Success: true } said)
            (what, when) = (said.Groups["what"].Value, said.Groups["when"].Value);
        if (Figure($"{what} {when}", read) is not { Query: { } left } reading || (Figure($"{what} {other}", read) ?? Figure(other, read)) is not { Query: { } right } later
            || left is not { Measures: [var first], Compute.Count: 0 } || right is not { Measures: [var second], Compute.Count: 0 })
            return null;
        return Beside(than, (reading, left, $"{first.Name} {when}".Trim()), (later, right, second.Name == first.Name ? $"{second.Name} {other}" : second.Name));
    }

    // "Did we lend more in May than in April": how much of it, or how often.
    private static Reading? Done(Match than, Func<string, Reading> read)
    {
        var verb = than.Groups["verb"].Value;
        var (what, when, other) = (than.Groups["thing"].Value.Trim(), than.Groups["when"].Value.Trim(), than.Groups["other"].Value.Trim());
        string[] asks = what.Length > 0 ? [$"how many {what} did we {verb}"] : [$"how much did we {verb}", $"how often did we {verb}"];
        foreach (var ask in asks)
        {
            if (Whole(read($"{ask} {when}")) is ({ } reading, { } left) && Whole(read($"{ask} {other}")) is ({ } later, { } right) && left.Measures[0].Name == right.Measures[0].Name)
                return Beside(than, (reading, left, $"{left.Measures[0].Name} {when}"), (later, right, $"{right.Measures[0].Name} {other}"));
        }

        return null;
    }

    private static (Reading? Reading, AnalysisQuery? Query) Whole(Reading reading) => reading.Query is { Measures: [_], Compute.Count: 0 } query && Single(query) is not null ? (reading, query) : default;

    private static Reading? Beside(Match than, (Reading Reading, AnalysisQuery Query, string Name) left, (Reading Reading, AnalysisQuery Query, string Name) right)
    {
        var (reading, later) = (left.Reading, right.Reading);
        var (a, b) = (Named(left.Query.Measures[0], left.Query, left.Name), Named(right.Query.Measures[0], right.Query, right.Name));
        return a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase) ? null : reading with
        {
            Period = null, Notes = [.. reading.Notes, .. new[] { reading.Period, later.Period }.OfType<Period>().Where(Runs).Select(p => $"{p.Dates} is a time that still runs")],
            Query = new()
            {
                Measures = [a, b], Verdict = new(a.Name, Is(than.Groups["compare"].Value), 0) { Right = b.Name },
                Compute = [new("Difference", ComputedKind.Difference, a.Name, b.Name), new("Difference %", ComputedKind.Growth, a.Name, b.Name)],
            },
        };
    }

    // A month that ends before its last day is set beside whole ones.
    private static bool Runs(Period days) => days.Grain switch
    {
        Grain.Week => days.To < days.From.AddDays(6), Grain.Month => days.To < days.From.AddMonths(1).AddDays(-1),
        Grain.Quarter => days.To < days.From.AddMonths(3).AddDays(-1), Grain.Year => days.To < days.From.AddYears(1).AddDays(-1), _ => false,
    };

    private static MeasureUse Named(MeasureUse measure, AnalysisQuery query, string name) => measure with { Name = Letters.Capital(name), Where = [.. measure.Where, .. query.Where] };

    private static Reading? Figure(string what, Func<string, Reading> read) =>
        Asks.Select(ask => read(ask + what)).FirstOrDefault(r => r.Query is { } query && Single(query) is not null);

    // One row with one figure that it is about.
    private static string? Single(AnalysisQuery query) => query is not { By.Count: 0, Having.Count: 0, Limit: null, Verdict: null, Fold: null } ? null
        : query.Compute is [.., var last] ? last.Name : query.Measures is [var only] ? only.Name : null;

    private static Comparison Is(string words) => words.ToLower(CultureInfo.InvariantCulture).Split(' ') is var said && said.Contains("least") ? Comparison.AtLeast
        : said.Contains("most") && said.Contains("at") ? Comparison.AtMost
        : said[0] is "less" or "fewer" or "lower" or "below" or "under" or "smaller" or "worse" or "cheaper" or "shorter" ? Comparison.Less : Comparison.More;

    [GeneratedRegex(@"^(so\s+)?(do|does|did|have|has|had|is|are|was|were)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^(do|does|did|have|has)\s+(all|every|each)(\s+of)?(\s+(the|our))?\s+(?<things>[\w -]{3,60}?)\s+(have|has|had|got)\s+(an?|any|at least one|some)\s+(?<had>[\w -]{3,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"^\w+\s+(all|every|each)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"^(is|are|was|were|has|have|did)\s+any(\s+of)?(\s+(the|our|my))?\s+(?<what>.{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex OfAny();

    [GeneratedRegex(@"^((do|did)\s+(we|you|they)(\s+(currently|still|now|already|ever))?\s+have|have\s+(we|you)\s+got|(is|are|was|were)\s+there)(\s+(currently|still|now))?(\s+(any|an?|some))?(\s+of\s+(the|our))?\s+(?<what>.{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex There();

    [GeneratedRegex(@"^(?<compare>more than|over|at least|fewer than|less than|under|at most)\s+(?<number>\d[\d.,]*(\s?(k|m|million|thousand))?)\s+(?<what>.{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberOf();

    [GeneratedRegex(@"^((is|was|were|are)\s+((the|our)\s+)?(?<what>.{3,}?)\s+|(did|do|have|has)\s+(we|they|you)\s+(have|had|get|got|receive|received|see|seen|make|made|take|taken)\s+)(?<compare>higher|lower|more|less|fewer|bigger|larger|greater|smaller|better|worse|longer|shorter)\s+(?<when>.*?)\s*\bthan\s+(?<other>(?!the average|average|\d).{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Than();

    [GeneratedRegex(@"^(did|do|have)\s+(we|they|you)\s+(?!have|get|got|see|make)(?<verb>[a-z]{3,14})\s+(?<compare>more|less|fewer)\s+(?<thing>[\w ]*?)\s*\b(?<when>(in|on|during|this|last)\s+\w.*?)\s+than\s+(?<other>(in|on|during|this|last)\s+\w.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex DidMore();

    [GeneratedRegex(@"^(?<what>.{3,}?)\s+(?<when>((in|on|during|for|from|at)\s+.{2,}|(this|last|current|previous)\s+\w+|today|yesterday))$", RegexOptions.IgnoreCase)]
    private static partial Regex Where();

    [GeneratedRegex(@"^(is|was|are|were|has|have|does|do|did)\s+((the|our)\s+)?(?!(any|an?|some|there|we|they|you)\b)(?<what>.{3,}?)\s+(currently\s+|still\s+)?(been\s+)?(?<compare>above|over|below|under|at least|at most|(more|less|higher|lower|greater|fewer|smaller|bigger|larger|longer|shorter) than|exceeds?|exceeded)\s+[€$£]?\s?(?<number>\d[\d.,]*(\s?(k|m|million|thousand)\b)?)\s*(%|percent|euros?|dollars?|usd|eur|pieces|units|hours|minutes|days)?\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Above();
}
