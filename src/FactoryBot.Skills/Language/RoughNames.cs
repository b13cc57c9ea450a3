using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>Names that are said by another form of their word: "the tester" and "the packing machine" for Testing-001 and Packaging-001,
/// "the 2nd line" for Line 2.</summary>
internal static class RoughNames
{
    private const int ShortestRoot = 4;

    private static readonly string[] Endings = ["aging", "ing", "er"];

    /// <summary>The only thing of a kind that has a word of the same root; null where there is none, or are two.</summary>
    public static Entity? OfRoot(string word, SlotKind kind, EntityIndex index)
    {
        if (Root(word) is not { } root)
            return null;
        var fitting = index.WithRoot(kind, root).DistinctBy(e => e.Name).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>"The tester": what does the work that a machine is named by.</summary>
    public static EntityMention? Doer(Token[] tokens, int at, EntityIndex index) =>
        (tokens[at].Word.EndsWith("er", StringComparison.Ordinal) ? OfRoot(tokens[at].Word, SlotKind.Machine, index) : IsTool(tokens, at) ? Only(SlotKind.Machine, tokens[at].Word, index) : null) is { } machine
            ? new(at, at + 1, SlotKind.Machine, Certainty.Sure, machine, [machine])
            : null;

    // "On the mill" is the milling machine; what is said of it is no place where it may be a verb ("how many did we mill").
    private static bool IsTool(Token[] tokens, int at) => at > 0 && tokens[at].IsAny(["mill", "drill", "press", "saw", "grind", "lathe"]) && tokens[at - 1].IsAny(["the", "on", "at", "our", "of", "for"]);

    private static Entity? Only(SlotKind kind, string root, EntityIndex index) =>
        index.WithRoot(kind, root).DistinctBy(e => e.Name).Take(2).ToList() is [var one] ? one : null;

    /// <summary>"Assy", "pkg": letters of the name of one machine in their order, no vowel after the first. The word must be known as nothing else.</summary>
    public static EntityMention? Short(Token[] tokens, int at, EntityIndex index)
    {
        var word = tokens[at].Word;
        if (tokens[at].Digits || word.Length < 3 || word.AsSpan(1).IndexOfAny("aeiou") >= 0)
            return null;
        var fitting = index.All.Where(e => e.Kind == SlotKind.Machine && e.Aliases.Prepend(e.Name).Any(name => name.Length > 0 && char.ToLowerInvariant(name[0]) == word[0]
                && Sentence.Of(name).Tokens is [{ Digits: false } first, ..] && IsPartOf(word, first.Word)))
            .DistinctBy(e => e.Name).Take(2).ToList();
        return fitting.Count == 1 ? new(at, at + 1, SlotKind.Machine, Certainty.Sure, fitting[0], fitting) : null;
    }

    /// <summary>Whether letters stand in a word in their order.</summary>
    internal static bool IsPartOf(string few, string all)
    {
        var at = 0;
        foreach (var c in all)
        {
            at += at < few.Length && few[at] == c ? 1 : 0;
        }

        return at == few.Length;
    }

    /// <summary>"The 2nd line", "the second line": the number comes first.</summary>
    public static EntityMention? Ordinal(Token[] tokens, int at, EntityIndex index)
    {
        var noun = at + 1;
        if (tokens[at].Digits)
        {
            if (noun >= tokens.Length || tokens[noun].Joint != Joint.None || !tokens[noun].IsAny(["st", "nd", "rd", "th"]))
                return null;
            noun++;
        }
        else if (!tokens[at].IsAny(["first", "second", "third", "fourth"]))
        {
            return null;
        }

        if (noun >= tokens.Length || !tokens[noun].Is("line") || (noun + 1 < tokens.Length && tokens[noun + 1].Digits) || tokens[at].Number is not { } number)
            return null;
        var fitting = index.Numbered(SlotKind.Line, number).DistinctBy(e => e.Name).ToList();
        return fitting.Count == 1 ? new(at, noun + 1, SlotKind.Line, Certainty.Sure, fitting[0], fitting) : null;
    }

    /// <summary>"Pack" of "packing", "packaging" and "packer"; null for words of another kind.</summary>
    internal static string? Root(string word)
    {
        var ending = Array.Find(Endings, e => word.EndsWith(e, StringComparison.Ordinal) && word.Length - e.Length >= ShortestRoot);
        return ending is null ? null : word[..^ending.Length];
    }
}
