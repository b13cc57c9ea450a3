using System.Globalization;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>What changed from one version to the next, line by line. Pure.</summary>
internal static class CompareVersions
{
    public static IReadOnlyList<string> Of(QuoteContent before, QuoteContent after)
    {
        var changes = new List<string>();
        var left = before.Lines.ToList();
        foreach (var (line, place) in after.Lines.Select((l, i) => (l, i + 1)))
        {
            var old = left.Find(l => l.Number == line.Number && l.Number.Length > 0 && l.Wording == line.Wording) ?? left.Find(l => l.Wording == line.Wording) ?? left.Find(l => l.Number == line.Number && l.Number.Length > 0);
            if (old is null)
            {
                changes.Add($"Line {place} is new: {Amount(line.Quantity)} {line.Unit} {line.Name}");
                continue;
            }

            left.Remove(old);
            // What follows from a choice is no change of its own.
            if (old.IsOpen && !line.IsOpen && old.Quantity == line.Quantity)
            {
                changes.Add($"Line {place.ToString(CultureInfo.InvariantCulture)}: {line.Number} was chosen{(line.Total is { } sum ? ", " + Money(sum) : "")}");
                continue;
            }

            Add(changes, place, "part", old.IsOpen ? "open" : old.Number, line.IsOpen ? "open" : line.Number);
            Add(changes, place, "quantity", Amount(old.Quantity), Amount(line.Quantity));
            Add(changes, place, "price", Money(old.Price), Money(line.Price));
            Add(changes, place, "total", Money(old.Total), Money(line.Total));
            Add(changes, place, "other quantities", QuoteText.Breaks(old), QuoteText.Breaks(line));
            Add(changes, place, "note", old.Note, line.Note);
        }

        changes.AddRange(left.Select(l => $"Taken out: {Amount(l.Quantity)} {l.Unit} {l.Name}"));
        Add(changes, null, "Customer", before.Customer, after.Customer);
        Add(changes, null, "Currency", before.Currency, after.Currency);
        Add(changes, null, "Validity", Validity(before), Validity(after));
        Add(changes, null, "Notes", before.Notes, after.Notes);
        Add(changes, null, "Terms", before.Terms ?? "", after.Terms ?? "");
        Add(changes, null, "Total", Money(before.Total), Money(after.Total));
        return changes;
    }

    private static void Add(List<string> changes, int? line, string what, string before, string after)
    {
        if (before != after)
            changes.Add($"{(line is { } n ? $"Line {n.ToString(CultureInfo.InvariantCulture)} {what}" : what)}: {Or(before)} → {Or(after)}");
    }

    private static string Or(string text) => text.Length == 0 ? "none" : text;

    private static string Amount(decimal? value) => value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "?";

    private static string Money(decimal? value) => value?.ToString("#,0.00##", CultureInfo.InvariantCulture) ?? "";

    private static string Validity(QuoteContent content) => content.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? string.Create(CultureInfo.InvariantCulture, $"{content.ValidDays} days");
}
