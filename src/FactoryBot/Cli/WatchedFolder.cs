namespace FactoryBot.Cli;

/// <summary>How a file looked: another state is another content.</summary>
/// <param name="Name">It is known by.</param>
internal sealed record FileState(string Name, long Length, DateTime Written);

/// <summary>What changed in a folder from one look to the next.</summary>
internal sealed class WatchedFolder
{
    private readonly HashSet<string> missed = new(StringComparer.Ordinal);
    private Dictionary<string, FileState> seen = new(StringComparer.Ordinal);

    /// <param name="now">The files by their full path; null where the folder itself cannot be seen, which says nothing of its files.</param>
    /// <returns>What is new or changed, and the names of files that were gone twice in a row: one that is gone for a moment is being saved.</returns>
    public (IReadOnlyList<(string File, FileState State)> Changed, IReadOnlyList<string> Gone) Look(IReadOnlyDictionary<string, FileState>? now)
    {
        if (now is null)
            return ([], []);
        var changed = now.Where(n => !seen.TryGetValue(n.Key, out var before) || before != n.Value).Select(n => (n.Key, n.Value)).ToList();
        var away = seen.Where(s => !now.ContainsKey(s.Key)).ToList();
        var gone = away.Where(s => missed.Contains(s.Key)).ToList();
        missed.Clear();
        missed.UnionWith(away.Select(a => a.Key));
        seen = new(now, StringComparer.Ordinal);
        foreach (var waiting in away.Except(gone))
            seen[waiting.Key] = waiting.Value;
        return (changed, [.. gone.Select(g => g.Value.Name)]);
    }
}
