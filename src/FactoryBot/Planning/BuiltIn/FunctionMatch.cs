using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>How well one function accounts for every word of a question.</summary>
internal sealed class FunctionMatch
{
    private const double LeastLikeness = 0.5;
    public const double ExactLikeness = 3;

    private readonly bool[] covered;
    private readonly bool[] valued;

    // One word that is half of an example means too little: "is that good?" asks for no good pieces.
    private bool single;

    private FunctionMatch(OfferedWords offered, Clause clause)
    {
        Offered = offered;
        Clause = clause;
        covered = new bool[clause.Tokens.Length];
        valued = new bool[clause.Tokens.Length];
    }

    public OfferedWords Offered { get; }
    public Clause Clause { get; }
    public FunctionWords Words => Offered.Words;

    /// <summary>How many words name the function's subject.</summary>
    public int Evidence { get; private set; }

    /// <summary>From 0 to 1: how like the nearest example the words are.</summary>
    public double Likeness { get; private set; }

    public double Score { get; private set; }

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

    /// <summary>Nothing is said but values that the function's slots can take.</summary>
    public bool OnlyValues { get; private set; }

    /// <summary>Whether it was learned what the words mean that the function's declaration does not account for.</summary>
    private bool learned;

    /// <summary>The sentence means this function, whatever may be missing in its slots.</summary>
    public bool Fits => Missing.Count == 0 && Named && !OnlyAsks && !Clause.IsOrder && !(Words.Reads && (Clause.TellsToDoIt || Clause.TellsToWrite)) && (!Words.IsPair || CallBuilder.IsPair(Words, Clause));

    /// <summary>"Are quotes off?" asks; a function that changes something must not take it as an order.</summary>
    public bool OnlyAsks => !Words.Reads && Clause.Tokens.Length > 0 && Clause.Tokens[0].IsAny(PlainWords.Asking)
        && !Array.Exists(Words.Examples, e => Clause.Tokens[0].Is(e.First));

    /// <summary>A value is missing without which the function cannot be called.</summary>
    public bool Lacks => Words.Function.Slots.Any(s => s.Required && !Clause.Of(s.Kind).Any() && !Values.Exists(v => v.Slot == s)
        && s.Kind != SlotKind.File && !(s.Kind == SlotKind.Period && Clause.Periods.Count > 0) && !(s.Kind == SlotKind.Schedule && Clause.Schedules.Count > 0) && !(s.Kind == SlotKind.FreeText && FreeText is not null)
        && !(s.Kind == SlotKind.Member && MeansAsker));

    /// <summary>"Make me a manager": the asker stands where a member's name would.</summary>
    public bool MeansAsker => Clause.Tokens.Index().Any(
        t => t.Index > 0 && t.Item.IsAny(["me", "myself"]) && Words.BeforeMember.Contains(Clause.Tokens[t.Index - 1].Word));

    public bool Named => learned || Evidence > 0 || SaysAll || Likeness > LeastLikeness || (Likeness >= LeastLikeness && !single);

    // "Disable analysis", "Ben → analyst": nothing but values, and with them all that the function needs.
    private bool SaysAll => OnlyValues && !Lacks && Words.Function.Slots.Count(s => s.Required) > 1 && !Clause.Sentence.Text.Contains('?', StringComparison.Ordinal)
        && (!Words.Has(SlotKind.Member) || Clause.Sentence.Text.AsSpan().IndexOfAny("→>=:") >= 0);

    public static FunctionMatch Of(OfferedWords offered, Clause clause, Vocabulary vocabulary)
    {
        var match = new FunctionMatch(offered, clause);
        match.CoverMentions();
        match.CoverSubjects();
        match.CoverValues();
        match.CoverWholePlant();
        match.CoverVocabulary(vocabulary);
        match.CoverScope();
        match.CoverRest(vocabulary);
        match.Weigh();
        return match;
    }

    /// <summary>Takes the words left over where each of them is accounted for otherwise.</summary>
    public bool TakesMissing(Predicate<int> accounted)
    {
        learned = Missing.TrueForAll(accounted);
        if (!learned)
            return false;
        Missing.Clear();
        // "Which line", "per shift": no line that would have to be named.
        var asks = Enumerable.Range(1, Math.Max(0, covered.Length - 1)).Any(i => Kind(i) == BareKind && Clause.Tokens[i - 1].IsAny(["the", "this", "that", "my", "our"]));
        BareKind = asks ? BareKind : null;
        return true;
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

        // What is the value of a slot stands for any other value.
        foreach (var schedule in Words.Has(SlotKind.Schedule) ? Clause.Schedules : [])
        {
            Array.Fill(covered, true, schedule.Start, schedule.End - schedule.Start);
            Array.Fill(valued, true, schedule.Start, schedule.End - schedule.Start);
        }
    }

    private void CoverSubjects()
    {
        foreach (var words in Words.Subjects)
        {
            for (var i = 0; i + words.Length <= covered.Length; i++)
            {
                if (!Clause.Filled[i] && Matches(words, i))
                {
                    Array.Fill(covered, true, i, words.Length);
                    Evidence = Math.Max(Evidence, words.Length);
                }
            }
        }
    }

    private bool Matches(string[] phrase, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(Clause.Stems[at + i], phrase[i], StringComparison.Ordinal))
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
                if (!Clause.Filled[i] && value.At(Clause.Stems, i) && !(valued[i] && value.Words.Length == 1))
                {
                    Array.Fill(covered, true, i, value.Words.Length);
                    Array.Fill(valued, true, i, value.Words.Length);
                    Values.Add(value);
                }
            }
        }

        if (Values.Count > 1)
        {
            Values.RemoveAll(v => v.Words is [var word] && PlainWords.Doing.Contains(word) && v.Value != word
                && Values.Exists(o => o.Slot == v.Slot && o.Value != v.Value && !(o.Words is [var other] && PlainWords.Doing.Contains(other))));
        }
    }

    private void CoverVocabulary(Vocabulary vocabulary)
    {
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] || Clause.Filled[i] || (Words.Reads && PlainWords.Leaving.Contains(Clause.Tokens[i].Word)))
                continue;

            var stem = Clause.Stems[i];
            covered[i] = Words.Vocabulary.Contains(stem)
                && (!vocabulary.SubjectWords.Contains(stem) || Words.Subjects.Any(s => s.Contains(stem)) || stem is "machine" or "line" or "shift" or "plant");
        }
    }

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
                && Clause.Tokens[i + 1].IsAny(["machine", "machines", "line", "lines", "the"]) && Kind(i + 1) is { } all)
            {
                covered[i] = true;
                AllOf = all;
                covered[i + 1] = true;
                if (Clause.Tokens[i + 1].Is("the"))
                {
                    covered[i + 2] = true;
                }
            }
            else if (Kind(i) is { } kind && Words.Has(kind))
            {
                covered[i] = true;
                BareKind = kind;
            }
        }
    }

    private bool NextIsPlant(int at) =>
        at + 1 < covered.Length && Clause.Tokens[at + 1].IsAny(["plant", "factory", "site", "the"]);

    private SlotKind? Kind(int at)
    {
        at = Clause.Tokens[at].Is("the") && at + 1 < covered.Length ? at + 1 : at;
        return Clause.Tokens[at].Word switch { "machine" or "machines" => SlotKind.Machine, "line" or "lines" => SlotKind.Line, "shift" or "shifts" => SlotKind.Shift, _ => null };
    }

    private void CoverRest(Vocabulary vocabulary)
    {
        var isPair = vocabulary.Pair is { } pair && CallBuilder.IsPair(pair, Clause);
        for (var i = 0; i < covered.Length; i++)
        {
            var token = Clause.Tokens[i];
            Compares |= !covered[i] && !Clause.Filled[i] && PlainWords.Compare.Contains(token.Word);
            if (covered[i])
                continue;

            if (!Clause.Filled[i] && PlainWords.Compare.Contains(token.Word) && !token.Is("difference") && Words.Reads && !(isPair && !Words.TakesTwo))
            {
                covered[i] = true;
            }
            else if (!Clause.Filled[i] && Words.Has(SlotKind.Number) && (token is { Digits: true, Number: { } } ? token.Number : LightWords.HowMany(Clause, i)) is { } number)
            {
                covered[i] = true;
                Numbers.Add(number);
            }
            // "Main reasons": the first of what it shows anyway.
            else if (Evidence > 0 && Words.IsFigure && !Clause.Filled[i] && Words.Ranks && LightWords.IsFirstOf(Clause, i))
            {
                covered[i] = true;
            }
            else
            {
                Missing.Add(i);
            }
        }

        // Words before and behind the function's own are no one text.
        var together = Missing.Count > 0 && Enumerable.Range(Missing[0], Missing[^1] - Missing[0]).All(i => Missing.Contains(i) || Clause.Plain[i] || Clause.Filled[i]);
        if (together && Evidence > 0 && Words.Has(SlotKind.FreeText))
        {
            FreeText = Clause.Sentence.Between(Missing[0], Missing[^1] + 1);
            Missing.Clear();
        }
    }

    private void Weigh()
    {
        var content = Array.TrueForAll(valued, v => !v)
            ? Clause.Content
            : [.. Clause.Stems.Where((_, i) => !Clause.Filled[i] && !Clause.Plain[i] && !valued[i]).Distinct(StringComparer.Ordinal)];
        single = content.Length == 1;
        OnlyValues = content.Length == 0 && Values.Count > 0 && Missing.Count == 0;
        var skeleton = Values.Count == 0 && !WholePlant
            ? Clause.Skeleton
            : FunctionWords.Skeleton(Clause.Tokens, [.. valued.Zip(Clause.Filled, (value, filled) => value || filled)]);
        // The very words of an example mean it, even where each of them alone means little ("how did line 1 do").
        var bare = Clause.Names.Count == 0 && Clause.Periods.Count == 0 && !WholePlant && Words.Reads && content.Length == 1 && LightWords.Contains(content[0]);
        Likeness = !bare && (skeleton.Length > 0 || (Values.Count > 0 && Evidence > 0)) && Words.Skeletons.Contains(skeleton) ? ExactLikeness : Words.NearestExample(content);
        var free = FreeText is null ? 0 : 0.5;
        Score = (content.Length == 0 ? 0 : 2.0 * Evidence / Math.Max(content.Length, Evidence)) + Likeness - free;
    }
}
