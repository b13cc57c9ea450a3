using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Finds the part that each line of a request means. Six round trips to the database at most, however many lines there are.</summary>
internal static class MatchLines
{
    private const int NearNumbers = 3;
    private const int ShortestNumber = 5;

    public static async Task<IReadOnlyList<LineMatch>> RunAsync(TenantScope scope, IReadOnlyList<RequestLine> lines, Guid? customerId, CancellationToken cancellationToken)
    {
        var state = await CatalogueStore.StateAsync(scope, cancellationToken);
        var edition = CatalogueEdition.Of(scope, state);
        var spelling = Spelling.Of(edition)
            ?? Spelling.Keep(edition, new(await MatchStore.WordsAsync(scope, cancellationToken)));
        var asked = lines.Select(l => l with { Features = spelling.Correct(l.Features) }).ToArray();

        var keys = asked.Select(l => NumberKeys.Of(l.Wording)).ToArray();
        var byKey = (await MatchStore.ByKeyAsync(scope, [.. keys.SelectMany(k => k).Distinct(StringComparer.Ordinal)], customerId, cancellationToken))
            .ToLookup(k => k.Key, StringComparer.Ordinal);
        var groups = asked.Select(l => Candidates.Groups(l.Features)).ToArray();
        var counts = await MatchStore.CountsAsync(scope, groups.SelectMany(g => g).SelectMany(g => g.Terms).ToHashSet(StringComparer.Ordinal), cancellationToken);
        var plans = groups.Select(g => Candidates.Plan(g, counts).ToArray()).ToArray();
        var leaders = await Leaders.ReadAsync(scope, state, plans, cancellationToken);
        var parts = (await MatchStore.PartsAsync(scope, leaders.SelectMany(l => l).ToHashSet(), cancellationToken)).ToDictionary(p => p.PartNo, p => (Part: p, Terms: PartTerms.Of(p)));

        var matches = new List<LineMatch>(asked.Length);
        for (var i = 0; i < asked.Length; i++)
        {
            var known = Known(groups[i], counts);
            var fits = leaders[i].Where(parts.ContainsKey).Select(no => Fit.Of(asked[i].Features, parts[no].Part, parts[no].Terms, known)).ToArray();
            var hits = keys[i].SelectMany(k => byKey[k]).Select(k => new NumberHit(k.Key, k.Part, k.Alias.Length > 0, Reason(k))).ToArray();
            var match = Decide.Of(asked[i], hits, fits, known);
            match = match with { Line = Counted(lines[i], match, parts) };
            matches.Add(match.Outcome == MatchOutcome.NotFound ? await NearNumberAsync(scope, match, keys[i], cancellationToken) : match);
        }

        return matches;
    }

    // "500 bags 200x300" of what is a bag are bags, not packs of bags.
    private static RequestLine Counted(RequestLine line, LineMatch match, Dictionary<int, (Part Part, PartTerms Terms)> parts)
    {
        if (line is not { Unit: "pack", Called.Length: > 0 } || match.Candidates.Count == 0)
            return line;
        var meant = match.Outcome == MatchOutcome.Taken ? match.Candidates.Take(1) : match.Candidates;
        return meant.All(c => parts.TryGetValue(c.Part.PartNo, out var part) && part.Terms.Words.Contains(line.Called)) ? line with { Unit = Quantities.Pieces } : line;
    }

    private static string Reason(KeyedPart key) => (key.Alias.Length > 0, key.IsCustomers) switch
    {
        (true, true) => $"{key.Alias} is the customer's number for it",
        (true, false) => $"{key.Alias} is another name of it",
        _ => "The number is the same",
    };

    private static Func<Feature, long> Known(IReadOnlyList<TermGroup> groups, IReadOnlyDictionary<string, long> counts)
    {
        var known = new Dictionary<Feature, long>();
        foreach (var group in groups)
        {
            // A bucket of number pieces holds others by chance, so it tells only codes' rarity, not that a word is known.
            var terms = group.Feature.Kind == FeatureKind.Word ? group.Terms.Where(t => t == "w:" + group.Feature.Text) : group.Terms;
            known[group.Feature] = terms.Sum(t => counts.GetValueOrDefault(t));
        }

        return feature => known.GetValueOrDefault(feature);
    }

    private static async Task<LineMatch> NearNumberAsync(TenantScope scope, LineMatch match, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Where(k => k.Length >= ShortestNumber && char.IsAsciiDigit(k[^1])).MaxBy(k => k.Length) is not { } key)
            return match;
        var near = await MatchStore.NearNumberAsync(scope, key[..^1], NearNumbers, cancellationToken);
        return near.Count == 0 ? match : match with
        {
            Outcome = MatchOutcome.Choose,
            Candidates = [.. near.Select(p => new PartMatch(p, 0.4m, $"Another number: {p.Number}", false))],
            Reason = "No part has this number; these begin alike",
        };
    }
}
