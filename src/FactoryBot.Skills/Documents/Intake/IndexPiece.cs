using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Intake;

/// <param name="Body">How often the stem stands in the text.</param>
/// <param name="Head">How often in the headings above it, the title left out.</param>
internal sealed record Posting(string Term, short Body, short Head, short Title);

/// <param name="Length">Words of the text that count.</param>
/// <param name="Words">Each stem with a word it was made of.</param>
internal sealed record PieceIndex(short Length, IReadOnlyCollection<Posting> Postings, IReadOnlyDictionary<string, string> Words);

/// <summary>What the word search knows of a piece.</summary>
internal static class IndexPiece
{
    public static PieceIndex Run(Piece piece)
    {
        var postings = new Dictionary<string, Posting>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = TermReader.Content(piece.Text);
        foreach (var term in body)
            Count(term, p => p with { Body = (short)Math.Min(p.Body + 1, short.MaxValue) });
        foreach (var term in piece.Path.Skip(1).SelectMany(TermReader.Content))
            Count(term, p => p with { Head = (short)Math.Min(p.Head + 1, short.MaxValue) });
        foreach (var term in TermReader.Content(piece.Path[0]))
            Count(term, p => p with { Title = (short)Math.Min(p.Title + 1, short.MaxValue) });
        return new((short)Math.Min(body.Count, short.MaxValue), postings.Values, words);

        void Count(Term term, Func<Posting, Posting> more)
        {
            postings[term.Stem] = more(postings.GetValueOrDefault(term.Stem) ?? new(term.Stem, 0, 0, 0));
            words.TryAdd(term.Stem, term.Word);
        }
    }
}
