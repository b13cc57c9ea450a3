using System.Diagnostics;
using System.Globalization;
using FactoryBot.Benchmarks.Fleet;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Evaluation;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Part = FactoryBot.Skills.Quotes.Catalogue.Part;

namespace FactoryBot.Benchmarks.Quotes;

/// <summary><c>quotes FOLDER PARTS REQUESTS</c>: a list of parts taken in, phase by phase, and each line of the requests found in it. The folder keeps the
/// catalogue, so that a second call measures the finding alone.</summary>
internal static class PartsBench
{
    private const int Segment = 125_000;

    public static async Task RunAsync(string[] args)
    {
        var (folder, parts, requests) = (args[0], args[1], args[2]);
        CpuTime.Folder = Path.GetFullPath(folder);
        await using var database = await FactoryDatabase.StartAsync(
            new() { DataFolder = folder, StatementSeconds = 900 }, null, [typeof(FactoryDatabase).Assembly], NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        await using (var scope = await database.OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None))
        {
            if ((await CatalogueStore.StateAsync(scope, CancellationToken.None)).Parts > 0)
                parts = "";
        }

        if (parts.Length > 0)
            await ImportAsync(database, parts);
        await MatchAsync(database, requests);
    }

    private static async Task ImportAsync(FactoryDatabase database, string file)
    {
        Console.WriteLine("phase                       s  host CPU s  database CPU s");
        await MeasureAsync("reading the rows", () => Task.FromResult(Rows(file).Count()));
        await MeasureAsync("and making parts of them", () => Task.FromResult(Parts(file).Count()));
        await MeasureAsync("and reading their words", () => Task.FromResult(Parts(file).Chunk(Segment).Aggregate(new TermIndex(), (index, c) =>
        {
            IndexParts.Into(index, c);
            return index;
        }).All().Count()));
        var count = 0;
        var took = await MeasureAsync("the whole import", async () =>
        {
            await using var content = File.OpenRead(file);
            var report = await new ImportParts(database, TimeProvider.System).RunAsync(TenantDirectory.DemoTenant, file, content, replace: false, CancellationToken.None);
            return count = report.Added;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} parts, {count / took.TotalSeconds:N0} a second"));
    }

    private static async Task<TimeSpan> MeasureAsync(string phase, Func<Task<int>> run)
    {
        var (cpu, watch) = (CpuTime.Now(), Stopwatch.StartNew());
        await run();
        var (took, used) = (watch.Elapsed, CpuTime.Now() - cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase,-24}  {took.TotalSeconds,5:0.0}  {used.Host.TotalSeconds,10:0.0}  {used.Server.TotalSeconds,14:0.0}"));
        return took;
    }

    private static IEnumerable<(int Row, string[] Cells)> Rows(string file)
    {
        using var content = File.OpenRead(file);
        foreach (var row in ReadTable.Of(file, content))
            yield return row;
    }

    private static IEnumerable<Part> Parts(string file)
    {
        PartColumns? columns = null;
        foreach (var (_, cells) in Rows(file))
        {
            if (columns is null)
                columns = PartColumns.Of(cells);
            else if (columns.Read(cells, [], []).Part is { } part)
                yield return part;
        }
    }

    private static async Task MatchAsync(FactoryDatabase database, string file)
    {
        var today = new DateOnly(2026, 11, 2);
        var cases = (await File.ReadAllLinesAsync(file)).Select(EvaluationCase.Read).OfType<EvaluationCase>().Select(c => (Case: c, ReadRequestText.Of(c.Text, today).Lines)).ToArray();
        await using var scope = await database.OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None);
        for (var round = 1; round <= 3; round++)
        {
            var (milliseconds, right, wrong) = (new List<double>(), 0, 0);
            var cpu = CpuTime.Now();
            foreach (var (test, lines) in cases)
            {
                var watch = Stopwatch.StartNew();
                var matches = await MatchLines.RunAsync(scope, lines, null, CancellationToken.None);
                milliseconds.Add(watch.Elapsed.TotalMilliseconds / lines.Count);
                right += matches.Count(m => m.Part is { } part && part.Number == test.Gold[0].Part);
                wrong += matches.Count(m => m.Part is { } part && part.Number != test.Gold[0].Part);
            }

            var used = CpuTime.Now() - cpu;
            milliseconds.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: {cases.Length} lines, {right} right, {wrong} wrong; ms a line: median {milliseconds[milliseconds.Count / 2]:0.0}, p95 {milliseconds[milliseconds.Count * 95 / 100]:0.0}, most {milliseconds[^1]:0.0}; processor: host {used.Host.TotalMilliseconds / cases.Length:0.0}, database {used.Server.TotalMilliseconds / cases.Length:0.0}"));
        }
    }
}
