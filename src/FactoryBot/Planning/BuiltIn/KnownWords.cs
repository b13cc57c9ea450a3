using FactoryBot.Skills.Functions;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Finds the functions that have a word in common with a clause; most functions have nothing to do with most questions.</summary>
internal sealed class KnownWords
{
    private readonly OfferedWords[] functions;
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> bySkeleton = new(StringComparer.Ordinal);

    // What takes a bound is meant by a bound alone.
    private readonly List<int> limited = [];

    // So is what takes a work order by one.
    private readonly List<int> ordered = [];

    public KnownWords(IEnumerable<OfferedWords> all)
    {
        // What takes a whole message or sentence is found by its opening, not by its words.
        functions = [.. all.Where(f => !f.Words.Function.WholeSentence && !f.Words.Has(SlotKind.Message))];
        for (var i = 0; i < functions.Length; i++)
        {
            var words = functions[i].Words;
            Add(byWord, words.Known, i);
            Add(bySkeleton, words.Skeletons, i);
            if (words.Has(SlotKind.Limit))
                limited.Add(i);
            if (words.Has(SlotKind.WorkOrder))
                ordered.Add(i);
        }
    }

    /// <summary>In the order of their declaration.</summary>
    public List<OfferedWords> In(Clause clause)
    {
        // "The whole plant" is a place: it means no function by itself, and any with one.
        if (Enumerable.Range(0, clause.Tokens.Length).Any(i => clause.Is(i, WordTraits.Whole)))
            return [.. functions];
        var marks = new bool[functions.Length];
        if (clause.Limits.Count > 0 || clause.Longest is not null)
            Mark(limited, marks);
        if (clause.Of(SlotKind.WorkOrder).Any())
            Mark(ordered, marks);
        Mark(bySkeleton.GetValueOrDefault(clause.Skeleton), marks);
        for (var i = 0; i < clause.Stems.Length; i++)
        {
            if (!clause.Filled[i])
                Mark(byWord.GetValueOrDefault(clause.Stems[i]), marks);
        }

        var found = new List<OfferedWords>();
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i])
                found.Add(functions[i]);
        }

        return found;
    }

    private static void Mark(List<int>? places, bool[] marks)
    {
        foreach (var place in places ?? [])
            marks[place] = true;
    }

    private static void Add(Dictionary<string, List<int>> places, IEnumerable<string> words, int function)
    {
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            if (!places.TryGetValue(word, out var of))
                places[word] = of = [];
            of.Add(function);
        }
    }
}
