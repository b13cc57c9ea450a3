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

    public static List<RequestLine> Merge(IReadOnlyList<RequestLine> earlier, MailRead mail)
    {
        var (newer, items) = (mail.Lines, mail.Items);
        var merged = earlier.ToList();
        for (var i = 0; i < newer.Count; i++)
        {
            var at = items[i] is { } item && item >= 1 && item <= earlier.Count ? item - 1 : Matching(merged, newer[i].Features);
            if (at is null && newer[i].Quantity is null)
                continue;
            if (at is null)
                merged.Add(newer[i]);
            else if (newer[i].Quantity is { } quantity && merged[at.Value].Quantity != quantity)
                merged[at.Value] = merged[at.Value] with { Quantity = quantity, Unit = newer[i].Unit, Notes = [.. merged[at.Value].Notes, Changed(merged[at.Value].Quantity, quantity)] };
        }

        foreach (var change in mail.Changes)
        {
            var own = Shared(ReadFeatures.Of(change.What), earlier);
            if (Meant([.. merged.Take(earlier.Count)], own) is { } at)
                merged[at] = change.Of(merged[at]);
            else if (merged.Count > 0)
                merged[0] = merged[0] with { Notes = [.. merged[0].Notes, $"The newest mail wants “{change.New}” for “{change.What}”; which line is meant?"] };
        }

        // Taken out at the end: the places of an earlier mail hold for all that is said of it.
        var gone = new HashSet<int>();
        foreach (var (words, features, item) in mail.Dropped)
        {
            var found = item is null ? Meant([.. merged.Take(earlier.Count)], Shared(features, earlier)) : item >= 1 && item <= earlier.Count ? item - 1 : null;
            if (found is { } at)
                gone.Add(at);
            else if (merged.Count > 0)
                merged[0] = merged[0] with { Notes = [.. merged[0].Notes, $"The newest mail takes {(item is { } place ? string.Create(CultureInfo.InvariantCulture, $"line {place}") : $"“{words.Trim()}”")} back; which line is meant?"] };
        }

        return [.. merged.Where((_, i) => !gone.Contains(i))];
    }

    /// <summary>The line that has all of it; where none has, the one that alone has a word of it, if it names no thing of its own: "the HEPA filters" are "HEPA H14".</summary>
    private static int? Meant(List<RequestLine> lines, IReadOnlyList<Feature> features)
    {
        if (Matching(lines, features) is { } whole)
            return whole;
        var told = features.Where(f => !f.IsWeak).Select(f => Enumerable.Range(0, lines.Count).Where(i => lines[i].Features.Any(o => Same(o, f))).ToArray())
            .Where(places => places.Length == 1).Select(places => places[0]).Distinct().ToArray();
        return told is [var only] && !lines[only].Features.Any(f => f.Class == WordClass.Product) ? only : null;
    }

    // "The blue wire" is the one blue thing where none is called a wire.
    private static IReadOnlyList<Feature> Shared(IReadOnlyList<Feature> features, IReadOnlyList<RequestLine> lines)
    {
        var shared = features.Where(f => !f.IsWeak && lines.Any(l => l.Features.Any(o => Same(o, f)))).ToArray();
        return shared.Length > 0 ? shared : features;
    }

    private static string Changed(decimal? before, decimal after) => string.Create(
        CultureInfo.InvariantCulture, $"The newest mail says {after:#,0.###}{(before is { } old ? $", an earlier one {old:#,0.###}" : "")}; the newest counts.");

    private static int? Matching(List<RequestLine> earlier, IReadOnlyList<Feature> features)
    {
        if (features.All(f => f.IsWeak))
            return earlier.Count == 1 ? 0 : null;
        var own = features.Where(f => !f.IsWeak).ToArray();
        var fits = Enumerable.Range(0, earlier.Count).Where(i => own.All(f => earlier[i].Features.Any(o => Same(o, f)))).Take(2).ToArray();
        return fits.Length == 1 ? fits[0] : null;
    }

    private static bool Same(Feature a, Feature b) => a.Kind == b.Kind && (a.Kind == FeatureKind.Measure ? a.Measure.Fits(b.Measure) : a.Text == b.Text);

    private static bool StartsMail(string row) => row.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || row.StartsWith("Von:", StringComparison.OrdinalIgnoreCase);
}
