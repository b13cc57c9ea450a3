using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>Reads a sentence that no function's declaration accounts for as people's own sentences were meant. It has to be sure, every name
/// and time has to fill a slot, and every other word has to be one that people write when they mean that function.</summary>
internal static class LearnedReading
{
    private const float SureToRead = 0.7f;
    private const float SureToChange = 0.9f;
    private const float SureOfOne = 0.85f;
    private const float SureOfOther = 0.7f;
    private const float NotMeant = 0.02f;
    private const float MayBeMeant = 0.3f;
    private const float HardlyMeant = 0.3f;
    private const float SureOfNothing = 0.65f;
    private const float MayBeNothing = 0.35f;
    private const float SureOfOneWord = 0.95f;

    // "How did we get on last night": words that mean little alone mean much together.
    private const float SureOfPlain = 0.8f;
    private const int LeastPlain = 3;

    // So much likelier is a function whose subject is named.
    private const float Named = 3;

    public static FunctionMatch? Read(Clause clause, IReadOnlyList<FunctionMatch> matches, Vocabulary vocabulary) =>
        Read(vocabulary.Intents.Of(Shape.Of(clause)), clause, matches, vocabulary);

    private static FunctionMatch? Read(Meant plain, Clause clause, IReadOnlyList<FunctionMatch> matches, Vocabulary vocabulary)
    {
        if (plain.Of(SentenceCorpus.None) > MayBeNothing)
            return null;
        var meant = plain.Favouring([.. matches.Where(m => m.Evidence > 0).Select(m => m.Words.Function.Name)], Named);
        // One word alone can mean much.
        var sure = clause.Content.Length > 1 || clause.Names.Count + clause.Periods.Count > 0 ? SureToRead : SureOfOneWord;
        if ((clause.Content.Length == 0 && (meant.Likely < SureOfPlain || PlainOnly(clause) < LeastPlain)) || meant.Likely < sure || Offered(meant, vocabulary) is not { } offered
            || offered.Words.Function.WholeSentence || offered.Words.TakesText || (!offered.Words.Reads && meant.Likely < SureToChange))
        {
            return null;
        }

        var match = FunctionMatch.Of(offered, clause, vocabulary);
        // "Send me that every morning": what is meant was said before, and need not be what this function changes.
        if (!offered.Words.Reads && match.Evidence == 0 && clause.Tokens.Any(t => t.IsAny(["that", "this", "it", "those", "these"])))
            return null;
        // One thing alone is compared with nothing.
        if (clause.Scopes.Count() == 1 && clause.Periods.Count < 2 && !offered.Words.TakesTwo && Compares(clause))
            return null;
        // "Which line lost the most time": a word that names a figure, and none that the function takes, would be answered with another figure.
        if (offered.Words.Function.Slots.Any(s => s.Name == CallBuilder.Figure) && !match.Values.Exists(v => v.Slot.Name == CallBuilder.Figure)
            && match.Missing.Exists(i => vocabulary.FigureWords.Contains(clause.Stems[i]) && !clause.Pulls(i) && !offered.Words.InSubject.Contains(clause.Stems[i])))
        {
            return null;
        }

        return match.TakesMissing(i => !Narrows(match, vocabulary, i) && !match.IsForeignCause(i) && !match.IsUnknownPart(i) && Accounts(clause, vocabulary, meant.Function, meant.Likely >= SureOfOneWord, i)) && match.Fits ? match : null;
    }

    /// <summary>Of the functions that fit equally well: the one that is meant, several to ask back between, or none where nothing is.</summary>
    public static List<FunctionMatch> Settle(List<FunctionMatch> fitting, Clause clause, Vocabulary vocabulary)
    {
        if (fitting.Count == 0)
            return fitting;
        var meant = vocabulary.Intents.Of(Shape.Of(clause));
        return fitting switch
        {
            // Its own words tell it from its neighbours, and nothing was learned of it.
            _ when fitting.Find(m => m.Words.Function.OneOf.Count > 0) is { } told => [told],
            [{ IsVeryWords: true }] => fitting,
            // A stop reason, a defect type or a work order of the tenant's is no word that others have written.
            [{ NamesCause: true }] or [{ NamesOrder: true }] => fitting,
            [var only] when IsNothing(only, clause, meant) => [],
            [{ Evidence: 0, Likeness: < FunctionMatch.ExactLikeness } only] when IsUnlikely(only, meant) => Read(meant, clause, fitting, vocabulary) is { } other ? [other] : [],
            _ when Compares(clause) || clause.HoldsName => fitting,
            [var only] => Other(only, clause, meant, vocabulary) is { } other ? [only, other] : fitting,
            _ => One(fitting, meant) is { } one ? [one] : fitting,
        };
    }

    private static int PlainOnly(Clause clause) => clause.Tokens.Where((t, i) => !clause.Filled[i] && !t.IsAny(Intents.Articles)).Count();

    // "How much stuff did we make" is like "how much bad stuff did we make" but for the one word that matters.
    private static bool IsUnlikely(FunctionMatch fitting, Meant meant) =>
        meant.Function != fitting.Words.Function.Name && meant.Of(fitting.Words.Function.Name) < MayBeMeant;

    /// <summary>The one of several that fit equally well which people mean by such words; null where that is not sure.</summary>
    private static FunctionMatch? One(List<FunctionMatch> equal, Meant meant)
    {
        var first = equal.MaxBy(m => meant.Of(m.Words.Function.Name))!;
        return meant.Of(first.Words.Function.Name) >= (first.Words.Reads ? SureOfOne : SureToChange) ? first : null;
    }

    /// <summary>People mean nothing that can be answered by such words, least of all the function that fits.</summary>
    private static bool IsNothing(FunctionMatch fitting, Clause clause, Meant meant) =>
        clause.Names.Count > 0 && meant.Of(SentenceCorpus.None) > SureOfNothing && meant.Of(fitting.Words.Function.Name) < NotMeant;

    /// <summary>Another function that people mean by such words, where the one that fits is not what they mean.</summary>
    private static FunctionMatch? Other(FunctionMatch fitting, Clause clause, Meant meant, Vocabulary vocabulary) =>
        meant.Likely >= SureOfOther && meant.Of(fitting.Words.Function.Name) < (fitting.Evidence > 0 ? NotMeant : HardlyMeant)
        && Offered(meant, vocabulary) is { WhyNot: null, Words.Reads: true } offered && !offered.Words.Function.WholeSentence
            ? FunctionMatch.Of(offered, clause, vocabulary)
            : null;

    private static OfferedWords? Offered(Meant meant, Vocabulary vocabulary) => vocabulary.Named(meant.Function);

    private static bool Compares(Clause clause) => clause.Tokens.Any(t => PlainWords.Compare.Contains(t.Word));

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
        if (clause.Filled[at] || (clause.IsSplit(at) && !clause.Tokens[at - 1].Is("by")) || clause.Tokens[at].IsAny(["same", "only"]) || clause.IsMeasured(at) || CutsTime(clause, at))
            return false;
        // "Is it going down": how a figure moves.
        if (at > 0 && clause.Tokens[at].IsAny(["up", "down"]) && clause.Tokens[at - 1].IsAny(["going", "heading", "trending"]) && clause.Tokens[0].IsAny(["is", "are"])
            && !Array.Exists(vocabulary.Functions, f => f.Words.Function.Name == function && f.Words.KnowsPair(clause, at)))
        {
            return false;
        }

        // "By shift": a cut that the function has no slot for.
        if (clause.IsSplit(at) && KindNouns.KindOf(clause.Tokens[at].Word) is not null)
            return false;
        if (LeavesCauseOut(clause, at))
            return false;
        var word = Word(clause, at)!;
        // "This morning": a part of the day that the answer would be for.
        if (Hours.IsPartOfDay(word) && at > 0 && !clause.Tokens[at - 1].Is("good"))
            return false;
        // What is as near to a name as to a word may be the name.
        return (vocabulary.Intents.IsWord(word) || !vocabulary.NameWords.IsNear(word))
            && (IsVerb(clause, vocabulary, at) || vocabulary.Intents.Accounts(function, Beside(clause, at, -1), word, Beside(clause, at, 1), sure));
    }

    // "Trend of planned downtime", "rolled yield of line 1 against line 2": a word that makes another figure of the one that the function takes, and that it does
    // not take itself, is never a word without a meaning.
    private static bool Narrows(FunctionMatch match, Vocabulary vocabulary, int at)
    {
        if (!match.Words.IsFigure)
            return false;
        // "Not counting changeovers": a stop reason that is left out.
        if (match.Clause.Is(at, WordTraits.CommonCause) && Enumerable.Range(Math.Max(0, at - MostBetween), Math.Min(at, MostBetween)).Any(i => match.Clause.Is(i, WordTraits.Leaving)))
            return true;
        var stems = match.Clause.Stems;
        return vocabulary.NarrowingWords.Contains(stems[at]) || (match.Clause.Longest is { } longest && longest.Start <= at && at < longest.End)
            || vocabulary.FigurePhrases.Any(phrase => Array.IndexOf(phrase, stems[at]) is >= 0 and var within && at >= within && at - within + phrase.Length <= stems.Length
                && stems.AsSpan(at - within, phrase.Length).SequenceEqual(phrase) && Enumerable.Range(at - within, phrase.Length).Any(i => match.Valued[i] && !PlainWords.Doing.Contains(match.Clause.Tokens[i].Word))
                && !match.Words.Subjects.Any(own => own.AsSpan().SequenceEqual(phrase)));
    }

    // "I don't want the changeovers" leaves them out.
    private static bool LeavesCauseOut(Clause clause, int at) => clause.Tokens[at].IsAny(["dont", "doesnt"]) && at + 2 < clause.Tokens.Length
        && clause.Tokens[at + 1].IsAny(["want", "need", "count", "include"]) && clause.Tokens.Skip(at + 2).Take(2).Any(CauseNames.IsCommon);

    private const int MostBetween = 3;

    // "The end of last week", "before Monday": less, or more, than the time itself.
    private static bool CutsTime(Clause clause, int at)
    {
        if (PeriodWords.Unit(clause.Tokens[at].Word) is not null || PeriodWords.Weekday(clause.Tokens[at].Word) is not null)
            return !(at > 0 && clause.Tokens[at - 1].IsAny(["by", "each", "every", "which", "what", "many"])) && !Repeats(clause, at);
        // "Since the repair": from when on nobody knows.
        if (clause.Tokens[at].Is("since") && !(at + 1 < clause.Tokens.Length && clause.Tokens[at + 1].Is("when")))
            return true;
        if (!clause.Tokens[at].IsAny(["end", "start", "beginning", "early", "late", "middle", "mid", "half", "before", "after", "until", "since", "first"]))
            return false;
        var next = at + 1;
        while (next < clause.Tokens.Length && clause.Tokens[next].IsAny(["of", "the", "in"]))
            next++;
        return clause.Periods.Any(p => p.Start == next);
    }

    // "Month over month", "week by week".
    private static bool Repeats(Clause clause, int at)
    {
        return Twice(at) || Twice(at - 2);

        bool Twice(int first) => first >= 0 && first + 2 < clause.Tokens.Length && clause.Tokens[first + 1].IsAny(["over", "on", "by", "to", "after"])
            && clause.Tokens[first + 2].Is(clause.Tokens[first].Word);
    }

    private static string? Beside(Clause clause, int at, int step)
    {
        var picks = PlainWords.Extreme.Contains(clause.Tokens[at].Word);
        do
            at += step;
        while (at >= 0 && at < clause.Tokens.Length && (Intents.Articles.Contains(clause.Stems[at]) || (picks && step > 0 && clause.Filled[at])));
        return Word(clause, at);
    }

    private static string? Word(Clause clause, int at) => at < 0 || at >= clause.Tokens.Length ? null
        : clause.Names.FirstOrDefault(n => n.Start <= at && at < n.End) is { } name && !Shape.IsWords(name) ? Shape.Of(name.Kind)
        : clause.Periods.Any(p => p.Start <= at && at < p.End) ? Shape.Of(SlotKind.Period)
        : clause.Tokens[at].Digits ? Shape.Number : clause.Stems[at];
}
