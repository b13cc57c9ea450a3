using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>"This shift" and "the last shift": no name of a shift, but the one that the clock says. Which that is the calendar of the plant knows.</summary>
public static class ClockShifts
{
    /// <summary>The shift that is running.</summary>
    public const string Running = "this shift";

    /// <summary>The shift that ended last.</summary>
    public const string Ended = "last shift";

    private static readonly string[] RunningWords = ["this", "present", "ongoing", "running"];
    private static readonly string[] EndedWords = ["last", "previous", "past", "prior", "preceding"];
    private static readonly string[] Beside = ["vs", "versus", "against", "with", "to", "than", "and"];

    private static readonly Entity RunningShift = new(SlotKind.Shift, Running);
    private static readonly Entity EndedShift = new(SlotKind.Shift, Ended);

    internal static EntityMention? At(Token[] tokens, int at, EntityIndex index)
    {
        var shift = tokens[at].IsAny(RunningWords) ? RunningShift : tokens[at].IsAny(EndedWords) ? EndedShift : null;
        if (shift is null || !index.Has(SlotKind.Shift))
            return null;
        var said = at + 1 < tokens.Length && tokens[at + 1].Joint < Joint.Comma;
        return said && tokens[at + 1].Is("shift") ? new(at, at + 2, SlotKind.Shift, Certainty.Sure, shift, [shift])
            : shift == EndedShift && IsOtherThanRunning(tokens, at) ? new(at, said ? at + 2 : at + 1, SlotKind.Shift, Certainty.Sure, shift, [shift])
            : null;
    }

    // "This shift against the last one", "this shift vs last".
    private static bool IsOtherThanRunning(Token[] tokens, int at)
    {
        var before = at > 0 && tokens[at - 1].Is("the") ? at - 2 : at - 1;
        return before > 1 && tokens[before].IsAny(Beside) && (at + 1 == tokens.Length || tokens[at + 1].Is("one"))
            && Enumerable.Range(0, before - 1).Any(i => tokens[i].IsAny(RunningWords) && tokens[i + 1].Is("shift"));
    }
}
