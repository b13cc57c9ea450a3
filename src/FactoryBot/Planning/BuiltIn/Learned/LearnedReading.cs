using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>Reads a sentence that no function's declaration accounts for as people's own sentences were meant. It has to be sure, every name
/// and time has to fill a slot, and every other word has to be one that people write when they mean that function.</summary>
internal static class LearnedReading
{
    private const float SureToRead = 0.6f;
    private const float SureToChange = 0.9f;
    private const float SureOfOne = 0.85f;
    private const float SureOfOther = 0.7f;
    private const float NotMeant = 0.02f;
    private const float MayBeMeant = 0.3f;
    private const float HardlyMeant = 0.3f;
    private const float SureOfNothing = 0.65f;
    private const float MayBeNothing = 0.35f;
    private const float SureOfOneWord = 0.95f;

    // So much likelier is a function whose subject is named.
    private const float Named = 3;

    public static FunctionMatch? Read(Clause clause, IReadOnlyList<FunctionMatch> matches, Vocabulary vocabulary)
    {
        var shape = Shape.Of(clause);
        if (vocabulary.Intents.Likely(shape, [SentenceCorpus.None])[0] > MayBeNothing)
            return null;
        var (function, likely) = vocabulary.Intents.Guess(shape, [.. matches.Where(m => m.Evidence > 0).Select(m => m.Words.Function.Name)], Named);
        // One word alone can mean much.
        var sure = clause.Content.Length > 1 || clause.Names.Count + clause.Periods.Count > 0 ? SureToRead : SureOfOneWord;
        if (clause.Content.Length == 0 || likely < sure || vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Name == function) is not { } offered
            || offered.Words.Function.WholeSentence || offered.Words.TakesText || (!offered.Words.Reads && likely < SureToChange))
        {
            return null;
        }

        var match = FunctionMatch.Of(offered, clause, vocabulary);
        // One thing alone is compared with nothing.
        if (clause.Scopes.Count() == 1 && clause.Periods.Count < 2 && !offered.Words.TakesTwo && clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word)))
            return null;
        return match.TakesMissing(i => Accounts(clause, vocabulary, function, likely >= SureOfOneWord, i)) && match.Fits ? match : null;
    }

    /// <summary>Of the functions that fit equally well: the one that is meant, several to ask back between, or none where nothing is.</summary>
    public static List<FunctionMatch> Settle(List<FunctionMatch> fitting, Clause clause, Vocabulary vocabulary) => fitting switch
    {
        [var only] when IsNothing(only, clause, vocabulary) => [],
        [{ Evidence: 0, Likeness: < FunctionMatch.ExactLikeness } only] when IsUnlikely(only, clause, vocabulary) => Read(clause, fitting, vocabulary) is { } meant ? [meant] : [],
        [_] when clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word)) => fitting,
        [var only] => Other(only, clause, vocabulary) is { } other ? [only, other] : fitting,
        [_, _, ..] => One(fitting, clause, vocabulary) is { } one ? [one] : fitting,
        _ => fitting,
    };

    // "How much stuff did we make" is like "how much bad stuff did we make" but for the one word that matters.
    private static bool IsUnlikely(FunctionMatch fitting, Clause clause, Vocabulary vocabulary)
    {
        var shape = Shape.Of(clause);
        return vocabulary.Intents.Guess(shape).Function != fitting.Words.Function.Name && vocabulary.Intents.Likely(shape, [fitting.Words.Function.Name])[0] < MayBeMeant;
    }

    /// <summary>The one of several that fit equally well which people mean by such words; null where that is not sure.</summary>
    private static FunctionMatch? One(List<FunctionMatch> equal, Clause clause, Vocabulary vocabulary)
    {
        if (clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word)))
            return null;
        var likely = vocabulary.Intents.Likely(Shape.Of(clause), [.. equal.Select(m => m.Words.Function.Name)]);
        var first = Array.IndexOf(likely, likely.Max());
        return likely[first] >= (equal[first].Words.Reads ? SureOfOne : SureToChange) ? equal[first] : null;
    }

    /// <summary>People mean nothing that can be answered by such words, least of all the function that fits.</summary>
    private static bool IsNothing(FunctionMatch fitting, Clause clause, Vocabulary vocabulary) =>
        clause.Names.Count > 0 && vocabulary.Intents.Likely(Shape.Of(clause), [SentenceCorpus.None, fitting.Words.Function.Name]) is [> SureOfNothing, < NotMeant];

    /// <summary>Another function that people mean by such words, where the one that fits is not what they mean.</summary>
    private static FunctionMatch? Other(FunctionMatch fitting, Clause clause, Vocabulary vocabulary)
    {
        var shape = Shape.Of(clause);
        var (function, likely) = vocabulary.Intents.Guess(shape);
        return likely >= SureOfOther && vocabulary.Intents.Likely(shape, [fitting.Words.Function.Name])[0] < (fitting.Evidence > 0 ? NotMeant : HardlyMeant)
            && vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Name == function) is { WhyNot: null, Words.Reads: true } offered && !offered.Words.Function.WholeSentence
            ? FunctionMatch.Of(offered, clause, vocabulary)
            : null;
    }

    private static readonly string[] Helping = ["did", "do", "does", "have", "has", "could"];

    // "How many did nights manage": what somebody does, in a word that nobody has used yet.
    private static bool IsVerb(Clause clause, Vocabulary vocabulary, int at) => at > 1 && !clause.Tokens[at].Digits && clause.Tokens[at].Word.Length > 3
        && !vocabulary.Intents.Knows(clause.Stems[at]) && !vocabulary.NameWords.IsNear(clause.Tokens[at].Word)
        && (clause.Filled[at - 1] || clause.Tokens[at - 1].IsAny(["we", "they", "you", "it"]))
        && clause.Tokens.Take(at).Index().Any(t => !clause.Filled[t.Index] && t.Item.IsAny(Helping));

    private static bool Accounts(Clause clause, Vocabulary vocabulary, string function, bool sure, int at)
    {
        // "Which requests are waiting today": what is so today is so now.
        if (clause.Filled[at] && clause.Tokens[at].IsAny(["today", "now"]) && clause.Periods.Any(p => p.Start == at && p.End == at + 1))
            return true;
        if (clause.Filled[at] || clause.Tokens[at].IsAny(["same", "only"]) || CutsTime(clause, at))
            return false;
        var word = Word(clause, at)!;
        // What is as near to a name as to a word may be the name.
        return (vocabulary.Intents.IsWord(word) || !vocabulary.NameWords.IsNear(word))
            && (IsVerb(clause, vocabulary, at) || vocabulary.Intents.Accounts(function, Beside(clause, at, -1), word, Beside(clause, at, 1), sure));
    }

    // "The end of last week", "before Monday": less, or more, than the time itself.
    private static bool CutsTime(Clause clause, int at)
    {
        if (PeriodWords.Unit(clause.Tokens[at].Word) is not null || PeriodWords.Weekday(clause.Tokens[at].Word) is not null)
            return !(at > 0 && clause.Tokens[at - 1].IsAny(["by", "each", "every", "which", "what", "many"]));
        if (!clause.Tokens[at].IsAny(["end", "start", "beginning", "early", "late", "middle", "mid", "half", "before", "after", "until", "since", "first"]))
            return false;
        var next = at + 1;
        while (next < clause.Tokens.Length && clause.Tokens[next].IsAny(["of", "the", "in"]))
            next++;
        return clause.Periods.Any(p => p.Start == next);
    }

    private static string? Beside(Clause clause, int at, int step)
    {
        do
            at += step;
        while (at >= 0 && at < clause.Tokens.Length && Intents.Articles.Contains(clause.Stems[at]));
        return Word(clause, at);
    }

    private static string? Word(Clause clause, int at) => at < 0 || at >= clause.Tokens.Length ? null
        : clause.Names.FirstOrDefault(n => n.Start <= at && at < n.End) is { } name ? Shape.Of(name.Kind)
        : clause.Periods.Any(p => p.Start <= at && at < p.End) ? Shape.Of(SlotKind.Period)
        : clause.Tokens[at].Digits ? Shape.Number : clause.Stems[at];
}
