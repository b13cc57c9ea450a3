using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>What lines are read against: the plant's names, and what the map allows to be made.</summary>
internal sealed class ReadContext(MasterData master, ImportMap map)
{
    private const string FirstSite = "Main site";

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public MasterData Master => master;

    /// <summary>The machine of a line; null, and the line rejected, where it is not known and must not be made.</summary>
    public PlantMachine? Machine(RowReader row)
    {
        if (row.Text("machine") is not { } name)
        {
            var place = row.Text("line") is { } given ? master.Lines.Find(given, loose: true) : null;
            var only = master.Machines.All.Where(machine => place is null || machine.LineId == place.Id).Take(2).ToList() is [var single] ? single : null;
            if (only is null)
                row.Reject("it names no machine, and there is more than one or none");
            else if (row.HasColumn("machine"))
                row.Notes.Add($"it names no machine; taken for {only.Name}, the only one{(place is null ? "" : $" of {place.Name}")}");
            return only;
        }

        if (master.Machines.Find(name, loose: !map.Create) is { } machine)
            return machine;
        if (!map.Create)
        {
            row.Reject(NamedRows.UnknownMachine(master, name));
            return null;
        }

        return Line(row, row.Text("line") ?? "Line 1") is { } line
            ? master.Machines.Add(id => new(id, line.Id, name, [], row.Duration("ideal") ?? 0, null, null))
            : null;
    }

    public PlantLine? Line(RowReader row, string name)
    {
        var site = Site(row);
        if (site is null)
            return null;
        var given = row.Text("site") is not null;
        if (master.Lines.All.FirstOrDefault(l => (!given || l.SiteId == site.Id) && NearestNames.Same(name, l.Name, l.Aliases)) is { } line)
            return line;
        if (!map.Create)
        {
            row.Reject($"there is no line “{name}”; let the map say 'create: machines' to make it");
            return null;
        }

        return master.Lines.Add(id => new(id, site.Id, name, []));
    }

    public PlantSite? Site(RowReader row)
    {
        if (row.Text("site") is not { } name)
            return master.Sites.All.FirstOrDefault() ?? NewSite(row, FirstSite);
        return master.Sites.Find(name, loose: true) ?? NewSite(row, name);
    }

    public int? Product(RowReader row) => NamedRows.Product(master, row.Text("product"));

    public int? Order(RowReader row, PlantMachine machine, DateOnly day, int? quantity) =>
        NamedRows.Order(master, row.Text("order"), row.Text("product"), machine, day, quantity);

    /// <summary>The key that a line is known again by: its own, else what makes it one of its kind.</summary>
    public string? Key(RowReader row, params ReadOnlySpan<string> natural)
    {
        var key = row.Text("key") ?? string.Join('|', natural);
        if (key.Length > 300)
        {
            row.Reject("its key is longer than 300 characters");
            return null;
        }

        if (seen.TryAdd(key, row.Line.Number))
            return key;
        row.Reject(FormattableString.Invariant($"it is the same one as line {seen[key]} (key {key})"));
        return null;
    }

    private PlantSite? NewSite(RowReader row, string name)
    {
        if (map.Create && map.TimeZone is { } zone)
            return master.Sites.Add(id => new(id, name, [], zone));
        row.Reject(map.Create
            ? $"the site “{name}” is new; the map must give its 'time zone'"
            : $"there is no site “{name}”; let the map say 'create: machines' and give its 'time zone'");
        return null;
    }
}
