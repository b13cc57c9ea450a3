namespace FactoryBot.Skills.Language;

/// <summary>How people say the names of stop reasons and defect types: with or without the dash, in the plural, "no material" for
/// "Material shortage", "change-over" for "Changeover".</summary>
public static class CauseNames
{
    private static readonly string[] Skipped = ["the", "a", "an", "of", "our", "some", "any"];

    // What is not there, and what is broken: the same thing under several heads.
    private static readonly string[] Lacking =
        ["no {0}", "{0} shortage", "shortage {0}", "lack {0}", "{0} lack", "without {0}", "missing {0}", "{0} missing", "waiting for {0}", "waiting {0}", "out {0}", "kein {0}", "{0} not available"];

    private static readonly string[] Broken =
        ["{0} fault", "{0} failure", "{0} error", "{0} problem", "{0} trouble", "{0} malfunction", "{0} breakdown", "{0} issue", "{0} defect", "broken {0}", "faulty {0}"];

    // Each line is one thing. A tenant's own reason keeps its name: what is a reason by itself stands for no other.
    private static readonly string[][] Same =
    [
        ["changeover", "product change", "product changeover", "format change", "set up", "retooling", "rusten", "umrusten", "umrustung"],
        ["tool change", "tool changing", "changing tools", "tool replacement", "werkzeugwechsel"],
        ["cleaning", "clean up", "cleanup", "washing", "reinigung", "reinigen"],
        ["material", "raw material", "parts supply", "supply"],
        ["operator", "staff", "personnel", "worker", "manpower", "bediener", "personal"],
        ["jam", "jammed", "jamming", "blockage", "stau"],
        ["maintenance", "servicing", "wartung", "instandhaltung"],
        ["power failure", "power cut", "power outage", "blackout", "stromausfall"],
        ["break", "lunch break", "pause"],
        ["scratch", "scratched", "scratch mark", "kratzer"],
        ["burr", "burred", "grat"],
        ["dimension", "dimensional", "size", "measure"],
        ["missing", "absent"],
        ["misaligned", "misalignment", "out of line"],
    ];

    private static readonly string[][] SameKeys = [.. Same.Select(line => line.Select(Key).ToArray())];

    // Said of much else than of stops and defects.
    private static readonly string[] Everyday = ["break", "pause", "size", "measure", "missing", "absent", "supply", "worker", "personal", "dimension"];

    private static readonly HashSet<string> Common = [.. Same.SelectMany(line => line).Where(name => !name.Contains(' ', StringComparison.Ordinal) && !Everyday.Contains(name)).Select(Key)];

    /// <summary>Whether one word is what many plants call a stop reason or a defect type, whatever this one has.</summary>
    public static bool IsCommon(Token word) => Common.Contains(Key([word]));

    /// <summary>What ways of writing the same name have in common.</summary>
    public static string Key(string name) => Key(Sentence.Of(name).Tokens);

    /// <summary>Articles and the like, which make no difference to a name.</summary>
    public static bool Skips(string word) => Skipped.Contains(word);

    /// <summary>What a run of words has in common with a name that is written like it.</summary>
    public static string Key(ReadOnlySpan<Token> tokens)
    {
        var key = "";
        foreach (var token in tokens)
        {
            if (!Skipped.Contains(token.Word))
                key += Words.Stem(token.Word);
        }

        return key;
    }

    /// <summary>The names in the order of how like they are to what was typed.</summary>
    public static IEnumerable<string> Nearest(string typed, IEnumerable<string> names) =>
        names.OrderBy(name => EditDistance.Between(Sentence.Fold(typed), Sentence.Fold(name), 24)).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>The keys of other names for the same thing, the name's own left out.</summary>
    public static IEnumerable<string> OthersOf(string name)
    {
        var own = Key(name);
        string[] words = [.. Sentence.Of(name).Tokens.Select(t => t.Word)];
        var forms = new HashSet<string>(StringComparer.Ordinal);
        forms.UnionWith(SameAs(own));
        foreach (var heads in new[] { Lacking, Broken })
        {
            if (Within(words, heads) is { } thing)
                forms.UnionWith(SameAs(Key(thing)).Append(Key(thing)).SelectMany(same => heads.Select(head => Key(head.Replace("{0}", same, StringComparison.Ordinal)))));
        }

        // "Surface scratch", "Conveyor jam": said by their last word in another form.
        if (words.Length > 1)
            forms.UnionWith(SameAs(Key(words[^1])).Select(last => Key(string.Join(' ', words[..^1])) + last));
        forms.Remove(own);
        return forms.Where(form => form.Length > 2);
    }

    private static IEnumerable<string> SameAs(string key) => SameKeys.Where(line => line.Contains(key)).SelectMany(line => line).Where(other => other != key);

    // "Material" of "Material shortage".
    private static string? Within(string[] words, string[] heads)
    {
        foreach (var head in heads)
        {
            string[] form = [.. head.Split(' ').Select(word => word == "{0}" ? word : Words.Stem(word))];
            var at = Array.IndexOf(form, "{0}");
            var behind = form.Length - at - 1;
            var left = words.Where(word => !Skipped.Contains(word)).Select(Words.Stem).ToArray();
            if (left.Length >= form.Length && form.Take(at).SequenceEqual(left.Take(at)) && form.Skip(at + 1).SequenceEqual(left.Skip(left.Length - behind)))
                return string.Join(' ', left[at..(left.Length - behind)]);
        }

        return null;
    }
}
