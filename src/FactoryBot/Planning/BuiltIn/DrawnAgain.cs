using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"As a chart", "draw that" after an answer that has no course over time to be shown, as of two things side by side: that answer is drawn.</summary>
internal static class DrawnAgain
{
    private static readonly string[] Pictures =
        ["chart", "charts", "graph", "graphs", "graphic", "diagram", "plot", "plotted", "draw", "drawn", "drawing", "picture", "visual", "visualise", "visualize", "visualised", "visualized", "graphically", "bars"];

    private static readonly string[] Around =
    [
        "as", "a", "an", "the", "that", "it", "this", "these", "those", "them", "show", "me", "can", "could", "i", "you", "we", "have", "get", "give", "see", "like", "want", "need", "would", "please", "pls", "of", "in", "into",
        "make", "turn", "put", "and", "ok", "okay", "now", "to", "nice", "also", "again", "same", "answer", "figures", "numbers", "do", "as", "with", "for", "too", "just", "thanks", "up", "out",
    ];

    public static Outcome? Of(Sentence whole, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (previous is not [var last, ..] || !whole.Tokens.Any(t => t.IsAny(Pictures)) || !whole.Tokens.All(t => t.IsAny(Pictures) || t.IsAny(Around)) || GoesOverTime(last, vocabulary)
            || vocabulary.Named(last.Function)?.Words is not { Reads: true }
            || vocabulary.Functions.FirstOrDefault(f => f.Words.Function is { ShowsAgain: true, Slots: [{ Kind: SlotKind.Choice, Required: true }] }) is not { } draws)
        {
            return null;
        }

        var slot = draws.Words.Function.Slots[0];
        return draws.WhyNot is { } why ? why
            : Outcome.Call([new(draws.Words.Function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [slot.Name] = slot.Values[0].Split('=')[0] })]);
    }

    // A figure of its own, of which a trend is drawn; not where it is cut into parts.
    private static bool GoesOverTime(EarlierCall call, Vocabulary vocabulary) => SideBySide.FigureOf(call, vocabulary) is not null && !call.Arguments.ContainsKey(RankedFirst.By);
}
