using System.Reflection;

namespace FactoryBot.Skills.Documents.Terms;

/// <summary>What else a phrase may be called. Phrases are stems with a space between them.</summary>
internal sealed class Thesaurus
{
    public const int LongestPhrase = 4;

    private readonly Dictionary<string, HashSet<string>> others = new(StringComparer.Ordinal);

    /// <summary>The words of plants and ERP systems that come with the product.</summary>
    public static Thesaurus BuiltIn { get; } = Load();

    /// <summary>Reads lines such as <c>supplier | vendor</c> and <c>bill > invoice</c>.</summary>
    public static Thesaurus Read(IEnumerable<string> lines)
    {
        var thesaurus = new Thesaurus();
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            thesaurus.Add(line);
        return thesaurus;
    }

    /// <summary>Null where nothing is known.</summary>
    public IReadOnlyCollection<string>? Of(string phrase) => others.GetValueOrDefault(phrase);

    /// <summary>The stems of a phrase. Small words between do not count, unless it has no others: "take it back" is "take back".</summary>
    public static string Key(string phrase) => Key(TermReader.All(phrase));

    public static string Key(IReadOnlyList<Term> terms)
    {
        var content = terms.Where(t => !StopWords.Has(t.Word)).ToList();
        return string.Join(' ', (content.Count == 0 ? terms : content).Select(t => t.Stem).Distinct(StringComparer.Ordinal));
    }

    private void Add(string line)
    {
        var sides = line.Split('>');
        var said = Phrases(sides[0]);
        var meant = sides.Length > 1 ? Phrases(sides[1]) : said;
        foreach (var one in said)
        {
            foreach (var other in meant.Where(other => other != one))
            {
                if (!others.TryGetValue(one, out var known))
                    others[one] = known = new(StringComparer.Ordinal);
                known.Add(other);
            }
        }
    }

    private static List<string> Phrases(string side) => [.. side.Split('|').Select(Key).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)];

    private static Thesaurus Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactoryBot.Skills.Documents.Terms.thesaurus.txt")
            ?? throw new InvalidOperationException("The thesaurus is not among the resources.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd().Split('\n'));
    }
}
