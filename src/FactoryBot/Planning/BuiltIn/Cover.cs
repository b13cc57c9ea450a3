using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Which words of a question one function accounts for: names and times of its slots, its subjects, the values of its slots, the
/// words of its examples, a place as a whole; and what is left over.</summary>
internal sealed partial class Cover
{
    private readonly bool[] covered;
    private readonly bool[] valued;

    private Cover(FunctionWords words, Clause clause)
    {
        Words = words;
        Clause = clause;
        covered = new bool[clause.Tokens.Length];
        valued = new bool[clause.Tokens.Length];
    }

    public FunctionWords Words { get; }
    public Clause Clause { get; }

    /// <summary>How many words name the function's subject.</summary>
    public int Evidence { get; private set; }

    /// <summary>Nothing names the function's subject but a bound ("below 70 %").</summary>
    public bool OnlyBound { get; private set; }

    /// <summary>Tokens that the function cannot account for.</summary>
    public List<int> Missing { get; } = [];

    /// <summary>"Machine", "line" with no name beside: the kind that is asked for.</summary>
    public SlotKind? BareKind { get; private set; }

    /// <summary>The whole plant is asked for in so many words.</summary>
    public bool WholePlant { get; private set; }

    /// <summary>"All machines": together or each.</summary>
    public SlotKind? AllOf { get; private set; }

    public bool Compares { get; private set; }

    public List<SlotValue> Values { get; } = [];
    public List<int> Numbers { get; } = [];
    public string? FreeText { get; private set; }

    /// <summary>Tokens that stand for any other value of a slot.</summary>
    public IReadOnlyList<bool> Valued => valued;

    public static Cover Of(FunctionWords words, Clause clause, Vocabulary vocabulary)
    {
        var cover = new Cover(words, clause);
        cover.CoverMentions();
        cover.CoverSubjects();
        cover.CoverValues();
        cover.CoverCauses();
        cover.CoverBareCauses();
        cover.CoverWholePlant();
        cover.CoverVocabulary(vocabulary);
        cover.CoverScope();
        cover.CoverRest(vocabulary);
        return cover;
    }

    /// <summary>Takes the words left over as accounted for otherwise.</summary>
    public void TakeMissing()
    {
        Missing.Clear();
        // "Which line", "per shift": no line that would have to be named.
        var asks = Enumerable.Range(1, Math.Max(0, covered.Length - 1)).Any(i => Kind(i) == BareKind && Clause.Tokens[i - 1].IsAny(["the", "this", "that", "my", "our"]));
        BareKind = asks ? BareKind : null;
    }

    private void CoverMentions()
    {
        Clause.Plain.CopyTo(covered, 0);
        foreach (var name in Clause.Names)
        {
            if (Words.Has(name.Kind) || (name.Certainty == Certainty.Unknown && Clause.IsScope(name.Kind) && Words.HasScope))
                Array.Fill(covered, true, name.Start, name.End - name.Start);
        }

        foreach (var period in Clause.Periods.Where(p => Words.Has(SlotKind.Period) || (p.Weak && Words.Vocabulary.Contains("now"))))
            Array.Fill(covered, true, period.Start, period.End - period.Start);

        if (Bound is var (from, to))
        {
            Array.Fill(covered, true, from, to - from);
            Array.Fill(valued, true, from, to - from);
            // A bound alone says what is asked for.
            Evidence = 1;
            OnlyBound = true;
        }

        // What is the value of a slot stands for any other value.
        foreach (var schedule in Words.Has(SlotKind.Schedule) ? Clause.Schedules : [])
        {
            Array.Fill(covered, true, schedule.Start, schedule.End - schedule.Start);
            Array.Fill(valued, true, schedule.Start, schedule.End - schedule.Start);
        }
    }

    // So many single stops are listed by what lists stops, not by what puts machines in an order and takes how many of them.
    private (int Start, int End)? Bound => !Words.Has(SlotKind.Limit) ? null : (Clause.Limits, Clause.Longest) switch
    {
        ([var only], null) => (only.Start, only.End),
        ([], { } longest) when !Words.Has(SlotKind.Number) => (longest.Start, longest.End),
        _ => null,
    };

    private bool CountsOther(int at) => Words.Has(SlotKind.Number) && Words.Has(SlotKind.Limit) && Clause.Longest is { } longest && longest.Start <= at && at < longest.End;

    private void CoverSubjects()
    {
        foreach (var words in Words.Subjects)
        {
            for (var i = 0; i + words.Length <= covered.Length; i++)
            {
                if (!Clause.Filled[i] && Matches(words, i) && !(words is ["down"] && IsNoStandstill(i)))
                {
                    Array.Fill(covered, true, i, words.Length);
                    Evidence = Math.Max(Evidence, words.Length);
                    OnlyBound = false;
                }
            }
        }
    }

    // "Pulling us down", "down on last month".
    private bool IsNoStandstill(int at) => Clause.Pulls(at) || Clause.Against(at) is not null;

    // "Make me a comparison" asks for nothing that was made.
    private bool IsRequest(SlotValue value, int at) => value.Words is ["make"] && at + 1 < covered.Length && Clause.Tokens[at + 1].IsAny(["me", "us", "a"]);

    private bool Matches(string[] phrase, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (Clause.Filled[at + i] || !string.Equals(Clause.Stems[at + i], phrase[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private void CoverValues()
    {
        foreach (var value in Words.Choices)
        {
            for (var i = 0; i + value.Words.Length <= covered.Length; i++)
            {
                if (!Clause.Filled[i] && value.At(Clause.Stems, i) && !(valued[i] && value.Words.Length == 1) && !(value.Words is ["down"] && IsNoStandstill(i)) && !IsRequest(value, i))
                {
                    Array.Fill(covered, true, i, value.Words.Length);
                    Array.Fill(valued, true, i, value.Words.Length);
                    Values.Add(value);
                }
            }
        }

        // "Scrap pieces": one figure, said in two words.
        if (Values.Count > 1)
        {
            var figures = Values.Where(v => v.Slot.Name == CallBuilder.Figure && v.Words.Length == 1).Select(v => (Value: v, At: FirstAt(v))).ToList();
            foreach (var (value, _) in figures.Where(second => figures.Exists(first => first.At + 1 == second.At && first.Value.Value != second.Value.Value && Clause.Tokens[second.At].Joint < Joint.Comma)))
                Values.Remove(value);
        }

        // Several values of one slot are answered in the order in which they were said.
        if (Values.Count > 1)
            Values.Sort((a, b) => FirstAt(a).CompareTo(FirstAt(b)));

        // "Was CNC-001 below 70 %" asks for its figure; of what there are several of, those below are asked for.
        if (OnlyBound && !Values.Exists(v => v.Slot.Name != CallBuilder.Figure))
            Evidence = 0;
        if (Values.Count > 1)
        {
            Values.RemoveAll(v => v.Words is [var word] && PlainWords.Doing.Contains(word) && v.Value != word
                && Values.Exists(o => o.Slot == v.Slot && o.Value != v.Value && !(o.Words is [var other] && PlainWords.Doing.Contains(other))));
        }
    }

    private int FirstAt(SlotValue value) => Enumerable.Range(0, covered.Length).FirstOrDefault(i => !Clause.Filled[i] && value.At(Clause.Stems, i), covered.Length);

    private void CoverVocabulary(Vocabulary vocabulary)
    {
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] && CountsOther(i))
                covered[i] = false;
            if (covered[i] || CountsOther(i) || Clause.Filled[i] || (Words.Reads && PlainWords.Leaving.Contains(Clause.Tokens[i].Word)))
                continue;

            var stem = Clause.Stems[i];
            if (Words.Reads && PicksOfFigure(i))
                continue;
            if (Words.Reads && (PlainWords.Changing.Contains(Clause.Tokens[i].Word) || Clause.IsSplit(i)) && !Words.KnowsPair(Clause, i, beforeOnly: Clause.IsSplit(i)))
                continue;
            covered[i] = Words.Vocabulary.Contains(stem)
                && (!vocabulary.SubjectWords.Contains(stem) || Words.InSubject.Contains(stem) || stem is "machine" or "line" or "shift" or "plant");
        }
    }

    // "The longest time between failures": one of those that the figure is the mean of.
    private bool PicksOfFigure(int at) => PlainWords.Extreme.Contains(Clause.Tokens[at].Word)
        && Words.Subjects.Any(s => s.Length >= LeastPhrase && at + s.Length < covered.Length && Matches(s, at + 1));

    private const int LeastPhrase = 3;

    // "The whole plant" is a place, as a name would be.
    private void CoverWholePlant()
    {
        for (var i = 0; i < covered.Length && Words.HasScope; i++)
        {
            var token = Clause.Tokens[i];
            if (!covered[i] && !Clause.Filled[i] && PlainWords.Whole.Contains(token.Word)
                && (token.IsAny(["plant", "factory", "site", "overall", "everything"]) || NextIsPlant(i)))
            {
                covered[i] = true;
                valued[i] = true;
                WholePlant = true;
            }
        }
    }

    // "All machines", "the line" (which?).
    private void CoverScope()
    {
        for (var i = 0; i < covered.Length; i++)
        {
            var token = Clause.Tokens[i];
            if (covered[i] || Clause.Filled[i])
                continue;

            if (Words.HasScope && token.IsAny(["all", "every", "each", "both"]) && i + 1 < covered.Length
                && Clause.Tokens[i + 1].IsAny(["machine", "machines", "line", "lines", "shift", "shifts", "the"]) && Kind(i + 1) is { } all)
            {
                covered[i] = true;
                // "Compare both lines": each of them is what the answer lists.
                AllOf = (valued[Clause.Tokens[i + 1].Is("the") ? i + 2 : i + 1] && Clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word))) || Clause.Of(all).Count() > 1 ? null : all;
                covered[i + 1] = true;
                if (Clause.Tokens[i + 1].Is("the"))
                {
                    covered[i + 2] = true;
                }
            }
            else if (Kind(i) is { } kind && Words.Has(kind) && !(Words.Reads && (Clause.IsSplit(i) || IsAskedFor(i))))
            {
                covered[i] = true;
                BareKind = kind;
            }
        }
    }

    // "Which shift": asked for, not to be named.
    private bool IsAskedFor(int at) => at > 0 && Clause.Tokens[at - 1].IsAny(["which", "what"]) && !Words.KnowsPair(Clause, at);

    private bool NextIsPlant(int at) =>
        at + 1 < covered.Length && Clause.Tokens[at + 1].IsAny(["plant", "factory", "site", "the"]);

    private SlotKind? Kind(int at)
    {
        at = Clause.Tokens[at].Is("the") && at + 1 < covered.Length ? at + 1 : at;
        return Clause.Tokens[at].Word switch { "machine" or "machines" => SlotKind.Machine, "line" or "lines" => SlotKind.Line, "shift" or "shifts" => SlotKind.Shift, _ => null };
    }

    // "Why is this week worse than last week" gives two times; "why are nights worse than days" two shifts, which a function with two times cannot take.
    private bool TakesBoth => Words.IsPair || (Words.TakesTwo && Clause.Periods.Select(p => p.Period.Iso).Distinct().Count() == 2);

    private void CoverRest(Vocabulary vocabulary)
    {
        for (var i = 0; i < covered.Length; i++)
        {
            var token = Clause.Tokens[i];
            var against = Clause.HeldAgainst is not null && Clause.Against(i) is not null;
            Compares |= (!covered[i] && !Clause.Filled[i] && PlainWords.Compare.Contains(token.Word)) || (against && !Words.TakesTwo);
            covered[i] |= against && Words.IsFigure;
            if (covered[i])
                continue;

            if (!Clause.Filled[i] && PlainWords.Compare.Contains(token.Word) && !token.Is("difference") && Words.Reads && !(!TakesBoth && vocabulary.Pair is { } pair && Clause.IsPair(pair)))
            {
                covered[i] = true;
            }
            else if (!Clause.Filled[i] && Words.Has(SlotKind.Number) && !CountsOther(i) && !Clause.IsMeasured(i) && (token is { Digits: true, Number: { } } ? token.Number : LightWords.HowMany(Clause, i)) is { } number
                && (!Words.Ranks || number <= LightWords.MostShown))
            {
                covered[i] = true;
                Numbers.Add(number);
            }
            // "Main reasons", "five longest stops": the first of what it shows anyway.
            else if (Evidence > 0 && Words.IsFigure && !Clause.Filled[i] && Words.Ranks && !CountsOther(i)
                && (LightWords.IsFirstOf(Clause, i) || (LightWords.HowMany(Clause, i) is not null && Clause.Tokens.Index().Any(t => LightWords.IsFirstOf(Clause, t.Index)))))
            {
                covered[i] = true;
            }
            else
            {
                Missing.Add(i);
            }
        }

        // Words before and behind the function's own are no one text.
        if (Missing.Count > 0 && Evidence > 0 && Words.Has(SlotKind.FreeText)
            && Enumerable.Range(Missing[0], Missing[^1] - Missing[0]).All(i => Missing.Contains(i) || Clause.Plain[i] || Clause.Filled[i]))
        {
            FreeText = Clause.Sentence.Between(Missing[0], Missing[^1] + 1);
            Missing.Clear();
        }
    }
}
