using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>A piece of a text that speaks of the same machines, lines, shifts throughout.</summary>
internal sealed record Clause(string Text, HashSet<string> Names);

internal static partial class Clauses
{
    public static IEnumerable<Clause> Of(string text, KnownNames names)
    {
        foreach (var sentence in Sentence().Split(text))
        {
            Clause? open = null;
            foreach (var piece in Pieces(sentence))
            {
                var named = names.In(piece);
                if (open is null || named.Count == 0 || open.Names.Count == 0)
                {
                    open = open is null ? new(piece, named) : new(open.Text + piece, named.Count > 0 ? named : open.Names);
                    continue;
                }
                yield return open;
                open = new(piece, named);
            }
            if (open is not null && open.Text.Length > 0)
                yield return open;
        }
    }

    private static IEnumerable<string> Pieces(string sentence)
    {
        var start = 0;
        foreach (Match joint in Joint().Matches(sentence))
        {
            yield return sentence[start..joint.Index];
            start = joint.Index;
        }
        yield return sentence[start..];
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})|\n+|;\s")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?=,\s)|(?=\s(?:and|while|whereas|but|versus|vs\.?|compared|than|against|und|während)\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
