using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>One question, cut into tokens, with the names and times that were found in it.</summary>
internal sealed class Clause
{
    private Clause(Sentence sentence, bool[] plain, bool[] filled, IReadOnlyList<EntityMention> names, IReadOnlyList<PeriodMention> periods,
        IReadOnlyList<ScheduleMention> schedules, DateOnly today)
    {
        Today = today;
        Sentence = sentence;
        Plain = plain;
        Filled = filled;
        Names = names;
        Periods = periods;
        Schedules = schedules;
        against = Against.Time(sentence.Tokens, periods, today);
        heldName = Against.Name(sentence.Tokens, names);
        Part = PartOfWhole.Find(sentence.Tokens);
        AsksMoney = Money.IsAsked(sentence.Tokens);
        greeting = Math.Min(SmallTalk.Read(sentence.Tokens).Skip, Array.FindIndex(sentence.Tokens, t => !t.IsAny(Greetings)) is >= 0 and var end ? end : 0);
        Skeleton = SkeletonWithout(filled);
        Stems = Array.ConvertAll(sentence.Tokens, t => FunctionWords.Stem(t.Word));
        stemSet = [.. Stems];
        stemMarks = Marks.Of(Stems);
        traits = sentence.Tokens.Traits();
        IsOrder = FindOrder();
        TellsToDoIt = FindToDoIt();
        TellsToWrite = FindToWrite();
        Content = [.. Stems.Where((_, i) => !filled[i] && !plain[i]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The sentence without the greeting that it begins with, and without these tokens; see <see cref="FunctionWords.Skeleton"/>.</summary>
    public string SkeletonWithout(IEnumerable<bool> tokens) => FunctionWords.Skeleton(Tokens, [.. tokens.Select((without, i) => without || i < greeting)]);

    private static readonly string[] Greetings = ["hi", "hello", "hey", "good", "morning", "afternoon", "evening", "bot", "factorybot", "there", "team", "everyone", "thanks", "please"];

    private readonly List<(FunctionWords Words, bool Is)> pairs = [];

    private readonly HashSet<string> stemSet;
    private readonly Marks stemMarks;
    private readonly WordTraits[] traits;

    /// <summary>Whether a word without its plural is anywhere in the sentence.</summary>
    public bool Has(string stem) => stemSet.Contains(stem);

    /// <summary>Whether a phrase may be in the sentence, by the mark of its first stem; false is certain.</summary>
    public bool MayHave(Mark firstStem) => stemMarks.Has(firstStem);

    /// <summary>Whether the word at a place stands in one of these lists.</summary>
    public bool Is(int at, WordTraits any) => (traits[at] & any) != 0;

    // Tokens at the start that only greet.
    private readonly int greeting;

    public Sentence Sentence { get; }
    public Token[] Tokens => Sentence.Tokens;

    /// <summary>Tokens without a meaning of their own.</summary>
    public bool[] Plain { get; }

    /// <summary>Tokens that are part of a name or a time.</summary>
    public bool[] Filled { get; }

    public IReadOnlyList<EntityMention> Names { get; }
    public IReadOnlyList<PeriodMention> Periods { get; }

    /// <summary>Times that come again, and halves of one, which only a function that takes one reads so.</summary>
    public IReadOnlyList<ScheduleMention> Schedules { get; }

    /// <summary>Bounds, which only a function that takes one reads so.</summary>
    public IReadOnlyList<LimitMention> Limits { get; private init; } = [];

    /// <summary>So many of the longest single things; null where none are counted.</summary>
    public LongestMention? Longest { get; private init; }

    /// <summary>The day on which it is asked.</summary>
    public DateOnly Today { get; }

    public string Skeleton { get; }

    /// <summary>Each token's word without its plural.</summary>
    public string[] Stems { get; }

    /// <summary>The stems of what is neither plain nor part of a name or a time.</summary>
    public string[] Content { get; }

    public IEnumerable<EntityMention> Scopes => Names.Where(n => IsScope(n.Kind));

    public static bool IsScope(SlotKind kind) => kind is SlotKind.Machine or SlotKind.Line or SlotKind.Site;

    /// <summary>See <see cref="CallBuilder.IsPair"/>; asked for by each function that is weighed, worked out once.</summary>
    public bool IsPair(FunctionWords words)
    {
        foreach (var (of, known) in pairs)
        {
            if (of == words)
                return known;
        }

        var isPair = CallBuilder.IsPair(words, this);
        pairs.Add((words, isPair));
        return isPair;
    }

    /// <summary>"By shift", "by machine and shift": how to cut the answer, which only a function that can do so may take.</summary>
    public bool IsSplit(int at) => at > 0 && (Tokens[at - 1].Is("by") || (at > 2 && Tokens[at - 1].Is("and") && Tokens[at - 3].Is("by")));

    /// <summary>"85 %", "30 min", "1000 pieces": an amount that is held against something, never a word without a meaning and no count of things.</summary>
    public bool IsMeasured(int at) => Tokens[at].Digits
        && (Sentence.Text.AsSpan(Tokens[at].End).TrimStart() is ['%', ..] || (at + 1 < Tokens.Length && Tokens[at + 1].Joint < Joint.Comma && Tokens[at + 1].IsAny(MeasuredIn)));

    private static readonly string[] MeasuredIn = ["percent", "pct", "points", "hour", "hours", "h", "hrs", "minute", "minutes", "min", "mins", "pieces", "pcs", "parts", "units"];

    /// <summary>A whole of which a part is asked for, see <see cref="PartOfWhole"/>; null where none is.</summary>
    public Part? Part { get; }

    /// <summary>It asks what something cost, see <see cref="Money"/>.</summary>
    public bool AsksMoney { get; }

    /// <summary>See <see cref="Against"/>: the word does not ask for that time or that name, and nothing stood still.</summary>
    public bool IsAgainst(int at) => against?.At == at || heldName == at;

    /// <summary>Whether one of two of a kind is held against the other.</summary>
    public bool HoldsName => heldName >= 0;

    /// <summary>The time that the question holds another one against; null where there is none.</summary>
    public PeriodMention? HeldAgainst => Periods is [_] ? against?.Period : null;

    // Every function asks it of every word, so it is looked for once.
    private readonly (int At, PeriodMention Period)? against;
    private readonly int heldName;

    public IEnumerable<EntityMention> Of(SlotKind kind) => Names.Where(n => n.Kind == kind);

    /// <summary>"Which shift is pulling us down": a word that stands behind such a verb asks for no downtime.</summary>
    public bool Pulls(int at) => Tokens[at].Is("down") && Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => Array.Exists(Pulling, verb => Stems[i].StartsWith(verb, StringComparison.Ordinal)));

    private static readonly string[] Pulling = ["pull", "drag", "bring", "brought", "hold", "weigh", "slow", "let"];

    /// <summary>Whether the sentence goes on from the one before ("and line 2", "same for yesterday").</summary>
    public bool GoesOn => OpensGoingOn || EndsGoingOn;

    // "And line 2", "what about line 2"; "thanks, and line 2".
    private bool OpensGoingOn => Tokens.AsSpan(Math.Min(greeting + (Tokens.Length > greeting && Tokens[greeting].IsAny(["ok", "okay", "right", "so", "yes"]) ? 1 : 0), Tokens.Length)) is [var first, .. var rest]
        && (first.IsAny(["and", "same", "also", "now", "then", "instead", "but"]) || (first.IsAny(["what", "how"]) && rest is [{ Word: "about" }, ..]));

    // "What was the scrap then": at the time, and of the place, spoken of before.
    private bool EndsGoingOn => Tokens.Length > 2 && Tokens[^1].IsAny(["then", "there"]);

    /// <summary>"Is the difference getting bigger": how two differ from day to day, which two figures side by side do not tell.</summary>
    public bool AsksMovement => Tokens.Any(t => t.IsAny(["getting", "growing", "widening", "shrinking", "narrowing", "closing"]));

    /// <summary>"Are jams increasing", "is it going down": how a figure moves.</summary>
    public bool AsksRise => AsksMovement || Tokens.Any(t => t.IsAny(["rising", "falling", "increasing", "decreasing", "dropping", "climbing", "improving", "trending"]))
        || Tokens.Zip(Tokens.Skip(1)).Any(pair => pair.First.IsAny(["going", "gone", "heading", "coming"]) && pair.Second.IsAny(["up", "down"]));

    /// <summary>"What does MTBF stand for": asks for the meaning of a word.</summary>
    public bool AsksMeaning => Tokens is [{ Word: "what" }, { Word: "does" or "do" }, .., { Word: "stand" }, { Word: "for" }];

    /// <summary>"Stop line 1": nothing here can be told to a machine, and it is no question for its stops.</summary>
    public bool IsOrder { get; }

    private bool FindOrder() => Periods.All(p => p.Weak) && Tokens.Length > 1 && Orders(Tokens) && (Filled[1] || (Tokens.Length > 2 && Tokens[1].Is("the") && Filled[2]));

    /// <summary>"CNC-001 is broken", "line 2 has stopped again": told, not asked.</summary>
    public bool TellsState => Periods.All(p => p.Weak) && Names is [{ Start: 0 } name] && name.End + 1 < Tokens.Length && Tokens[name.End].IsAny(["is", "has", "just"])
        && !Sentence.Text.Contains('?', StringComparison.Ordinal)
        && Tokens.Skip(name.End + 1).All(t => t.IsAny(["broken", "down", "stopped", "dead", "standing", "jammed", "stuck", "again", "now", "just", "already", "completely", "broke", "been", "gone", "kaputt", "still"]));

    /// <summary>"Reject it", "scrap that": told to do something, not asked for its figure.</summary>
    public bool TellsToDoIt { get; }

    private bool FindToDoIt() => Periods.Count == 0 && ToDoIt(Tokens) && !Plain[0] && !Filled[0] && !Filled[1];

    /// <summary>Whether a sentence says no more than what is to be done with something spoken of before.</summary>
    public static bool TellsToDo(string sentence) => Sentence.Of(sentence).Tokens is [var verb, ..] tokens && ToDoIt(tokens) && !PlainWords.Harmless.Contains(verb.Word);

    private static bool ToDoIt(Token[] tokens) => tokens is [var verb, var what, ..] && tokens.Length <= 3
        && what.IsAny(["it", "that", "this", "them", "those", "these", "him", "her"]) && !verb.IsAny(PlainWords.Asking) && !PlainWords.FollowUp.Contains(verb.Word);

    /// <summary>"Report a stop on line 1", "record 5 scrap pieces": to be written down, not to be looked up.</summary>
    public bool TellsToWrite { get; }

    private bool FindToWrite() => Array.FindIndex(Tokens, t => !t.IsAny(["please", "can", "could", "you", "hi", "hello", "hey"])) is >= 0 and var at && at + 1 < Tokens.Length
        && Tokens[at].IsAny(["report", "record", "log", "register", "book", "enter", "note", "add"])
        && (Tokens[at + 1].IsAny(["a", "an", "the", "new", "another", "this"]) || Tokens[at + 1].Number is not null);

    /// <summary>Whether a sentence begins as an order to a machine does.</summary>
    public static bool Orders(string sentence) => Orders(Sentence.Of(sentence).Tokens);

    private static bool Orders(Token[] tokens) => tokens.Length > 1 && tokens[0].IsAny(["stop", "start", "restart", "pause", "halt"]);

    public static Clause Read(string text, Vocabulary vocabulary, PlannerContext context, Period? anchor, bool follows)
    {
        var sentence = Sentence.Of(text);
        vocabulary.Lexicon.Correct(sentence.Tokens, word => PlainWords.Harmless.Contains(word) || PlainWords.Common.Contains(word)
            || (vocabulary.Intents.IsWord(word) && !vocabulary.NameWords.IsNear(word)) || PlainWords.FollowUp.Contains(word) || PlainWords.Compare.Contains(word) || PlainWords.Meaning.Contains(word));
        var tokens = sentence.Tokens;
        var filled = new bool[tokens.Length];
        // Somebody called "Olga Oee" does not make everybody's question about the OEE one about her.
        var names = EntityMatcher.Find(sentence, vocabulary.Names).Where(n => !IsSubject(n, sentence, vocabulary)).ToList();
        foreach (var name in names)
        {
            Array.Fill(filled, true, name.Start, name.End - name.Start);
        }

        for (var at = 0; at < tokens.Length; at++)
        {
            if (!filled[at] && !vocabulary.IsKnown(tokens[at].Word) && RoughNames.Short(tokens, at, vocabulary.Names) is { } shortName)
            {
                names.Add(shortName);
                filled[at] = true;
            }
        }

        names.Sort((a, b) => a.Start.CompareTo(b.Start));

        bool[] named = [.. filled];

        // "Every Monday at 6" is no Monday of the past.
        foreach (var schedule in ScheduleReader.Find(sentence, filled))
        {
            Array.Fill(filled, true, schedule.Start, schedule.End - schedule.Start);
        }

        IReadOnlyList<ScheduleMention> schedules = ScheduleReader.Find(sentence, named, halves: true);
        // "At 7 instead of 6": the time that was is no second one.
        var replaced = LeftTimes.Of(tokens, schedules);
        schedules = [.. schedules.Where(s => !replaced.Contains(s.Start))];
        var periods = PeriodReader.Find(sentence, filled, context.Asker.Today, context.Locale, anchor);
        // "Send me the weekly report every Monday": how often, not which week.
        periods = schedules.Any(s => s.Days is not null) ? [.. periods.Where(p => !(p.End == p.Start + 1 && tokens[p.Start].IsAny(["weekly", "monthly", "quarterly"])))] : periods;
        // "Now line 2" goes on from what was said; "right now" is today where no other time is said.
        periods = periods.Count > 1 && periods.Any(p => !p.Weak) ? [.. periods.Where(p => !p.Weak)]
            : follows && periods is [{ Weak: true, Start: 0 }] && tokens.Length > 1 ? [] : periods;
        var plain = new bool[tokens.Length];
        foreach (var period in periods)
        {
            Array.Fill(filled, true, period.Start, period.End - period.Start);
            // "During last week", "over the past month".
            for (var i = period.Start - 1; i >= 0 && tokens[i].IsAny(["during", "over", "within", "the", "through", "throughout", "for", "in", "as"]); i--)
            {
                plain[i] = true;
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            plain[i] |= !filled[i] && (PlainWords.Harmless.Contains(tokens[i].Word) && !LeavesOut(tokens, i)
                || (tokens[i].Is("now") && periods.Count > 0)
                || (follows && (tokens[i].IsAny(["same", "too", "instead"]) || (tokens[i].Is("as") && i + 2 == tokens.Length && tokens[i + 1].Is("well")))));
        }

        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            // "Over both lines": a place, no bound.
            plain[i] |= !filled[i] && tokens[i].IsAny(["over", "across"]) && tokens[i + 1].IsAny(["both", "all", "every"]);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            // "Any day where we fell below 60 %", "machines that lost more than 2 h".
            plain[i] |= i > 0 && tokens[i].IsAny(["where", "when", "that"]) && (filled[i - 1] ? tokens[..i] : tokens[(i - 1)..i]).Any(t => t.IsAny(["day", "days", "shift", "shifts", "machine", "machines", "line", "lines"])) && i + 1 < tokens.Length;
            // "Nights only": what is named is taken.
            plain[i] |= tokens[i].Is("only") && ((i > 0 && filled[i - 1]) || (i + 1 < tokens.Length && filled[i + 1]));
        }

        if (follows)
            Pointing.Mark(tokens, filled, plain);

        // "Same 4 line 1", "scrap 4 yesterday": written as it sounds.
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            plain[i] |= tokens[i] is { Digits: true, Number: 4, Length: 1 } && filled[i + 1] && !filled[i] && !filled[i - 1] && !LightWords.IsRank(tokens[i - 1].Word)
                && !tokens[i - 1].IsAny(["best", "bottom", "lowest", "least"]) && KindNouns.KindOf(tokens[i - 1].Word) is null && tokens[i].Joint == Joint.Space;
        }

        foreach (var at in replaced)
            plain[at] = true;
        Array.Fill(plain, true, 0, SmallTalk.Read(tokens).Skip);
        // "Calculate the OEE of line 1": told to, which "how do you calculate" is not.
        if (Array.FindIndex(tokens, t => !t.IsAny(["please", "can", "could", "you", "hi", "hello", "hey"])) is >= 0 and var verb && tokens[verb].IsAny(["calculate", "compute", "determine"]))
            plain[verb] = true;
        Chatter.Mark(tokens, plain);
        return new(sentence, plain, filled, names, periods, schedules, context.Asker.Today) { Limits = LimitReader.Find(sentence, filled), Longest = LongestReader.Find(sentence, filled) };
    }

    // "Everything but housings", "worst but one"; "but only nights" goes on.
    private static bool LeavesOut(Token[] tokens, int at) => tokens[at].Is("but") && at > 0 && tokens[at].Joint < Joint.Comma
        && !(at + 1 < tokens.Length && tokens[at + 1].IsAny(["only", "just", "also", "for", "what", "how", "why", "which", "not", "now", "with", "in", "on", "i", "it", "is", "the"]));

    private static bool IsSubject(EntityMention name, Sentence sentence, Vocabulary vocabulary) =>
        name is { Kind: SlotKind.Member } && name.End - name.Start == 1
        && vocabulary.SubjectWords.Contains(FunctionWords.Stem(sentence.Tokens[name.Start].Word));
}
