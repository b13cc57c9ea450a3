using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Just the breakdowns", "leave out the breaks", "without the planned ones" after an answer: only a part of it is wanted. Of a value that has one other
/// side, or a few, these are asked for; what cannot be left out is said.</summary>
internal sealed class Narrowed(Vocabulary vocabulary, PlannerContext context)
{
    private static readonly string[] Opening = ["and", "ok", "okay", "so", "but", "now", "please", "can", "you", "could"];
    private static readonly string[] Articles = ["the", "any", "all", "a", "for", "of"];
    private static readonly string[] Closing = ["please", "pls", "then", "from", "it", "that", "this", "out", "thanks"];

    // The words that leave out; of those with "out" it may stand behind.
    private static readonly string[] Leaving = ["leave", "leaving", "take", "taking"];
    private static readonly string[] Without = ["without", "except", "excluding", "exclude", "excl", "minus", "ignore", "ignoring", "skip", "skipping", "drop", "omit", "remove"];

    public Outcome? Of(Clause clause, IReadOnlyList<EarlierCall> previous)
    {
        if (previous is not [var last] || clause.Names.Count + clause.Periods.Count + clause.Limits.Count > 0 || clause.Tokens.Length is < 2 or > MostWords
            || vocabulary.Functions.FirstOrDefault(f => f.WhyNot is null && f.Words.Function.Name == last.Function) is not { Words: { Reads: true, IsFigure: true } } offered)
        {
            return null;
        }

        var tokens = clause.Tokens;
        var at = Array.FindIndex(tokens, t => !t.IsAny(Opening));
        if (at < 0)
            return null;
        var end = tokens.Length;
        while (end > at + 1 && tokens[end - 1].IsAny(Closing))
            end--;
        if (tokens[at].IsAny(["only", "just"]) && offered.Words.Causes.Length > 0 && !clause.Tokens.Any(t => t.IsAny(["over", "under"])))
            return Read(clause, at + 1, end, offered) is { NamesCause: true, Values: [var cause] } ? With(last, cause.Slot, cause.Value) : null;
        var leaves = tokens[at].IsAny(Without) || (tokens[at].IsAny(Leaving) && tokens.Skip(at + 1).Any(t => t.Is("out")));
        if (!leaves)
            return null;
        at += tokens[at].IsAny(Leaving) && at + 1 < tokens.Length && tokens[at + 1].Is("out") ? 2 : 1;
        if (Read(clause, at, end, offered)?.Values is not [var first, ..] values || values.Any(v => v.Slot != first.Slot))
            return null;
        return first.Slot.Kind is SlotKind.StopReason or SlotKind.DefectType ? CannotLeaveOut(last, offered.Words, values) : Others(last, offered.Words, first.Slot, values);
    }

    private const int MostWords = 9;

    // The values that the words name; null where they name anything else.
    private FunctionMatch? Read(Clause clause, int at, int end, OfferedWords offered)
    {
        while (at < end && clause.Tokens[at].IsAny(Articles))
            at++;
        if (at >= end)
            return null;
        var rest = clause.Sentence.Between(at, end);
        return new[] { "because of " + rest, rest }.Select(text => FunctionMatch.Of(offered, Clause.Read(text, vocabulary, context, null, follows: true), vocabulary))
            .Where(match => match.Values.Count > 0 && match.Missing.TrueForAll(match.StandsForValue)).MaxBy(match => match.Values.Count);
    }

    private static Outcome With(EarlierCall last, Slot slot, string value) =>
        Outcome.Call([last with { Arguments = new Dictionary<string, object?>(last.Arguments, StringComparer.Ordinal) { [slot.Name] = value } }]);

    // What is not planned is unplanned; what is neither low nor medium is high or critical.
    private static Outcome? Others(EarlierCall last, FunctionWords words, Slot slot, List<SlotValue> values)
    {
        if (slot.Kind is not SlotKind.Severity && !values.TrueForAll(v => v.Value is "planned" or "unplanned"))
            return null;
        var others = words.Choices.Where(c => c.Slot == slot).Select(c => c.Value).Distinct().Except(values.Select(v => v.Value)).Where(v => slot.Kind is SlotKind.Severity || v is "planned" or "unplanned").ToList();
        return others.Count is 0 or > 3 ? null : Outcome.Call(others.Select(other => With(last, slot, other).Calls[0]));
    }

    private static Outcome CannotLeaveOut(EarlierCall last, FunctionWords words, List<SlotValue> values)
    {
        var (subject, names) = (words.Function.Subjects[0], string.Join(" and ", values.Select(v => v.Value).Distinct()));
        var place = last.Arguments.GetValueOrDefault("machine") ?? last.Arguments.GetValueOrDefault("line") ?? "the whole plant";
        var of = $"of {place}{last.When()}";
        var noun = KindNouns.Noun(values[0].Slot.Kind);
        return SkillResult.No(
            ResultStatus.Clarify,
            $"I cannot leave {names} out: a figure is of one {noun} or of all, and the answer lists each of them. Which do you want?",
            [
                .. values[0].Slot.Kind == SlotKind.StopReason ? (Choice[])[new("Unplanned stops only", $"unplanned {subject} {of}")] : [],
                new($"Only {values[0].Value}", $"{subject} because of {values[0].Value} {of}"),
                new("All of them", $"{subject} {of}"),
            ]);
    }
}
