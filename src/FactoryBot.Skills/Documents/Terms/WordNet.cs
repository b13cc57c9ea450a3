using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Documents.Terms;

/// <summary>The English dictionary WordNet, where it is installed: words of the same meaning, and what a thing is a kind of. Its files are
/// sorted, so a word is found in them without reading them first.</summary>
internal sealed class WordNet
{
    // Of a word's meanings the commonest come first; the further ones mislead more than they help.
    private const int Meanings = 2;
    private const int LongestWord = 30;

    private static readonly string[] Kinds = ["noun", "verb", "adj", "adv"];
    private static readonly (string Ending, string Instead)[] Endings =
        [("", ""), ("s", ""), ("ies", "y"), ("es", ""), ("es", "e"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("er", ""), ("est", "")];

    private readonly List<(byte[] Index, byte[] Data)> files = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> irregular = new(StringComparer.Ordinal);

    private WordNet()
    {
    }

    /// <summary>Null where the folder does not hold the dictionary.</summary>
    public static WordNet? Open(string folder)
    {
        if (!Array.TrueForAll(Kinds, k => File.Exists(Path.Combine(folder, $"index.{k}")) && File.Exists(Path.Combine(folder, $"data.{k}"))))
            return null;
        var net = new WordNet();
        foreach (var kind in Kinds)
            net.files.Add((File.ReadAllBytes(Path.Combine(folder, $"index.{kind}")), File.ReadAllBytes(Path.Combine(folder, $"data.{kind}"))));
        foreach (var parts in Kinds.Select(k => Path.Combine(folder, $"{k}.exc")).Where(File.Exists).SelectMany(File.ReadLines).Select(l => l.Split(' ')))
        {
            if (parts is [var form, var known, ..])
                net.irregular.TryAdd(form, known);
        }

        var counted = Path.Combine(folder, "cntlist.rev");
        foreach (var parts in File.Exists(counted) ? File.ReadLines(counted).Select(l => l.Split(' ')) : [])
        {
            if (parts is [var key, _, var count] && key.IndexOf('%', StringComparison.Ordinal) is > 0 and var end && int.TryParse(count, CultureInfo.InvariantCulture, out var times))
                net.counts[key[..end]] = net.counts.GetValueOrDefault(key[..end]) + times;
        }

        return net;
    }

    /// <summary>It is a word of the language, so it is not mistyped.</summary>
    public bool Knows(string word) => Base(word) is not null;

    /// <summary>How often the word stands in ordinary texts; 0 for a rare or unknown one.</summary>
    public int Commonness(string word) => Base(word) is { } known ? Math.Max(counts.GetValueOrDefault(known), counts.GetValueOrDefault(word)) : 0;

    /// <summary>Words and set phrases of the same meaning, and what it is a kind of.</summary>
    public IReadOnlyList<string> Others(string word)
    {
        if (Base(word) is not { } known)
            return [];
        var others = new List<string>();
        foreach (var (index, data) in files)
        {
            foreach (var meaning in Line(index, known) is { } line ? Offsets(line).Take(Meanings) : [])
                others.AddRange(Meaning(data, meaning));
        }

        return [.. others.Where(o => o != known && o != word).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Meaning(byte[] data, int offset)
    {
        var parts = LineAt(data, offset).Split(" | ", 2)[0].Split(' ');
        foreach (var word in Words(parts))
            yield return word;
        var words = int.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (var at = 5 + (2 * words); at + 3 < parts.Length; at += 4)
        {
            if (parts[at] != "@")
                continue;
            foreach (var word in Words(LineAt(data, int.Parse(parts[at + 1], CultureInfo.InvariantCulture)).Split(' ')))
                yield return word;
        }
    }

    private static IEnumerable<string> Words(string[] parts)
    {
        var words = int.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (var i = 0; i < words; i++)
            yield return parts[4 + (2 * i)].Split('(')[0].Replace('_', ' ').ToLowerInvariant();
    }

    private static IEnumerable<int> Offsets(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.TakeLast(int.Parse(parts[2], CultureInfo.InvariantCulture)).Select(p => int.Parse(p, CultureInfo.InvariantCulture));
    }

    private string? Base(string word)
    {
        if (word.Length is < 3 or > LongestWord)
            return null;
        foreach (var (ending, instead) in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < 3)
                continue;
            var cut = word[..^ending.Length];
            if (Has(cut + instead))
                return cut + instead;
            // "stopped": the consonant was doubled for the ending.
            if (ending.Length > 1 && instead.Length == 0 && cut.Length > 3 && cut[^1] == cut[^2] && Has(cut[..^1]))
                return cut[..^1];
        }

        return irregular.GetValueOrDefault(word);
    }

    private bool Has(string word) => files.Exists(f => Line(f.Index, word) is not null);

    private static string LineAt(byte[] file, int offset)
    {
        var end = Array.IndexOf(file, (byte)'\n', offset);
        return Encoding.Latin1.GetString(file, offset, (end < 0 ? file.Length : end) - offset);
    }

    private static string? Line(byte[] index, string word)
    {
        var wanted = Encoding.Latin1.GetBytes(word + " ");
        var (low, high) = (0, index.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = middle == 0 ? 0 : Array.LastIndexOf(index, (byte)'\n', middle - 1) + 1;
            var line = index.AsSpan(start);
            var order = line[..Math.Min(line.Length, wanted.Length)].SequenceCompareTo(wanted);
            if (order == 0)
                return LineAt(index, start);
            if (order < 0)
                low = Array.IndexOf(index, (byte)'\n', middle) is >= 0 and var end ? end + 1 : high;
            else
                high = start;
        }

        return null;
    }
}
