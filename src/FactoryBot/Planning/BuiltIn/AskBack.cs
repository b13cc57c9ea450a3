using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>The sentences with which the planner asks back or says what it did not understand; each choice is a complete sentence.</summary>
internal static class AskBack
{
    internal const int MostChoices = 6;

    // Less likely, it is nothing that anybody means.
    private const float WorthOffering = 0.04f;

    private static readonly string[] PastWeeks = ["this week", "last week"];

    public static SkillResult Empty(Vocabulary vocabulary) =>
        SkillResult.No(ResultStatus.NotUnderstood, "I did not find a question in that. You can ask, for example:", Examples(vocabulary, []));

    public static SkillResult DidYouMean(string sentence) =>
        SkillResult.No(ResultStatus.Clarify, $"Did you mean “{sentence}”?", [new(Letters.Capital(sentence), sentence)]);

    public static SkillResult WhichFunction(IEnumerable<FunctionMatch> matches, Clause clause) => SkillResult.No(
        ResultStatus.Clarify,
        "That can mean different things. Which one do you want?",
        [.. matches.Select(m => new Choice(m.Words.Function.Title, SentenceWriter.Write(m.Words, clause)))]);

    public static SkillResult WhichName(EntityMention name, Clause clause)
    {
        var typed = clause.Sentence.Between(name.Start, name.End);
        var choices = name.Candidates.Take(MostChoices)
            .Select(c => new Choice(c.Name, clause.Sentence.Replace(name.Start, name.End, c.Name))).ToList();
        return name.Certainty == Certainty.Ambiguous
            ? SkillResult.No(ResultStatus.Clarify, $"Which {KindNouns.Noun(name.Kind)} do you mean by “{typed}”?", choices)
            : SkillResult.No(ResultStatus.NotUnderstood, NoSuch(typed, choices), choices);
    }

    public static SkillResult NoSuchName(int start, int end, Clause clause, Vocabulary vocabulary)
    {
        var choices = vocabulary.Names.All.Where(e => Clause.IsScope(e.Kind)).Take(MostChoices)
            .Select(e => new Choice(e.Name, clause.Sentence.Replace(start, end, e.Name))).ToList();
        return SkillResult.No(ResultStatus.NotUnderstood, NoSuch(clause.Sentence.Between(start, end), choices), choices);
    }

    /// <summary>A stop reason or a defect type that the tenant does not have.</summary>
    public static SkillResult NoSuchCause(CauseWords causes, int start, int end, Clause clause)
    {
        var typed = clause.Sentence.Between(start, end);
        var nearest = CauseNames.Nearest(typed, causes.Names).Take(4)
            .Select(name => new Choice(name, clause.Sentence.Replace(start, end, name))).ToList();
        var noun = KindNouns.Noun(causes.Slot.Kind);
        return SkillResult.No(
            ResultStatus.NotUnderstood,
            nearest.Count == 0 ? $"I know no {noun} that is called “{typed}”: none is known here."
                : $"I know no {noun} that is called “{typed}”. The nearest {(nearest.Count == 1 ? "is" : "are")} {string.Join(", ", nearest.Select(c => c.Title))}.",
            nearest);
    }

    public static SkillResult NoSuchMember(FunctionMatch match, Clause clause, Vocabulary vocabulary)
    {
        var (start, end) = (match.Missing[0], match.Missing[^1] + 1);
        return TenancyFailures.UnknownMember(
            clause.Sentence.Between(start, end),
            [.. vocabulary.Names.All.Where(e => e.Kind == SlotKind.Member).Take(MostChoices).Select(e => new Choice(e.Name, clause.Sentence.Replace(start, end, e.Name)))]);
    }

    public static SkillResult WhichPeriod(PeriodMention period, Clause clause) => SkillResult.No(
        ResultStatus.Clarify,
        $"Which days do you mean by “{clause.Sentence.Between(period.Start, period.End)}”?",
        [.. period.Readings.Select(r => new Choice(r.Dates, clause.Sentence.Replace(period.Start, period.End, r.Dates)))]);

    public static SkillResult StillToCome(PeriodMention period, FunctionMatch match) => SkillResult.No(
        ResultStatus.Clarify,
        $"“{match.Clause.Sentence.Between(period.Start, period.End)}” ({period.Period.Dates}) is still to come, and I do not forecast. Do you want a time that has passed?",
        [.. PastWeeks.Select(p => new Choice(Letters.Capital(p), SentenceWriter.Write(match.Words, match.Clause, period: p)))]);

    public static SkillResult TogetherOrEach(SlotKind kind, FunctionMatch match, Vocabulary vocabulary)
    {
        var names = vocabulary.Names.All.Where(e => e.Kind == kind).Select(e => e.Name).Distinct(StringComparer.Ordinal).ToList();
        var choices = new List<Choice> { new("All together", SentenceWriter.Write(match.Words, match.Clause, scope: "the whole plant")) };
        if (names.Count is > 1 and <= CallBuilder.MostCalls)
        {
            choices.Add(new($"Each {KindNouns.Noun(kind)}", SentenceWriter.Write(match.Words, match.Clause, scope: string.Join(" and ", names))));
        }

        return SkillResult.No(ResultStatus.Clarify, $"All {KindNouns.Noun(kind)}s together, or each on its own?", choices);
    }

    public static SkillResult WhichOfKind(SlotKind kind, FunctionMatch match, Vocabulary vocabulary) => SkillResult.No(
        ResultStatus.Clarify,
        $"Which {KindNouns.Noun(kind)} do you mean?",
        [.. vocabulary.Names.All.Where(e => e.Kind == kind).DistinctBy(e => e.Name).Take(MostChoices).Select(e => new Choice(
            e.Name, kind == SlotKind.Shift ? $"{SentenceWriter.Write(match.Words, match.Clause)} on the {e.Name} shift" : SentenceWriter.Write(match.Words, match.Clause, scope: e.Name)))]);

    public static SkillResult CompareWithWhat(FunctionMatch match, Vocabulary vocabulary)
    {
        var period = match.Clause.Periods.Count > 0 ? match.Clause.Periods[0].Period : null;
        var choices = new List<Choice>();
        if (match.Clause.Scopes.ToList() is [{ Entity: { } one }])
        {
            choices.AddRange(vocabulary.Names.All.Where(e => e.Kind == one.Kind && e.Name != one.Name).DistinctBy(e => e.Name).Take(MostChoices - 2)
                .Select(e => new Choice($"With {e.Name}", SentenceWriter.Write(match.Words, match.Clause, scope: $"{one.Name} and {e.Name}"))));
        }

        if (match.Clause.HeldAgainst is { } against)
        {
            var after = against.Period.Following(match.Clause.Today);
            choices.Add(new("One against the other", SentenceWriter.Write(match.Words, match.Clause, period: $"{after.Dates} and {against.Period.Dates}")));
        }
        else if (period is not null)
        {
            choices.Add(new("With the time before", SentenceWriter.Write(match.Words, match.Clause, period: $"{SentenceWriter.Say(period)} and {period.Before().Dates}")));
        }

        choices.Add(new("Only this", SentenceWriter.Write(match.Words, match.Clause)));
        return SkillResult.No(ResultStatus.Clarify, "What do you want to compare with what?", choices);
    }

    /// <summary>What something cost, of a figure in hours, pieces or percent.</summary>
    public static SkillResult NoMoney(FunctionMatch match) => SkillResult.No(
        ResultStatus.NotUnderstood,
        "The plant's figures are hours, pieces and percent; none of them says what something costs. Do you want this instead?",
        new Choice(match.Words.Function.Title, SentenceWriter.Write(match.Words, match.Clause)));

    /// <summary>Hours of a day, of what is kept by day.</summary>
    public static SkillResult NotByTheHour(FunctionMatch match, Vocabulary vocabulary)
    {
        var byShift = match.Words.Has(SlotKind.Shift);
        var past = match.Clause.Periods.Where(p => !p.Future && p.Readings.Count == 0).Select(p => SentenceWriter.Say(p.Period)).FirstOrDefault();
        string[] days = past is null ? ["today", "yesterday"] : [past];
        var choices = days.Select(d => new Choice(Letters.Capital(d), SentenceWriter.Write(match.Words, match.Clause, period: d)));
        if (byShift && !match.Clause.Of(SlotKind.Shift).Any())
        {
            choices = choices.Concat(vocabulary.Names.All.Where(e => e.Kind == SlotKind.Shift).DistinctBy(e => e.Name).Take(MostChoices - 1).Select(
                e => new Choice($"{e.Name} shift{(past is null ? " today" : "")}", $"{SentenceWriter.Write(match.Words, match.Clause, period: "")} on the {e.Name} shift {past ?? days[0]}")));
        }

        return SkillResult.No(
            ResultStatus.Clarify, $"I cannot answer that by the hour, only by day{(byShift ? " and by shift" : "")}. Which do you want?", [.. choices]);
    }

    /// <summary>"By shift by product": what can be cut once only.</summary>
    public static SkillResult OneCut(FunctionMatch match) => SkillResult.No(
        ResultStatus.Clarify,
        "I can split that one way at a time. Which one do you want?",
        [.. match.Values.GroupBy(v => v.Slot).First(slot => slot.Select(v => v.Value).Distinct().Count() > 1).Select(v => v.Value).Distinct()
            .Select(value => new Choice(Letters.Capital(value), $"{SentenceWriter.Write(match.Words, match.Clause)} {(value.StartsWith("by ", StringComparison.Ordinal) ? value : "by " + value)}"))]);

    public static SkillResult OneAtATime(FunctionMatch match) => SkillResult.No(
        ResultStatus.Clarify,
        "Those are several things at several times at once. Which time shall I take?",
        [.. match.Clause.Periods.Take(MostChoices).Select(p => new Choice(Letters.Capital(SentenceWriter.Say(p.Period)), SentenceWriter.Write(match.Words, match.Clause, period: SentenceWriter.Say(p.Period))))]);

    public static SkillResult TooMany(int most) =>
        SkillResult.No(ResultStatus.Clarify, $"That is more than {most} questions at once. Please name fewer machines or times.");

    /// <summary>A value without which the function cannot be called.</summary>
    public static SkillResult Needs(Slot slot, FunctionMatch match, Vocabulary vocabulary)
    {
        IEnumerable<string> values = slot.Kind switch
        {
            SlotKind.Period => ["yesterday", "last week", "last month"],
            SlotKind.Role or SlotKind.Choice or SlotKind.Module or SlotKind.Severity =>
                match.Words.Choices.Where(c => c.Slot == slot).Select(c => c.Value).Distinct(StringComparer.Ordinal),
            SlotKind.StopReason or SlotKind.DefectType => match.Words.Causes.Where(c => c.Slot == slot).SelectMany(c => c.Names),
            _ => vocabulary.Names.All.Where(e => e.Kind == slot.Kind).Select(e => e.Name).Distinct(StringComparer.Ordinal),
        };
        var asked = match.Clause.Sentence.Text.TrimEnd(' ', '?', '.', '!');
        var few = values.Take(MostChoices).ToList();
        return SkillResult.No(
            ResultStatus.Clarify,
            slot.Kind == SlotKind.Choice && few.Count is 2 or 3 ? $"“{match.Words.Function.Title}”: {string.Join(" or ", few)}?"
                : $"“{match.Words.Function.Title}”: which {(slot.Kind is SlotKind.Choice or SlotKind.Number or SlotKind.FreeText ? slot.Name : KindNouns.Noun(slot.Kind))} do you mean?",
            [.. few.Select(v => new Choice(v, $"{asked} {v}"))]);
    }

    /// <summary>Names, but nothing that is asked of them.</summary>
    public static SkillResult WhatAboutIt(Clause clause, Vocabulary vocabulary, IReadOnlyList<FunctionMatch>? nearest = null)
    {
        var fitting = vocabulary.Functions.Where(f => f.WhyNot is null && clause.Names.All(n => f.Words.Has(n.Kind)) && (clause.Periods.Count == 0 || f.Words.Has(SlotKind.Period)) && f.Words.HasScope && !f.Words.IsPair);
        return SkillResult.No(
            ResultStatus.Clarify,
            "What do you want to know about that?",
            [.. fitting.OrderByDescending(f => nearest?.Any(m => m.Offered == f && m.Evidence > 0) == true).Take(MostChoices).Select(f => new Choice(f.Words.Function.Title, SentenceWriter.Write(f.Words, clause)))]);
    }

    /// <summary>"Why?", and nothing was spoken of before.</summary>
    public static SkillResult WhyWhat(FunctionMatch match) => SkillResult.No(
        ResultStatus.Clarify, "What do you want to know the reasons of? You can ask, for example:", [.. match.Words.Function.Examples.Take(3).Select(e => new Choice(e, e))]);

    private const string FigureOrMeaning = "Do you want the figure, or what";

    /// <summary>Whether it was asked back if the figure is wanted, or what its name means: the second choice asks for the meaning.</summary>
    public static bool IsMeaningOrFigure(SkillResult asked) => asked is { Status: ResultStatus.Clarify, Choices.Count: 2 } && asked.Text.StartsWith(FigureOrMeaning, StringComparison.Ordinal);

    /// <param name="goesOn">A place and a time were spoken of before: the figure of these.</param>
    public static SkillResult MeaningOrFigure(FunctionMatch match, bool goesOn)
    {
        var clause = match.Clause;
        var words = clause.Sentence.Between(Array.IndexOf(clause.Plain, false), clause.Tokens.Length);
        // What is that short is an abbreviation.
        var subject = words.Length <= 4 ? words.ToUpperInvariant() : words;
        return SkillResult.No(ResultStatus.Clarify, $"{FigureOrMeaning} {subject} means?",
            new Choice("The figure", goesOn ? $"and the {subject}" : $"{subject} of the whole plant"), new Choice($"What {subject} means", $"What does {subject} mean?"));
    }

    public static SkillResult Meaning(FunctionMatch match) => new()
    {
        Status = ResultStatus.Answered,
        Text = match.Words.Function.Description,
        Choices = [new(match.Words.Function.Title, SentenceWriter.Write(match.Words))],
    };

    /// <summary>Names the words that no function, or not the nearest one, accounts for.</summary>
    public static SkillResult NotUnderstood(IReadOnlyList<FunctionMatch> matches, Clause clause, Vocabulary vocabulary)
    {
        var best = matches.Count > 0 && (matches[0].Evidence > 0 || matches[0].Likeness >= 0.34) ? matches[0] : null;
        var words = best is not null ? Ranges(best.Missing, clause) : Ranges(Unknown(clause, vocabulary), clause);
        var text = words.Count == 0
            ? "I did not understand that question."
            : $"I did not understand {string.Join(", ", words.Take(5).Select(w => $"“{w}”"))}.";
        if (best is not null && clause.Names.FirstOrDefault(n => !best.Words.Has(n.Kind)) is { } name)
        {
            text = $"“{best.Words.Function.Title}” cannot be asked of “{clause.Sentence.Between(name.Start, name.End)}”.";
        }

        return SkillResult.No(ResultStatus.NotUnderstood, text + " Did you mean one of these?", Examples(vocabulary, best is null ? [] : [best], clause));
    }

    /// <param name="clause">What was said; null where nothing was: then any figures are offered.</param>
    private static List<Choice> Examples(Vocabulary vocabulary, IReadOnlyList<FunctionMatch> nearest, Clause? clause = null)
    {
        var meant = clause is null ? null : vocabulary.Intents.Of(Shape.Of(clause));
        var first = nearest.Where(m => m.Offered.WhyNot is null && m.Words.Reads && !m.Words.IsPair).Select(m => SentenceWriter.Nearest(m.Words, m.Clause)).Select(s => new Choice(s, s));
        // What people mean by such words first; where that is nothing, what a plant is asked for most.
        var others = vocabulary.Functions.Where(f => f.WhyNot is null && f.Words.Reads && !f.Words.TakesText && f.Words.Function.Examples.Count > 0 && nearest.All(n => n.Offered != f))
            .OrderByDescending(f => meant is not null && meant.Of(f.Words.Function.Name) is >= WorthOffering and var likely ? likely : 0).ThenByDescending(f => f.Words.IsFigure)
            .Select(f => clause is not null && f.Words is { IsFigure: true, IsPair: false }
                ? new Choice(f.Words.Function.Title, SentenceWriter.Nearest(f.Words, clause)) : new Choice(f.Words.Function.Title, f.Words.Function.Examples[0]));
        return [.. first.Concat(others).DistinctBy(c => c.Say).Take(3)];
    }

    private static List<int> Unknown(Clause clause, Vocabulary vocabulary)
    {
        var content = Enumerable.Range(0, clause.Tokens.Length).Where(i => !clause.Plain[i] && !clause.Filled[i]).ToList();
        var unknown = content.Where(i => !vocabulary.KnownStems.Contains(FunctionWords.Stem(clause.Tokens[i].Word))).ToList();
        return unknown.Count > 0 ? unknown : content;
    }

    private static List<string> Ranges(List<int> tokens, Clause clause)
    {
        var ranges = new List<string>();
        for (var i = 0; i < tokens.Count;)
        {
            var end = i + 1;
            while (end < tokens.Count && tokens[end] == tokens[end - 1] + 1)
            {
                end++;
            }

            ranges.Add(clause.Sentence.Between(tokens[i], tokens[end - 1] + 1));
            i = end;
        }

        return ranges;
    }

    private static string NoSuch(string typed, List<Choice> nearest) => nearest.Count == 0
        ? $"I know nothing that is called “{typed}”."
        : nearest.Count == 1 ? $"I know nothing that is called “{typed}”. The nearest name is {nearest[0].Title}."
        : $"I know nothing that is called “{typed}”. The nearest names are {string.Join(", ", nearest.Select(c => c.Title))}.";
}
