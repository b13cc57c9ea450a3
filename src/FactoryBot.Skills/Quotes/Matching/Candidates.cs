using System.Buffers;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>The parts that share the most telling terms with a line. Terms are counted from the rarest on, until few parts lead.</summary>
internal sealed class Candidates(int nextPartNo, long parts)
{
    private const int MostPostings = 600_000;
    private const int MostCandidates = 150;
    private const int FewLeaders = 40;
    private const int LeastGroups = 2;

    // A line that is found among so many needs none of the long lists.
    private const int FirstPostings = 60_000;

    // Of its own, so that each comes back as it was made: all zero.
    private static readonly ArrayPool<float> Zeros = ArrayPool<float>.Create(1 << 26, Environment.ProcessorCount);

    /// <summary>One feature with every term under which it may be stored.</summary>
    public static IReadOnlyList<TermGroup> Groups(IReadOnlyList<Feature> features)
    {
        var groups = new List<TermGroup>();
        for (var i = 0; i < features.Count; i++)
        {
            var feature = features[i];
            if (feature.IsWeak || feature.IsAbsent)
                continue;
            var terms = PartTerms.TermsOf(feature).ToHashSet(StringComparer.Ordinal);
            if (feature.Kind == FeatureKind.Word)
            {
                foreach (var near in Lexicon.NearTo(feature.Text))
                    terms.Add("w:" + near);
                if (i + 1 < features.Count && features[i + 1].Kind == FeatureKind.Word)
                    terms.Add("w:" + feature.Text + features[i + 1].Text);
                for (var cut = 3; cut <= feature.Text.Length - 3; cut++)
                    terms.Add("w:" + feature.Text[cut..]);
            }

            if (feature.Kind == FeatureKind.Code && Nominal.DiameterOf(feature.Text) is { } diameter)
                terms.Add("n:" + diameter);
            foreach (var name in feature.Kind == FeatureKind.Code ? Packages.Names(feature.Text) : [])
                terms.Add("c:" + name);
            if (feature.Kind == FeatureKind.Code || FeatureMatch.IsNumberLike(feature) || feature is { Kind: FeatureKind.Word, Text.Length: >= 3 })
            {
                terms.Add(PartTerms.PieceTerm(feature.Text));
                terms.Add("c:" + feature.Text);
            }

            groups.Add(new(feature, [.. terms]));
        }

        return groups;
    }

    /// <summary>Which terms are worth reading for these groups.</summary>
    public static IEnumerable<PlannedGroup> Plan(IReadOnlyList<TermGroup> groups, IReadOnlyDictionary<string, long> counts)
    {
        long budget = MostPostings;
        var ordered = groups.Select(g => (Group: g, Terms: g.Terms.Where(counts.ContainsKey).ToArray()))
            .Select(g => new PlannedGroup(g.Group, g.Terms, g.Terms.Sum(t => counts[t]))).Where(g => g.Parts > 0).OrderBy(g => g.Parts);
        var taken = 0;
        foreach (var group in ordered)
        {
            if (taken++ > 0 && (budget -= group.Parts) < 0)
                yield break;
            yield return group;
        }
    }

    /// <summary>The rarest of a plan's groups, which are enough for most lines.</summary>
    public static PlannedGroup[] First(PlannedGroup[] plan)
    {
        var (taken, parts) = (0, 0L);
        while (taken < plan.Length && (taken < LeastGroups || parts + plan[taken].Parts <= FirstPostings))
            parts += plan[taken++].Parts;
        return plan[..taken];
    }

    /// <param name="plan">The whole plan, or its first groups.</param>
    /// <returns>The parts that lead; null where the groups left out might change that.</returns>
    public IReadOnlyList<int>? Lead(PlannedGroup[] plan, bool isWhole, IReadOnlyDictionary<string, List<byte[]>> postings)
    {
        var votes = Zeros.Rent(nextPartNo + 1);
        var touched = new List<int>();
        try
        {
            for (var i = 0; i < plan.Length; i++)
            {
                var (group, terms, count) = plan[i];
                var weight = (float)Math.Log(1 + (double)parts / count) * (group.Feature.IsHard ? 1.5f : 1f);
                foreach (var term in terms)
                {
                    foreach (var bytes in postings.GetValueOrDefault(term) ?? [])
                        Vote(votes, touched, Postings.Read(bytes), weight);
                }

                if (i + 1 >= LeastGroups && touched.Count > MostCandidates && Leaders(votes, touched) <= FewLeaders)
                    return Best(votes, touched);
            }

            return isWhole ? Best(votes, touched) : null;
        }
        finally
        {
            foreach (var part in touched)
                votes[part] = 0;
            Zeros.Return(votes);
        }
    }

    private static void Vote(float[] votes, List<int> touched, ReadOnlySpan<int> list, float weight)
    {
        foreach (var part in list)
        {
            if ((uint)part >= (uint)votes.Length)
                continue;
            if (votes[part] == 0)
                touched.Add(part);
            votes[part] += weight;
        }
    }

    private static int Leaders(float[] votes, List<int> touched)
    {
        var (best, count) = (0f, 0);
        foreach (var part in touched)
        {
            if (votes[part] > best)
                (best, count) = (votes[part], 0);
            if (votes[part] == best)
                count++;
        }

        return count;
    }

    private static int[] Best(float[] votes, List<int> touched)
    {
        if (touched.Count <= MostCandidates)
            return [.. touched.OrderByDescending(p => votes[p])];
        var queue = new PriorityQueue<int, float>(MostCandidates + 1);
        foreach (var part in touched)
        {
            if (queue.Count < MostCandidates)
                queue.Enqueue(part, votes[part]);
            else if (queue.TryPeek(out _, out var least) && votes[part] > least)
                queue.EnqueueDequeue(part, votes[part]);
        }

        return [.. queue.UnorderedItems.OrderByDescending(i => i.Priority).ThenBy(i => i.Element).Select(i => i.Element)];
    }
}

internal sealed record TermGroup(Feature Feature, string[] Terms);

/// <param name="Terms">Those of the group's terms that the catalogue has.</param>
/// <param name="Parts">How many parts hold them.</param>
internal readonly record struct PlannedGroup(TermGroup Group, string[] Terms, long Parts);
