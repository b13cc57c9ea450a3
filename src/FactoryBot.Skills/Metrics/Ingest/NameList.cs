namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Things with a number and a name, found by either; remembers which are new or different.</summary>
internal sealed class NameList<T>(Func<T, int> id, Func<T, string> name, Func<T, IEnumerable<string>> aliases)
    where T : class
{
    private readonly Dictionary<int, T> byId = [];
    private readonly Dictionary<string, T> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> byLooseName = new(StringComparer.Ordinal);
    private readonly HashSet<int> added = [];
    private readonly HashSet<int> changed = [];
    private int highest;

    public IReadOnlyCollection<T> All => byId.Values;

    public bool HasChanged => added.Count + changed.Count > 0;

    public IEnumerable<T> Added => added.Select(Get);

    public IEnumerable<T> Changed => changed.Except(added).Select(Get);

    public T Get(int at) => byId[at];

    /// <param name="loose">"M 51" finds M-051 too.</param>
    public T? Find(string typed, bool loose = false) =>
        byName.GetValueOrDefault(Exact(typed)) ?? (loose ? byLooseName.GetValueOrDefault(NearestNames.Key(typed)) : null);

    public void Load(T item)
    {
        byId[id(item)] = item;
        highest = Math.Max(highest, id(item));
        foreach (var alias in aliases(item).Append(name(item)))
        {
            byName.TryAdd(Exact(alias), item);
            byLooseName.TryAdd(NearestNames.Key(alias), item);
        }
    }

    public T Add(Func<int, T> make)
    {
        var item = make(highest + 1);
        Load(item);
        added.Add(id(item));
        return item;
    }

    /// <summary>Puts a changed one in the place of the old one.</summary>
    public void Change(T item)
    {
        byId[id(item)] = item;
        foreach (var alias in aliases(item).Append(name(item)))
        {
            byName[Exact(alias)] = item;
            byLooseName[NearestNames.Key(alias)] = item;
        }

        changed.Add(id(item));
    }

    private static string Exact(string typed) => typed.Trim().ToUpperInvariant();
}
