using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"No, assembly", "sorry, I meant line 2", "not line 1, line 2": the asker takes words of the question before back.</summary>
internal static class Corrections
{
    private static readonly string[] Takes = ["no", "nope", "nah", "sorry", "oops", "wrong"];

    // Take back as well, or only hesitate: what follows may be a question of its own.
    private static readonly string[] Hesitates = ["wait", "actually", "correction", "whoops", "argh", "oh", "hmm", "hm", "err", "er"];

    // Of more words: the first of them, and what may stand behind it.
    private static readonly (string First, string[] Second)[] Phrases =
    [
        ("hang", ["on"]), ("hold", ["on"]), ("scratch", ["that"]), ("forget", ["that", "it"]), ("my", ["bad", "mistake", "fault"]), ("make", ["that", "it", "them"]),
        ("wrong", ["one", "machine", "line", "shift", "product", "day", "week", "month", "date", "place", "time", "figure", "question"]),
    ];

    /// <summary>Whether the words take something back and say nothing else.</summary>
    public static bool Only(Token[] tokens) => tokens.Length > 0 && Lead(tokens) is var (end, _) && end == tokens.Length;

    /// <summary>The text without such words at its start; they need a comma, for "no night shift" leaves something out.</summary>
    public static string WithoutLead(string text) => WithoutLead(text, out _);

    private static string WithoutLead(string text, out bool takes)
    {
        var sentence = Sentence.Of(text);
        var tokens = sentence.Tokens;
        (var at, takes) = Lead(tokens);
        var meant = at + 1 < tokens.Length && tokens[at].Is("i") && tokens[at + 1].IsAny(["mean", "meant", "said", "say", "asked", "wanted"]);
        var sure = at > 0 && at < tokens.Length && (meant || tokens[at].Joint == Joint.Comma || !tokens[at - 1].Is("no"));
        at += meant ? 2 : 0;
        takes |= meant;
        return at < tokens.Length && (sure || meant) ? sentence.Between(at, tokens.Length) : text;
    }

    // How many words at the start do so, and whether one of them takes something back.
    private static (int End, bool Takes) Lead(Token[] tokens)
    {
        var (at, takes) = (0, false);
        while (at < tokens.Length)
        {
            var phrase = at + 1 < tokens.Length ? Array.FindIndex(Phrases, p => tokens[at].Is(p.First) && tokens[at + 1].IsAny(p.Second)) : -1;
            if (phrase < 0 && !tokens[at].IsAny(Takes) && !tokens[at].IsAny(Hesitates))
                break;
            takes |= phrase >= 0 || tokens[at].IsAny(Takes);
            at += phrase >= 0 ? 2 : 1;
        }

        return (at, takes);
    }

    /// <summary>The text without them, as what goes on: "no, the output" is of the place and the time spoken of before.</summary>
    public static string GoingOn(string text, bool follows)
    {
        var left = WithoutLead(text, out var takes);
        var whole = !takes && Sentence.Of(left).Tokens is [var first, ..] && first.IsAny(PlainWords.Asking);
        return !follows || whole || left.Length == text.Length || left.Contains("not ", StringComparison.OrdinalIgnoreCase) || left.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? left : "and " + left;
    }

    /// <summary>What is left when "not" and what was asked before are taken out; null where the words do not say what to take instead.</summary>
    public static string? Instead(Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        var not = Array.FindIndex(clause.Tokens, t => t.Is("not"));
        if (not < 0 || previous.Count == 0)
        {
            return null;
        }

        var mentions = clause.Names.Where(n => n.Entity is not null).Select(n => (n.Start, n.End, Value: n.Entity!.Name))
            .Concat(clause.Periods.Select(p => (p.Start, p.End, Value: p.Period.Iso))).ToList();
        var from = not + 1 < clause.Tokens.Length && clause.Tokens[not + 1].IsAny(["the", "on", "for", "of"]) ? not + 2 : not + 1;
        var taken = mentions.Find(m => m.Start == from && previous.Any(c => c.Arguments.Values.Contains(m.Value)));
        return taken.Value is null || mentions.Count != 2 ? null
            : not == 0 ? clause.Sentence.Between(taken.End, clause.Tokens.Length)
            : taken.End == clause.Tokens.Length ? clause.Sentence.Between(0, not)
            : null;
    }
}
