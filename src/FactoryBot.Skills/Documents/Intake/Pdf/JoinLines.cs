using System.Text;

namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Makes the text of a paragraph of its lines. A word that is parted at the end of a line is one again.</summary>
internal sealed class JoinLines(List<PdfLine> lines)
{
    private const char SoftHyphen = '\u00ad';
    private readonly Lazy<HashSet<string>> words = new(() => WordsOf(lines));

    public string Run(IEnumerable<string> texts)
    {
        var joined = new StringBuilder();
        foreach (var text in texts)
            Append(joined, text);
        return joined.ToString().Replace($"{SoftHyphen}", "", StringComparison.Ordinal);
    }

    private void Append(StringBuilder joined, string text)
    {
        if (joined.Length == 0 || text.Length == 0)
        {
            joined.Append(text);
            return;
        }

        var parted = joined.Length > 1 && joined[^1] is '-' or '/' or SoftHyphen && char.IsLetter(joined[^2]) && char.IsLetter(text[0]);
        if (parted && joined[^1] != '/' && char.IsLower(text[0]) && (joined[^1] == SoftHyphen || IsOneWord(joined, text)))
            joined.Length--;
        else if (!parted)
            joined.Append(' ');
        joined.Append(text);
    }

    // "docu-ment" where the document has "document" elsewhere; "put-away" stays as it is.
    private bool IsOneWord(StringBuilder joined, string text)
    {
        var start = joined.Length - 1;
        while (start > 0 && char.IsLetter(joined[start - 1]))
            start--;
        var first = joined.ToString(start, joined.Length - 1 - start);
        var second = text[..(text.AsSpan().IndexOfAnyExcept(Letters) is var end and >= 0 ? end : text.Length)];
        return words.Value.Contains(first + second);
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x250).Select(c => (char)c).Where(char.IsLetter)]);

    private static HashSet<string> WordsOf(List<PdfLine> lines)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var byLetters = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines)
        {
            foreach (var word in line.Text.AsSpan().Split(' '))
                byLetters.Add(line.Text.AsSpan(word).Trim(".,;:!?()\"'"));
        }

        return words;
    }
}
