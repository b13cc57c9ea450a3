using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Make it 7:15" after something was to come by itself at 6:30: when it comes is changed.</summary>
internal static class Reschedule
{
    private static readonly string[] Around =
        ["make", "it", "that", "change", "set", "move", "to", "at", "rather", "better", "instead", "and", "no", "sorry", "actually", "oh", "wait", "please", "pls", "a", "the", "i", "meant", "mean", "let", "lets", "s", "do", "can", "you", "we", "have", "on", "for"];

    private static readonly string[] Reasons = ["i", "im", "we", "it", "its", "that", "thats", "because", "since", "as", "nobody", "they", "my", "the"];

    public static Outcome? Of(Sentence whole, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (previous is not [var last] || vocabulary.Named(last.Function)?.Words is not { Reads: false } words || words.Slot(SlotKind.Schedule) is null
            || vocabulary.Functions.FirstOrDefault(f => f.Words is { Reads: false } w && w.Slot(SlotKind.Schedule) is not null && w.Function.Subjects.Any(s => s.StartsWith("change", StringComparison.Ordinal))) is not { } changes)
        {
            return null;
        }

        // Why is said behind a comma.
        var end = Array.FindIndex(whole.Tokens, t => t.Joint == Joint.Comma && t.IsAny(Reasons));
        var said = Sentence.Of(whole.Between(0, end > 0 ? end : whole.Tokens.Length));
        var schedules = ScheduleReader.Find(said, null, halves: true);
        var timed = new bool[said.Tokens.Length];
        foreach (var schedule in schedules)
            Array.Fill(timed, true, schedule.Start, schedule.End - schedule.Start);
        if (schedules.Count == 0 || !said.Tokens.Where((_, i) => !timed[i]).All(t => t.IsAny(Around)))
            return null;
        return changes.WhyNot is { } why ? why
            : Outcome.Call([new(changes.Words.Function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [changes.Words.Slot(SlotKind.Schedule)!.Name] = ScheduleReader.Words(schedules) })]);
    }
}
