using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics;

/// <summary>Compares names as people type them: no case, no dashes or spaces, no leading zeros.</summary>
internal static class NearestNames
{
    private const int Far = 48;

    public static bool Same(string typed, string name, IEnumerable<string> aliases)
    {
        var key = Key(typed);
        return key == Key(name) || aliases.Any(alias => key == Key(alias));
    }

    public static IEnumerable<string> To(string typed, IEnumerable<string> names) =>
        names.Distinct().OrderBy(name => EditDistance.Between(Key(typed), Key(name), Far)).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>What names that are taken for the same have in common.</summary>
    public static string Key(string name)
    {
        var key = new List<char>(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            if (char.IsDigit(c) && key.Count > 0 && key[^1] == '0' && (key.Count == 1 || !char.IsDigit(key[^2])))
                key[^1] = c;
            else
                key.Add(c);
        }

        return new([.. key]);
    }
}
