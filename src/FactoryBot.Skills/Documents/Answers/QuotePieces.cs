using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Chooses at most three pieces and of each the lines that answer, in their order.</summary>
internal static class QuotePieces
{
    private const int Most = 3;

    // Of the best, the second and the third piece: a list of steps fits into the first.
    private static readonly int[] Budgets = [1_400, 1_200, 1_000];

    // So much worse than the best one, a piece is about something else.
    private const double Nearly = 0.5;

    // A longer one is read as sentences.
    private const int LongestLine = 300;

    /// <param name="contradiction">Both of its pieces are quoted then, the newer first.</param>
    public static IReadOnlyList<Quote> Run(string question, SearchResult found, Contradiction? contradiction = null)
    {
        var pieces = found.Documents.SelectMany(d => d.Pieces).OrderByDescending(p => p.Rank.Score).ThenBy(p => p.Text.PieceId).Take(Most).ToList();
        if (contradiction is not null)
            pieces = [contradiction.Newer, contradiction.Older, .. pieces.Where(p => p != contradiction.Newer && p != contradiction.Older).Take(Most - 2)];
        else if (QuestionForm.AsksForSteps(question) && StepsOf(found, pieces) is { } steps)
            pieces = [steps, .. pieces.Where(p => p != steps).Take(Most - 1)];
        var best = pieces.Count == 0 ? 0 : pieces.Max(p => p.Rank.Score);
        return [.. pieces.Where(p => p.Rank.Score >= Nearly * best).Select((p, i) => Of(question, p, i, found.Concepts))];
    }

    /// <summary>The steps, where the best piece only introduces them: those of the same document. Null where it has some itself, or no other has.</summary>
    private static FoundPiece? StepsOf(SearchResult found, List<FoundPiece> pieces) =>
        pieces.Count == 0 || Lists.HasSteps(pieces[0].Text.Text) ? null
        : found.Documents.SelectMany(d => d.Pieces).Where(p => p.Text.DocumentId == pieces[0].Text.DocumentId && p.Rank.Score >= Nearly * pieces[0].Rank.Score && Lists.HasSteps(p.Text.Text))
            .MaxBy(p => p.Rank.Score);

    private static Quote Of(string question, FoundPiece piece, int place, IReadOnlyList<WeightedConcept> concepts)
    {
        var text = Excerpt(piece.Text.Text, concepts, Budgets[place]);
        return new(place + 1, piece, text, Lead.Of(question, text, place, concepts));
    }

    /// <summary>The lines that follow each other, fit and say the most about the question.</summary>
    internal static string Excerpt(string text, IReadOnlyList<WeightedConcept> concepts, int budget)
    {
        if (text.Length <= budget)
            return text;
        var lines = text.Split('\n').SelectMany(l => Sentences(l, Math.Min(LongestLine, budget / 3))).ToList();
        var values = lines.ConvertAll(l => Value(l.Text, concepts));
        (int From, int To, double Value) best = (0, 0, -1);
        for (var from = 0; from < lines.Count; from++)
        {
            var (length, value) = (0, 0.0);
            for (var to = from; to < lines.Count && (length += lines[to].Text.Length + 1) <= budget; to++)
            {
                value += values[to];
                if (value > best.Value + 0.01)
                    best = (from, to, value);
            }
        }

        if (best.Value < 0)
            return Cut(text, budget);
        var chosen = lines[best.From..(best.To + 1)];
        var quoted = string.Concat(chosen.Select((l, i) => i == 0 ? l.Text : l.Starts ? "\n" + l.Text : " " + l.Text));
        return (best.From > 0 ? "… " : "") + quoted + (best.To < lines.Count - 1 ? " …" : "");
    }

    // Not inside a word, where there are any.
    private static string Cut(string text, int budget) =>
        (text.LastIndexOf(' ', budget - 1) is > 0 and var space ? text[..space] : text[..budget]) + " …";

    private static IEnumerable<(string Text, bool Starts)> Sentences(string line, int longest)
    {
        if (line.Length < longest || Lists.IsItem(line))
            return [(line, true)];
        var parts = line.Split(". ");
        return parts.Select((part, i) => (i < parts.Length - 1 ? part + "." : part, i == 0));
    }

    private static double Value(string line, IReadOnlyList<WeightedConcept> concepts)
    {
        var stems = TermReader.Content(line).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
        return 0.2 + concepts.Sum(c => c.Ways.Where(w => w.Stems.All(s => stems.Contains(s.Stem))).Select(w => c.Weight * w.Weight).DefaultIfEmpty(0).Max());
    }
}
