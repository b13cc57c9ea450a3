using System.Collections.Frozen;
using System.Reflection;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Names of several words for one and the same thing, put into the words under which it is known: "snap ring" is a circlip. Facts of the trade, whatever the catalogue.</summary>
internal static class TradeNames
{
    private static readonly FrozenDictionary<string, Name[]> ByFirst = Build().ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Where reading goes on, and the words of the trade; null where no name begins here.</returns>
    public static (int After, string[] Words)? At(List<Lexeme> all, int i)
    {
        if (!ByFirst.TryGetValue(all[i].Text, out var names))
            return null;
        foreach (var name in names)
        {
            if (End(all, i, name.Rest) is { } after)
                return (after, name.Words);
        }

        return null;
    }

    /// <summary>The lines of a list that is part of the program, without its remarks.</summary>
    internal static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactoryBot.Skills.Quotes.Wording." + file)
            ?? throw new InvalidOperationException($"The list {file} is not part of the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    // Hyphens between the words are nothing: "o-ring" is "o ring".
    private static int? End(List<Lexeme> all, int i, string[] rest)
    {
        var j = i + 1;
        foreach (var stem in rest)
        {
            if (j < all.Count && all[j].Is("-"))
                j++;
            if (j >= all.Count || all[j].Kind != LexemeKind.Word || Stem.Of(all[j].Text) != stem)
                return null;
            j++;
        }

        // "SMPS12" is a number of its own.
        return j < all.Count && all[j] is { Glued: true, Kind: LexemeKind.Number } ? null : j;
    }

    private static Dictionary<string, Name[]> Build()
    {
        var all = new Dictionary<string, List<Name>>(StringComparer.Ordinal);
        foreach (var line in Lines("english.txt"))
        {
            var sides = line.Split('=', 2, StringSplitOptions.TrimEntries);
            var words = sides[1].Split(' ');
            foreach (var said in sides[0].Split(',', StringSplitOptions.TrimEntries))
            {
                var parts = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var name = new Name([.. parts[1..].Select(Stem.Of)], words);
                Add(parts[0], name);
                if (parts.Length == 1)
                    Add(parts[0] + "s", name);
            }
        }

        // The longest first: "rotary shaft seal" before "rotary".
        return all.ToDictionary(a => a.Key, a => a.Value.OrderByDescending(n => n.Rest.Length).ToArray(), StringComparer.Ordinal);

        void Add(string first, Name name)
        {
            if (!all.TryGetValue(first, out var names))
                all[first] = names = [];
            names.Add(name);
        }
    }

    private sealed record Name(string[] Rest, string[] Words);
}
