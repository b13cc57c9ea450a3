using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>How well one function accounts for every word of a question.</summary>
internal sealed class FunctionMatch
{
    private const double LeastLikeness = 0.5;
    public const double ExactLikeness = 3;

    // So much more than the same words mean where they are one example among many.
    private const double OwnWords = 0.5;

    private readonly Cover cover;

    // One word that is half of an example means too little: "is that good?" asks for no good pieces.
    private bool single;

    private FunctionMatch(OfferedWords offered, Cover cover)
    {
        Offered = offered;
        this.cover = cover;
    }

    public OfferedWords Offered { get; }
    public Clause Clause => cover.Clause;
    public FunctionWords Words => Offered.Words;

    public int Evidence => cover.Evidence;

    /// <summary>From 0 to 1: how like the nearest example the words are.</summary>
    public double Likeness { get; private set; }

    public double Score { get; private set; }

    /// <summary>Tokens that the function cannot account for.</summary>
    public List<int> Missing => cover.Missing;
    public SlotKind? BareKind => cover.BareKind;
    public bool WholePlant => cover.WholePlant;
    public SlotKind? AllOf => cover.AllOf;
    public bool Compares => cover.Compares;
    public List<SlotValue> Values => cover.Values;
    public List<int> Numbers => cover.Numbers;
    public string? FreeText => cover.FreeText;

    /// <summary>So many of the longest or the latest stops for a reason.</summary>
    public LongestMention? Picked => cover.Picked;

    /// <summary>Stop reasons are named in the plural, so they are counted.</summary>
    public bool CountsCauses => cover.CountsCauses;

    /// <summary>It is asked for one of the tenant's stop reasons or defect types.</summary>
    public bool NamesCause => Values.Exists(v => v.Slot.Kind is SlotKind.StopReason or SlotKind.DefectType);

    /// <summary>See <see cref="Cover.OnlyOfFigure"/>.</summary>
    public bool OnlyOfFigure => cover.OnlyOfFigure;

    // "Which defect is the worst": kinds of defects and reasons are no parts of a plant, which alone are put in order.
    private bool AsksKind => Words.Has(SlotKind.Number) && Words.Has(SlotKind.Limit) && Clause.Tokens.Zip(Clause.Tokens.Skip(1)).Any(pair =>
        pair.First.IsAny(["which", "what"]) && pair.Second.IsAny(["defect", "defects", "reason", "reasons", "cause", "causes", "fault", "faults"]));

    // "Any jams": what takes a reason beside its own subject is not meant by the reason alone, unless it says how the reason moves or by what else than machines it
    // is cut ("which shift has the most jams"): those of each machine are told with the downtime for the reason.
    private bool OnlyTakesCause => Evidence == 0 && Words.Slot(SlotKind.StopReason) is { NamesFunction: false } slot && Values.Exists(v => v.Slot == slot)
        && !Clause.AsksRise && !Values.Exists(v => v is { Slot.Name: RankedFirst.By, Value: not "machine" });

    /// <summary>A work order is named, and the function is the one that tells of it.</summary>
    public bool NamesOrder => cover.NamesOrder;

    /// <summary>A stop reason or a defect type that others have and this plant has not.</summary>
    public bool IsForeignCause(int at) => cover.IsForeignCause(at);

    /// <summary>See <see cref="Cover.IsUnknownPart"/>.</summary>
    public bool IsUnknownPart(int at) => cover.IsUnknownPart(at);

    /// <summary>Tokens that stand for the value of a slot.</summary>
    public IReadOnlyList<bool> Valued => cover.Valued;

    /// <summary>"Who came out top": words of manner beside a value.</summary>
    public bool IsMannerOfValue(int at) => Values.Count > 0 && !Clause.Filled[at]
        && (Clause.Tokens[at].Is("out") ? at > 0 && Clause.Tokens[at - 1].IsAny(Coming) : Clause.Tokens[at].IsAny(Coming));

    private static readonly string[] Coming = ["came", "come", "comes", "did", "does", "performed", "performs", "ran", "runs", "turned"];

    /// <summary>"Unplanned stuff", "the planned portion": a noun behind a value that stands for what the value is of.</summary>
    public bool StandsForValue(int at) => at > 0 && cover.Valued[at - 1] && Clause.Tokens[at].IsAny(ForValue);

    private static readonly string[] ForValue = ["stuff", "portion", "part", "bit", "bits", "kind", "type", "types", "sort", "side", "one", "ones", "category", "things"];

    /// <summary>Nothing is said but values that the function's slots can take.</summary>
    public bool OnlyValues { get; private set; }

    /// <summary>Whether it was learned what the words mean that the function's declaration does not account for.</summary>
    private bool learned;

    /// <summary>The sentence means this function, whatever may be missing in its slots.</summary>
    public bool Fits => Missing.Count == 0 && Named && !OnlyTakesCause && !AsksKind && !OnlyAsks && !AsksWho && !AsksForAnother && (!Words.IsPair || SetsBeside) && SaysOneOf;

    private bool SaysOneOf => Words.Function.OneOf is var needed && (needed.Count == 0 || Clause.Tokens.Where((t, i) => !Clause.Filled[i]).Any(t => needed.Contains(t.Word, StringComparer.Ordinal)));

    // Money is no figure of the plant; what is told to be done or written is no question for one, unless the very words mean it ("run that again").
    private bool AsksForAnother => Clause.IsOrder || (Words.IsFigure && Clause.AsksMoney) || (Words.Reads && ((Clause.TellsToDoIt && !IsVeryWords) || Clause.TellsToWrite));

    private bool SetsBeside => Clause.IsPair(Words) && !Clause.AsksMovement;

    // "Who was on nights": a person, whom no figure of machines names where nothing else says what is asked.
    private bool AsksWho => Words is { IsFigure: true, IsPair: false } && Evidence == 0 && Values.TrueForAll(v => v.Slot.Name == "by") && Clause.Tokens is [{ Word: "who" or "whos" or "whom" or "whose" }, ..];

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

    public bool Named => learned || Evidence > 0 || Likeness >= ExactLikeness || ((Words.Reads || Words.Function.Slots.Count > 0) && IsLikely);

    // What changes something and takes no words of its own would be told by half a sentence.
    private bool IsLikely => Evidence > 0 || SaysAll || Likeness > LeastLikeness || (Likeness >= LeastLikeness && !single);

    // "Disable analysis", "Ben → analyst": nothing but values, and with them all that the function needs.
    private bool SaysAll => OnlyValues && !Lacks && Words.Function.Slots.Count(s => s.Required) > 1 && !Clause.Sentence.Text.Contains('?', StringComparison.Ordinal)
        && (!Words.Has(SlotKind.Member) || Clause.Sentence.Text.AsSpan().IndexOfAny("→>=:") >= 0);

    public static FunctionMatch Of(OfferedWords offered, Clause clause, Vocabulary vocabulary)
    {
        var match = new FunctionMatch(offered, Cover.Of(offered.Words, clause, vocabulary));
        match.Weigh();
        return match;
    }

    /// <summary>Takes the words left over where each of them is accounted for otherwise.</summary>
    public bool TakesMissing(Predicate<int> accounted)
    {
        learned = Missing.TrueForAll(accounted);
        if (!learned)
            return false;
        cover.TakeMissing();
        return true;
    }

    /// <summary>It is one of the sentences that mean the function in these very words.</summary>
    public bool IsVeryWords { get; private set; }

    // "How are we doing" is asked of all, "how is line 1 doing" of a line.
    private bool IsOnlyVeryWords(string skeleton) => (Words.VeryWords.Contains((skeleton, true)) || Words.VeryWords.Contains((skeleton, false))) && !Array.Exists(Words.Examples, e => e.Skeleton == skeleton);

    private void Weigh()
    {
        var valued = Array.IndexOf(cover.Valued, true) >= 0;
        var content = !valued
            ? Clause.Content
            : [.. Clause.Stems.Where((_, i) => !Clause.Filled[i] && !Clause.Plain[i] && !cover.Valued[i]).Distinct(StringComparer.Ordinal)];
        single = content.Length == 1;
        OnlyValues = content.Length == 0 && Values.Count > 0 && Missing.Count == 0;
        var skeleton = !valued && Values.Count == 0 && !WholePlant
            ? Clause.Skeleton
            : Clause.SkeletonWithout(cover.Valued.Zip(Clause.Filled, (value, filled) => value || filled));
        IsVeryWords = Words.VeryWords.Count > 0 && Words.VeryWords.Contains((Clause.Skeleton, Clause.Names.Any(n => Clause.IsScope(n.Kind) || n.Kind == SlotKind.Shift)));
        // "Any stops over 20 min last night": a bound and the figure it is of put nothing in order, whatever example is left without them.
        var onlyBound = cover is { OnlyBound: true, Evidence: 0 };
        // The very words of an example mean it, even where each of them alone means little ("how did line 1 do").
        var bare = Clause.Names.Count == 0 && Clause.Periods.Count == 0 && !WholePlant && Words.Reads && content.Length == 1 && LightWords.Contains(content[0]);
        Likeness = IsVeryWords ? ExactLikeness + OwnWords
            : !bare && !onlyBound && (skeleton.Length > 0 || (Values.Count > 0 && Evidence > 0)) && Words.Skeletons.Contains(skeleton) && !IsOnlyVeryWords(skeleton) ? ExactLikeness
            : Words.NearestExample(content);
        var free = FreeText is null ? 0 : 0.5;
        // "Machines over 2 h downtime" are put in order; "stops over 2 h" are listed by whom they belong to.
        var bound = !cover.OnlyBound ? 0 : Values.Count > 1 ? 0.5 : -0.5;
        Score = (content.Length == 0 ? Evidence > 0 ? 2.0 : 0 : 2.0 * Evidence / Math.Max(content.Length, Evidence)) + Likeness - free + bound;
    }
}
