using System.Collections.Frozen;
using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>Reads bounds: "below 70 percent", "over 2 hours", "more than 1,000 pieces", "at least 85%", "&lt; 3 %", "below average".
/// "Over the last 3 days" is a time and none.</summary>
public static class LimitReader
{
    private static readonly (string[] Words, bool Below, bool Included)[] Bounds =
    [
        (["no", "more", "than"], true, true), (["not", "more", "than"], true, true), (["no", "less", "than"], false, true), (["not", "less", "than"], false, true),
        (["less", "than"], true, false), (["lower", "than"], true, false), (["fewer", "than"], true, false), (["smaller", "than"], true, false), (["shorter", "than"], true, false),
        (["more", "than"], false, false), (["greater", "than"], false, false), (["higher", "than"], false, false), (["longer", "than"], false, false), (["larger", "than"], false, false),
        (["bigger", "than"], false, false), (["at", "least"], false, true), (["at", "most"], true, true), (["up", "to"], true, true),
        (["below"], true, false), (["under"], true, false), (["beneath"], true, false), (["above"], false, false), (["over"], false, false), (["exceeding"], false, false),
        (["reach"], false, true), (["reaches"], false, true), (["reached"], false, true), (["reaching"], false, true), (["hit"], false, true), (["hits"], false, true),
        (["achieve"], false, true), (["achieves"], false, true), (["achieved"], false, true), (["get", "to"], false, true), (["got", "to"], false, true),
        (["exceeds"], false, false), (["exceeded"], false, false), (["exceed"], false, false), (["beyond"], false, false),
    ];

    private static readonly FrozenSet<string> FirstWords = Bounds.Select(b => b.Words[0]).ToFrozenSet(StringComparer.Ordinal);

    // Tokens have "a" for "an".
    private static readonly (string[] Words, decimal Minutes)[] HoursInWords =
    [
        (["a", "hour", "and", "a", "half"], 90), (["one", "and", "a", "half", "hours"], 90), (["three", "quarters", "of", "a", "hour"], 45),
        (["a", "quarter", "of", "a", "hour"], 15), (["quarter", "of", "a", "hour"], 15), (["half", "a", "hour"], 30), (["half", "hour"], 30),
        (["a", "hour"], 60), (["a", "minute"], 1),
    ];

    private static readonly string[] Average = ["average", "avg", "mean"];

    /// <summary>Reads a function's argument.</summary>
    /// <returns>Null where the words are no bound, or more than one.</returns>
    public static Limit? Read(string text)
    {
        var sentence = Sentence.Of(text.Length > 100 ? text[..100] : text);
        return Find(sentence, null) is [var only] && only.Start == 0 && only.End == sentence.Tokens.Length ? only.Limit : null;
    }

    /// <summary>A bound that was said without a unit, in the unit of the one that was spoken of before.</summary>
    /// <param name="before">Null where there was none.</param>
    public static string InUnitOf(string bound, string? before) =>
        before is not null && Read(bound) is { Unit: LimitUnit.Unsaid, Value: not null } unsaid && Read(before) is { Unit: not LimitUnit.Unsaid } said
            ? (unsaid with { Unit = said.Unit }).ToString()
            : bound;

    /// <summary>All that a sentence speaks of, in their order.</summary>
    /// <param name="taken">Tokens that have another meaning already; may be null.</param>
    public static IReadOnlyList<LimitMention> Find(Sentence sentence, bool[]? taken)
    {
        List<LimitMention>? found = null;
        for (var at = 0; at < sentence.Tokens.Length;)
        {
            var mention = At(sentence, at);
            if (mention is not null && (taken is null || !taken.AsSpan(mention.Start, mention.End - mention.Start).Contains(true)))
                (found ??= []).Add(mention);
            at = mention?.End ?? at + 1;
        }

        return found ?? (IReadOnlyList<LimitMention>)[];
    }

    private static LimitMention? At(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        if (Sign(sentence, at) is { } sign)
            return Bound(sentence, at, at, sign.Below, sign.Included);
        if (!FirstWords.Contains(tokens[at].Word))
            return null;
        foreach (var (words, below, included) in Bounds)
        {
            if (!StartsWith(tokens, at, words))
                continue;
            var value = at + words.Length;
            if (PartOfHour(tokens, value) is { } spoken)
                return new(at, spoken.End, spoken.Minutes >= 60 ? new(below, included, spoken.Minutes / 60, LimitUnit.Hours) : new(below, included, spoken.Minutes, LimitUnit.Minutes));
            while (value < tokens.Length && tokens[value].IsAny(["a", "the", "of", "our"]))
                value++;
            return value < tokens.Length && tokens[value].IsAny(Average)
                ? new(at, value + 1, new(below, false, null, LimitUnit.Unsaid))
                : Bound(sentence, at, value, below, included);
        }

        return null;
    }

    // "Half an hour", "an hour", "an hour and a half", "a quarter of an hour".
    private static (decimal Minutes, int End)? PartOfHour(Token[] tokens, int at)
    {
        foreach (var (words, minutes) in HoursInWords)
        {
            if (StartsWith(tokens, at, words))
                return (minutes, at + words.Length);
        }

        return null;
    }

    private static LimitMention? Bound(Sentence sentence, int start, int at, bool below, bool included)
    {
        if (Number(sentence, at) is not var (value, end) || UnitOf(sentence, end) is not var (unit, after))
            return null;
        return new(start, after, new(below, included, value, unit));
    }

    // The sign stands between the words, so it is no token itself.
    private static (bool Below, bool Included)? Sign(Sentence sentence, int at)
    {
        if (!sentence.Tokens[at].Digits)
            return null;
        var from = at == 0 ? 0 : sentence.Tokens[at - 1].End;
        var between = sentence.Text.AsSpan(from, sentence.Tokens[at].Start - from).Trim();
        return between switch { "<" => (true, false), "<=" or "≤" => (true, true), ">" => (false, false), ">=" or "≥" => (false, true), _ => null };
    }

    private static (decimal Value, int End)? Number(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        if (at >= tokens.Length || tokens[at].Number is not { } whole || tokens[at].Joint >= Joint.Comma && at > 0)
            return null;
        if (!tokens[at].Digits)
            return (whole, at + 1);
        var text = tokens[at].Word;
        var end = at + 1;
        while (end < tokens.Length && tokens[end].Digits && tokens[end].Start == tokens[end - 1].End + 1 && tokens[end].Joint is Joint.Dot or Joint.Comma)
        {
            // "1,000" is a thousand, "2,5" and "2.5" are two and a half.
            text += (tokens[end].Length == 3 && tokens[end].Joint == Joint.Comma ? "" : ".") + tokens[end].Word;
            end++;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (value, end) : null;
    }

    // Null where the number counts days or months: then the words speak of a time.
    private static (LimitUnit Unit, int End)? UnitOf(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        var last = tokens[at - 1];
        if (sentence.Text.AsSpan(last.End).TrimStart() is ['%', ..])
            return (LimitUnit.Percent, at);
        if (at >= tokens.Length || tokens[at].Joint >= Joint.Comma)
            return (LimitUnit.Unsaid, at);
        var unit = tokens[at];
        return unit.IsAny(["percent", "pct"]) ? (LimitUnit.Percent, at + 1)
            : unit.IsAny(["hour", "hours", "hrs", "hr", "h", "std"]) ? (LimitUnit.Hours, at + 1)
            : unit.IsAny(["minute", "minutes", "min", "mins", "m"]) ? (LimitUnit.Minutes, at + 1)
            : unit.IsAny(["piece", "pieces", "pcs", "part", "parts", "unit", "units"]) ? (LimitUnit.Pieces, at + 1)
            : PeriodWords.Unit(unit.Word) is not null || PeriodWords.Month(unit.Word) > 0 || unit.IsAny(["st", "nd", "rd", "th"]) || unit.Digits ? null
            : (LimitUnit.Unsaid, at);
    }

    private static bool StartsWith(Token[] tokens, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (at + i >= tokens.Length || !tokens[at + i].Is(words[i]))
                return false;
        }

        return true;
    }
}
