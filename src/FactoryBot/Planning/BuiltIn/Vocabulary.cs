using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>All that a set of functions and a tenant's names let a sentence say; built once and used again while neither changes.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Own =
    [
        "machine", "machines", "line", "lines", "shift", "shifts", "plant", "factory", "compare", "compared", "please", "thanks", "hello",
        "help", "about", "same", "overall", "whole", "second", "third", "there", "which", "between", "everything", "night",
    ];

    private readonly SkillFunction[] offered;
    private readonly NotOffered[] notOffered;
    private readonly KnownWords known;
    private IList<AITool>? lastTools;
    private IReadOnlyList<NotOffered>? lastNotOffered;
    private Intents? intents;
    private HashSet<string>? figureWords;
    private HashSet<string>? narrowingWords;
    private string[][]? figurePhrases;

    private readonly Dictionary<string, OfferedWords> byName = new(StringComparer.Ordinal);

    public Vocabulary(SkillFunction[] offered, IReadOnlyList<NotOffered> notOffered, IReadOnlyList<Entity> entities)
    {
        this.offered = offered;
        this.notOffered = [.. notOffered];
        Functions = [.. offered.Select(f => new OfferedWords(FunctionWords.Of(f, entities), null)),
            .. notOffered.Select(n => new OfferedWords(FunctionWords.Of(n.Function, entities), n.Why))];
        foreach (var function in Functions)
            byName.TryAdd(function.Words.Function.Name, function);
        known = new(Functions);
        WholeMessage = new(Functions);
        // The one that takes any figure; another one asks why two differ.
        Pair = Functions.Where(f => f.WhyNot is null && f.Words.IsPair).MaxBy(f => f.Words.Function.Slots.Any(s => s.Name == CallBuilder.Figure))?.Words;
        // Roles, modules and stop reasons are common words; only a function that takes one reads them as names.
        Names = EntityIndex.Of([.. entities.Where(e => e.Kind is not (SlotKind.Role or SlotKind.Module or SlotKind.StopReason or SlotKind.StopCategory or SlotKind.DefectType))]);
        SubjectWords = [.. Functions.SelectMany(f => f.Words.Subjects).Where(s => s.Length == 1).Select(s => s[0])];
        var words = Functions.SelectMany(f => f.Words.AllWords).ToList();
        KnownStems = [.. words.Select(FunctionWords.Stem)];
        NameWords = new(Names.Words);
        Lexicon = new([.. words, .. Names.Words, .. PeriodWords.All, .. Own, .. Words.All, .. SmallTalk.Words]);
    }

    /// <summary>The functions that the asker may use.</summary>
    public IReadOnlyList<SkillFunction> Offered => offered;

    public OfferedWords[] Functions { get; }

    /// <summary>The function of that name, whether the asker may use it or not; null where the product has none.</summary>
    public OfferedWords? Named(string name) => byName.GetValueOrDefault(name);

    public WholeMessage WholeMessage { get; }
    public EntityIndex Names { get; }
    public Lexicon Lexicon { get; }

    /// <summary>The words of the tenant's names alone.</summary>
    public Lexicon NameWords { get; }

    /// <summary>The function that sets two things side by side, if the asker may use one.</summary>
    public FunctionWords? Pair { get; }

    /// <summary>Single words that are the subject of a function; another function's example does not account for them.</summary>
    public HashSet<string> SubjectWords { get; }

    /// <summary>Words that name what is measured: of the subjects of functions that answer with one figure, without what every figure is said with.</summary>
    public HashSet<string> FigureWords => figureWords ??= [.. Functions.Where(f => f.Words is { IsFigure: true, TakesTwo: false } && f.Words.Function.Slots.All(s => s.Name != CallBuilder.Figure))
        .SelectMany(f => f.Words.InSubject).Where(s => s.Length > 2 && !PlainWords.Harmless.Contains(s) && !LightWords.Contains(s) && !LightWords.IsRank(s) && !PlainWords.Whole.Contains(s)
            && KindNouns.KindOf(s) is null && !PlainWords.Changing.Contains(s))];

    /// <summary>Values that make one figure another: "planned", "strict", "critical"; without words of manner and how an answer is cut.</summary>
    public HashSet<string> NarrowingWords => narrowingWords ??= [.. Functions.Where(f => f.Words.IsFigure).SelectMany(f => f.Words.Choices)
        .Where(c => c.Words.Length == 1 && c.Slot.Name is not (CallBuilder.Figure or "by" or "order" or "mean")).Select(c => c.Words[0])
        .Where(s => !LightWords.Contains(s) && !LightWords.IsRank(s) && !PlainWords.Harmless.Contains(s))];

    /// <summary>Subjects of several words, of functions that answer with one figure: "rolled yield", "stop reasons".</summary>
    public IReadOnlyList<string[]> FigurePhrases => figurePhrases ??= [.. Functions.Where(f => f.Words is { IsFigure: true, TakesTwo: false } && f.Words.Function.Slots.All(s => s.Name != CallBuilder.Figure))
        .SelectMany(f => f.Words.Subjects).Where(s => s.Length > 1)];

    /// <summary>Words that at least one function knows.</summary>
    public HashSet<string> KnownStems { get; }

    /// <summary>Whether a word is one of the language, of a function, or of the sentences that people wrote.</summary>
    public bool IsKnown(string word) => PlainWords.Harmless.Contains(word) || PlainWords.Common.Contains(word) || KnownStems.Contains(FunctionWords.Stem(word)) || PeriodWords.All.Contains(word)
        || LightWords.Contains(word) || Words.IsCommon(word) || Intents.Knows(FunctionWords.Stem(word));

    /// <summary>What people's own sentences mean; learned when it is needed first.</summary>
    public Intents Intents => intents ??= Intents.For(Functions.Select(f => f.Words.Function));

    /// <summary>Whether a function shows an answer again, and none of its own.</summary>
    public bool ShowsAgain(string function) => Array.Exists(offered, f => f.ShowsAgain && f.Name == function);

    /// <summary>The functions that a clause could mean, as it stands.</summary>
    public List<OfferedWords> Knowing(Clause clause) => known.In(clause);

    /// <summary>Whether it was built for these functions; the names are those of its <see cref="VocabularySet"/>.</summary>
    public bool IsFor(IList<AITool> tools, PlannerContext context)
    {
        // Nearly always the very lists about which it was asked last.
        if (ReferenceEquals(tools, lastTools) && ReferenceEquals(context.NotOffered, lastNotOffered))
            return true;
        if (!HasSame(tools) || !HasSame(context.NotOffered))
            return false;
        (lastTools, lastNotOffered) = (tools, context.NotOffered);
        return true;
    }

    private bool HasSame(IList<AITool> tools) => tools.Select(SkillFunction.Of).SequenceEqual(offered, ReferenceEqualityComparer.Instance);

    private bool HasSame(IReadOnlyList<NotOffered> others) => others.Count == notOffered.Length
        && others.Zip(notOffered).All(p => ReferenceEquals(p.First.Function, p.Second.Function) && string.Equals(p.First.Why.Text, p.Second.Why.Text, StringComparison.Ordinal));
}

/// <param name="WhyNot">Null where the asker may use the function.</param>
internal sealed record OfferedWords(FunctionWords Words, SkillResult? WhyNot);
