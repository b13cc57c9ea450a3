using System.Collections.Frozen;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Words that change nothing about a figure that is named beside them: manner, presentation, what happens to every figure. Alone
/// they mean nothing. What could leave something out, add a condition or a cost must not stand here.</summary>
internal static class LightWords
{
    /// <summary>So many of a list people name at most; a larger number is no "top N".</summary>
    public const int MostShown = 20;

    private static readonly FrozenSet<string> Words = Set("""
        any anything some something everything ever exactly roughly currently presently actual exact latest recent recently only far yet always
        constantly total overall altogether combined one ones thing things stuff amount level rate data score reading readings
        kpi kpis metric metrics statistic statistics stat stats status state situation picture view report reports summary list listing overview
        breakdown detail detailed digit digits percentage share pct quick short brief simple
        reach reached reaching achieve achieved achieving hit get gets got getting came comes come coming turn turned land landed see saw seen
        look looks looked looking run runs ran running goes going gone went keep keeps kept make makes making made need needs needed wanted wants report reported record
        recorded logged register registered counted note noted notice noticed occur occurred appear appeared happen happened take taken took
        bring brings brought pull pulled
        bad badly poor poorly terrible terribly awful horrible crap crappy lousy dreadful great nice high low big large huge small little decent fine okay really
        too very pretty quite rather awfully damn bloody
        know idea chance wonder wondering curious remind mind happen think guess hear heard
        about asap urgent urgently prob probably generally usually normally mostly typically mainly basically honestly seriously simply literally
        though anyway perhaps numbers they them he she i'm everybody everyone somebody someone up out back
        perform performs performed performing fare fared faring work works worked working operate operated operating behave behaved cope coped struggle struggled
        struggling suffer suffered suffering  give gave given find found put puts tell told talk talking speak speaking
        shop shopfloor own interested interest follow track tracked monitor measured measure compute computed
        """);

    private static readonly FrozenSet<string> Ranks = Set("top biggest main largest longest worst highest most major important common frequent key leading");

    private static readonly FrozenSet<string> Cardinals = Set("two three four five six seven eight nine ten");

    private static readonly FrozenSet<string> Plurals = Set("machine line shift product reason cause stop loss issue problem defect order breakdown offender");

    // "Gettin", "runnin": written as it is said.
    public static bool Contains(string word) => Words.Contains(word) || (word.Length > 4 && word.EndsWith("in", StringComparison.Ordinal) && Words.Contains(word + "g"));

    public static bool IsRank(string word) => Ranks.Contains(word);

    private static readonly FrozenSet<string> Listed = Set("reason cause loss repair failure outage standstill stop issue problem defect breakdown order killer waster eater stopper");

    private static readonly FrozenSet<string> Places = Set("which who machine machines line lines shift shifts product products");

    private static readonly FrozenSet<string> BreaksOff = Set("has have had is are was were did does between without before after until");

    /// <summary>"The biggest causes": the first of what is listed, where no place is asked for ("which machine had the highest...").</summary>
    public static bool IsFirstOf(Clause clause, int at) => Ranks.Contains(clause.Tokens[at].Word)
        && !clause.Tokens.Where((_, i) => !clause.Filled[i]).Any(t => Places.Contains(t.Word))
        && (clause.Stems.Take(at).Any(Listed.Contains) || clause.Stems.Skip(at + 1).TakeWhile(s => !BreaksOff.Contains(s)).Any(Listed.Contains));

    /// <summary>"Top 5 reasons", "the three worst machines": how many are wanted, not another thing.</summary>
    public static int? HowMany(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.Number is not { } number || number is < 1 or > MostShown || !(token.Digits || Cardinals.Contains(token.Word)))
        {
            return null;
        }

        var ranked = (at > 0 && Ranks.Contains(clause.Tokens[at - 1].Word)) || (at > 0 && clause.Tokens[at - 1].IsAny(["best", "bottom", "lowest"]))
            || (at + 1 < clause.Tokens.Length && (Ranks.Contains(clause.Tokens[at + 1].Word) || clause.Tokens[at + 1].IsAny(["best", "bottom", "lowest"])))
            || (at + 1 < clause.Tokens.Length && !clause.Filled[at + 1] && Plurals.Contains(clause.Stems[at + 1]) && clause.Stems[at + 1] != clause.Tokens[at + 1].Word);
        return ranked ? number : null;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
