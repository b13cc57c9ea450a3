using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Whether a question speaks of what the one before spoke of, without naming it again.</summary>
internal static class GoingOn
{
    /// <summary>Whether the place and the time of the question before are meant.</summary>
    public static bool Means(Clause clause, FunctionMatch match) => GoesOn(clause) || OnlyNamed(clause, match) || IsShort(clause, match);

    // "Which orders are late", "against plan", "worst machine": said in a few words after an answer, and of nobody else. "How are we doing" asks for all.
    private static bool IsShort(Clause clause, FunctionMatch match) => clause.Names.Count == 0 && clause.Periods.Count == 0 && clause.Tokens.Length <= MostOfShort && !match.WholePlant
        && match.Words.IsFigure && match.Words.Has(SlotKind.Site) && !clause.Tokens.Where((_, i) => SaysAll(clause.Tokens, i)).Any();

    // "Total downtime" is that of all; "how long in total" is the sum of what was spoken of.
    private static bool SaysAll(Token[] tokens, int at) =>
        tokens[at].IsAny(["we", "our", "us", "all", "every", "both", "hi", "hello"])
        // "How long each" is of those spoken of, "each machine" of all.
        || (tokens[at].Is("each") && at + 1 < tokens.Length && KindNouns.KindOf(tokens[at + 1].Word) is not null)
        || (PlainWords.Whole.Contains(tokens[at].Word) && !(tokens[at].Is("total") && at > 0 && tokens[at - 1].Is("in")));

    private const int MostOfShort = 6;

    private static bool GoesOn(Clause clause) => clause.GoesOn || OnlyWhy(clause) || OnlyPast(clause) || clause.Tokens.Any(t => t.IsAny(["it", "its", "they", "them", "their", "same", "too", "instead"])) || PointsBack(clause.Tokens)
        || (clause.Tokens is [.., var almost, var last] && almost.Is("as") && last.Is("well"));

    // "Of that one", "on this machine".
    private static bool PointsBack(Token[] tokens) =>
        tokens.Zip(tokens.Skip(1)).Any(pair => pair.First.IsAny(["that", "this"]) && pair.Second.IsAny(["one", "machine", "line", "product", "site"]));

    // "What was down", "how many did we make": when and where was said before.
    private static bool OnlyPast(Clause clause) => clause.Names.Count == 0 && clause.Periods.Count == 0 && clause.Tokens is [var first, ..] && first.IsAny(PlainWords.Asking)
        && (clause.Tokens.Take(4).Any(t => t.IsAny(["was", "were", "did", "had", "went", "happened", "caused"]))
            // "What kind of defects", "which machines": of what was spoken of before.
            || clause.Tokens is [{ Word: "what" or "which" }, { Word: "kind" or "kinds" or "sort" or "type" or "types" or "defects" or "reasons" or "causes" }, ..]) && !clause.Tokens.Any(t => PlainWords.Whole.Contains(t.Word));

    // "Why?", "how come", "why so low": nothing says of what, so it is what was spoken of before.
    public static bool OnlyWhy(Clause clause) => clause.Tokens is [var first, ..] && clause.Names.Count == 0 && clause.Periods.Count == 0
        && (first.Is("why") || (first.Is("how") && clause.Tokens is [_, { Word: "come" }, ..]))
        && clause.Tokens.Skip(1).All(t => t.IsAny(["come", "not"]) || LightWords.Contains(t.Word) || PlainWords.Harmless.Contains(t.Word));

    /// <summary>"By shift", "and per machine": how to cut what was asked for before.</summary>
    public static bool OnlyCuts(Clause clause) => clause.Names.Count == 0 && clause.Periods.Count == 0
        && clause.Tokens.SkipWhile(t => t.IsAny(BeforeCut)).ToList() is [var by, _, ..] words && IsCut(by)
        && words.Skip(2).All(t => t.IsAny(["please", "pls", "now", "instead", "then", "too"]));

    private static readonly string[] BeforeCut =
        ["and", "now", "split", "break", "broken", "cut", "group", "grouped", "show", "give", "me", "it", "that", "this", "them", "those", "down", "up", "same", "again", "please", "ok", "okay", "can", "you", "but", "just"];

    /// <summary>"And which one was it", "which line was that": which part of what was spoken of before, as the noun to cut it by; null where something else is said.</summary>
    public static string? WhichPart(Clause clause)
    {
        if (clause.Names.Count + clause.Periods.Count > 0)
            return null;
        var tokens = clause.Tokens.SkipWhile(t => t.IsAny(["and", "so", "ok", "but", "on", "at", "of", "for", "in", "by"])).ToList();
        var noun = tokens is [{ Word: "which" or "what" }, var named, ..] && named.IsAny(["machine", "line", "shift", "product"]) ? named.Word : "machine";
        return tokens is [{ Word: "which" }, _, ..] or [{ Word: "what" }, { Word: "machine" or "line" or "shift" or "product" }, ..] or [{ Word: "who" }, { Word: "was" or "is" or "were" }, { Word: "it" or "that" or "they" }, ..]
            && tokens.Skip(1).All(t => t.IsAny(["one", "ones", "machine", "line", "shift", "product", "was", "is", "were", "it", "that", "they", "then", "mostly", "exactly"]))
            && (tokens.Count > 2 || tokens[^1].IsAny(["one", "ones", "machine", "line", "shift", "product"])) ? noun : null;
    }

    /// <summary>"And to what", "because of what", "what was the reason", "by reason": what the figure spoken of before came from.</summary>
    public static bool AsksCause(Clause clause) => clause.Names.Count + clause.Periods.Count == 0
        && string.Join(' ', clause.Tokens.Select(t => t.Word).Where(word => Array.IndexOf(AroundCause, word) < 0)) is
            "to what" or "for what" or "what for" or "because of what" or "due to what" or "what reason" or "what reasons" or "which reason" or "which reasons" or "for what reason" or "for which reason" or "what cause" or "what causes"
            or "what caused" or "by reason" or "by reasons" or "by cause" or "per reason" or "reasons" or "reason" or "causes";

    private static readonly string[] AroundCause =
        ["and", "so", "mostly", "mainly", "the", "was", "were", "is", "are", "it", "that", "this", "them", "these", "break", "split", "down", "up", "show", "me", "please", "pls", "now", "main", "then", "each"];

    /// <summary>"Which defects", "by defect": what was wrong with the bad pieces of the figure spoken of before.</summary>
    public static bool AsksDefect(Clause clause) => clause.Names.Count + clause.Periods.Count == 0
        && string.Join(' ', clause.Tokens.Select(t => t.Word).Where(word => Array.IndexOf(AroundCause, word) < 0 && Array.IndexOf(KindOf, word) < 0)) is
            "which defect" or "which defects" or "what defect" or "what defects" or "by defect" or "by defects" or "per defect" or "defects";

    private static readonly string[] KindOf = ["type", "types", "kind", "kinds", "sort", "of", "there", "did", "we", "have", "had"];

    /// <summary>"Which was the worst", "the best?", "lowest day": the word that picks one of what was listed; null where something else is said.</summary>
    public static string? Picks(Clause clause)
    {
        if (clause.Names.Count + clause.Periods.Count > 0)
            return null;
        var said = clause.Tokens.Where(t => !t.IsAny(AroundPick)).ToList();
        return said is [var picks] && picks.IsAny(["worst", "best", "lowest", "highest"]) ? picks.Word : null;
    }

    private static readonly string[] AroundPick = ["and", "so", "ok", "okay", "but", "then", "which", "what", "one", "was", "is", "were", "are", "the", "of", "them", "those", "these", "day", "days", "on", "our", "please", "now"];

    public static bool IsCut(Token token) => token.IsAny(["by", "per"]);

    // "Show me the trend": the one of what was spoken of before.
    private static bool OnlyNamed(Clause clause, FunctionMatch match) => clause.Names.Count == 0 && clause.Periods.Count == 0 && !match.WholePlant
        && match.Words.Reads && clause.Content.Length == 1 && clause.Tokens is [.., { Word: "the" }, _] && match.Evidence == 1;
}
