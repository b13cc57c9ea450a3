using System.Globalization;
using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Does changes to a quote's content, those that need nothing from outside it. Pure; prices are made anew afterwards.</summary>
internal static class ApplyEdits
{
    /// <returns>The content, or the sentence that says why it is not done.</returns>
    public static (QuoteContent Content, string What, string? Problem) Of(QuoteContent content, QuoteEdit edit) => edit switch
    {
        SetQuantity set => OnLines(content, set.Lines, l => l with { Quantity = set.Unit == "pack" ? set.Quantity * l.PackQuantity : set.Quantity, Unit = set.Unit == "pack" ? Quantities.Pieces : l.Unit },
            $"quantity {Amount(set.Quantity)}"),
        SetDiscount set => OnLines(content, set.Lines, l => l with { Discount = set.Percent, Fixed = false }, $"{Amount(set.Percent)} % discount"),
        SetPrice set => OnLines(content, set.Lines, l => l with { Price = set.Price, Fixed = true, Discount = 0 }, $"price {QuoteText.Price(set.Price)}"),
        RemoveLines remove => Remove(content, remove.Lines),
        SetValidity { Until: { } until } => (content with { ValidUntil = until }, $"valid until {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", null),
        SetValidity { Days: { } days } => (content with { ValidDays = days, ValidUntil = null }, $"valid for {Amount(days)} days", null),
        SetNotes { Added: true } notes when content.Notes.Length > 0 => (content with { Notes = $"{content.Notes}\n{notes.Text}" }, "note added", null),
        SetNotes notes => (content with { Notes = notes.Text }, "notes changed", null),
        _ => (content, "", null),
    };

    private static (QuoteContent, string, string?) OnLines(QuoteContent content, LineSelector selector, Func<QuoteLine, QuoteLine> change, string what)
    {
        var places = selector.In(content);
        if (places.Count == 0)
            return (content, "", QuoteFailures.NoSuchLine(selector.Words, selector.Places, content.Lines.Count));
        var lines = content.Lines.ToArray();
        foreach (var place in places)
            lines[place] = change(lines[place]);
        return (content with { Lines = lines }, $"{Named(places)}: {what}", null);
    }

    private static (QuoteContent, string, string?) Remove(QuoteContent content, LineSelector selector)
    {
        var places = selector.In(content);
        if (places.Count == 0)
            return (content, "", QuoteFailures.NoSuchLine(selector.Words, selector.Places, content.Lines.Count));
        // All lines by one careless word is more than anybody means.
        if (places.Count == content.Lines.Count && content.Lines.Count > 1 && selector.All)
            return (content, "", QuoteFailures.NotAllLines);
        return (content with { Lines = [.. content.Lines.Where((_, i) => !places.Contains(i))] }, $"{Named(places)} taken out", null);
    }

    private static string Named(IReadOnlyList<int> places) =>
        (places.Count == 1 ? "line " : "lines ") + string.Join(", ", places.Select(p => (p + 1).ToString(CultureInfo.InvariantCulture)));

    private static string Amount(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
