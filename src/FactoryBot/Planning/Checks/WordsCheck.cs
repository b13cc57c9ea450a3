using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.Checks;

/// <summary>A function's result with the call that gave it.</summary>
internal sealed record CheckedResult(PlannedCall Call, SkillResult Result);

/// <summary>What a model's words are held against.</summary>
internal sealed record CheckedTurn(string Question, PlannerContext Context, IReadOnlyList<CheckedResult> Results);

/// <summary>Decides whether words that a model wrote may be sent: every number in them must be one that a function returned, for
/// the thing it is said of. When in doubt they may not; the functions' own words then stand.</summary>
internal static class WordsCheck
{
    private const int LongestWords = 6_000;

    /// <returns>What is wrong in one word, for log and metric; null where the words may be sent.</returns>
    public static string? Problem(string words, CheckedTurn turn)
    {
        if (turn.Results.Any(r => r.Result.Status != ResultStatus.Answered))
            return "status";
        if (words.Length > LongestWords)
            return "length";
        if (TextMask.Readable(words) is not { } text)
            return "script";

        var names = new KnownNames([.. turn.Context.Entities, .. RowNames.Of(turn.Results, words)]);
        var dates = new KnownDates(turn.Context.Asker.Today);
        names.AddFrom(turn.Question);
        dates.AddFrom(turn.Question);
        var reader = new FactReader(names, dates);
        foreach (var result in turn.Results)
            reader.Add(result);
        if (NamesOthers(text, names, turn))
            return "name";
        if (Contradictions.Problem(text, turn.Results, reader.Facts) is { } contradiction)
            return contradiction;
        var check = new NumberCheck(reader.Facts);
        return Clauses.Of(KnownNames.BlankListMarks(text), names)
            .Select(clause => Problem(clause, names, dates, reader, check, turn)).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(
        Clause clause, KnownNames names, KnownDates dates, FactReader reader, NumberCheck check, CheckedTurn turn)
    {
        var blank = DateReader.Blank(names.Blank(clause.Text), dates, reader.Times);
        if (KnownNames.HasUnknown(blank))
            return "name";
        if (NumberWords.Vague(blank).Any(w => !turn.Results.Any(r => r.Result.Text.Contains(w, StringComparison.OrdinalIgnoreCase))))
            return "number_word";
        return FigureReader.Read(blank) is { } figures
            ? check.Problem(clause, blank, [.. figures.Concat(NumberWords.Read(blank)).OrderBy(f => f.Start)])
            : "unreadable_number";
    }

    // A machine that neither the question nor a result names has no business in the answer.
    private static bool NamesOthers(string text, KnownNames names, CheckedTurn turn)
    {
        var known = names.In(turn.Question);
        if (turn.Results.Count == 0)
            return false;
        foreach (var (call, result) in turn.Results)
        {
            known.UnionWith(names.In(call.Arguments.ToString()));
            known.UnionWith(names.In(result.Text));
            known.UnionWith(names.In(result.Proof?.Scope ?? ""));
            known.UnionWith(names.In(result.Data?.GetRawText() ?? ""));
        }
        return !names.In(text).IsSubsetOf(known);
    }
}
