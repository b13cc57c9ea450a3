using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What has to be asked back before the chosen function can be called: a name or time that is not sure, several things at once.</summary>
internal static class Obstacles
{
    private const int LongestWeek = 7;

    /// <returns>Null where nothing stands in the way.</returns>
    public static SkillResult? Of(FunctionMatch match, Vocabulary vocabulary, Dictionary<string, object?> start, bool goesOn)
    {
        var clause = match.Clause;
        if (clause.Names.FirstOrDefault(n => n.Certainty != Certainty.Sure) is { } name)
        {
            return AskBack.WhichName(name, clause);
        }

        if (match.Words is { IsFigure: true, Function.Subjects.Count: > 0 } && Exclusion.Find(clause) is var (leftOutAt, leftOut))
        {
            return Exclusion.AskInstead(clause, leftOutAt, leftOut, match.Words, vocabulary, []);
        }

        if (CauseMarks.Unknown(match) is { } why)
        {
            return AskBack.NoSuchCause(why.Causes, why.Start, why.End, clause);
        }

        if (clause.Periods.FirstOrDefault(p => p.Readings.Count > 1) is { } unclear)
        {
            return AskBack.WhichPeriod(unclear, clause);
        }

        if (clause.Periods.FirstOrDefault(p => p.Future) is { } future && match.Words.Slot(SlotKind.Period) is not { Ahead: true })
        {
            return AskBack.StillToCome(future, match);
        }

        if (match.AllOf is { } all)
        {
            return AskBack.TogetherOrEach(all, match, vocabulary);
        }

        if (match.BareKind is { } kind && match.Words.Slot(kind) is { } slot && !start.ContainsKey(slot.Name))
        {
            return AskBack.WhichOfKind(kind, match, vocabulary);
        }

        if (match.Words.IsPair)
        {
            return CallBuilder.Pairs(match.Words, clause) > 1 ? AskBack.OneAtATime(match) : null;
        }

        var scopes = CallBuilder.ScopeGroups(match.Words, clause).Count;
        var shifts = clause.Of(SlotKind.Shift).Count();
        var periods = match.Words.Function.Slots.Count(s => s.Kind == SlotKind.Period) >= clause.Periods.Count ? 1 : clause.Periods.Count;
        var several = (scopes > 1 ? 1 : 0) + (shifts > 1 ? 1 : 0) + (periods > 1 ? 1 : 0);
        // "Monday against Friday over the last two months": no two days are meant, but each Monday and each Friday.
        var picksDays = clause.Periods.Count > 2 && clause.Periods.Any(p => p.Period.Days > LongestWeek) && clause.Periods.Count(p => p.Period.Days == 1) > 1;
        if (picksDays || several > 1 || (several == 1 && !match.Words.Reads))
        {
            return AskBack.OneAtATime(match);
        }

        if (match.WholePlant && scopes > 0)
        {
            return AskBack.CompareWithWhat(match, vocabulary);
        }

        return match.Compares && several == 0 && clause.Periods.Count < 2 && !goesOn ? AskBack.CompareWithWhat(match, vocabulary)
            : several == 1 && periods > 1 && !Joined(clause) ? AskBack.OneAtATime(match)
            : CutsTwice(match) ? AskBack.OneCut(match)
            : !match.Words.Reads && match.Values.GroupBy(v => v.Slot).Any(g => g.Select(v => v.Value).Distinct().Count() > 1) ? AskBack.OneAtATime(match)
            : null;
    }

    // "By shift by product" cuts each part again, which "by shift and by product" does not.
    private static bool CutsTwice(FunctionMatch match)
    {
        var tokens = match.Clause.Tokens;
        int[] cuts = [.. Enumerable.Range(0, tokens.Length - 1).Where(i => tokens[i].Is("by") && match.Valued[i + 1])];
        return cuts.Length > 1 && match.Values.GroupBy(v => v.Slot).Any(slot => slot.Select(v => v.Value).Distinct().Count() > 1)
            && cuts.Zip(cuts.Skip(1)).Any(pair => !Enumerable.Range(pair.First, pair.Second - pair.First + 1).Any(i => tokens[i].IsAny(["and", "or"]) || tokens[i].Joint >= Joint.Comma));
    }

    // "Yesterday and last week" are two times; "yesterday last week" is one that is not clear.
    private static bool Joined(Clause clause) =>
        clause.Tokens.Any(t => t.IsAny(["and", "or", "vs", "to", "with", "than", "against", "from"])) || clause.Tokens.Any(t => t.Joint == Joint.Comma);
}
