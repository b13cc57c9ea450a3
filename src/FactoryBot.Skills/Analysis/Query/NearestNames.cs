using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>The names that somebody may have meant who wrote another: the same words, a synonym, some words in common, a typing error.</summary>
internal static class NearestNames
{
    private const int FarthestErrors = 3;

    public static IReadOnlyList<string> Of(string wanted, IEnumerable<(string Name, IReadOnlyList<string> Phrases)> known, int most = 3)
    {
        var words = Words(wanted);
        return [.. known.Select(k => (k.Name, Distance: k.Phrases.Append(k.Name).Min(p => Distance(words, Words(p)))))
            .Where(k => k.Distance < FarthestErrors + 1).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).Take(most).Select(k => k.Name)];
    }

    /// <summary>Among names that are called nothing else.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> known) => Of(wanted, known.Select(k => (k, (IReadOnlyList<string>)[])));

    /// <summary>"; nearest: a, b", or nothing where nothing is near.</summary>
    public static string Said(IReadOnlyList<string> nearest) => nearest.Count == 0 ? "" : $"; nearest: {string.Join(", ", nearest)}";

    private static double Distance(HashSet<string> wanted, HashSet<string> known)
    {
        var common = wanted.Count(known.Contains);
        if (common > 0)
            return 1 - ((double)common / (wanted.Count + known.Count - common));
        var (a, b) = (string.Concat(wanted), string.Concat(known));
        var errors = EditDistance.Between(a, b, FarthestErrors);
        return errors <= FarthestErrors && errors * 2 < Math.Max(a.Length, 1) ? errors : double.MaxValue;
    }

    private static HashSet<string> Words(string name) => SchemaNames.Split(name).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
}
