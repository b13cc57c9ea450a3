using System.Buffers;
using FactoryBot.Planning.BuiltIn.Around;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Reads a question: small talk, an answer to a question asked back, a full question, or half a one that changes the one before.</summary>
internal sealed class QuestionReader(Vocabulary vocabulary, PlannerContext context)
{
    // Asked back so often in a row, what was chosen first no longer matters.
    private const int MostAskedBack = 3;
    private const int MostQuestions = 4;

    private readonly ClauseReader clauses = new(vocabulary, context);
    private readonly AroundQuestion around = new(vocabulary, context);

    public Outcome Read(Dialogue dialogue, int askedBack = 0)
    {
        if (dialogue.LastWasAskedBack && askedBack < MostAskedBack && dialogue.Last is { } last
            && Read(last, askedBack + 1).Result is { Choices.Count: > 0, Status: ResultStatus.Clarify or ResultStatus.NotUnderstood } asked)
        {
            return AfterAskingBack(dialogue, last, asked);
        }

        return ReadNow(dialogue);
    }

    private Outcome AfterAskingBack(Dialogue dialogue, Dialogue last, SkillResult asked)
    {
        if (Continuation.Choose(dialogue.Question, asked.Choices, vocabulary.Lexicon) is { } choice)
        {
            return ReadText(choice.Say, last.Previous);
        }

        // "What is OEE?", and then "and what is ours": what was to be explained.
        if (AskBack.IsMeaningOrFigure(asked) && ReadText(asked.Choices[1].Say, []) is { Understood: true } explained)
        {
            return ReadText(dialogue.Question, explained.Calls);
        }

        // "OEE of all machines last week", and then "only those below 70": the rest of what was asked.
        var read = ReadNow(dialogue);
        return read.Understood ? read
            : ReadText($"{last.Question.TrimEnd(' ', '?', '.', '!')} {dialogue.Question}", last.Previous) is { Understood: true } whole ? whole
            : read;
    }

    // What is said around the question is left out where nothing accounts for it.
    private Outcome ReadNow(Dialogue dialogue)
    {
        var outcome = ReadAsSaid(dialogue);
        var isClear = outcome.Settled || outcome.Result is { Status: not (ResultStatus.NotUnderstood or ResultStatus.Clarify) } || (outcome.Understood && !(outcome.Calls.All(IsFigure) && AroundQuestion.IsLikely(dialogue.Question)));
        return !isClear && around.Without(dialogue.Question, dialogue.Previous.Count > 0) is { } question && question != dialogue.Question
            && ReadAsSaid(dialogue with { Question = question }) is var alone && IsBetter(alone, outcome)
                ? alone
                : outcome;
    }

    private Outcome ReadAsSaid(Dialogue dialogue)
    {
        if (TheTwo.Of(dialogue, vocabulary) is { } two)
        {
            return two.Outcome ?? ReadText(two.Text, two.Previous);
        }

        var (text, previous, asks) = new RankedFirst(vocabulary, context).Of(dialogue);
        return asks ?? ReadText(text, SpokenFigure.Told(previous, dialogue, vocabulary));
    }

    // What people wrote for somebody else ("remember that ...", a pasted request) is never cut.
    private bool IsFigure(EarlierCall call) => vocabulary.Named(call.Function) is { Words.IsFigure: true };

    private static bool IsBetter(Outcome alone, Outcome before) =>
        alone.Understood || (alone.Result!.Status == ResultStatus.Clarify && before.Result?.Status == ResultStatus.NotUnderstood);

    private Outcome ReadText(string text, IReadOnlyList<EarlierCall> previous)
    {
        if (vocabulary.WholeMessage.Read(text) is { } message)
        {
            return LineOfWhat.Of(text, message, previous, vocabulary) is { } asked ? asked : AskedOfPlant(text, message) ?? message;
        }

        text = TimeOnTime.Plain(Partitive.Plain(text), context.Asker.Today);
        var whole = Sentence.Of(text);
        if (whole.Tokens.Length == 0)
        {
            return text.Contains('?', StringComparison.Ordinal) ? SmallTalk.Reply(Talk.Help, vocabulary) : AskBack.Empty(vocabulary);
        }

        vocabulary.Lexicon.Correct(whole.Tokens, word => PlainWords.Common.Contains(word) || PlainWords.Harmless.Contains(word));
        if (HelpTopics.Read(whole.Tokens, vocabulary) is { } help)
        {
            return help;
        }

        if (UndoWhat.Of(whole.Tokens, previous, vocabulary) is { } undo)
        {
            return undo;
        }

        if (SmallTalk.Read(whole.Tokens).Talk is { } talk)
        {
            return SmallTalk.Reply(talk, vocabulary);
        }

        if ((Reschedule.Of(whole, previous, vocabulary) ?? DrawnAgain.Of(whole, previous, vocabulary)) is { } again)
        {
            return again;
        }

        if (AboutOneself(text, whole, previous) is { } about)
        {
            return about;
        }

        if (SharedTime.Split(text, context.Asker.Today, context.Locale) is { Count: <= MostQuestions } questions
            && questions.Select(question => clauses.Read(question, [])).ToList() is var read && read.TrueForAll(outcome => outcome.Understood))
        {
            return Outcome.Call(read.SelectMany(outcome => outcome.Calls));
        }

        var outcome = ReadParts([.. Parts(whole)], previous);
        return outcome.Result is { Status: ResultStatus.NotUnderstood } && vocabulary.WholeMessage.Meant(text, vocabulary.Lexicon) is { } meant
            ? AskBack.DidYouMean(meant)
            : outcome;
    }

    // "For line 2, how many wrong labels since November", "the customer is furious. How many ...": a change of a quote begins so too, but asks nothing.
    private Outcome? AskedOfPlant(string text, Outcome message)
    {
        if (message.Calls is not [var change] || vocabulary.Named(change.Function) is not { Words.Reads: false } || !$" {text}".AsSpan().ContainsAny(Asking))
            return null;
        return clauses.Read(around.Without(text, follows: false) ?? text, []) is { Understood: true } read && read.Calls.All(IsFigure) ? read : null;
    }

    private static readonly SearchValues<string> Asking =
        SearchValues.Create([" how ", " what ", " which ", " why ", " was ", " were ", " did "], StringComparison.OrdinalIgnoreCase);

    // Who somebody is, and when they want what they have just seen to come by itself: neither asks for a figure.
    private Outcome? AboutOneself(string text, Sentence whole, IReadOnlyList<EarlierCall> previous)
    {
        if (!Introduction.Opens(text) && !(previous.Count > 0 && SendAgain.ComesAgain(whole)))
            return null;
        var clause = Clause.Read(text, vocabulary, context, null, previous.Count > 0);
        return Introduction.Of(text, clause, vocabulary) ?? SendAgain.Of(clause, previous, vocabulary);
    }

    private Outcome ReadParts(List<string> parts, IReadOnlyList<EarlierCall> previous) => parts.Count switch
    {
        0 => AskBack.Empty(vocabulary),
        1 => clauses.Read(parts[0], previous),
        > MostQuestions => AskBack.Empty(vocabulary) with { Text = "Those are too many questions at once. Please ask me one after the other." },
        2 when TopicFirst.Read(parts[0], parts[1], vocabulary, text => clauses.Read(text, previous)) is { } one => one,
        _ => Each(parts, previous),
    };

    private Outcome Each(List<string> parts, IReadOnlyList<EarlierCall> previous)
    {
        var calls = new List<EarlierCall>();
        for (var i = 0; i < parts.Count; i++)
        {
            var outcome = clauses.Read(parts[i], calls.Count > 0 ? [.. calls] : previous);
            if (outcome.Result is { } result)
            {
                return result with { Choices = [.. result.Choices.Select(c => c with { Say = string.Join("? ", [.. parts.Take(i), c.Say, .. parts.Skip(i + 1)]) })] };
            }

            // "Line 1 OEE. Wednesday. Late shift.": what follows says more of the same question.
            calls.RemoveAll(earlier => outcome.Calls is [var narrower] && narrower.Narrows(earlier) && !parts[i].StartsWith("and", StringComparison.OrdinalIgnoreCase));
            calls.AddRange(outcome.Calls);
        }

        // "Can I trust these numbers? Anything wrong with the data?" asks once.
        return Outcome.Call(calls.DistinctBy(TwoQuestions.Key));
    }

    // "How come", "in percent please" and "and to what" are made of harmless words alone, and mean something after an answer.
    private static bool SaysSomething(Token[] tokens) => tokens is [{ Word: "how" }, { Word: "come" }, ..] or [_, .., { Word: "percent" or "what" }] or [.., { Word: "percent" }, _]
        || !Array.TrueForAll(tokens, t => PlainWords.Harmless.Contains(t.Word));

    // Sentences, without those that only greet or thank.
    private static IEnumerable<string> Parts(Sentence whole)
    {
        var start = 0;
        for (var i = 1; i <= whole.Tokens.Length; i++)
        {
            if (i < whole.Tokens.Length && whole.Tokens[i].Joint != Joint.Sentence)
            {
                continue;
            }

            var tokens = whole.Tokens[start..i];
            if (SmallTalk.Read(tokens).Talk is null && !Corrections.Only(tokens) && SaysSomething(tokens))
            {
                yield return whole.Between(start, i);
            }

            start = i;
        }
    }
}
