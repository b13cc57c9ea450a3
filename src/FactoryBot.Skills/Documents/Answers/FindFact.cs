using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Looks whether the best pieces have the fact that is asked for: a page may be near a question and not say what is asked of it.</summary>
internal sealed class FindFact(Embeddings embeddings)
{
    private const int Pieces = 3;

    // Each costs the encoder a few milliseconds; the one that answers has the question's words more often than not.
    private const int MostSentences = 6;
    private const int LongestSentence = 200;

    // Of sentences that have as much of the question, those of the better piece.
    private const double Further = 0.05;

    // Further from the question in meaning, a sentence has a fact of something else. No question with an answer of the sets measured lies below.
    private const double LeastNear = 0.3;

    /// <returns>The fact that no sentence has; null where one may have it, or none is asked for.</returns>
    public async Task<AskedFact?> MissingAsync(string question, SearchResult found, CancellationToken cancellationToken)
    {
        if (found.Documents.Count == 0 || AskedFact.Of(question) is not { } fact)
            return null;
        var pieces = found.Documents.SelectMany(d => d.Pieces).OrderByDescending(p => p.Rank.Score).ThenBy(p => p.Text.PieceId).Take(Pieces);
        var sentences = pieces.SelectMany((piece, place) => Sentences(piece.Text.Text).Where(fact.IsIn)
                .Select(s => (Text: $"{piece.Text.Path[^1]}: {s}", Value: Covers(s, found.Concepts) - Further * place)))
            .OrderByDescending(s => s.Value).Take(MostSentences).Select(s => Cut(s.Text)).ToList();
        if (sentences.Count == 0)
            return fact;
        return found.ByEncoder && !await IsAnyNearAsync(sentences, found.Vector, cancellationToken) ? fact : null;
    }

    // One by one: mostly the first is near, and the others need not be read. Where the encoder cannot say, the sentence may have it.
    private async Task<bool> IsAnyNearAsync(List<string> sentences, ReadOnlyMemory<float> question, CancellationToken cancellationToken)
    {
        foreach (var sentence in sentences)
        {
            if ((await embeddings.OfAsync(Embeddings.Encoder, [sentence], cancellationToken)) is not [{ IsEmpty: false } vector] || VectorText.Likeness(vector.Span, question.Span) >= LeastNear)
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Sentences(string text) => text.Split('\n').SelectMany(line => line.Split(". "));

    private static string Cut(string sentence) => sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence];

    private static double Covers(string sentence, IReadOnlyList<WeightedConcept> concepts)
    {
        var stems = TermReader.Content(sentence).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
        var told = concepts.Sum(c => c.Concept.Telling);
        return told <= 0 ? 0 : concepts.Sum(c => c.SureIn(stems) * c.Concept.Telling) / told;
    }
}
