using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Reads how a tenant quotes out of words: "our quotes are valid for 45 days", "quote terms: 30 days net", "number format on quotes is German". Pure.</summary>
internal static partial class ReadSetting
{
    private static readonly Dictionary<string, string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["german"] = "de-DE", ["germany"] = "de-DE", ["deutsch"] = "de-DE", ["austrian"] = "de-AT", ["swiss"] = "de-CH", ["british"] = "en-GB", ["english"] = "en-GB", ["uk"] = "en-GB", ["us"] = "en-US",
        ["american"] = "en-US", ["french"] = "fr-FR", ["italian"] = "it-IT", ["spanish"] = "es-ES", ["dutch"] = "nl-NL", ["polish"] = "pl-PL", ["czech"] = "cs-CZ", ["swedish"] = "sv-SE", ["danish"] = "da-DK",
    };

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["euro"] = "EUR", ["euros"] = "EUR", ["€"] = "EUR", ["dollar"] = "USD", ["dollars"] = "USD", ["$"] = "USD", ["pound"] = "GBP", ["pounds"] = "GBP", ["£"] = "GBP", ["francs"] = "CHF",
    };

    /// <returns>The settings as they then are and what was done; null where nothing was understood.</returns>
    public static (QuoteSettings Settings, string Said)? Of(QuoteSettings old, string text)
    {
        var words = text.Trim();
        if (Terms().Match(words) is { Success: true } terms)
            return (old with { Terms = Lines(terms) }, $"Terms on quotes: {Lines(terms)}");
        if (Address().Match(words) is { Success: true } address)
            return (old with { Address = Lines(address) }, $"Address on quotes: {Lines(address).Replace("\n", ", ", StringComparison.Ordinal)}");
        if (Company().Match(words) is { Success: true } company)
            return (old with { Company = Lines(company) }, $"Company on quotes: {Lines(company)}");
        if (Validity().Match(words) is { Success: true } valid && int.TryParse(valid.Groups["n"].Value, CultureInfo.InvariantCulture, out var days))
        {
            days *= char.ToLowerInvariant(valid.Groups["unit"].Value[0]) switch { 'w' => 7, 'm' => 30, _ => 1 };
            return days is > 0 and <= 3650 ? (old with { ValidDays = days }, string.Create(CultureInfo.InvariantCulture, $"New quotes are valid for {days} days")) : null;
        }

        if (Percent().Match(words) is { Success: true } percent && Amounts.TryRead(percent.Groups["n"].Value, out var value) && value < 100)
            return Rate(old, percent.Groups["what"].Value.ToLowerInvariant(), value);
        if (Currency().Match(words) is { Success: true } currency)
            return CurrencyOf(currency.Groups["value"].Value) is { } code ? (old with { Currency = code }, $"New quotes are in {code}") : null;
        return Format().Match(words) is { Success: true } format && FormatOf(format.Groups["value"].Value) is { } culture
            ? (old with { Culture = culture }, string.Create(CultureInfo.GetCultureInfo(culture), $"Numbers on documents look like {1234567.89m:N2}, days like {new DateOnly(2026, 12, 31):d}")) : null;
    }

    private static (QuoteSettings, string)? Rate(QuoteSettings old, string what, decimal value)
    {
        var shown = value.ToString("0.##", CultureInfo.InvariantCulture) + " %";
        return what[0] switch
        {
            't' => (old with { TargetMargin = value }, $"Target margin: {shown}"),
            'r' or 'e' => (old with { RushPercent = value }, $"Surcharge for rush orders: {shown}"),
            _ => (old with { FloorMargin = value }, $"Lowest margin that is recommended: {shown}"),
        };
    }

    private static string? CurrencyOf(string word) =>
        Currencies.TryGetValue(word, out var code) ? code : word.Length == 3 && word.All(char.IsAsciiLetter) && !word.Equals("the", StringComparison.OrdinalIgnoreCase) ? word.ToUpperInvariant() : null;

    private static string? FormatOf(string word)
    {
        if (Formats.TryGetValue(word, out var known))
            return known;
        return CultureInfo.GetCultures(CultureTypes.SpecificCultures).FirstOrDefault(c => c.Name.Equals(word, StringComparison.OrdinalIgnoreCase))?.Name;
    }

    // A semicolon is a new line: an address is typed on one line in a chat.
    private static string Lines(Match match) => string.Join('\n', match.Groups["value"].Value.Split(';', '\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make)\s+)?(?:the\s+|our\s+)?(?:quotes?|quotation|payment)\s*(?:'s\s+)?(?:payment\s+)?terms(?:\s+on\s+(?:our\s+|the\s+)?quotes?)?\s*(?:to|are|is|=|:)\s*(?<value>(?s:.{1,1000}))$", RegexOptions.IgnoreCase)]
    private static partial Regex Terms();

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make)\s+)?(?:the\s+|our\s+)?(?:quotes?\s+)?(?:company\s+)?address(?:\s+(?:on|of|for)\s+(?:our\s+|the\s+)?quotes?)?\s*(?:to|is|=|:)\s*(?<value>(?s:.{1,500}))$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make)\s+)?(?:the\s+|our\s+)?(?:quotes?\s+)?company(?:\s+name)?(?:\s+(?:on|of|for)\s+(?:our\s+|the\s+)?quotes?)?\s*(?:to|is|=|:)\s*(?<value>.{1,150})$", RegexOptions.IgnoreCase)]
    private static partial Regex Company();

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make)\s+)?(?:(?:all\s+|our\s+|new\s+)*quotes\s+(?:are|should be|be|stay)\s+valid\s+(?:for\s+)?|(?:the\s+|our\s+)?(?:default\s+validity|validity\s+of\s+(?:our\s+|new\s+|all\s+)*quotes|quote\s+validity)\s*(?:to|is|=|:)?\s*)(?<n>\d{1,3})\s*(?<unit>days?|weeks?|months?)(?:\s+by default)?\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Validity();

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make)\s+)?(?:the\s+|our\s+)?(?<what>target|floor|lowest|minimum|min|rush|express)\s+(?:margin|surcharge|charge|extra)(?:\s+(?:on|of|for)\s+(?:our\s+|the\s+)?quotes?)?\s*(?:to|is|=|:)?\s*(?<n>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|percent)?\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make)\s+)?(?:the\s+|our\s+|all\s+|new\s+)*(?:quotes?\s+currency|currency\s+(?:of|on|for)\s+(?:our\s+|the\s+|new\s+)*quotes?|quotes\s+(?:are|should be)\s+in)\s*(?:to|is|=|:)?\s*(?<value>[a-z]{3,7}|[€$£])\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^(?:(?:please\s+)?(?:set|change|make|use)\s+)?(?:the\s+|our\s+)?(?:(?:quotes?\s+)?(?:number|date)\s+formats?(?:\s+(?:on|of|for)\s+(?:our\s+|the\s+)?(?:quotes?|documents?))?\s*(?:to|is|=|:)?\s*(?<value>[a-z-]{2,10})|(?<value>[a-z-]{2,10})\s+(?:number|date)\s+formats?(?:\s+(?:on|for)\s+(?:our\s+|the\s+)?(?:quotes?|documents?))?)\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Format();
}
