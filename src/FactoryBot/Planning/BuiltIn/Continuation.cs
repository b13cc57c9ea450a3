using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>The answer to a question that was asked back: "the second", "2", "assembly".</summary>
internal static class Continuation
{
    private static readonly string[] Fillers = ["the", "a", "one", "please", "i", "mean", "meant", "take", "choose", "option", "number", "for", "of", "on", "in", "yes", "it", "is", "that", "ok", "and", "by", "per", "shift", "machine", "line"];

    public static Choice? Choose(string reply, IReadOnlyList<Choice> choices, Lexicon lexicon)
    {
        var sentence = Sentence.Of(reply);
        if (choices.Count == 0 || sentence.Tokens.Length is 0 or > 12)
        {
            return null;
        }

        lexicon.Correct(sentence.Tokens, PlainWords.Common.Contains);
        if (Ordinal(sentence.Tokens) is { } number)
        {
            return number >= 1 && number <= choices.Count ? choices[number - 1] : null;
        }

        if (sentence.Tokens.All(t => t.IsAny(["yes", "please", "ok", "okay", "sure", "correct", "right", "exactly"])))
        {
            return choices.Count == 1 ? choices[0] : null;
        }

        var words = sentence.Tokens.Where(t => !t.IsAny(Fillers)).ToList();
        var fitting = words.Count == 0 ? [] : choices.Where(c => Has(Sentence.Of(c.Title).Tokens, words)).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static int? Ordinal(Token[] tokens)
    {
        var words = tokens.Where(t => t.Number is not null || !t.IsAny(Fillers)).ToList();
        if (words.Count == 2 && words[0].Digits && words[1].IsAny(["st", "nd", "rd", "th"]))
        {
            return words[0].Number;
        }

        if (words.Count == 2 && words[1].Is("one"))
        {
            words.RemoveAt(1);
        }

        return words.Count == 1 ? words[0].Number : null;
    }

    private static bool Has(Token[] title, List<Token> words) => words.TrueForAll(
        w => Array.Exists(title, t => (w.Digits && t.Digits && w.Number == t.Number) || t.Is(w.Word)));
}
