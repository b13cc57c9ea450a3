using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"And 1005?" after a question for WO-1004: a number alone is the work order of the same series.</summary>
internal static class SameSeries
{
    /// <returns>The question with the order's whole name; as it was where it says more than a number, or nothing before was of an order.</returns>
    public static string Named(string text, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (previous is not [var call] || OrderOf(call, vocabulary) is not { } order)
            return text;
        var sentence = Sentence.Of(text);
        var numbers = sentence.Tokens.Index().Where(t => t.Item.Digits).ToList();
        return numbers is [var (at, number)] && sentence.Tokens.Index().All(t => t.Index == at || PlainWords.FollowUp.Contains(t.Item.Word) || PlainWords.Harmless.Contains(t.Item.Word))
            && OrderNumbers.Sibling(order, number.Word) is { } sibling
            ? sentence.Replace(at, at + 1, sibling)
            : text;
    }

    private static string? OrderOf(EarlierCall call, Vocabulary vocabulary) =>
        vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Name == call.Function)?.Words.Slot(SlotKind.WorkOrder) is { } slot
            ? call.Arguments.GetValueOrDefault(slot.Name) as string
            : null;
}
