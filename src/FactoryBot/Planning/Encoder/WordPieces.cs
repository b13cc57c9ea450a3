using System.Globalization;
using System.Text;

namespace FactoryBot.Planning.Encoder;

/// <summary>Cuts a text into the words and parts of words that the encoder knows, as numbers: small letters without accents, the longest
/// known part first.</summary>
internal sealed class WordPieces
{
    private const string Further = "##";
    private const int LongestWord = 100;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly int first, last, unknown;

    /// <param name="vocabulary">A part on each line; its line is its number.</param>
    public WordPieces(TextReader vocabulary)
    {
        while (vocabulary.ReadLine() is { } part)
            numbers[part] = numbers.Count;
        (first, last, unknown) = (numbers["[CLS]"], numbers["[SEP]"], numbers["[UNK]"]);
    }

    /// <param name="most">What goes beyond is left out.</param>
    public long[] Of(string text, int most)
    {
        var ids = new List<long>(most) { first };
        foreach (var word in Words(text))
        {
            if (ids.Count >= most - 1)
                break;
            Add(ids, word);
        }

        return [.. ids.Take(most - 1), last];
    }

    private void Add(List<long> ids, string word)
    {
        var start = ids.Count;
        for (var at = 0; at < word.Length;)
        {
            var end = word.Length > LongestWord ? at : word.Length;
            var id = unknown;
            while (end > at && !numbers.TryGetValue(at == 0 ? word[..end] : Further + word[at..end], out id))
                end--;
            if (end <= at)
            {
                ids.RemoveRange(start, ids.Count - start);
                ids.Add(unknown);
                return;
            }

            ids.Add(id);
            at = end;
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format && !char.IsWhiteSpace(c))
                continue;
            var apart = char.IsPunctuation(c) || char.IsSymbol(c);
            if (!apart && !char.IsWhiteSpace(c))
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
            if (apart)
                yield return c.ToString();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
