using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Words that point at the answer before: "how many of them", and "only" at the start or at the end, which takes what is named beside it.</summary>
internal static class Pointing
{
    private static readonly string[] Opening = ["and", "ok", "okay", "so", "but", "now", "please"];
    private static readonly string[] Closing = ["please", "pls", "then", "thanks"];

    /// <summary>Marks them; what "only" takes has to be accounted for by itself.</summary>
    public static void Mark(Token[] tokens, bool[] filled, bool[] plain)
    {
        var first = Array.FindIndex(tokens, t => !t.IsAny(Opening));
        var last = Array.FindLastIndex(tokens, t => !t.IsAny(Closing));
        foreach (var at in new[] { first, last }.Where(at => at >= 0 && tokens.Length > 1))
            plain[at] |= tokens[at].Is("only") && !filled[at];
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Is("of") && tokens[i + 1].IsAny(["them", "those", "these"]))
                plain[i] = plain[i + 1] = true;
            plain[i + 1] |= (tokens[i].Is("which") && tokens[i + 1].Is("one")) || (tokens[i].Is("only") && tokens[i + 1].IsAny(["those", "these", "them"]));
        }
    }
}
