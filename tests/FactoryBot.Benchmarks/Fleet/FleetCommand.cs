using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using FactoryBot.Skills.Metrics.RollUps;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>The database's side of the fleet bench:
/// <c>fleet load|refresh|ask FOLDER LINES FIRST LAST</c> <c>fleet ingest FOLDER LINES FIRST LAST BATCH CALLERS</c>, and <c>fleet export FOLDER LINES FIRST LAST FROM TO</c>.</summary>
internal static class FleetCommand
{
    private static readonly Guid Tenant = Guid.Parse("00000000-0000-0000-0000-00000000f1ee");

    public static async Task RunAsync(string[] args)
    {
        var plant = new FleetPlant(int.Parse(args[2], CultureInfo.InvariantCulture), Day(args[3]), Day(args[4]));
        if (args[0] == "export")
        {
            FleetExport.Run(plant, Day(args[5]), Day(args[6]), args[1]);
            return;
        }

        await using var database = await FactoryDatabase.StartAsync(
            new() { DataFolder = args[1], SharedBuffersMb = 2_048, StatementSeconds = 600 }, null, [typeof(FactoryDatabase).Assembly], NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        CpuTime.Folder = Path.GetFullPath(args[1]);
        if (args[0] == "load")
            await LoadAsync(database, plant);
        else if (args[0] == "ingest")
            Print(await new FleetIngest(database, Tenant, plant, int.Parse(args[6], CultureInfo.InvariantCulture)).RunAsync(int.Parse(args[5], CultureInfo.InvariantCulture)));
        else if (args[0] == "refresh")
            await RefreshAsync(database);
        else
            await AskAsync(database);
    }

    private static async Task LoadAsync(FactoryDatabase database, FleetPlant plant)
    {
        var (rows, took) = await new FleetLoad(database, Tenant, plant).RunAsync();
        var store = new RollUpStore(database);
        var watch = Stopwatch.StartNew();
        await store.CompactAsync(Tenant, CancellationToken.None);
        var compacted = watch.Elapsed;
        var sheets = await RefreshAsync(database);
        Print(new { rows, seconds = took.TotalSeconds, rowsPerSecond = rows / took.TotalSeconds, compactSeconds = compacted.TotalSeconds, sheetSeconds = sheets.TotalSeconds });
    }

    /// <summary>The sheets of all marked stops; again where they are of another version.</summary>
    private static async Task<TimeSpan> RefreshAsync(FactoryDatabase database)
    {
        var watch = Stopwatch.StartNew();
        var machines = await new RefreshStopSheets(database, new(Options.Create(new MetricsOptions()))).RunAsync(Tenant, CancellationToken.None);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sheets of {machines:N0} machines in {watch.Elapsed.TotalSeconds:N1} s"));
        return watch.Elapsed;
    }

    /// <summary>Answers lines like <c>{"question": "week", "side": "rollup", "times": 20}</c> with times and the answer's fingerprint.</summary>
    private static async Task AskAsync(FactoryDatabase database)
    {
        var plant = await new PlantStore(database).ReadAsync(Tenant, CancellationToken.None);
        var questions = new FleetQuestions(database, Tenant, plant);
        Print(questions.Parameters);
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            using var asked = JsonDocument.Parse(line);
            var question = questions.All[asked.RootElement.GetProperty("question").GetString()!];
            var ask = asked.RootElement.GetProperty("side").GetString() == "raw" ? question.Raw : question.RollUp;
            List<string> answer = [];
            var times = new List<double>();
            for (var i = asked.RootElement.GetProperty("times").GetInt32(); i > 0; i--)
            {
                var started = Stopwatch.GetTimestamp();
                answer = await ask();
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            answer.Sort(StringComparer.Ordinal);
            Print(new { times, lines = answer.Count, print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', answer)))), first = answer.FirstOrDefault() });
        }
    }

    private static void Print(object value) => Console.WriteLine(JsonSerializer.Serialize(value));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
