using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Times of a day, as far as they must be known for what they are: "between 6 and 10", "6 am", "in the afternoon".</summary>
internal static class Hours
{
    private const int LastHour = 24;

    private static readonly string[] PartsOfDay = ["morning", "afternoon", "evening", "noon", "midday", "midnight", "tonight"];

    private static readonly string[] Sure =
        ["morning", "afternoon", "evening", "noon", "midday", "midnight", "tonight", "hour", "hours", "hr", "hrs", "h", "pm", "uhr", "oclock", "minutes", "morgens", "abends"];

    private static readonly string[] Beside = ["last", "past", "half", "quarter", "early", "late", "around", "about", "until", "after", "before", "since", "between", "to", "o", "clock", "p", "m"];

    private static readonly string[] Leads = ["between", "from", "at", "to", "until", "and", "around", "about", "after", "before", "since"];

    /// <summary>"Morning", "noon": less than a day.</summary>
    public static bool IsPartOfDay(string word) => Array.IndexOf(PartsOfDay, word) >= 0;

    /// <summary>Whether the tokens are nothing else.</summary>
    public static bool Are(List<int> tokens, Clause clause)
    {
        var sure = false;
        foreach (var at in tokens)
        {
            var token = clause.Tokens[at];
            var isHour = token is { Digits: true, Number: <= LastHour or 48 or 36 or 72 };
            if (!isHour && !token.IsAny(Sure) && !token.IsAny(Beside) && !(token is { Digits: true } && token.Joint is Joint.None or Joint.Dot or Joint.Space && at > 0 && tokens.Contains(at - 1)))
            {
                return false;
            }

            sure |= token.IsAny(Sure) || (isHour && at > 0 && clause.Tokens[at - 1].IsAny(Leads));
        }

        return sure;
    }
}
