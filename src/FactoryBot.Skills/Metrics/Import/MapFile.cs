using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Reads the small YAML file that says which header means what. What it does not know is refused with its line.</summary>
internal static class MapFile
{
    private const int Longest = 64 * 1024;
    private static readonly string[] Parts = ["kind", "columns", "fixed", "units", "values", "wide", "format", "time zone", "create", "rejected"];

    public static (ImportMap? Map, string? Problem) Read(string yaml)
    {
        if (yaml.Length > Longest)
            return (null, "The map file is too large.");
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0)
                return (new(), null);
            return stream.Documents[0].RootNode is YamlMappingNode root
                ? (Map(root), null)
                : throw new MapProblem(stream.Documents[0].RootNode, "a map begins with fields such as 'kind: production'");
        }
        catch (MapProblem problem)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"Line {problem.Line} of the map file: {problem.Message}."));
        }
        catch (YamlException e)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"Line {e.Start.Line} of the map file is not YAML."));
        }
    }

    private static ImportMap Map(YamlMappingNode root)
    {
        foreach (var (name, _) in root.Children)
        {
            if (!Parts.Contains(Text(name)))
                throw new MapProblem(name, $"'{Text(name)}' is not known; known are {string.Join(", ", Parts)}");
        }

        var kind = Kind(root);
        var fields = kind is { } of ? ImportFields.Of(of).Select(field => field.Name).ToList() : null;
        var map = new ImportMap
        {
            Kind = kind,
            Columns = Fields(root, "columns", fields, node => node is YamlSequenceNode several ? [.. several.Select(Text)] : (IReadOnlyList<string>)[Text(node)]),
            Fixed = Fields(root, "fixed", fields, Text),
            Units = Fields(root, "units", fields, Unit),
            Values = Fields(root, "values", fields, Values),
            Wide = Part(root, "wide") is { } wide ? Wide(wide) : null,
            Format = Part(root, "format") is { } format ? MapFormat.Read(format) : new(),
            TimeZone = Part(root, "time zone") is { } zone ? Zone(zone) : null,
            Create = Part(root, "create") is { } create && OneOf(create, "machines", "nothing") == "machines",
            SkipRejected = Part(root, "rejected") is { } rejected && OneOf(rejected, "skip", "stop") == "skip",
        };
        return map.Wide is not null && kind is not ImportKind.Stops ? throw new MapProblem(Part(root, "wide")!, "'wide' is for stops") : map;
    }

    private static ImportKind? Kind(YamlMappingNode root) =>
        Part(root, "kind") is { } kind ? Enum.Parse<ImportKind>(OneOf(kind, [.. Enum.GetNames<ImportKind>().Select(n => n.ToLowerInvariant())]), ignoreCase: true) : null;

    private static Dictionary<string, T> Fields<T>(YamlMappingNode root, string part, List<string>? known, Func<YamlNode, T> read)
    {
        var fields = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Part(root, part) is not { } node)
            return fields;
        foreach (var (name, value) in Mapping(node).Children)
        {
            var field = Text(name);
            if (known?.Contains(field) == false && field is not ("site" or "line" or "machine" or "product" or "shift" or "ideal"))
                throw new MapProblem(name, $"'{field}' is no field of this kind; its fields are {string.Join(", ", known)}");
            fields[field] = read(value);
        }

        return fields;
    }

    private static string Unit(YamlNode node) => OneOf(node, "seconds", "minutes", "hours", "milliseconds", "per hour", "per minute");

    private static IReadOnlyDictionary<string, string> Values(YamlNode node) =>
        Mapping(node).Children.ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value), StringComparer.OrdinalIgnoreCase);

    private static WideStops Wide(YamlNode node)
    {
        var wide = Mapping(node);
        var from = Part(wide, "from") ?? throw new MapProblem(node, "'wide' needs 'from', the header of the first reason");
        return new(Text(from), Part(wide, "to") is { } to ? Text(to) : null, Part(wide, "reasons") is { } reasons && OneOf(reasons, "header", "second header") == "second header");
    }

    private static string Zone(YamlNode node) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Text(node), out var zone) ? zone.Id : throw new MapProblem(node, $"'{Text(node)}' is no time zone such as Europe/Berlin");

    internal static string OneOf(YamlNode node, params string[] known)
    {
        var text = Text(node).ToLowerInvariant();
        return known.Contains(text) ? text : throw new MapProblem(node, $"'{Text(node)}' is not one of {string.Join(", ", known)}");
    }

    internal static YamlNode? Part(YamlMappingNode node, string name) =>
        node.Children.FirstOrDefault(pair => Text(pair.Key) == name).Value;

    internal static YamlMappingNode Mapping(YamlNode node) => node as YamlMappingNode ?? throw new MapProblem(node, "fields with their values are expected here");

    internal static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw new MapProblem(node, "a word is expected here");
}

/// <summary>What is wrong with a map file; never leaves <see cref="MapFile"/>.</summary>
internal sealed class MapProblem(YamlNode node, string what) : Exception(what)
{
    public long Line { get; } = node.Start.Line;
}
