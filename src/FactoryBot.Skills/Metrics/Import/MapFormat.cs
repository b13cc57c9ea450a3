using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>The part of a map file that says how the file is cut.</summary>
internal static class MapFormat
{
    private static readonly string[] Parts = ["separator", "encoding", "sheet", "decimal", "dates", "header line"];

    public static FileFormat Read(YamlNode node)
    {
        var format = MapFile.Mapping(node);
        foreach (var (name, _) in format.Children)
        {
            if (!Parts.Contains(MapFile.Text(name)))
                throw new MapProblem(name, $"'{MapFile.Text(name)}' is not known; known are {string.Join(", ", Parts)}");
        }

        return new()
        {
            Separator = Part("separator") is { } separator ? Separator(separator) : null,
            Encoding = Part("encoding") is { } encoding ? MapFile.Text(encoding) : null,
            Sheet = Part("sheet") is { } sheet ? MapFile.Text(sheet) : null,
            DecimalComma = Part("decimal") is { } sign ? MapFile.OneOf(sign, ",", ".", "comma", "dot") is "," or "comma" : null,
            DayFirst = Part("dates") is { } dates ? MapFile.OneOf(dates, "day first", "month first") == "day first" : null,
            HeaderLine = Part("header line") is { } line ? Line(line) : null,
        };

        YamlNode? Part(string name) => MapFile.Part(format, name);
    }

    private static char Separator(YamlNode node) => MapFile.Text(node) switch
    {
        "tab" or "\t" => '\t',
        "comma" => ',',
        "semicolon" => ';',
        "bar" => '|',
        { Length: 1 } one => one[0],
        var other => throw new MapProblem(node, $"'{other}' separates nothing; give one sign, or tab"),
    };

    private static int Line(YamlNode node) =>
        int.TryParse(MapFile.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? line
            : throw new MapProblem(node, $"'{MapFile.Text(node)}' is no number of a line");
}
