using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"OEE, scrap and output of line 1 yesterday": three figures and more, each of the place and the time that are said once behind them.</summary>
internal static class FigureList
{
    private const int Least = 3;

    /// <returns>A question for each of them; null where there is no such list.</returns>
    public static IReadOnlyList<string>? Each(Clause clause, Vocabulary vocabulary)
    {
        var tokens = clause.Tokens;
        if (tokens.Length < Least + 1 || !Array.Exists(tokens, t => t.Joint == Joint.Comma))
            return null;
        for (var at = 0; at + Least < tokens.Length; at++)
        {
            if (FigureAt(clause, at, vocabulary) == 0)
                continue;
            var figures = new List<string>();
            var next = at;
            while (next < tokens.Length && FigureAt(clause, next, vocabulary) is > 0 and var length)
            {
                figures.Add(clause.Sentence.Between(next, next + length).TrimEnd(',', ' ', ':', ';', '.'));
                next += length;
                if (next >= tokens.Length || !(tokens[next].Joint == Joint.Comma || tokens[next].IsAny(["and", "or"])) || FigureAt(clause, AfterAnd(tokens, next), vocabulary) == 0)
                    break;
                next = AfterAnd(tokens, next);
            }

            if (figures.Count < Least)
                return null;
            var (before, behind) = (clause.Sentence.Between(0, at), next < tokens.Length ? clause.Sentence.Between(next, tokens.Length) : "");
            return [.. figures.Select(figure => $"{before} {figure} {behind}".Trim())];
        }

        return null;
    }

    private static int AfterAnd(Token[] tokens, int at) => at < tokens.Length && tokens[at].IsAny(["and", "or"]) ? at + 1 : at;

    // How many words there name a figure.
    private static int FigureAt(Clause clause, int at, Vocabulary vocabulary)
    {
        if (at >= clause.Tokens.Length || clause.Filled[at])
            return 0;
        var longest = 0;
        foreach (var offered in vocabulary.Functions)
        {
            if (offered.Words is not { IsFigure: true, TakesTwo: false } words)
                continue;
            foreach (var subject in words.Subjects)
            {
                if (subject.Length > longest && at + subject.Length <= clause.Stems.Length && clause.Stems.AsSpan(at, subject.Length).SequenceEqual(subject) && !clause.Filled.AsSpan(at, subject.Length).Contains(true))
                    longest = subject.Length;
            }
        }

        return longest;
    }
}
