using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Is that going up" after the scratches of a machine is of the scratches. Where the function that tells it knows no defects, that is said: the figure of
/// everything would be taken for theirs.</summary>
internal static class Narrowing
{
    private static readonly SlotKind[] Kinds = [SlotKind.StopReason, SlotKind.StopCategory, SlotKind.DefectType, SlotKind.Severity];

    /// <param name="start">What the next call takes over from the one before.</param>
    /// <returns>What is asked back; null where nothing is lost, or another figure is asked for.</returns>
    public static Outcome? Lost(FunctionMatch match, FunctionWords? before, IReadOnlyList<EarlierCall> previous, Dictionary<string, object?> start)
    {
        var sameFigure = start.ContainsKey(CallBuilder.Figure) && !match.Values.Exists(v => v.Slot.Name == CallBuilder.Figure);
        if (!sameFigure || before is null || previous is not [var asked])
            return null;
        var lost = before.Function.Slots.Where(s => Kinds.Contains(s.Kind) && !match.Words.Has(s.Kind)).Select(s => asked.Arguments.GetValueOrDefault(s.Name)).OfType<string>().FirstOrDefault();
        return lost is null ? null : (Outcome)SkillResult.No(
            ResultStatus.Clarify,
            $"“{match.Words.Function.Title}” cannot be asked of “{lost}” alone. Shall I show it for everything?",
            new Choice("For everything", $"{start[CallBuilder.Figure]} {SentenceWriter.Subject(match.Words.Function)} of {Place(match.Words, start)}{asked.When()}"));
    }

    private static string Place(FunctionWords words, Dictionary<string, object?> start) =>
        words.Function.Slots.Where(s => Clause.IsScope(s.Kind)).Select(s => start.GetValueOrDefault(s.Name)).OfType<string>().FirstOrDefault("the whole plant");
}
