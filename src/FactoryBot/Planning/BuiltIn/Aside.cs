using FactoryBot.Planning.BuiltIn.Around;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What somebody tells of themselves beside the question: "I am preparing the audit, please list...". It has no name, no time and
/// nothing that could be asked for, so leaving it out drops nothing that was said of the question. So does "as a chart" beside a question whose
/// answer shows what it has in its own picture or table.</summary>
internal static class Aside
{
    private static readonly string[] OfOneself = ["i", "we", "my", "our", "im", "sorry", "it", "that", "this", "because", "good", "so"];
    private static readonly string[] Requests = ["please", "can", "could", "show", "give", "tell", "list", "send", "just", "let", "what", "how", "which", "would", "need"];

    /// <summary>The question without it, in as many ways as there are.</summary>
    public static IEnumerable<string> Without(Clause clause, Vocabulary vocabulary)
    {
        if (WithoutPicture(clause) is { } question)
            yield return question;
        var tokens = clause.Tokens;
        for (var i = 2; i < tokens.Length; i++)
        {
            var comma = tokens[i].Joint == Joint.Comma || (tokens[i].Joint == Joint.Dash && !clause.Filled[i - 1]);
            if ((comma || tokens[i].IsAny(Requests)) && tokens[0].IsAny(OfOneself) && SaysNothing(clause, vocabulary, 0, i))
                yield return clause.Sentence.Between(i, tokens.Length);
            if (comma && tokens[i].IsAny(OfOneself) && SaysNothing(clause, vocabulary, i, tokens.Length))
                yield return clause.Sentence.Between(0, i);
        }
    }

    // "A bar chart of the scrap by machine", "plot downtime by machine", "scrap by machine as a graph".
    private static string? WithoutPicture(Clause clause)
    {
        var tokens = clause.Tokens;
        var at = Array.FindIndex(tokens, t => t.IsAny(Pictures));
        at = at < 0 ? Array.FindIndex(tokens, t => t.IsAny(["pie", "donut", "bars"])) : at;
        if (at < 0 || clause.Filled[at])
            return null;
        var (start, end) = (at, at + 1);
        while (start > 0 && !clause.Filled[start - 1] && tokens[start - 1].IsAny(BeforePicture))
            start--;
        while (end < tokens.Length && tokens[end].IsAny(["of", "for", "with", "showing", "that", "shows", "about"]))
            end++;
        return start == 0 && end == tokens.Length ? null : $"{clause.Sentence.Between(0, start)} {clause.Sentence.Between(end, tokens.Length)}".Trim();
    }

    private static readonly string[] Pictures = ["chart", "charts", "graph", "graphs", "diagram", "diagrams", "plot", "plots", "graphic", "picture", "visualisation", "visualization", "draw"];
    private static readonly string[] BeforePicture = ["a", "the", "bar", "pie", "line", "column", "donut", "nice", "as", "in", "into", "me"];

    // "I work in maintenance" tells of somebody, "I don't want the changeovers" of the stops.
    private static bool IsCause(Clause clause, int at) => CauseNames.IsCommon(clause.Tokens[at]) && !(at > 0 && clause.Tokens[at - 1].IsAny(["in", "from", "for", "of", "my", "our", "a", "the"]) && !clause.Tokens.Take(at).Any(t => t.IsAny(["want", "need", "dont", "these", "those"])));

    // "Press 7": a name that is not known here.
    private static bool IsNumberOfAThing(Clause clause, int at) => clause.Tokens[at].Digits && at > 0
        && (PlainWords.Names.Contains(clause.Tokens[at - 1].Word) || KindNouns.KindOf(clause.Tokens[at - 1].Word) is not null);

    private static bool SaysNothing(Clause clause, Vocabulary vocabulary, int from, int to)
    {
        // "It should be the furnace" says which one is meant.
        if (clause.Tokens[from].IsAny(["it", "that", "this"]) && Enumerable.Range(from, to - from).Any(i => !OwnClause.IsEveryday(clause.Tokens[i].Word)))
            return false;
        for (var i = from; i < to; i++)
        {
            if (clause.Filled[i] || IsNumberOfAThing(clause, i) || vocabulary.SubjectWords.Contains(clause.Stems[i]) || clause.Tokens[i].Is("only")
                || PlainWords.Leaving.Contains(clause.Tokens[i].Word) || IsCause(clause, i))
            {
                return false;
            }
        }

        return true;
    }
}
