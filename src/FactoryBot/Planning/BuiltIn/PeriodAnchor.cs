using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>The time that "the week before" is counted from: the earliest that the question before was about.</summary>
internal static class PeriodAnchor
{
    public static Period? Of(IReadOnlyList<EarlierCall> previous)
    {
        Period? earliest = null;
        foreach (var text in previous.SelectMany(c => c.Arguments.Values).OfType<string>())
        {
            if (text.Length is 10 or 21 && char.IsAsciiDigit(text[0]) && PeriodReader.Read(text, DateOnly.MaxValue).Period is { } period
                && (earliest is null || period.From < earliest.From))
            {
                earliest = period;
            }
        }

        return earliest;
    }
}
