using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning;

/// <summary>Says on an answer that a call before it had failed and was corrected.</summary>
internal static class Mended
{
    /// <param name="replaced">Calls that are no part of the answer.</param>
    public static SkillResult Say(SkillResult result, IReadOnlyList<CallOutcome> replaced)
    {
        var notes = replaced.Select(o => o.Result?.Repair?.Note).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (notes.Count == 0 || result.Status != ResultStatus.Answered)
            return result;
        var lines = notes.Select(n => (CardElement)TextBlock.Warning(n));
        return result with
        {
            Warnings = [.. result.Warnings, .. notes],
            Card = result.Card is { } card ? card with { Body = [.. card.Body.Take(1), .. lines, .. card.Body.Skip(1)] } : null,
        };
    }
}
