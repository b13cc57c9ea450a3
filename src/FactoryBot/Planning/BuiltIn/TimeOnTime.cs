using System.Text.RegularExpressions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Month over month", "week on week", "YoY": the one that runs held against the one before.</summary>
internal static partial class TimeOnTime
{
    /// <summary>The question with both times in words of their own.</summary>
    public static string Plain(string text, DateOnly today)
    {
        if (text.Length > MostTyped || (Said().Match(text) is not { Success: true } && Letters().Match(text) is not { Success: true }))
            return text;
        var found = Said().Match(text) is { Success: true } words ? words : Letters().Match(text);
        var unit = found.Groups["unit"] is { Success: true, Value: var typed } ? typed : Unit(found.Value);
        var rest = text.Remove(found.Index, found.Length);
        return PeriodReader.Find(Sentence.Of(rest), null, today) switch
        {
            [] => text.Remove(found.Index, found.Length).Insert(found.Index, $"this {unit} against last {unit}"),
            // "Year over year November".
            [_] => $"{rest.TrimEnd(' ', '?', '.', '!')} against the same period a {unit} earlier",
            _ => text,
        };
    }

    private const int MostTyped = 300;

    private static string Unit(string letters) => char.ToLowerInvariant(letters[0]) switch { 'w' => "week", 'm' => "month", 'q' => "quarter", _ => "year" };

    [GeneratedRegex(@"\b(?<unit>week|month|quarter|year)[\s-]+(?:over|on|versus|vs\.?)[\s-]+\k<unit>\b", RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:WoW|MoM|QoQ|YoY|w/w|m/m|q/q|y/y)(?!\w)")]
    private static partial Regex Letters();
}
