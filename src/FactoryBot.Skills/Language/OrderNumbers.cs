using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>Reads work orders: the words of one of the tenant's series with a number ("WO-1004", "wo 1004"), or the noun with one ("work order 1004").
/// Whether there is such an order only the data knows.</summary>
public static class OrderNumbers
{
    // A shorter number alone counts things.
    private const int LeastDigits = 3;

    private static readonly string[] Nouns = ["order", "orders", "workorder", "workorders"];
    private static readonly string[] Numbering = ["no", "nr", "number", "num"];

    internal static EntityMention? At(Token[] tokens, int at, EntityIndex index) =>
        index.Series.Count == 0 ? null : OfSeries(tokens, at, index.Series) ?? OfNoun(tokens, at, index.Series);

    /// <summary>"1005" after a question for WO-1004: the order of the same series; null where the earlier name does not end in a number.</summary>
    public static string? Sibling(string order, string number)
    {
        var series = order.AsSpan().TrimEnd("0123456789");
        return series.Length == order.Length || number.Length < LeastDigits ? null : $"{series}{number}";
    }

    private static EntityMention? OfSeries(Token[] tokens, int at, IReadOnlyList<NameForm> series)
    {
        foreach (var form in series)
        {
            var number = at + form.Parts.Length;
            if (form.Parts.Length > 0 && number < tokens.Length && Matches(form, tokens, at) && IsNumber(tokens, number))
                return Mention(StartOfNoun(tokens, at), number, form.Entity.Name, tokens);
        }

        return null;
    }

    private static EntityMention? OfNoun(Token[] tokens, int at, IReadOnlyList<NameForm> series)
    {
        if (!tokens[at].IsAny(Nouns))
            return null;
        var number = at + 1 < tokens.Length && tokens[at + 1].IsAny(Numbering) ? at + 2 : at + 1;
        // "Order 1000 pieces" asks to buy, and customers have orders too: the work is said.
        var start = StartOfNoun(tokens, at);
        if (number >= tokens.Length || !IsNumber(tokens, number) || (start == at && !tokens[at].Word.StartsWith("work", StringComparison.Ordinal)))
            return null;
        // Of several series only the data tells which one is meant.
        return Mention(start, number, series is [var only] ? only.Entity.Name : "", tokens);
    }

    private static bool IsNumber(Token[] tokens, int at) => tokens[at] is { Digits: true, Joint: < Joint.Comma };

    private static bool Matches(NameForm form, Token[] tokens, int at)
    {
        for (var i = 0; i < form.Parts.Length; i++)
        {
            if (!form.Parts[i].Matches(tokens[at + i]) || (i > 0 && tokens[at + i].Joint >= Joint.Comma))
                return false;
        }

        return true;
    }

    private static int StartOfNoun(Token[] tokens, int at)
    {
        var start = at > 0 && tokens[at - 1].IsAny(Nouns) && tokens[at].Joint < Joint.Comma ? at - 1 : at;
        return start > 0 && tokens[start].IsAny(Nouns) && tokens[start - 1].Is("work") ? start - 1 : start;
    }

    private static EntityMention Mention(int start, int number, string series, Token[] tokens)
    {
        var order = new Entity(SlotKind.WorkOrder, series + tokens[number].Word);
        return new(start, number + 1, SlotKind.WorkOrder, Certainty.Sure, order, [order]);
    }
}
