using System.Globalization;
using FactoryBot.Testing;

namespace FactoryBot.Tests.Cli;

/// <summary>Files of a plant's own on the command line, as a plant's systems write them.</summary>
public sealed class ImportTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("factorybot-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Import_ADirtyExport_NamesEachBadLineAndChangesNothingTheSecondTime()
    {
        var terminal = new Terminals(await postgres.NewConnectionStringAsync());
        var map = File("map.yaml", "kind: stops\ncreate: machines\ntime zone: Europe/Berlin\nfixed: { site: Werk 1 }\n");
        // A byte order mark, semicolons, local dates, Umlauts; the end before the start, no machine, a day that does not exist, a line twice.
        var file = File("stops.csv", "\uFEFFMaschine;Beginn;Ende;Grund\n"
            + "Presse 2;05.09.2025 12:00;05.09.2025 12:05;Rüsten\n"
            + "Presse 1;05.09.2025 08:00;05.09.2025 08:20;Störung\n"
            + "Presse 1;05.09.2025 09:00;05.09.2025 08:20;Störung\n"
            + ";05.09.2025 10:00;05.09.2025 10:20;Störung\n"
            + "Presse 1;31.09.2025 11:00;31.09.2025 11:20;Störung\n"
            + "Presse 1;05.09.2025 08:00;05.09.2025 08:20;Störung\n");

        var (stopped, _, refusal) = await terminal.RunAsync("", "import", "production", file, "--map", map);
        var (code, first, _) = await terminal.RunAsync("", "import", "production", file, "--map", map, "--skip-rejected");
        var (again, second, _) = await terminal.RunAsync("", "import", "production", file, "--map", map, "--skip-rejected");

        Assert.NotEqual(0, stopped);
        Assert.Contains("4 lines cannot be read", refusal, StringComparison.Ordinal);
        Assert.Equal((0, 0), (code, again));
        foreach (var line in new[] { 4, 5, 6, 7 })
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"line {line}: "), first, StringComparison.Ordinal);
        Assert.Contains("changed nothing", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_BesideTheDemo_SaysThatAnswersAddTheTwoUp()
    {
        var terminal = new Terminals(await postgres.NewConnectionStringAsync());
        await terminal.RunAsync("", "demo", "--days", "3");

        var (code, output, _) = await terminal.RunAsync(
            "", "import", "production", File("m.csv", "Machine;Ideal [s]\nPress 1;60\n"), "--map", File("m.yaml", "kind: machines\ncreate: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A, line: Line 9 }\n"));

        Assert.Equal(0, code);
        Assert.Contains("The demo plant is here as well", output, StringComparison.Ordinal);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
