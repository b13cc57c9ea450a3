using System.Runtime.InteropServices;
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
        var postings = new Dictionary<string, (int Body, int Head, int Title)>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = TermReader.Content(piece.Text);
        foreach (var term in body)
            Count(term).Body++;
        foreach (var term in piece.Path.Skip(1).SelectMany(TermReader.Content))
            Count(term).Head++;
        foreach (var term in TermReader.Content(piece.Path[0]))
            Count(term).Title++;
        return new(Short(body.Count), [.. postings.Select(p => new Posting(p.Key, Short(p.Value.Body), Short(p.Value.Head), Short(p.Value.Title)))], words);

        ref (int Body, int Head, int Title) Count(Term term)
        {
            words.TryAdd(term.Stem, term.Word);
            return ref CollectionsMarshal.GetValueRefOrAddDefault(postings, term.Stem, out _);
        }
    }

    private static short Short(int count) => (short)Math.Min(count, short.MaxValue);
}
