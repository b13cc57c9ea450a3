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

    /// <summary>Nothing names the function's subject but a figure and what only means it beside one ("per day").</summary>
    public bool OnlyOfFigure { get; private set; }

    /// <summary>A work order is named, which by itself means this function.</summary>
    public bool NamesOrder { get; private set; }

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
    public bool[] Valued => valued;

    public static Cover Of(FunctionWords words, Clause clause, Vocabulary vocabulary)
    {
        var cover = new Cover(words, clause);
        cover.CoverMentions();
        cover.CoverSubjects();
        cover.CoverOrders();
        cover.CoverValues();
        cover.CoverCauses();
        cover.CoverBareCauses();
        cover.CoverOfFigure();
        cover.CoverLastOfCause();
        cover.CoverShare();
        cover.CoverUsual();
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
            if ((Words.Has(name.Kind) && name.Kind != SlotKind.WorkOrder) || (name.Certainty == Certainty.Unknown && Clause.IsScope(name.Kind) && Words.HasScope))
                Array.Fill(covered, true, name.Start, name.End - name.Start);
            NamesOrder |= name.Kind == SlotKind.WorkOrder && Words.Slot(SlotKind.WorkOrder) is { NamesFunction: true };
        }

        Evidence = NamesOrder ? 1 : 0;

        foreach (var period in Clause.Periods)
        {
            if (Words.Has(SlotKind.Period) || (period.Weak && (!Words.IsFigure || Words.Vocabulary.Contains("now"))))
                Array.Fill(covered, true, period.Start, period.End - period.Start);
        }

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
        ([var only], null) when Words.Slot(SlotKind.Limit)!.Values is var units && (units.Count == 0 || units.Contains(only.Limit.Unit.ToString())) => (only.Start, only.End),
        ([], { } longest) when !Words.Has(SlotKind.Number) => (longest.Start, longest.End),
        _ => null,
    };

    private bool CountsOther(int at) => Words.Has(SlotKind.Number) && Words.Has(SlotKind.Limit) && Clause.Longest is { } longest && longest.Start <= at && at < longest.End;

    private void CoverSubjects()
    {
        for (var subject = 0; subject < Words.Subjects.Length; subject++)
        {
            if (!Clause.MayHave(Words.SubjectMarks[subject]))
                continue;
            var words = Words.Subjects[subject];
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

    // "OEE per day": what is said of many things, beside a figure that is named.
    private void CoverOfFigure()
    {
        var ofCause = Words.Slot(SlotKind.StopReason) is { NamesFunction: false } reason && Values.Exists(v => v.Slot == reason);
        if (Evidence > 0 || Words.FigureSubjects.Length == 0 || !(ofCause || Values.Exists(v => v.Slot.Name == CallBuilder.Figure)))
            return;
        // "No operator, which shift has it more": why it stood, and by what it is cut.
        if (ofCause && Values.Exists(v => v is { Slot.Name: RankedFirst.By, Value: not "machine" }))
            (Evidence, OnlyOfFigure) = (1, true);
        foreach (var words in Words.FigureSubjects)
        {
            for (var i = 0; i + words.Length <= covered.Length; i++)
            {
                if (Matches(words, i))
                {
                    Array.Fill(covered, true, i, words.Length);
                    (Evidence, OnlyOfFigure) = (1, true);
                }
            }
        }
    }

    // "How is WO-1004 doing" asks how far it is; another figure of a work order has to be named.
    private void CoverOrders()
    {
        if (!Words.Has(SlotKind.WorkOrder) || (Evidence == 0 && !SameSeries.IsOrderAlone(Clause)))
            return;
        foreach (var order in Clause.Of(SlotKind.WorkOrder))
            Array.Fill(covered, true, order.Start, order.End - order.Start);
    }

    private bool Matches(string[] phrase, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (Clause.Filled[at + i] || Clause.Stems[at + i] != phrase[i])
                return false;
        }

        return true;
    }

    private void CoverVocabulary(Vocabulary vocabulary)
    {
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] && CountsOther(i))
                covered[i] = false;
            if (covered[i] || CountsOther(i) || Clause.Filled[i] || (Words.Reads && Clause.Is(i, WordTraits.Leaving)))
                continue;

            var stem = Clause.Stems[i];
            if (stem is "down" && IsFalling(i) && Words.InSubject.Contains(stem))
                continue;
            if (Words.Reads && (PicksOfFigure(i) || IsForeignCause(i) || IsUnknownPart(i)))
                continue;
            if (Words.Reads && (Clause.Is(i, WordTraits.Changing) || Clause.IsSplit(i)) && !Words.KnowsPair(Clause, i, beforeOnly: Clause.IsSplit(i)))
                continue;
            covered[i] = (NamesOrder && Words.OrderWords.Contains(stem)) || Words.Vocabulary.Contains(stem)
                && (!vocabulary.SubjectWords.Contains(stem) || Words.InSubject.Contains(stem) || stem is "machine" or "line" or "shift" or "plant");
        }
    }

    // "The longest time between failures": one of those that the figure is the mean of.
    private bool PicksOfFigure(int at) => Clause.Is(at, WordTraits.Extreme)
        && Words.Subjects.Any(s => s.Length >= LeastPhrase && at + s.Length < covered.Length && Matches(s, at + 1));

    private const int LeastPhrase = 3;

    /// <summary>"How much of the scrap was rework": what is asked for as a part has to be a reason, a defect type or a value, never a word that happens to be
    /// said of such a figure.</summary>
    public bool IsUnknownPart(int at) => at >= Clause.Part?.From && Words.Causes.Length > 0 && !valued[at] && !Clause.Filled[at] && !Words.InSubject.Contains(Clause.Stems[at]);

    // "Why is this week worse than last week" gives two times; "why are nights worse than days" two shifts, which a function with two times cannot take.
    private bool TakesBoth => Words.IsPair || (Words.TakesTwo && Clause.Periods.Select(p => p.Period.Iso).Distinct().Count() == 2);

    // "How much scrap", "any outliers", "how is the yield looking": no more than the figure itself.
    private bool SaysNoMore(int at)
    {
        var token = Clause.Tokens[at];
        var next = at + 1 < covered.Length ? at + 1 : at;
        return !Clause.Filled[at] && (token.IsAny(["much", "many"]) ? at > 0 && Clause.Tokens[at - 1].Is("how")
            : token.IsAny(["anywhere", "somewhere"]) ? Clause.Limits.Count > 0
            : token.Is("any") ? covered[next] && !Clause.Plain[next]
            : token.Is("like") ? at > 0 && Clause.Tokens[at - 1].IsAny(["looking", "looks", "look"])
            : token.IsAny(["doing", "looking", "going"]) && Clause.Tokens.Take(at).Any(t => t.IsAny(["how", "hows", "what", "whats", "is", "are"])));
    }

    // "Only the good pieces", "unplanned ones only": what is named is taken.
    private bool IsOnlyOfNamed(int at) => Clause.Tokens[at].IsAny(["only", "just"]) && (IsNamed(at, 1) || IsNamed(at, -1));

    private bool IsNamed(int at, int step)
    {
        do
            at += step;
        while (at >= 0 && at < covered.Length && !valued[at] && Clause.Tokens[at].IsAny(["the", "of", "a", "those", "these", "ones", "pieces", "parts"]));
        return at >= 0 && at < covered.Length && (valued[at] || (!Clause.Filled[at] && Words.InSubject.Contains(Clause.Stems[at]) && !PlainWords.Harmless.Contains(Clause.Tokens[at].Word)));
    }

    private void CoverRest(Vocabulary vocabulary)
    {
        for (var i = 0; i < covered.Length; i++)
        {
            var token = Clause.Tokens[i];
            var against = Clause.IsAgainst(i);
            // What it sets one thing against is said in words that it names itself ("the others").
            Compares |= Words.Function.OneOf.Count == 0 && ((!covered[i] && !Clause.Filled[i] && Clause.Is(i, WordTraits.Compare)) || (against && !Words.TakesTwo));
            covered[i] |= against && Words.IsFigure;
            if (covered[i])
                continue;

            if (!Clause.Filled[i] && Clause.Is(i, WordTraits.Compare) && !token.Is("difference") && Words.Reads && !(!TakesBoth && vocabulary.Pair is { } pair && Clause.IsPair(pair)))
            {
                covered[i] = true;
            }
            else if (Words.IsFigure && (IsOnlyOfNamed(i) || (Evidence > 0 && SaysNoMore(i))))
            {
                covered[i] = true;
            }
            else if (!Clause.Filled[i] && Words.Has(SlotKind.Number) && !CountsOther(i) && !Clause.IsMeasured(i) && (token is { Digits: true, Number: { } } ? token.Number : LightWords.HowMany(Clause, i)) is { } number
                && (!Words.Ranks || number <= LightWords.MostShown))
            {
                covered[i] = true;
                // "All four machines" are all of them.
                if (!(i > 0 && Clause.Tokens[i - 1].IsAny(["all", "our", "both"])))
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
