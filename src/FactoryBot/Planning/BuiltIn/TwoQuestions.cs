using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Two questions in one sentence, and what is said once for both.</summary>
/// <param name="read">Reads one of them by itself.</param>
internal sealed class TwoQuestions(Vocabulary vocabulary, Func<string, IReadOnlyList<EarlierCall>, int, Outcome> read)
{
    private const int MostSplits = 3;

    public static bool SeveralAtOnce(Clause clause) => clause.Scopes.Count() + clause.Of(SlotKind.Shift).Count() > 1 && clause.Periods.Count > 1;

    public static string Key(EarlierCall call) =>
        call.Function + '\n' + string.Join('\n', call.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));

    /// <summary>"The longest stop and what caused it", "OEE of line 1 and line 2, which was better", "which machine was worst and why": the end of the sentence
    /// asks for what the answer to the first half tells, or for the reasons of what it puts first.</summary>
    public Outcome? WithTail(Clause clause, IReadOnlyList<EarlierCall> previous, int splits)
    {
        for (var i = 2; i < clause.Tokens.Length; i++)
        {
            if (clause.Filled[i] || !(clause.Tokens[i].Is("and") || clause.Tokens[i].Joint == Joint.Comma) || !OneAnswer.MayBe(clause.Tokens[i..]))
                continue;
            var said = clause.Sentence.Between(0, i);
            if (read(said, previous, splits + 1) is { Understood: true } left && OneAnswer.Of(left.Calls, said, clause.Tokens[i..], vocabulary, why => read(why, [], splits + 1)) is { } one)
                return one;
        }

        return null;
    }

    // Two questions in one sentence: both sides of an "and" must be understood by themselves.
    public Outcome? Split(Clause clause, IReadOnlyList<EarlierCall> previous, int splits, bool questionsOnly = false)
    {
        for (var i = 1; i + 1 < clause.Tokens.Length && splits < MostSplits; i++)
        {
            var comma = clause.Tokens[i].Joint == Joint.Comma;
            if (clause.Filled[i] || !(clause.Tokens[i].IsAny(["and", "then"]) || comma)
                || (questionsOnly && !(comma && AsksWhatHappened(clause, i)) && !(clause.Tokens[i].Is("and") && clause.Tokens[i + 1].IsAny(PlainWords.Asking) && !clause.Filled[i + 1] && i + 2 < clause.Tokens.Length)))
            {
                continue;
            }

            if (comma && !clause.Tokens[i].IsAny(["and", "then"]) && !(AsksOfItself(clause, 0, i) && AsksOfItself(clause, i, clause.Tokens.Length)))
                continue;
            var said = clause.Sentence.Between(0, i);
            var left = read(said, previous, splits + 1);
            // "What is TEEP and what was it last month": the first half asks what it means.
            var explains = left.Result is { } asked && AskBack.IsMeaningOrFigure(asked);
            if (explains)
                left = read(left.Result!.Choices[1].Say, [], splits + 1);
            if (!left.Understood)
            {
                continue;
            }


            // "..., and how many rejects last month" is whole by itself.
            var whole = !explains && ((clause.Tokens[i].Is("then") && (clause.Names.Any(n => n.Start > i) || clause.Periods.Any(p => p.Start > i))) || (clause.Tokens[i].Is("and") && clause.Tokens[i + 1].IsAny(PlainWords.Asking) && clause.Periods.Any(p => p.Start > i)));
            var right = read(clause.Sentence.Between(whole ? i + 1 : i, clause.Tokens.Length), whole ? [] : SpokenFigure.Of(left.Calls, said, vocabulary), splits + 1);
            if (right.Understood && (!SeveralAtOnce(clause) || (left.Calls.Count == 1 && right.Calls.Count == 1 && (left.Calls[0].Function != right.Calls[0].Function || Changes(left.Calls[0], right.Calls[0])))))
            {
                // "Leave out breaks, what did we lose": what is said about the question is no order to change something.
                if (comma && !clause.Tokens[i].IsAny(["and", "then"]) && left.Calls.Concat(right.Calls).Select(c => Words(c).Reads).Distinct().Count() > 1)
                    continue;
                if (left.Calls is [var held] && right.Calls is [var reason] && WhyOfTimes(held, reason, AsksWhatHappened(clause, i)) is { } why)
                    return Outcome.Call([why]);
                if (questionsOnly && comma && AsksWhatHappened(clause, i))
                    continue;
                // "The longest stop last week and what caused it": the first says that as well.
                if (left.Calls is [var all] && right.Calls is [var again] && SaysLess(again, all))
                    return left;
                // "Just nights please and by reason": what is cut is what was narrowed.
                if (previous is [var before] && left.Calls is [var narrowed] && narrowed.Function == before.Function && right.Calls is [_]
                    && GoingOn.IsCut(clause.Tokens[i + 1]))
                {
                    return right;
                }

                if (left.Calls is [var first] && right.Calls is [var second] && Together(first, second) is { } together)
                {
                    return Outcome.Call([together]);
                }

                // "..., but only the morning shift": no second question.
                // "Machines by scrap rate, worst first": more of the same question.
                if (comma && !clause.Names.Any(n => n.Start >= i) && !clause.Periods.Any(p => p.Start >= i) && left.Calls is [var begun] && right.Calls is [var more]
                    && begun.Function == more.Function && !more.Arguments.Keys.Any(begun.Arguments.ContainsKey))
                {
                    return Outcome.Call([new(begun.Function, begun.Arguments.Concat(more.Arguments).ToDictionary(StringComparer.Ordinal))]);
                }

                return clause.Tokens.Skip(i).Take(2).Any(t => t.Is("only")) && left.Calls is [var wide] && right.Calls is [var part] && part.Narrows(wide)
                    ? right
                    : Outcome.Call(Shared(left.Calls, right.Calls, clause, i).Concat(right.Calls).DistinctBy(Key));
            }
        }

        return null;
    }

    // "..., assembly, this morning": names and times between commas are of the one question; what asks for something says for what.
    private bool AsksOfItself(Clause clause, int from, int to) => Enumerable.Range(from, to - from)
        .Any(i => !clause.Filled[i] && (clause.Tokens[i].IsAny(PlainWords.Asking) || vocabulary.SubjectWords.Contains(clause.Stems[i]) || vocabulary.FigureWords.Contains(clause.Stems[i])));

    private bool SaysLess(EarlierCall again, EarlierCall all) => again.Arguments.Count > 0 && all.Narrows(again)
        && Words(all).Function.Slots.Where(s => Clause.IsScope(s.Kind) || s.Kind is SlotKind.Shift or SlotKind.Product or SlotKind.Period).All(s => all.Arguments.ContainsKey(s.Name) == again.Arguments.ContainsKey(s.Name));

    private FunctionWords Words(EarlierCall call) => vocabulary.Named(call.Function)!.Words;

    // "This week is worse than last week, what has changed": why the one time differs from the other.
    private EarlierCall? WhyOfTimes(EarlierCall held, EarlierCall reason, bool asksWhatHappened)
    {
        var why = asksWhatHappened ? Array.Find(vocabulary.Functions, f => f is { WhyNot: null, Words: { IsFigure: true } words } && TakesTwoTimes(words))?.Words : Words(reason);
        if (held.Function != vocabulary.Pair?.Function.Name || why is null || !TakesTwoTimes(why) || (!asksWhatHappened && reason.Arguments.Keys.Any(key => !held.Arguments.ContainsKey(key))))
            return null;
        var asked = held.Arguments.Where(a => !(a.Key == CallBuilder.Figure && Equals(a.Value, "OEE"))).ToDictionary(StringComparer.Ordinal);
        var times = why.Function.Slots.Where(s => s.Kind == SlotKind.Period).Select(s => s.Name).ToList();
        return times.TrueForAll(asked.ContainsKey) && asked.Keys.All(key => why.Function.Slots.Any(s => s.Name == key)) ? new(why.Function.Name, asked) : null;
    }

    private static bool TakesTwoTimes(FunctionWords words) => words is { TakesTwo: true, IsPair: false };

    // "..., what happened", "so what's different".
    private static bool AsksWhatHappened(Clause clause, int from) => clause.Tokens.Skip(from).Any(t => t.IsAny(["happened", "changed", "different", "why", "wrong"]))
        && clause.Tokens.Skip(from).All(t => t.IsAny(["what", "whats", "is", "was", "s", "has", "have", "happened", "changed", "different", "went", "wrong", "why", "so", "and", "then", "there", "here", "that", "how", "come"]));

    // "How many stops and how many minutes, packer, last week": one answer says both, of what either half names.
    private EarlierCall? Together(EarlierCall left, EarlierCall right)
    {
        if (left.Function != right.Function || vocabulary.Named(left.Function)!.Words is not { IsFigure: true } words
            || right.Arguments.Any(a => left.Arguments.TryGetValue(a.Key, out var said) && !Equals(said, a.Value)) || (Names(left, words) && Names(right, words)))
        {
            return null;
        }

        var all = new Dictionary<string, object?>(left.Arguments, StringComparer.Ordinal);
        foreach (var (name, value) in right.Arguments)
            all[name] = value;
        return new(left.Function, all);
    }

    private static bool Names(EarlierCall call, FunctionWords words) => words.Function.Slots.Any(s => (Clause.IsScope(s.Kind) || s.Kind is SlotKind.Shift or SlotKind.Product) && call.Arguments.ContainsKey(s.Name));

    // "OEE and downtime of line 1 last week": what is said once at the end is meant for both.
    private IEnumerable<EarlierCall> Shared(IReadOnlyList<EarlierCall> left, IReadOnlyList<EarlierCall> right, Clause clause, int until)
    {
        var bare = left is [{ Arguments.Count: 0 }] && right.Count > 0 && left[0].Function != right[0].Function
            && !clause.Tokens.Take(until).Any(t => PlainWords.Whole.Contains(t.Word));
        var slots = bare ? vocabulary.Named(left[0].Function)!.Words.Function.Slots : [];
        // "CNC downtime and scrap yesterday": the place was said with the first, the time with the second.
        if (left is [{ Arguments.Count: > 0 } one] && right is [{ } other, ..] && !one.Arguments.ContainsKey("period") && other.Arguments.TryGetValue("period", out var period)
            && vocabulary.Named(one.Function)!.Words.Has(SlotKind.Period))
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
