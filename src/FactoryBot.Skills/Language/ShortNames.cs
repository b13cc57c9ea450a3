using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>Where a name that is a common word, or two letters, is said as a name: "day" for the day shift.</summary>
internal static class ShortNames
{
    // "Did we hit the target on days yesterday"; "on days with over 3 % scrap" speaks of days.
    private static readonly string[] AfterDays = ["yesterday", "today", "last", "this", "please", "only", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week"];

    // "Day" is a shift only beside the word shift; a night needs none.
    public static bool MaySay(NameForm form, Token[] tokens, int at)
    {
        if (form is { Parts: [{ Word.Length: < 3, Number: null }] })
        {
            return (at > 0 && KindNouns.KindOf(tokens[at - 1].Word) == form.Entity.Kind)
                || (at + 1 < tokens.Length && KindNouns.KindOf(tokens[at + 1].Word) == form.Entity.Kind);
        }

        if (form.Entity.Kind != SlotKind.Shift || form.Parts.Length > 1 || form.Parts[0].Word.EndsWith("shift", StringComparison.Ordinal))
        {
            return true;
        }

        return tokens[at].IsAny(["night", "nights"])
            || (at + 1 < tokens.Length && tokens[at + 1].IsAny(["shift", "shifts", "crew"]))
            // "The late shift or the early one".
            || (at + 1 < tokens.Length && tokens[at + 1].Is("one") && Array.Exists(tokens, t => t.IsAny(["shift", "shifts"])))
            || IsFirstOfTwo(tokens, at)
            || IsOtherThanNight(tokens, at)
            || (at > 0 && tokens[at - 1].Is("shift"));
    }

    // "Day and night shift", "day vs night": the noun is said once, or not at all beside the night.
    private static bool IsFirstOfTwo(Token[] tokens, int at) =>
        at + 2 < tokens.Length && tokens[at + 1].IsAny(["and", "or", "vs", "with", "to", "against", "than"])
        && (tokens[at + 2].IsAny(["night", "nights", "nightshift"]) || (at + 3 < tokens.Length && tokens[at + 3].IsAny(["shift", "shifts"])));

    // "Did nights make more than days", "what did the night shift make vs day"; "how did days do".
    private static bool IsOtherThanNight(Token[] tokens, int at)
    {
        if (at == 0 || (at + 1 < tokens.Length && (tokens[at + 1].Digits || tokens[at + 1].IsAny(["before", "ago", "after", "by", "of", "missing", "in", "are", "were"]))))
            return false;
        var compared = tokens[at - 1].IsAny(["vs", "or", "and", "than", "against", "with", "to"]);
        return (compared && Array.Exists(tokens[..at], t => t.IsAny(["night", "nights", "nightshift"])))
            || (tokens[at].Is("days") && tokens[at - 1].Is("on") && (at + 1 == tokens.Length || tokens[at + 1].IsAny(AfterDays)))
            // "And what about days".
            || (tokens[at].Is("days") && at + 1 == tokens.Length && at <= 3 && tokens[at - 1].IsAny(["about", "and", "just", "only", "for"]) && tokens[0].IsAny(["what", "how", "and", "just", "only", "for"]))
            || (tokens[at].Is("days") && (tokens[at - 1].IsAny(["did", "do", "have"]) || (at + 1 < tokens.Length && tokens[at + 1].Is("only"))));
    }
}
