using System.Globalization;
using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Quotes;

/// <summary>Quotes in plain words and numbers.</summary>
internal static class QuoteText
{
    public static string Money(decimal value, string currency) =>
        value.ToString("#,0.00", CultureInfo.InvariantCulture) + (currency.Length > 0 ? " " + currency : "");

    /// <summary>Prices of a single pack may have more digits than cents.</summary>
    public static string Price(decimal? value) => value?.ToString("#,0.00##", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>The price of a line, with what it is for where that is not one piece: "12.40 per 100".</summary>
    public static string Price(QuoteLine line) =>
        line is { Price: not null, PackQuantity: > 1 } ? $"{Price(line.Price)} per {Amount(line.PackQuantity)}" : Price(line.Price);

    /// <summary>What is asked for and, where it is sold by the pack, what that makes: "250 (3 × 100)". The price is for one pack then.</summary>
    public static string Quantity(QuoteLine line) => line.Packs is { } packs && line.PackQuantity > 1
        ? $"{Amount(line.Quantity)} ({Amount(packs)} × {Amount(line.PackQuantity)})"
        : $"{Amount(line.Quantity)}{(line.Unit is "pcs" ? "" : " " + line.Unit)}";

    /// <summary>The line's place and part, as both cards show them: what is said of "line 3" is found there.</summary>
    public static string Part(QuoteLine line, int place) => $"{Number(place)} · {(line.IsOpen ? $"to choose: “{line.Wording}”" : $"{line.Number} · {line.Description}")}";

    public static string Amount(decimal? value) => value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "?";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    public static string Of(QuoteView view)
    {
        var (quote, content) = (view.Quote, view.Content);
        var open = content.Lines.Count(l => l.IsOpen);
        var uncounted = content.Lines.Count(l => l is { IsOpen: false, Quantity: null });
        var unpriced = content.Lines.Count(l => l is { IsOpen: false, Quantity: not null, Total: null });
        var sentences = new List<string>
        {
            $"{quote.Number}{(content.Customer.Length > 0 ? " for " + content.Customer : "")} is {Article(quote.State)}, version {Number(quote.Version)}, {Lines(content.Lines.Count)}, "
                + (content.IsComplete ? $"total {Money(content.Total, content.Currency)}." : $"total so far {Money(content.Total, content.Currency)}."),
        };
        if (open > 0)
            sentences.Add($"{Number(open)} {(open == 1 ? "line needs" : "lines need")} your choice: {string.Join("; ", content.Lines.Where(l => l.IsOpen).Take(3).Select(l => $"“{l.Wording}” ({Lower(l.Note)}{Offered(l)})"))}.");
        if (uncounted > 0)
            sentences.Add($"How many of {string.Join(", ", content.Lines.Where(l => l is { IsOpen: false, Quantity: null }).Take(3).Select(l => l.Description))}?");
        if (unpriced > 0)
            sentences.Add($"{Number(unpriced)} {(unpriced == 1 ? "line has" : "lines have")} no price.");
        return string.Join(' ', sentences);
    }

    private static string Offered(QuoteLine line) => line.Choices.Count == 0 ? "" : ": " + string.Join(", ", line.Choices.Take(3).Select(c => c.Number)) + (line.Choices.Count > 3 ? " ..." : "");

    public static string Lines(int count) => count == 1 ? "1 line" : $"{Number(count)} lines";

    public static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Article(QuoteState state) => state switch
    {
        QuoteState.Draft => "a draft",
        QuoteState.ChangesRequested => "back for changes",
        _ => QuoteStates.Spoken(state),
    };

    private static string Lower(string text) => text.Length == 0 ? "not found" : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');

    /// <summary>500: 11.40 per 100, total 57.00; 1,000: 10.80 per 100, total 108.00.</summary>
    public static string Breaks(QuoteLine line) =>
        string.Join("; ", line.Breaks.Select(b => $"{Amount(b.Quantity)}: {(b.Price is null ? "no price" : $"{Price(line with { Price = b.Price })}, total {Price(b.Total)}")}"));
}
