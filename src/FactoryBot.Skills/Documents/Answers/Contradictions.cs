using System.Globalization;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Two documents that say the same of a thing but for a number or a "not".</summary>
internal sealed record Contradiction(FoundPiece Newer, string NewerSays, FoundPiece Older, string OlderSays)
{
    public string Sentence(TimeZoneInfo zone) =>
        $"The documents contradict each other. {Title(Newer, zone)} says: “{NewerSays}.” The older {Title(Older, zone)} says: “{OlderSays}.”";

    private static string Title(FoundPiece piece, TimeZoneInfo zone) =>
        $"{piece.Text.Title} ({piece.Text.Name}, {TimeZoneInfo.ConvertTime(Contradictions.Date(piece), zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture)})";
}

/// <summary>Looks for contradictions among the pieces that answer. What it cannot see are contradictions in other words.</summary>
internal static class Contradictions
{
    private const int MostPieces = 4;

    // So much worse than the best piece, it is about something else.
    private const double Nearly = 0.6;
    private const double Alike = 0.7;
    private const int FewestWords = 3;

    private static readonly string[] Denying = ["not", "never", "no", "cannot", "cant", "dont", "doesnt", "mustnt", "without"];

    public static Contradiction? Find(SearchResult found)
    {
        var pieces = found.Documents.Take(MostPieces).Select(d => d.Pieces[0]).Where(p => p.Rank.Score >= Nearly * found.Documents[0].Pieces[0].Rank.Score).ToList();
        var asked = found.Concepts.SelectMany(c => c.Ways).SelectMany(w => w.Stems).Select(s => s.Stem).ToHashSet(StringComparer.Ordinal);
        var statements = pieces.SelectMany(p => p.Text.Text.Split('\n').Where(l => !Lists.IsItem(l)).SelectMany(l => l.Split(". ", StringSplitOptions.RemoveEmptyEntries)).Select(s => Statement.Of(p, s)))
            .Where(s => s.Words.Count >= FewestWords && s.Words.Overlaps(asked)).ToList();
        return (from one in statements
                from other in statements
                where one.Piece.Text.DocumentId != other.Piece.Text.DocumentId && Date(one.Piece) >= Date(other.Piece) && one.Contradicts(other)
                select new Contradiction(one.Piece, one.Text, other.Piece, other.Text)).FirstOrDefault();
    }

    public static DateTimeOffset Date(FoundPiece piece) => piece.Text.DatedAt ?? piece.Text.ChangedAt;

    private sealed record Statement(FoundPiece Piece, string Text, HashSet<string> Words, HashSet<string> Numbers, bool Denies)
    {
        public static Statement Of(FoundPiece piece, string text)
        {
            var words = TermReader.All(text);
            return new(
                piece, text.Trim().TrimEnd('.'),
                [.. words.Where(w => !StopWords.Has(w.Word) && !w.IsCode).Select(w => w.Stem)], [.. words.Where(w => w.IsCode).Select(w => w.Word)],
                words.Exists(w => Denying.Contains(w.Word)));
        }

        public bool Contradicts(Statement other)
        {
            var shared = Words.Count(other.Words.Contains);
            var alike = (double)shared / (Words.Count + other.Words.Count - shared) >= Alike;
            var numbers = Numbers.Count > 0 && Numbers.Count == other.Numbers.Count && !Numbers.SetEquals(other.Numbers);
            return alike && (numbers || (Denies != other.Denies && Numbers.SetEquals(other.Numbers)));
        }
    }
}
