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

    private TwoQuestions Two => new(vocabulary, Read);
    private CutAgain Cut => new(vocabulary, Read);

    public Outcome Read(string text, IReadOnlyList<EarlierCall> previous, int splits = 0)
    {
        text = SameSeries.Named(Corrections.GoingOn(text, previous.Count > 0), previous, vocabulary);
        var clause = Clause.Read(text, vocabulary, context, null, previous.Count > 0);
        if (splits == 0 && Corrections.Instead(clause, previous) is { } instead)
        {
            return Read(instead, previous, splits + 1);
        }

        if (clause.TellsState)
        {
            return AskBack.WhatAboutIt(clause, vocabulary, Match(clause));
        }

        var matches = Match(clause);
        var anchor = PeriodAnchor.Of(previous);
        if (anchor is not null && (clause.GoesOn || matches.All(m => m.Evidence == 0) || clause.Periods.Any(p => p.Unanchored)))
        {
            clause = Clause.Read(text, vocabulary, context, anchor, previous.Count > 0);
            matches = Match(clause);
        }

        if (splits <= 1 && ExplainedFigure.Of(clause, matches, previous, vocabulary) is { } ofFigure && Read(ofFigure, [], splits + 1) is { Understood: true } explained)
        {
            return explained;
        }

        if (Exclusion.Find(clause) is var (leftOutAt, leftOut)
            && (matches.Find(m => m is { Evidence: > 0, Words: { IsFigure: true, Function.Subjects.Count: > 0 } })?.Words ?? (Asked(previous) is { IsFigure: true } before ? before : null)) is { } figureOfAll)
        {
            return Exclusion.AskInstead(clause, leftOutAt, leftOut, figureOfAll, vocabulary, previous);
        }

        if (new Narrowed(vocabulary, context).Of(clause, previous) is { } narrowed)
        {
            return narrowed;
        }

        if (splits == 0 && PartOfWhole.AsCut(clause, matches) is { } cutByPart
            // "How much of the downtime was the packer": of the downtime spoken of before.
            && (previous.Count > 0 && clause.Periods.Count == 0 ? Read("and " + cutByPart, previous, splits + 1) : Read(cutByPart, [], splits + 1)) is { Understood: true } shares)
        {
            return shares;
        }

        if (splits == 0 && FigureList.Each(clause, vocabulary) is { } each && each.Select(one => Read(one, previous, splits + 1)).ToList() is var figures && figures.TrueForAll(o => o.Understood))
        {
            return Outcome.Call(figures.SelectMany(o => o.Calls).DistinctBy(TwoQuestions.Key));
        }

        if (splits == 0 && Two.WithTail(clause, previous, splits) is { } withTail)
        {
            return withTail;
        }

        // "How did line 2 do and what were the stops": two questions, each with words of its own.
        if (splits == 0 && Two.Split(clause, previous, splits, questionsOnly: true) is { } two)
        {
            return two;
        }

        // "By shift" after a question that can be split so means that question, whatever else knows the word "shift".
        // "Longest stop last week" is a question of its own, though each of its words could change a ranking.
        if (previous.Count > 0 && !WhatIs.Asks(clause) && !CutAgain.IsOfEach(clause, Asked(previous)) && matches.Exists(m => m.OnlyValues && m.Words.Function.Name == previous[0].Function)
            && !matches.Exists(m => m.Fits && m.Evidence > 1 && m.Words.Function.Name != previous[0].Function)
            && FollowUp(clause, previous) is { Understood: true } split
            // "Scrap per 1,000 parts" after a trend names two of its figures, and is no change of one; "MTBF of CNC last month" after a ranking says it all.
            && ((split.Calls.Count <= previous.Count && !(clause.Scopes.Any() && clause.Periods.Count > 0))
                || !matches.Exists(m => m.Fits && m.Evidence > 0 && m.Words.Function.Name != previous[0].Function)))
        {
            return split;
        }

        if (previous is [var figure] && SideBySide.Asks(clause.Tokens) && FollowUp(clause, previous) is { Understood: true, Calls: [var both] } side && both.Function != figure.Function)
        {
            return side;
        }

        if (SideBySide.OfTimes(clause, previous, vocabulary) is { } times)
        {
            return times;
        }

        // "And WO-1005?" after the scrap of another order asks for its scrap.
        if (previous.Count > 0 && SameSeries.IsOrderAlone(clause) && FollowUp(clause, previous) is { Understood: true } sameFigure)
        {
            return sameFigure;
        }

        if (Cut.Of(clause, previous, splits) is { } cut)
        {
            return cut;
        }

        // "Which machine" after quality issues, which nothing puts in order: no question for the list of machines.
        if (previous is [var whole] && Asked(previous) is { IsFigure: true } asked && GoingOn.WhichPart(clause) is { } noun && !whole.Arguments.ContainsKey(noun))
        {
            return NotInOrder.Of(asked, whole, noun, vocabulary);
        }

        if (previous.Count > 0 && Asked(previous) is { Reads: true, IsFigure: true } told && SameAnswer.Asks(clause, told))
        {
            return Outcome.Call(previous);
        }

        if (PickedStop.Of(clause, previous, vocabulary) is { } picked)
        {
            return Outcome.Call([picked]);
        }

        if (Chosen(matches, clause, previous) is { } outcome)
        {
            // "OEE of line 1 yesterday and line 2 last week" is two questions, not four.
            return outcome.Result is { Status: ResultStatus.Clarify } && TwoQuestions.SeveralAtOnce(clause) && Two.Split(clause, previous, splits) is { } pairs ? pairs : outcome;
        }

        return FollowUp(clause, previous)
            ?? Unread.Meaning(matches, clause)
            ?? Two.Split(clause, previous, splits)
            ?? Learned(clause, matches, previous)
            ?? OfTheOrder(clause, previous, splits)
            ?? WithoutAside(clause, previous, splits)
            ?? SendAgain.OfFigure(clause, matches, vocabulary)
            ?? Unread.NotUnderstood(matches, clause, vocabulary);
    }

    private List<FunctionMatch> Match(Clause clause) =>
        [.. vocabulary.Knowing(clause).Select(f => FunctionMatch.Of(f, clause, vocabulary))
            .OrderByDescending(m => m.Evidence > 0).ThenByDescending(m => m.Score).ThenBy(m => m.Missing.Count)];

    private Outcome? Chosen(List<FunctionMatch> matches, Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        var fitting = matches.Where(m => m.Fits).OrderByDescending(m => m.Score).ToList();
        // "Scrap per day" is the scrap's own; "OEE per day" is of nobody else.
        if (fitting.Exists(m => !m.OnlyOfFigure && (m.Evidence > 0 || m.Values.Exists(v => v.Slot.Name == RankedFirst.By))))
            fitting.RemoveAll(m => m.OnlyOfFigure);
        // "Why are we down on last month" gives two times.
        if (clause.HeldAgainst is not null && fitting.Exists(TakesTwoTimes))
            fitting.RemoveAll(m => !TakesTwoTimes(m));
        // "Why are nights down on days" gives two shifts.
        if (clause.HoldsName && fitting.Exists(m => m.Words.IsPair))
            fitting.RemoveAll(m => !m.Words.IsPair);
        if (fitting.Count == 0)
        {
            return null;
        }

        var equal = fitting.Where(m => m.Score > fitting[0].Score - Margin).ToList();
        var usable = equal.Where(m => m.Offered.WhyNot is null).ToList();
        // "Modules" asks to see them; what changes them would need more words.
        usable = usable.Exists(m => m.Words.Reads) ? [.. usable.Where(m => m.Words.Reads || !m.Lacks)] : usable;
        usable = LearnedReading.Settle(usable, clause, vocabulary);
        // "Why so much" after the scrap is of the scrap.
        usable = usable.Count > 1 && previous.Count > 0 && !clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word)) && usable.Find(m => m.Words.Function.Name == previous[0].Function) is { } same ? [same] : usable;
        if (usable.Count > 1)
            return AskBack.WhichFunction(usable, clause);
        if (usable.Count == 0)
            return equal[0].Offered.WhyNot is { } why ? (Outcome)why : null;
        if (previous.Count == 0 && GoingOn.OnlyWhy(clause) && clause.Tokens.Length <= 2)
            return AskBack.WhyWhat(usable[0]);
        return WhatIs.MayAskMeaning(usable[0], clause) ? AskBack.MeaningOrFigure(usable[0], goesOn: previous.Count > 0) : Calls(usable[0], clause, previous);
    }

    private static bool TakesTwoTimes(FunctionMatch match) => match is { Evidence: > 0, Words: { TakesTwo: true, IsPair: false } };

    private Outcome? WithoutAside(Clause clause, IReadOnlyList<EarlierCall> previous, int splits) => splits > 0 ? null
        : Aside.Without(clause, vocabulary).Select(text => Read(text, previous, splits + 1)).FirstOrDefault(o => o.Understood);

    // "How far is it" after the scrap of a work order: the words of what is told of an order say something only beside its number.
    private Outcome? OfTheOrder(Clause clause, IReadOnlyList<EarlierCall> previous, int splits) =>
        splits == 0 && SameSeries.WithNumber(clause.Sentence, previous, vocabulary) is { } text && Read(text, [], splits + 1) is { Understood: true } read ? read : null;

    private Outcome? Learned(Clause clause, List<FunctionMatch> matches, IReadOnlyList<EarlierCall> previous) => LearnedReading.Read(clause, matches, vocabulary) switch
    {
        null => null,
        { Offered.WhyNot: { } why } => why,
        var match => Calls(match, clause, previous),
    };

    private Outcome Calls(FunctionMatch match, Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        if (!GoingOn.Means(clause, match))
            return Calls(match, previous, new(StringComparer.Ordinal));
        var start = CallBuilder.Inherited(match.Words, clause, match, previous, Asked(previous));
        return Narrowing.Lost(match, Asked(previous), previous, start) ?? Calls(match, previous, start);
    }

    private Outcome Calls(FunctionMatch match, IReadOnlyList<EarlierCall> previous, Dictionary<string, object?> start)
    {
        if (Obstacles.Of(match, vocabulary, start, previous.Count > 0 && (match.Evidence == 0 || SideBySide.Asks(match.Clause.Tokens))) is { } problem)
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
        previous.Count == 0 ? null : vocabulary.Named(previous[0].Function)?.Words;

    private static Slot? Missing(FunctionMatch match, Dictionary<string, object?> set) =>
        match.Words.Function.Slots.FirstOrDefault(s => s.Required && s.Kind != SlotKind.File && !set.ContainsKey(s.Name));

    // A place, a time, a value or a bound that the call before did not have, or had otherwise.
    private static bool ChangesSlot(FunctionMatch match) => match.Clause.Names.Count > 0 || match.Clause.Periods.Count > 0 || match.WholePlant || match.Values.Count > 0 || match.AllOf is not null
        || ((match.Clause.Limits.Count > 0 || match.Clause.Longest is not null) && match.Words.Has(SlotKind.Limit));

    private Outcome? FollowUp(Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        if (previous.Count == 0)
        {
            return null;
        }

        if (SameSeries.LeavesOrder(clause, previous, vocabulary))
        {
            return null;
        }

        var calls = new List<EarlierCall>();
        foreach (var call in previous)
        {
            if (vocabulary.Named(call.Function) is not { WhyNot: null, Words.Reads: true } offered)
            {
                return null;
            }

            var match = FunctionMatch.Of(offered, clause, vocabulary);
            if (!ChangesSlot(match)
                || match.Missing.Exists(i => clause.Filled[i] || !(PlainWords.FollowUp.Contains(clause.Tokens[i].Word) || SideBySide.Compares(clause.Tokens, i) || match.StandsForValue(i) || match.IsMannerOfValue(i))))
            {
                return null;
            }

            var outcome = Calls(match, previous, CallBuilder.Inherited(offered.Words, clause, match, [call]));
            if (!outcome.Understood)
            {
                return outcome;
            }

            if (previous.Count == 1 && SideBySide.Of(clause, call, outcome.Calls, vocabulary) is { } compared)
            {
                return compared;
            }

            // "Which of them had fewer stops" after two that were set side by side: they are so again, in another figure.
            if (!offered.Words.IsPair && match.Missing.Exists(i => SideBySide.Compares(clause.Tokens, i)))
            {
                return null;
            }

            var read = outcome.Calls.Select(c => c.Function == call.Function ? c with { Figure = call.Figure } : c);
            calls.AddRange(match.Compares ? [call, .. read] : read);
        }

        return Outcome.Call(calls.DistinctBy(TwoQuestions.Key));
    }
}
