namespace FactoryBot.Skills.Analysis.Model;

/// <summary>One step along a foreign key.</summary>
/// <param name="Down">From the one to its many: what is summed after it would count rows twice.</param>
public sealed record Step(Relation Relation, bool Down)
{
    public string From => Down ? Relation.To : Relation.From;

    public string To => Down ? Relation.From : Relation.To;
}

/// <summary>Finds ways between entities over foreign keys, the shortest and most natural first.</summary>
internal sealed class JoinGraph(SemanticModel model)
{
    private const int MostSteps = 6;
    private const int UpCost = 2;
    private const int DownCost = 3;
    private const int RoleCost = 1;

    private readonly Dictionary<string, List<Step>> steps = model.Relations
        .SelectMany(r => r.From == r.To ? [new Step(r, false)] : new[] { new Step(r, false), new Step(r, true) })
        .GroupBy(s => s.From, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string, bool), IReadOnlyList<Path>> known = new();

    /// <summary>The cheapest ways; more than one where they cost the same. None where the entities do not hang together.</summary>
    /// <param name="upOnly">Only from the many to the one, so that no row is met twice.</param>
    public IReadOnlyList<Path> Paths(string from, string to, bool upOnly = false) =>
        known.GetOrAdd((from, to, upOnly), key => Search(key.Item1, key.Item2, key.Item3));

    public Path? Best(string from, string to, bool upOnly = false) => Paths(from, to, upOnly) is [var path, ..] ? path : null;

    public bool ReachesUp(string from, string to) => Paths(from, to, upOnly: true).Count > 0;

    public IEnumerable<Step> From(string entity) => steps.GetValueOrDefault(entity) ?? [];

    private List<Path> Search(string from, string to, bool upOnly)
    {
        if (from == to)
            return [new([], 0)];
        var found = new List<Path>();
        var least = int.MaxValue;
        var queue = new PriorityQueue<Path, int>();
        var best = new Dictionary<string, int>(StringComparer.Ordinal) { [from] = 0 };
        queue.Enqueue(new([], 0), 0);
        while (queue.TryDequeue(out var path, out var cost) && cost <= least)
        {
            var at = path.Steps.Count == 0 ? from : path.Steps[^1].To;
            if (at == to)
            {
                least = cost;
                found.Add(path);
                continue;
            }

            if (path.Steps.Count == MostSteps)
                continue;
            foreach (var step in From(at))
            {
                if ((upOnly && step.Down) || step.To == from || path.Steps.Any(s => s.From == step.To))
                    continue;
                var next = cost + Cost(path, step);
                if (best.TryGetValue(step.To, out var known) && known < next)
                    continue;
                best[step.To] = next;
                queue.Enqueue(new([.. path.Steps, step], next), next);
            }
        }

        return found;
    }

    // A line belongs to its paper first: who supplied an order's line is told by the order, not by the thing that was ordered.
    private bool IsPart(Relation relation) => model[relation.From] is var part && ((part.Key.Count > 1 && relation.FromColumns.All(part.Key.Contains)) || IsLine(relation));

    // From a paper its own lines come before whatever else happened to it: what was ordered stands on order lines, not in complaints.
    private bool IsLine(Relation relation) => model[relation.From].Noun.StartsWith(model[relation.To].Noun + " ", StringComparison.Ordinal);

    private int Cost(Path path, Step step) =>
        (step.Down ? IsLine(step.Relation) ? DownCost - 1 : DownCost : IsPart(step.Relation) ? UpCost - 1 : UpCost) + (step.Relation.Role.Length > 0 ? RoleCost : 0)
        // Down after up goes from a thing over what it shares with others to those others: seldom meant.
        + (step.Down && path.Steps.Count > 0 && !path.Steps[^1].Down ? 4 : 0);
}

/// <summary>A way from one entity to another.</summary>
internal sealed record Path(IReadOnlyList<Step> Steps, int Cost)
{
    public bool UpOnly => Steps.All(s => !s.Down);
}
