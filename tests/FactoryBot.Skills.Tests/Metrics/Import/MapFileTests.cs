using FactoryBot.Skills.Metrics.Import;

namespace FactoryBot.Skills.Tests.Metrics.Import;

public sealed class MapFileTests
{
    [Fact]
    public void Read_AWholeMap_TakesEveryPart()
    {
        var (map, problem) = MapFile.Read("""
            kind: stops
            create: machines
            rejected: skip
            time zone: Europe/Berlin
            columns:
              machine: Anlage
              start: [Datum, Beginn]
            fixed: { line: Line 1 }
            units: { duration: minutes }
            values:
              planned: { ja: yes }
            wide: { from: Störung, to: Pause, reasons: second header }
            format: { separator: tab, decimal: ",", dates: day first, encoding: windows-1252, header line: 3 }
            """);

        Assert.Null(problem);
        Assert.Equal(ImportKind.Stops, map!.Kind);
        Assert.True(map is { Create: true, SkipRejected: true, TimeZone: "Europe/Berlin" });
        Assert.Equal(["Datum", "Beginn"], map.Columns["start"]);
        Assert.Equal("yes", map.Values["planned"]["JA"]);
        Assert.Equal(new("Störung", "Pause", true), map.Wide);
        Assert.Equal(('\t', true, true, 3), (map.Format.Separator!.Value, map.Format.DecimalComma!.Value, map.Format.DayFirst!.Value, map.Format.HeaderLine!.Value));
    }

    [Theory]
    [InlineData("kind: banana", "Line 1 of the map file: 'banana' is not one of")]
    [InlineData("kind: stops\ncolums:\n  machine: A", "Line 2 of the map file: 'colums' is not known")]
    [InlineData("kind: stops\ncolumns:\n  machin: A", "Line 3 of the map file: 'machin' is no field of this kind")]
    [InlineData("kind: [", "is not YAML")]
    [InlineData("- a", "a map begins with fields")]
    [InlineData("time zone: Berlin", "no time zone")]
    [InlineData("units: { run: fortnights }", "not one of")]
    [InlineData("kind: issues\nwide: { from: A }", "'wide' is for stops")]
    public void Read_AMistake_IsNamedWithItsLine(string yaml, string expected)
    {
        var (map, problem) = MapFile.Read(yaml);

        Assert.Null(map);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }
}
