using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>The tenant's stop reasons or defect types, prepared for one slot of a function. They are common words, so only a function that takes
/// one reads them as names, and a word that is only a part of one ("material") only where it says why ("due to material", "material stops").</summary>
internal sealed class CauseWords
{
    public const int Longest = 5;

    // Other words for a reason that are said of much else as well.
    private static readonly string[] Everyday = ["setup", "pause", "supply", "size", "measure", "absent"];

    private readonly Dictionary<string, Cause> byKey = new(StringComparer.Ordinal);

    /// <param name="vocabulary">The function's own words: those alone mean no cause.</param>
    public CauseWords(Slot slot, IReadOnlyList<Entity> entities, HashSet<string> vocabulary)
    {
        Slot = slot;
        var causes = entities.Where(e => e.Kind == slot.Kind).Select(e => e.Name).ToList();
        Names = causes;
        foreach (var name in causes)
            Add(CauseNames.Key(name), name, IsOrdinary(name, vocabulary), true, true);
        var kinds = entities.Where(e => slot.Kind == SlotKind.StopReason && e.Kind == SlotKind.StopCategory).Select(e => e.Name).ToList();
        foreach (var kind in kinds)
            Add(CauseNames.Key(kind), kind, IsOrdinary(kind, vocabulary), false, true);
        AddOnce(causes.SelectMany(name => CauseNames.OthersOf(name).Select(key => (key, name))), false, name => true);
        // "No operator" is not said by "operator".
        var parts = causes.Select(name => (Name: name, Words: Sentence.Of(name).Tokens))
            .Where(one => one.Words.Length > 1 && !one.Words.Any(t => PlainWords.Leaving.Contains(t.Word) || t.IsAny(["missing", "lack"]))).ToList();
        AddOnce(parts.Select(one => (Words.Stem(one.Words[^1].Word), one.Name)), false, word => IsOrdinary(word, vocabulary) ? null : true);
        AddOnce(parts.SelectMany(one => one.Words.Where(t => t.Word.Length > 3 && !PlainWords.Harmless.Contains(t.Word) && !vocabulary.Contains(FunctionWords.Stem(t.Word))).Select(t => (Words.Stem(t.Word), one.Name))), true, _ => false);
        Tokens = [.. causes.Concat(kinds).SelectMany(name => Sentence.Of(name).Tokens).Select(t => FunctionWords.Stem(t.Word)).Where(w => w.Length > 3)];
    }

    public Slot Slot { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Every word of a name, so that typing errors in one are found.</summary>
    public IReadOnlyList<string> Tokens { get; }

    public Cause? Find(ReadOnlySpan<Token> tokens) => byKey.GetValueOrDefault(CauseNames.Key(tokens));

    // One everyday word, or an everyday word with "up" or "down" behind it, is said of much else.
    private static bool IsOrdinary(string name, HashSet<string> vocabulary)
    {
        var words = Sentence.Of(name).Tokens;
        return words is [var only] ? vocabulary.Contains(FunctionWords.Stem(only.Word)) || PlainWords.Common.Contains(only.Word) || PlainWords.Common.Contains(Words.Stem(only.Word))
            : words is [_, { Word: "up" or "down" or "off" or "out" }];
    }

    private void Add(string key, string name, bool needsMark, bool isEvidence, bool isWhole = false) => byKey.TryAdd(key, new(name, needsMark, isEvidence && !needsMark, isWhole));

    // What could mean two of them means neither.
    private void AddOnce(IEnumerable<(string Key, string Name)> keys, bool needsMark, Func<string, bool?> evidence)
    {
        foreach (var key in keys.Distinct().GroupBy(k => k.Key, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.First()))
        {
            if (evidence(key.Key) is { } isEvidence)
                Add(key.Key, key.Name, needsMark || Everyday.Contains(key.Key), isEvidence);
        }
    }
}

/// <param name="NeedsMark">Read only where the sentence says that it is why.</param>
/// <param name="IsEvidence">Names the function by itself.</param>
/// <param name="IsWhole">The name of a reason or of a kind of reasons itself, not a part of it or another word for it.</param>
internal sealed record Cause(string Name, bool NeedsMark, bool IsEvidence, bool IsWhole);
