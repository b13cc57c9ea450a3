using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"How much of the scrap was rework", "what share of the downtime came from line 2": one part of a figure is asked for beside the whole of it.</summary>
internal static class PartOfWhole
{
    /// <summary>What a part of a whole is called.</summary>
    public static readonly string[] Nouns = ["share", "percentage", "percent", "pct", "part", "proportion", "fraction", "portion"];

    private static readonly string[] Shares = [.. Nouns, "much", "many"];
    private static readonly string[] Links = ["was", "were", "is", "are", "came", "comes", "come", "due", "caused", "because", "from", "went"];
    private static readonly string[] Linking = ["that", "from", "by", "to", "of", "on", "the", "a", "at", "with", "in"];

    public static Part? Find(Token[] tokens)
    {
        for (var at = 0; at + 2 < tokens.Length; at++)
        {
            if (tokens[at].IsAny(Shares) && tokens[at + 1].Is("of") && (!tokens[at].IsAny(["much", "many"]) || (at > 0 && tokens[at - 1].Is("how"))))
                return Behind(tokens, at + 2);
        }

        return null;
    }

    private static Part? Behind(Token[] tokens, int whole)
    {
        var link = Array.FindIndex(tokens, whole + 1 < tokens.Length ? whole + 1 : tokens.Length, t => t.IsAny(Links));
        if (link < 0)
            return null;
        var from = link + 1;
        while (from < tokens.Length && (tokens[from].IsAny(Linking) || tokens[from].IsAny(Links)))
            from++;
        return from < tokens.Length ? new(whole, link, from) : null;
    }

    /// <summary>A part that is a machine, a line, a shift or a product: the figure cut by these, where each is told with its share; null where it is none.</summary>
    public static string? AsCut(Clause clause, IReadOnlyList<FunctionMatch> matches)
    {
        if (clause.Part is not { } asked || clause.Names.Where(n => n.Start >= asked.From).ToList() is not [{ Certainty: Certainty.Sure, Kind: SlotKind.Machine or SlotKind.Line or SlotKind.Shift or SlotKind.Product } part]
            || !matches.Any(m => m is { Evidence: > 0, Words: { IsFigure: true, TakesTwo: false } }))
        {
            return null;
        }

        var whole = Enumerable.Range(asked.Whole, asked.Link - asked.Whole).Where(i => !clause.Filled[i] && !clause.Plain[i] && !PlainWords.Whole.Contains(clause.Tokens[i].Word)).Select(i => clause.Tokens[i].Word);

        var others = clause.Names.Where(n => n != part).Select(n => clause.Sentence.Between(n.Start, n.End));
        var times = clause.Periods.Select(p => clause.Sentence.Between(p.Start, p.End));
        return string.Join(' ', [.. whole, "by", KindNouns.Noun(part.Kind), .. others.SelectMany(name => new[] { "on", name }), .. times]);
    }
}

/// <param name="Whole">Where the words begin that name the whole.</param>
/// <param name="Link">Where they end.</param>
/// <param name="From">Where the words begin that name the part.</param>
internal sealed record Part(int Whole, int Link, int From);
