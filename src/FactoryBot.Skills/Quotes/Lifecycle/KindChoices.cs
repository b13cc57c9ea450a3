using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>"Use the zinc ones for all lines": for each open line the one of its choices that has what the words say. Pure.</summary>
internal static class KindChoices
{
    /// <param name="place">From 1; null: every open line.</param>
    /// <returns>For each open line that is meant the choices that the words fit; the line is decided where it is one.</returns>
    public static IReadOnlyList<(int Place, IReadOnlyList<LineChoice> Fitting)> Of(QuoteContent content, int? place, string words)
    {
        var asked = Lacks.Asked(words);
        return asked.Length == 0 ? [] :
        [
            .. content.Lines.Select((line, i) => (Line: line, Place: i + 1))
                .Where(l => l.Line.IsOpen && (place is null || l.Place == place))
                .Select(l => (l.Place, (IReadOnlyList<LineChoice>)[.. l.Line.Choices.Where(c => Has(c, asked))])),
        ];
    }

    private static bool Has(LineChoice choice, Feature[] asked)
    {
        var has = ReadFeatures.Of($"{choice.Number} {choice.Description}");
        return asked.All(a => a.IsSaidBy(has));
    }
}
