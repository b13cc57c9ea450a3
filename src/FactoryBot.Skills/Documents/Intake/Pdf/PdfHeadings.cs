using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Tells headings by what they look like: larger than the text, or bold or in another face and by themselves. Where all letters of a document look alike, a short line
/// that ends no sentence and starts a part is taken for one.</summary>
internal sealed partial class PdfHeadings
{
    private const double Larger = 1.1;
    private const int Longest = 160;
    private const int LongestPlain = 80;
    private const int LongestMarked = 140;
    private const int MostWords = 20;
    private const int MostPlainWords = 12;
    private readonly int body;
    private readonly bool textStandsOut;

    public PdfHeadings(List<PdfLine> lines)
    {
        body = lines.GroupBy(l => l.Size).MaxBy(g => g.Sum(l => l.Text.Length))?.Key ?? 0;
        textStandsOut = lines.Where(l => l.StandsOut).Sum(l => l.Text.Length) * 3 > lines.Sum(l => l.Text.Length);
        var alike = lines.TrueForAll(l => !IsLarger(l.Size) && l.Face == lines[0].Face);
        Plain = alike ? PlainOf(lines) : new(ReferenceEqualityComparer.Instance);
    }

    /// <summary>Lines of a document whose letters all look alike.</summary>
    public HashSet<PdfLine> Plain { get; }

    public bool IsLarger(int size) => size > body * Larger;

    /// <param name="apart">There is more room above it than between the lines of a paragraph.</param>
    public bool Is(PdfSegment segment, bool apart)
    {
        if (Plain.Contains(segment.First))
            return true;
        var text = segment.Lines.Sum(l => l.Text.Length + 1);
        if (Label().IsMatch(segment.First.Text) || text > Longest || segment.Lines.Sum(l => l.Text.Count(c => c == ' ')) >= MostWords || !segment.First.Text.Any(char.IsLetter))
            return false;
        if (IsLarger(segment.Size))
            return !ListMarks.IsBullet(segment.First.Text) && segment.Last.Text[^1] is not (';' or ',');
        return segment.StandsOut && !textStandsOut && apart && !segment.First.Mark && text <= LongestMarked && !segment.Last.EndsText
            && (char.IsUpper(segment.First.Text[0]) || char.IsAsciiDigit(segment.First.Text[0])) && segment.Size >= body - 1;
    }

    private static HashSet<PdfLine> PlainOf(List<PdfLine> lines)
    {
        var plain = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        var pitch = new MakeSegments(lines, plain);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, after) = (lines[i], lines[i + 1]);
            var before = i > 0 && lines[i - 1].Page == line.Page ? lines[i - 1] : null;
            var starts = before is null || before.EndsSentence || line.Top - before.Top > pitch.MostPitch(line.Size);
            var follows = after.Page == line.Page && after.Top > line.Top && after.Left <= line.Right && (char.IsUpper(after.Text[0]) || after.Mark);
            if (starts && follows && LooksPlain(line))
                plain.Add(line);
        }

        return plain;
    }

    private static bool LooksPlain(PdfLine line) =>
        line.Text.Length is >= 3 and <= LongestPlain && !line.Mark && char.IsLetterOrDigit(line.Text[0]) && !char.IsLower(line.Text[0])
        && !line.EndsText && line.Text.Count(c => c == ' ') < MostPlainWords && line.Text.Any(char.IsLetter);

    // What a picture or a table shows, and what kind of remark follows: neither begins a part.
    [GeneratedRegex(@"^((figure|fig\.|table|example|equation|abbildung|abb\.|tabelle|tab\.|bild)\s*\d+|(note|tip|hint|important|warning|caution|danger|hinweis|tipp|achtung|wichtig|warnung|vorsicht|gefahr)\W*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
