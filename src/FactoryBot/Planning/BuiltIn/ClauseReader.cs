using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Chooses the function that accounts for every word of one question; two that do equally well lead to a question.</summary>
internal sealed class ClauseReader(Vocabulary vocabulary, PlannerContext context)
{
    // Nearer than this, two functions fit equally well.
    private const double Margin = 0.2;
    private const int MostSplits = 3;

    public Outcome Read(string text, IReadOnlyList<EarlierCall> previous, int splits = 0)
    {
        text = Corrections.WithoutLead(text);
        var clause = Clause.Read(text, vocabulary, context, null, previous.Count > 0);
        if (splits == 0 && Corrections.Instead(clause, previous) is { } instead)
        {
            return Read(instead, previous, splits + 1);
        }

        var matches = Match(clause);
        var anchor = PeriodAnchor.Of(previous);
        if (anchor is not null && (clause.GoesOn || matches.All(m => m.Evidence == 0) || clause.Periods.Any(p => p.Unanchored)))
        {
            clause = Clause.Read(text, vocabulary, context, anchor, previous.Count > 0);
            matches = Match(clause);
        }

        // "How did line 2 do and what were the stops": two questions, each with words of its own.
        if (splits == 0 && Split(clause, previous, splits, questionsOnly: true) is { } two)
        {
            return two;
        }

        // "By shift" after a question that can be split so means that question, whatever else knows the word "shift".
        if (previous.Count > 0 && matches.Exists(m => m.OnlyValues && m.Words.Function.Name == previous[0].Function)
            && FollowUp(clause, previous) is { Understood: true } split)
        {
            return split;
        }

        if (Chosen(matches, clause, previous) is { } outcome)
        {
            // "OEE of line 1 yesterday and line 2 last week" is two questions, not four.
            return outcome.Result is { Status: ResultStatus.Clarify } && SeveralAtOnce(clause) && Split(clause, previous, splits) is { } pairs ? pairs : outcome;
        }

        return FollowUp(clause, previous)
            ?? Unread.Meaning(matches, clause)
            ?? Split(clause, previous, splits)
            ?? Learned(clause, matches, previous)
            ?? WithoutAside(clause, previous, splits)
            ?? Unread.NotUnderstood(matches, clause, vocabulary);
    }

    private List<FunctionMatch> Match(Clause clause) =>
        [.. vocabulary.Functions.Where(f => f.Words.Knows(clause) && !f.Words.Function.WholeSentence && !f.Words.Has(SlotKind.Message)).Select(f => FunctionMatch.Of(f, clause, vocabulary))
            .OrderByDescending(m => m.Evidence > 0).ThenByDescending(m => m.Score).ThenBy(m => m.Missing.Count)];

    private Outcome? Chosen(List<FunctionMatch> matches, Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        var fitting = matches.Where(m => m.Fits).OrderByDescending(m => m.Score).ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        var equal = fitting.Where(m => m.Score > fitting[0].Score - Margin).ToList();
        var usable = equal.Where(m => m.Offered.WhyNot is null).ToList();
        // "Modules" asks to see them; what changes them would need more words.
        usable = usable.Exists(m => m.Words.Reads) ? [.. usable.Where(m => m.Words.Reads || !m.Lacks)] : usable;
        usable = LearnedReading.Settle(usable, clause, vocabulary);
        if (usable.Count > 1)
        {
            return AskBack.WhichFunction(usable, clause);
        }

        if (usable.Count == 0)
        {
            return equal[0].Offered.WhyNot is { } why ? (Outcome)why : null;
        }

        if (previous.Count == 0 && OnlyWhy(clause) && clause.Tokens.Length <= 2)
        {
            return AskBack.WhyWhat(usable[0]);
        }

        return clause.Skeleton == "what is " + clause.Tokens[^1].Word && clause.Tokens.Length <= 3 && usable[0].Evidence > 0
            ? AskBack.MeaningOrFigure(usable[0])
            : Calls(usable[0], clause, previous);
    }

    private Outcome? WithoutAside(Clause clause, IReadOnlyList<EarlierCall> previous, int splits) => splits > 0 ? null
        : Aside.Without(clause, vocabulary).Select(text => Read(text, previous, splits + 1)).FirstOrDefault(o => o.Understood);

    private Outcome? Learned(Clause clause, List<FunctionMatch> matches, IReadOnlyList<EarlierCall> previous) => LearnedReading.Read(clause, matches, vocabulary) switch
    {
        null => null,
        { Offered.WhyNot: { } why } => why,
        var match => Calls(match, clause, previous),
    };

    private Outcome Calls(FunctionMatch match, Clause clause, IReadOnlyList<EarlierCall> previous) =>
        Calls(match, previous, GoesOn(clause) || OnlyNamed(clause, match) ? CallBuilder.Inherited(match.Words, clause, match, previous, Asked(previous)) : new(StringComparer.Ordinal));

    private static bool GoesOn(Clause clause) => clause.GoesOn || OnlyWhy(clause) || clause.Tokens.Any(t => t.IsAny(["it", "its", "they", "them", "their", "same", "too", "instead"]))
        || (clause.Tokens is [.., var almost, var last] && almost.Is("as") && last.Is("well"));

    // "Why?", "how come", "why so low": nothing says of what, so it is what was spoken of before.
    private static bool OnlyWhy(Clause clause) => clause.Tokens is [var first, ..] && clause.Names.Count == 0 && clause.Periods.Count == 0
        && (first.Is("why") || (first.Is("how") && clause.Tokens is [_, { Word: "come" }, ..]))
        && clause.Tokens.Skip(1).All(t => t.IsAny(["come", "not"]) || LightWords.Contains(t.Word) || PlainWords.Harmless.Contains(t.Word));

    // "Show me the trend": the one of what was spoken of before.
    private static bool OnlyNamed(Clause clause, FunctionMatch match) => clause.Names.Count == 0 && clause.Periods.Count == 0 && !match.WholePlant
        && match.Words.Reads && clause.Content.Length == 1 && clause.Tokens is [.., { Word: "the" }, _] && match.Evidence == 1;

    private Outcome Calls(FunctionMatch match, IReadOnlyList<EarlierCall> previous, Dictionary<string, object?> start)
    {
        if (Problem(match, start, previous.Count > 0 && match.Evidence == 0) is { } problem)
        {
            return problem;
        }

        if (match.Words.Slot(SlotKind.Member) is { Required: true } member && !match.Clause.Of(SlotKind.Member).Any() && context.Asker.Name.Length > 0
            && match.MeansAsker)
        {
            start[member.Name] = context.Asker.Name;
        }

        var sets = CallBuilder.Fill(match.Words, match.Clause, match, start);
        if (sets.Count > CallBuilder.MostCalls)
        {
            return AskBack.TooMany(CallBuilder.MostCalls);
        }

        return Missing(match, sets[0]) is { } missing
            ? AskBack.Needs(missing, match, vocabulary)
            : Outcome.Call(sets.Select(s => new EarlierCall(match.Words.Function.Name, s)));
    }

    private FunctionWords? Asked(IReadOnlyList<EarlierCall> previous) =>
        previous.Count == 0 ? null : vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Name == previous[0].Function)?.Words;

    private static Slot? Missing(FunctionMatch match, Dictionary<string, object?> set) =>
        match.Words.Function.Slots.FirstOrDefault(s => s.Required && s.Kind != SlotKind.File && !set.ContainsKey(s.Name));

    private SkillResult? Problem(FunctionMatch match, Dictionary<string, object?> start, bool goesOn)
    {
        var clause = match.Clause;
        if (clause.Names.FirstOrDefault(n => n.Certainty != Certainty.Sure) is { } name)
        {
            return AskBack.WhichName(name, clause);
        }

        if (clause.Periods.FirstOrDefault(p => p.Readings.Count > 1) is { } unclear)
        {
            return AskBack.WhichPeriod(unclear, clause);
        }

        if (clause.Periods.FirstOrDefault(p => p.Future) is { } future)
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
        if (several > 1 || (several == 1 && !match.Words.Reads))
        {
            return AskBack.OneAtATime(match);
        }

        if (match.WholePlant && scopes > 0)
        {
            return AskBack.CompareWithWhat(match, vocabulary);
        }

        return match.Compares && several == 0 && clause.Periods.Count < 2 && !goesOn ? AskBack.CompareWithWhat(match, vocabulary)
            : several == 1 && periods > 1 && !Joined(clause) ? AskBack.OneAtATime(match)
            : !match.Words.Reads && match.Values.GroupBy(v => v.Slot).Any(g => g.Select(v => v.Value).Distinct().Count() > 1) ? AskBack.OneAtATime(match)
            : null;
    }

    // "Yesterday and last week" are two times; "yesterday last week" is one that is not clear.
    private static bool Joined(Clause clause) =>
        clause.Tokens.Any(t => t.IsAny(["and", "or", "vs", "to", "with", "than", "against", "from"])) || clause.Tokens.Any(t => t.Joint == Joint.Comma);

    private static bool SeveralAtOnce(Clause clause) => clause.Scopes.Count() + clause.Of(SlotKind.Shift).Count() > 1 && clause.Periods.Count > 1;

    private Outcome? FollowUp(Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        if (previous.Count == 0)
        {
            return null;
        }

        var calls = new List<EarlierCall>();
        foreach (var call in previous)
        {
            if (vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Name == call.Function) is not { WhyNot: null, Words.Reads: true } offered)
            {
                return null;
            }

            var match = FunctionMatch.Of(offered, clause, vocabulary);
            if (!(clause.Names.Count > 0 || clause.Periods.Count > 0 || match.WholePlant || match.Values.Count > 0 || match.AllOf is not null)
                || match.Missing.Exists(i => !PlainWords.FollowUp.Contains(clause.Tokens[i].Word) || clause.Filled[i]))
            {
                return null;
            }

            var outcome = Calls(match, previous, CallBuilder.Inherited(offered.Words, clause, match, [call]));
            if (!outcome.Understood)
            {
                return outcome;
            }

            calls.AddRange(match.Compares ? [call, .. outcome.Calls] : outcome.Calls);
        }

        return Outcome.Call(calls.DistinctBy(Key));
    }

    private static string Key(EarlierCall call) =>
        call.Function + '\n' + string.Join('\n', call.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));

    // Two questions in one sentence: both sides of an "and" must be understood by themselves.
    private Outcome? Split(Clause clause, IReadOnlyList<EarlierCall> previous, int splits, bool questionsOnly = false)
    {
        for (var i = 1; i + 1 < clause.Tokens.Length && splits < MostSplits; i++)
        {
            var comma = clause.Tokens[i].Joint == Joint.Comma;
            if (clause.Filled[i] || !(clause.Tokens[i].IsAny(["and", "then"]) || comma)
                || (questionsOnly && !(clause.Tokens[i].Is("and") && clause.Tokens[i + 1].IsAny(PlainWords.Asking) && !clause.Filled[i + 1] && i + 2 < clause.Tokens.Length)))
            {
                continue;
            }

            var left = Read(clause.Sentence.Between(0, i), previous, splits + 1);
            if (!left.Understood)
            {
                continue;
            }

            // "..., and how many rejects last month" is whole by itself.
            var whole = clause.Tokens[i].Is("then") || (clause.Tokens[i].Is("and") && clause.Tokens[i + 1].IsAny(PlainWords.Asking) && clause.Periods.Any(p => p.Start > i));
            var right = Read(clause.Sentence.Between(whole ? i + 1 : i, clause.Tokens.Length), whole ? [] : left.Calls, splits + 1);
            if (right.Understood && (!SeveralAtOnce(clause) || (left.Calls.Count == 1 && right.Calls.Count == 1 && (left.Calls[0].Function != right.Calls[0].Function || Changes(left.Calls[0], right.Calls[0])))))
            {
                // "..., but only the morning shift": no second question.
                return clause.Tokens.Skip(i).Take(2).Any(t => t.Is("only")) && left.Calls is [var wide] && right.Calls is [var part] && part.Narrows(wide)
                    ? right
                    : Outcome.Call(Shared(left.Calls, right.Calls, clause, i).Concat(right.Calls).DistinctBy(Key));
            }
        }

        return null;
    }

    // "OEE and downtime of line 1 last week": what is said once at the end is meant for both.
    private IEnumerable<EarlierCall> Shared(IReadOnlyList<EarlierCall> left, IReadOnlyList<EarlierCall> right, Clause clause, int until)
    {
        var bare = left is [{ Arguments.Count: 0 }] && right.Count > 0 && left[0].Function != right[0].Function
            && !clause.Tokens.Take(until).Any(t => PlainWords.Whole.Contains(t.Word));
        var slots = bare ? vocabulary.Functions.First(f => f.Words.Function.Name == left[0].Function).Words.Function.Slots : [];
        // "CNC downtime and scrap yesterday": the place was said with the first, the time with the second.
        if (left is [{ Arguments.Count: > 0 } one] && right is [{ } other, ..] && one.Function != other.Function && !one.Arguments.ContainsKey("period") && other.Arguments.TryGetValue("period", out var period)
            && vocabulary.Functions.First(f => f.Words.Function.Name == one.Function).Words.Has(SlotKind.Period))
        {
            return [new(one.Function, new Dictionary<string, object?>(one.Arguments, StringComparer.Ordinal) { ["period"] = period })];
        }

        return bare
            ? [new(left[0].Function, right[0].Arguments.Where(a => slots.Any(s => s.Name == a.Key)).ToDictionary(StringComparer.Ordinal))]
            : left;
    }

    // Each half names its own place and its own time.
    private static bool Changes(EarlierCall left, EarlierCall right) => right.Arguments.Count(a => !Equals(left.Arguments.GetValueOrDefault(a.Key), a.Value)) > 1;
}
