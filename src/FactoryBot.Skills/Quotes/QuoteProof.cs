using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Where the figures of a quote come from.</summary>
internal static class QuoteProof
{
    private const int Version = 1;

    public static ProofLine Of(QuoteView view, Asker asker) => new(
        QuoteText.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(view.Version.MadeAt, asker.TimeZone).DateTime)),
        $"{view.Quote.Number} v{QuoteText.Number(view.Quote.Version)}",
        [],
        view.Content.Lines.Count,
        "total = Σ packs × price",
        Version,
        view.Version.MadeAt,
        view.Version.Hash[..12]);

    public static ProofLine Of(string what, long rows, string formula, Asker asker) => new(
        QuoteText.Day(asker.Today), what, [], rows, formula, Version, null, asker.TurnId.ToString("N")[..8]);
}
