using System.Globalization;
using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>A quote as it stands on paper, in the tenant's words and formats; PDF and DOCX are both written from it.</summary>
internal sealed record QuotePaper
{
    public static readonly IReadOnlyList<PaperColumn> Columns =
        [new("Pos.", 0.07, true), new("Part", 0.16, false), new("Description", 0.32, false), new("Quantity", 0.17, true), new("Price", 0.15, true), new("Total", 0.13, true)];

    // A space at which no line is broken.
    private const char Together = '\u00A0';

    public required string Title { get; init; }

    /// <summary>Printed across every page; null on an approved quote.</summary>
    public string? Mark { get; init; }
    public byte[]? Logo { get; init; }
    public required string Company { get; init; }
    public required IReadOnlyList<string> CompanyLines { get; init; }
    public required IReadOnlyList<string> To { get; init; }
    public required IReadOnlyList<(string Name, string Value)> Facts { get; init; }
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }
    public required (string Name, string Value) Total { get; init; }
    public required IReadOnlyList<string> Closing { get; init; }
    public required string Footer { get; init; }

    /// <param name="mark">What is printed across the page where the version is not approved.</param>
    /// <param name="zone">Where the plant is: the day of the quote is the day there. Null: UTC.</param>
    public static QuotePaper Of(QuoteView view, QuoteSettings settings, byte[]? logo, string? mark, TimeZoneInfo? zone = null)
    {
        var culture = Culture(settings.Culture);
        var (quote, content) = (view.Quote, view.Content);
        var facts = new List<(string, string)>
        {
            ("Quote", quote.Number),
            ("Date", Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(view.Version.MadeAt, zone ?? TimeZoneInfo.Utc).DateTime))),
            ("Valid until", quote.ValidUntil is { } until ? Day(until) : "–"),
        };
        if (content.Reference.Length > 0)
            facts.Add(("Your reference", content.Reference));
        if (content.Lines.Max(l => l.LeadDays) is { } days)
            facts.Add(("Lead time", days == 0 ? "from stock" : days.ToString(culture) + " days"));
        return new()
        {
            Title = $"Quote {quote.Number}",
            Mark = mark,
            Logo = logo,
            Company = settings.Company,
            CompanyLines = Split(settings.Address),
            To = [.. new[] { content.Customer, content.Contact }.Where(t => t.Length > 0), .. Split(content.Address)],
            Facts = facts,
            Rows = [.. content.Lines.SelectMany((line, i) => (IEnumerable<IReadOnlyList<string>>)[Row(line, i + 1, culture), .. line.Breaks.Select(b => BreakRow(line, b, culture))])],
            Total = ($"Total{(content.Currency.Length > 0 ? " " + content.Currency : "")}", content.Total.ToString("N2", culture)),
            Closing = Apart(Split(content.Notes), Split(content.Terms ?? settings.Terms)),
            Footer = $"{quote.Number} · version {quote.Version.ToString(culture)} · {view.Version.Hash[..12]}",
        };

        string Day(DateOnly day) => day.ToString("d", culture);
    }

    private static string[] Row(QuoteLine line, int place, CultureInfo culture) =>
    [
        place.ToString(culture), line.Number, line.IsOpen ? line.Wording : line.Description, Quantity(line, culture), Price(line, line.Price, culture), line.Total?.ToString("N2", culture) ?? "–",
    ];

    // Under its line, without a place of its own: a choice of the reader's, not one more thing in the total.
    private static string[] BreakRow(QuoteLine line, QuantityPrice at, CultureInfo culture) =>
    [
        "", "", "or at this quantity", Quantity(line with { Quantity = at.Quantity, Packs = at.Packs }, culture), Price(line, at.Price, culture), at.Total is { } total ? $"({total.ToString("N2", culture)})" : "–",
    ];

    // What the price is for stands below it, where that is not one piece: figures stand under figures.
    private static string Price(QuoteLine line, decimal? price, CultureInfo culture) =>
        price is not null && line.PackQuantity > 1 ? $"{Price(price, culture)}\n/{Together}{line.PackQuantity.ToString("#,0.###", culture)}" : Price(price, culture);

    private static string Price(decimal? price, CultureInfo culture) => price is { } known ? known.ToString(known == decimal.Round(known, 2) ? "N2" : "N4", culture) : "–";

    private static string Quantity(QuoteLine line, CultureInfo culture)
    {
        var amount = line.Quantity?.ToString("#,0.###", culture) ?? "?";
        var unit = line.Unit.Length > 0 ? " " + line.Unit : "";
        return line.PackQuantity > 1 && line.Packs is { } packs ? $"{amount}{unit} ({packs.ToString("#,0.###", culture)}{Together}×{Together}{line.PackQuantity.ToString("#,0", culture)})" : amount + unit;
    }

    // An empty line between what is said of this quote and what is said on all of them.
    private static IReadOnlyList<string> Apart(string[] notes, string[] terms) => notes.Length == 0 || terms.Length == 0 ? [.. notes, .. terms] : [.. notes, "", .. terms];

    private static string[] Split(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static CultureInfo Culture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}

/// <param name="Share">Of the width of the page.</param>
internal sealed record PaperColumn(string Title, double Share, bool Right);
