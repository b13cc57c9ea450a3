using System.Globalization;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A mail with the mails it answers: the newest stands first, and what it says wins.</summary>
internal static class MailThread
{
    /// <returns>The newest first; one at least.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        var mails = new List<List<string>> { new() };
        var quoted = false;
        foreach (var row in text.Split('\n'))
        {
            var isQuoted = row.TrimStart().StartsWith('>');
            if (Phrases.IsReplyHead(row) || (isQuoted && !quoted && mails[^1].Exists(r => r.Trim().Length > 0)) || (StartsMail(row) && mails[^1].Exists(r => r.Trim().Length > 0 && !Phrases.IsHeader(r))))
                mails.Add([]);
            quoted = isQuoted;
            if (!Phrases.IsReplyHead(row))
                mails[^1].Add(isQuoted ? row.TrimStart().TrimStart('>', ' ') : row);
        }

        var split = mails.Where(m => m.Exists(r => r.Trim().Length > 0)).Select(m => string.Join('\n', m)).ToList();
        return split.Count == 0 ? [""] : split;
    }

    /// <param name="items">Which earlier line each newer one names.</param>
    public static List<RequestLine> Merge(IReadOnlyList<RequestLine> earlier, IReadOnlyList<RequestLine> newer, IReadOnlyList<int?> items)
    {
        var merged = earlier.ToList();
        for (var i = 0; i < newer.Count; i++)
        {
            var at = items[i] is { } item && item >= 1 && item <= earlier.Count ? item - 1 : Matching(merged, newer[i]);
            if (at is null && newer[i].Quantity is null)
                continue;
            if (at is null)
                merged.Add(newer[i]);
            else if (newer[i].Quantity is { } quantity && merged[at.Value].Quantity != quantity)
                merged[at.Value] = merged[at.Value] with { Quantity = quantity, Unit = newer[i].Unit, Notes = [Changed(merged[at.Value].Quantity, quantity)] };
        }

        return merged;
    }

    private static string Changed(decimal? before, decimal after) => string.Create(
        CultureInfo.InvariantCulture, $"The newest mail says {after:#,0.###}{(before is { } old ? $", an earlier one {old:#,0.###}" : "")}; the newest counts.");

    private static int? Matching(List<RequestLine> earlier, RequestLine line)
    {
        if (line.Features.All(f => f.IsWeak))
            return earlier.Count == 1 ? 0 : null;
        var own = line.Features.Where(f => !f.IsWeak).ToArray();
        var fits = Enumerable.Range(0, earlier.Count).Where(i => own.All(f => earlier[i].Features.Any(o => Same(o, f)))).Take(2).ToArray();
        return fits.Length == 1 ? fits[0] : null;
    }

    private static bool Same(Feature a, Feature b) => a.Kind == b.Kind && (a.Kind == FeatureKind.Measure ? a.Measure.Fits(b.Measure) : a.Text == b.Text);

    private static bool StartsMail(string row) => row.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || row.StartsWith("Von:", StringComparison.OrdinalIgnoreCase);
}
