using System.Runtime.InteropServices;
using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Intake;

/// <param name="Word">One of the words that the stem was made of.</param>
/// <param name="Body">How often the stem stands in the text.</param>
/// <param name="Head">How often in the headings above it, the title left out.</param>
internal readonly record struct Posting(string Term, string Word, short Body, short Head, short Title);

/// <param name="Length">Words of the text that count.</param>
internal sealed record PieceIndex(short Length, IReadOnlyCollection<Posting> Postings);

/// <summary>What the word search knows of a piece.</summary>
internal static class IndexPiece
{
    public static PieceIndex Run(Piece piece)
    {
        var postings = new Dictionary<string, (string Word, int Body, int Head, int Title)>(StringComparer.Ordinal);
        var body = TermReader.Content(piece.Text);
        foreach (var term in body)
            Count(term).Body++;
        foreach (var term in piece.Path.Skip(1).SelectMany(TermReader.Content))
            Count(term).Head++;
        foreach (var term in TermReader.Content(piece.Path[0]))
            Count(term).Title++;
        return new(Short(body.Count), [.. postings.Select(p => new Posting(p.Key, p.Value.Word, Short(p.Value.Body), Short(p.Value.Head), Short(p.Value.Title)))]);

        ref (string Word, int Body, int Head, int Title) Count(Term term)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, term.Stem, out _);
            count.Word ??= term.Word;
            return ref count;
        }
    }

    private static short Short(int count) => (short)Math.Min(count, short.MaxValue);
}
