using System.Runtime.CompilerServices;
using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What one function declares about itself, prepared for reading sentences.</summary>
internal sealed class FunctionWords
{
    // Stands for any name or time.
    private const string Name = "*";

    private static readonly DateOnly AnyDay = new(2026, 11, 21);

    private static readonly string[] Severities = ["low=minor|slight", "medium=moderate|middle", "high=major|severe|serious", "critical=blocker"];

    private readonly IReadOnlyList<Entity> entities;
    private readonly Slot?[] byKind;

    // Of functions without a slot whose values a tenant names: the same for all tenants, people and times.
    private static readonly ConditionalWeakTable<SkillFunction, FunctionWords> ofAll = [];

    /// <summary>The words of a function in a tenant with these names.</summary>
    public static FunctionWords Of(SkillFunction function, IReadOnlyList<Entity> entities) =>
        function.Slots.Any(s => s.Kind is SlotKind.Role or SlotKind.Module or SlotKind.StopReason or SlotKind.DefectType)
            ? new(function, entities)
            : ofAll.GetValue(function, static f => new(f, []));

    private FunctionWords(SkillFunction function, IReadOnlyList<Entity> entities)
    {
        this.entities = entities;
        Function = function;
        Reads = FunctionRunner.Reads(function);
        IsPair = function.Slots.Where(s => Clause.IsScope(s.Kind)).GroupBy(s => s.Kind).Any(k => k.Count() > 1);
        TakesTwo = IsPair || function.Slots.Count(s => s.Kind == SlotKind.Period) > 1;
        byKind = [.. Enum.GetValues<SlotKind>().Select(kind => function.Slots.FirstOrDefault(s => s.Kind == kind))];
        Subjects = [.. function.Subjects.Select(Stems).Where(s => s.Length > 0)];
        SubjectMarks = Array.ConvertAll(Subjects, s => Mark.Of(s[0]));
        FigureSubjects = [.. function.FigureSubjects.Select(Stems)];
        InSubject = [.. Subjects.SelectMany(s => s)];
        Choices = [.. function.Slots.SelectMany(ChoicesOf).OrderByDescending(c => c.Words.Length)];
        // What is said of one work order means little where none is named: "is it late", "how far".
        var ofOrders = Has(SlotKind.WorkOrder) ? function.Examples.Where(e => Shape.NamesOrder(e, function.Slots)).ToList() : [];
        OrderWords = [.. ofOrders.SelectMany(e => ShapeOf(e).Content)];
        Examples = [.. function.LearnedExamples.Except(ofOrders).Select(ShapeOf)];
        var declared = function.Examples.Except(function.LearnedExamples).Select(ShapeOf).ToList();
        VeryWords = [.. declared.Select(e => (e.Skeleton, e.NamesPlace))];
        Skeletons = [.. Examples.Concat(declared).Select(e => e.Skeleton)];
        Vocabulary = [.. InSubject, .. Examples.Concat(declared).SelectMany(e => e.Content)];
        Causes = [.. function.Slots.Where(s => s.Kind is SlotKind.StopReason or SlotKind.DefectType).Select(s => new CauseWords(s, entities, Vocabulary))];
        Ranks = Reads && Vocabulary.Any(LightWords.IsRank);
    }

    public SkillFunction Function { get; }

    /// <summary>Each subject as the stems of its words.</summary>
    public string[][] Subjects { get; }

    /// <summary>Words that name it only beside one of its figures, as stems.</summary>
    public string[][] FigureSubjects { get; }

    /// <summary>Of the first stem of each subject.</summary>
    public Mark[] SubjectMarks { get; }

    /// <summary>All stems of all subjects.</summary>
    public HashSet<string> InSubject { get; }

    /// <summary>Words that the function's own sentences are made of.</summary>
    public HashSet<string> Vocabulary { get; }

    public ExampleShape[] Examples { get; }

    /// <summary>Words that only say something beside the number of a work order, from the examples that have one.</summary>
    public HashSet<string> OrderWords { get; }

    /// <summary>How the examples are built, see <see cref="Skeleton"/>.</summary>
    public HashSet<string> Skeletons { get; }

    /// <summary>How the sentences are built that mean it in these very words only, of a place that is named or of none.</summary>
    public HashSet<(string Skeleton, bool NamesPlace)> VeryWords { get; }

    /// <summary>Which words stand beside each other in its examples.</summary>
    public HashSet<(string, string)> Pairs { get; } = [];

    /// <summary>The values that its slots can take, the longest first.</summary>
    public SlotValue[] Choices { get; }

    /// <summary>The stop reasons or defect types that it takes.</summary>
    public CauseWords[] Causes { get; }

    /// <summary>Words that a member's name follows in the examples: "make", "promote".</summary>
    public HashSet<string> BeforeMember { get; } = new(StringComparer.Ordinal);

    /// <summary>It cannot be called without words of the asker's own.</summary>
    public bool TakesText => Function.Slots.Any(s => s is { Kind: SlotKind.Message } or { Kind: SlotKind.FreeText, Required: true });

    public bool Has(SlotKind kind) => Slot(kind) is not null;

    public Slot? Slot(SlotKind kind) => byKind[(int)kind];

    /// <summary>Two places can be given in one call: the function sets two things side by side and needs both.</summary>
    public bool IsPair { get; }

    /// <summary>Two places or two times can be given in one call.</summary>
    public bool TakesTwo { get; }

    /// <summary>Its sentences ask for the first of what it lists ("the biggest causes").</summary>
    public bool Ranks { get; }

    /// <summary>It answers with a figure of a place and a time.</summary>
    public bool IsFigure => Reads && HasScope && Has(SlotKind.Period);

    public bool HasScope => Has(SlotKind.Machine) || Has(SlotKind.Line) || Has(SlotKind.Site);

    /// <summary>Functions that only read may be repeated by half a sentence.</summary>
    public bool Reads { get; }

    /// <summary>Stems of which one in a sentence is enough for the function to be looked at.</summary>
    public IEnumerable<string> Known => Vocabulary.Concat(Choices.SelectMany(c => c.Words)).Concat(Causes.SelectMany(c => c.Tokens));

    public IEnumerable<string> AllWords => Known.Concat(Function.Subjects.SelectMany(s => Sentence.Of(s).Tokens.Select(t => t.Word)));

    private static string[] Stems(string phrase) => [.. Sentence.Of(phrase).Tokens.Select(t => Stem(t.Word))];

    internal static string Stem(string word) => word is "data" ? word : Words.Stem(word);

    private IEnumerable<SlotValue> ChoicesOf(Slot slot)
    {
        IEnumerable<string> values = slot.Kind switch
        {
            SlotKind.Choice => slot.Values,
            SlotKind.Role or SlotKind.Module => entities.Where(e => e.Kind == slot.Kind).Select(e => $"{e.Name}={string.Join('|', e.Aliases)}"),
            SlotKind.Severity => Severities,
            _ => [],
        };
        return from value in values
               let cut = value.Split('=')
               from words in cut.Skip(1).SelectMany(c => c.Split('|', StringSplitOptions.RemoveEmptyEntries)).Prepend(cut[0])
               select new SlotValue(slot, cut[0], Stems(words));
    }

    // Names and times in an example stand for any other; what is left is what the function is about.
    private ExampleShape ShapeOf(string example)
    {
        var sentence = Sentence.Of(example);
        var filled = new bool[sentence.Tokens.Length];
        foreach (var period in PeriodReader.Find(sentence, null, AnyDay).Where(_ => Has(SlotKind.Period)))
        {
            Array.Fill(filled, true, period.Start, period.End - period.Start);
        }

        foreach (var schedule in ScheduleReader.Find(sentence, null, halves: true).Where(_ => Has(SlotKind.Schedule)))
        {
            Array.Fill(filled, true, schedule.Start, schedule.End - schedule.Start);
        }

        foreach (var limit in Has(SlotKind.Limit) ? LimitReader.Find(sentence, null) : [])
        {
            Array.Fill(filled, true, limit.Start, limit.End - limit.Start);
        }

        if (Has(SlotKind.Limit) && LongestReader.Find(sentence, null) is { } longest)
        {
            Array.Fill(filled, true, longest.Start, longest.End - longest.Start);
        }

        var namesPlace = false;
        for (var i = 0; i < filled.Length; i++)
        {
            namesPlace |= !filled[i] && IsFilled(sentence, i);
            filled[i] |= IsFilled(sentence, i);
            if (IsMember(sentence, i))
            {
                BeforeMember.Add(sentence.Tokens[i - 1].Word);
            }
        }

        var stems = Array.ConvertAll(sentence.Tokens, t => Stem(t.Word));
        foreach (var choice in Choices)
        {
            for (var i = 0; i + choice.Words.Length <= filled.Length; i++)
            {
                if (choice.At(stems, i))
                {
                    Array.Fill(filled, true, i, choice.Words.Length);
                }
            }
        }

        Neighbours(stems, filled);
        var content = sentence.Tokens.Where((t, i) => !filled[i] && !PlainWords.Harmless.Contains(t.Word)).Select(t => Stem(t.Word));
        return new([.. content], Skeleton(sentence.Tokens, filled), sentence.Tokens.Length == 0 ? "" : sentence.Tokens[0].Word, namesPlace);
    }

    private void Neighbours(string[] stems, bool[] filled)
    {
        string? before = null;
        for (var i = 0; i < stems.Length; i++)
        {
            var word = filled[i] ? Name : stems[i];
            if (Intents.Articles.Contains(word))
                continue;
            if (before is not null && PlainWords.Extreme.Contains(before) && word == Name)
                continue;
            if (before is not null)
                Pairs.Add((before, word));
            before = word;
        }
    }

    /// <summary>Whether an example has the word at a place of a clause beside what stands beside it there.</summary>
    /// <param name="beforeOnly">Only what stands before it counts ("by shift").</param>
    public bool KnowsPair(Clause clause, int at, bool beforeOnly = false) =>
        (Beside(clause, at, -1) is { } before && Pairs.Contains((before, clause.Stems[at]))) || (!beforeOnly && Beside(clause, at, 1) is { } after && Pairs.Contains((clause.Stems[at], after)));

    private static string? Beside(Clause clause, int at, int step)
    {
        var picks = step > 0 && PlainWords.Extreme.Contains(clause.Tokens[at].Word);
        do
            at += step;
        while (at >= 0 && at < clause.Stems.Length && (Intents.Articles.Contains(clause.Stems[at]) || (picks && clause.Filled[at])));
        return at < 0 || at >= clause.Stems.Length ? null : clause.Filled[at] ? Name : clause.Stems[at];
    }

    private bool IsFilled(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        var token = tokens[at];
        if (token.Digits || (at + 1 < tokens.Length && tokens[at + 1].Digits && tokens[at + 1].Joint is Joint.Dash or Joint.None))
        {
            return true;
        }

        var beside = (at + 1 < tokens.Length && KindOf(tokens[at + 1])) || (at > 0 && KindOf(tokens[at - 1]));
        return PlainWords.Names.Contains(token.Word)
            || (token.IsAny(["day", "night", "early", "late", "morning", "shift", "nightshift", "dayshift"]) && beside)
            || (KindOf(token) && at + 1 < tokens.Length && tokens[at + 1].Digits)
            || (KindOf(token) && at > 0 && (PlainWords.Names.Contains(tokens[at - 1].Word) || tokens[at - 1].IsAny(["day", "night"])))
            || IsMember(sentence, at)
            || (at > 0 && Has(SlotKind.FreeText) && char.IsUpper(sentence.Text[token.Start]));

        bool KindOf(Token t) => t.IsAny(["machine", "line", "plant", "shift", "site"]) && HasScope;
    }

    private bool IsMember(Sentence sentence, int at) =>
        at > 0 && Has(SlotKind.Member) && char.IsUpper(sentence.Text[sentence.Tokens[at].Start]) && !char.IsUpper(sentence.Text[sentence.Tokens[at].End - 1]);

    /// <summary>From 0 to 1: how like the nearest example the stems are.</summary>
    public double NearestExample(string[] content)
    {
        // Most functions have nothing to do with most sentences.
        if (!Array.Exists(content, word => Vocabulary.Contains(word) && !(Reads && LightWords.Contains(word))))
        {
            return 0;
        }

        var nearest = 0.0;
        foreach (var example in Examples)
        {
            var same = 0;
            foreach (var stem in content)
            {
                same += example.Content.Contains(stem) ? 1 : 0;
            }

            nearest = Math.Max(nearest, (double)same / (example.Content.Count + content.Length - same));
        }

        return nearest;
    }

    /// <summary>The sentence without names, times, articles and politeness: "how did do".</summary>
    public static string Skeleton(Token[] tokens, bool[] filled)
    {
        var left = new List<string>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            // "How did line 1 do", "how's line 1": the same question.
            var helps = left is [.., "how"] && tokens[i].IsAny(["is", "was", "are", "were", "did", "do", "does", "has", "have"]);
            if (!filled[i] && !helps && !tokens[i].IsAny(["the", "a", "please", "of", "for", "on", "in", "at", "and", "hi", "hello", "we", "our", "so", "far"]))
            {
                left.Add(tokens[i].IsAny(["was", "are", "were"]) ? "is" : tokens[i].Word);
            }
        }

        return string.Join(' ', left);
    }
}
