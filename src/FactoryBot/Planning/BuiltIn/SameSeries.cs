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

    /// <summary>"And WO-1005?": nothing but the number of an order.</summary>
    public static bool IsOrderAlone(Clause clause) => clause is { Content.Length: 0, Periods.Count: 0, Names: [{ Kind: SlotKind.WorkOrder }] };

    /// <summary>"How did this shift go" after a work order is a question of its own, not one for the order in that shift.</summary>
    public static bool LeavesOrder(Clause clause, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary) => previous is [var call] && OrderOf(call, vocabulary) is not null
        && !clause.GoesOn && clause.Tokens is [{ Word: "how" or "what" }, { Word: "did" or "was" or "is" or "were" or "went" or "happened" }, _, ..]
        && !clause.Tokens.Any(t => t.IsAny(["it", "its", "that", "there"])) && (clause.Scopes.Any() || clause.Of(SlotKind.Shift).Any() || clause.Periods.Count > 0);

    /// <summary>The question with the number of the order in place of "it"; null where nothing before was of an order.</summary>
    public static string? WithNumber(Sentence sentence, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary) =>
        previous is [var call] && OrderOf(call, vocabulary) is { } order && Array.FindIndex(sentence.Tokens, t => t.Is("it")) is >= 0 and var at ? sentence.Replace(at, at + 1, order) : null;

    private static string? OrderOf(EarlierCall call, Vocabulary vocabulary) =>
        vocabulary.Named(call.Function)?.Words.Slot(SlotKind.WorkOrder) is { } slot
            ? call.Arguments.GetValueOrDefault(slot.Name) as string
            : null;
}
