using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Metrics.RollUps;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>Streams a fleet's hourly counts and stops in as callers of the API do, in the order of time: each batch is read from JSON, its
/// names are found, and it is written. Prints the rows a second of each kind, what it costs to derive production, hourly counts and the sheets of
/// stops from them, and beside it a bare COPY of the same rows into an unlogged table.</summary>
internal sealed class FleetIngest(FactoryDatabase database, Guid tenantId, FleetPlant plant, int callers)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task<object> RunAsync(int batch)
    {
        await new FleetLoad(database, tenantId, plant).AddPlantAsync();
        await new RollUpStore(database).MakePartitionsAsync(tenantId, plant.First, plant.Last, CancellationToken.None);
        var part = await PartAsync(batch);
        return new
        {
            batch, callers, counts = Text(part.Counts), settled = Text(part.Settled), stops = Text(part.Stops), settledAgain = Text(part.SettledAgain), sheets = Text(part.Sheets),
            bareCopyOfCounts = Text(part.BareCounts), bareCopyOfStops = Text(part.BareStops),
            countsToBare = Ratio(part.Counts, part.BareCounts), countsWithSettlingToBare = Ratio(part.Counts with { Took = part.Counts.Took + part.Settled.Took }, part.BareCounts), stopsToBare = Ratio(part.Stops, part.BareStops),
        };
    }

    private static string Ratio(Part part, Part bare) => (part.Took.TotalSeconds / part.Rows / (bare.Took.TotalSeconds / bare.Rows)).ToString("N1", CultureInfo.InvariantCulture);

    private static string Text(Part part) => string.Create(
        CultureInfo.InvariantCulture, $"{part.Rows:N0} rows, {part.Rows / part.Took.TotalSeconds:N0} a second, {part.Took.TotalMicroseconds / part.Rows:N1} µs a row; processor seconds for 100,000 rows {part.Cpu.Host.TotalSeconds / part.Rows * 100_000:N2} here, {part.Cpu.Server.TotalSeconds / part.Rows * 100_000:N2} in the database");

    private async Task<Parts> PartAsync(int batch)
    {
        var set = Options.Create(new MetricsOptions());
        var ingest = new IngestRows(database, new(new(database), set, TimeProvider.System), new(), TimeProvider.System, NullLogger<IngestRows>.Instance);
        var rows = new FleetRows();
        for (var day = plant.First; day <= plant.Last; day = day.AddDays(1))
        {
            for (var machine = 1; machine <= plant.Machines; machine++)
                FleetPlant.Add(rows, machine, day);
        }

        var stopRows = rows.Stops.OrderBy(row => row.Start).Select(row => new StopInput
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{row.Day:yyMMdd}-{row.StopId}"), Machine = Name(row.MachineId),
            Start = row.Start.ToString("O", CultureInfo.InvariantCulture), End = row.End.ToString("O", CultureInfo.InvariantCulture), Reason = FleetPlant.Reasons[row.ReasonId - 1].Name,
        }).ToList();
        var countRows = rows.Counts.OrderBy(row => row.HourAt).Select(row => new CountInput
        {
            Key = row.HourAt.ToString("yyMMddHH", CultureInfo.InvariantCulture), Machine = Name(row.MachineId), At = row.HourAt.ToString("O", CultureInfo.InvariantCulture),
            Total = row.Total, Good = row.Good, Scrap = row.Scrap,
        }).ToList();
        var bareCounts = await BareAsync(
            "key text, machine text, at timestamptz, total integer, good integer, scrap integer", rows.Counts.OrderBy(row => row.HourAt).Zip(countRows),
            row => [row.Second.Key, row.Second.Machine, row.First.HourAt.ToUniversalTime(), row.First.Total, row.First.Good, row.First.Scrap]);
        var bareStops = await BareAsync(
            "key text, machine text, start timestamptz, stop timestamptz, reason text", rows.Stops.OrderBy(row => row.Start).Zip(stopRows),
            row => [row.Second.Key, row.Second.Machine, row.First.Start.ToUniversalTime(), row.First.End.ToUniversalTime(), row.Second.Reason!]);
        var counts = await TimeAsync<CountInput>(Batches(countRows, batch), ingest.CountsAsync);
        var settled = await OnceAsync(counts.Rows, () => SettleCounts.RunAsync(database, tenantId, CancellationToken.None));
        var stops = await TimeAsync<StopInput>(Batches(stopRows, batch), ingest.StopsAsync);
        var settledAgain = await OnceAsync(stops.Rows, () => SettleCounts.RunAsync(database, tenantId, CancellationToken.None));
        var sheets = await OnceAsync(stops.Rows, () => new RefreshStopSheets(database, new(set)).RunAsync(tenantId, CancellationToken.None));
        return new(counts, settled, stops, settledAgain, sheets, bareCounts, bareStops);
    }

    // The same rows as they would go into a table that keeps nothing: no log, no index, no policy, no key, no name looked up.
    private async Task<Part> BareAsync<T>(string columns, IEnumerable<T> rows, Func<T, object[]> values)
    {
        var cells = rows.Select(values).ToList();
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        await owner.OpenAsync();
        await using (var create = new NpgsqlCommand($"drop table if exists public.bare; create unlogged table public.bare ({columns})", owner))
            await create.ExecuteNonQueryAsync();
        return await OnceAsync(cells.Count, async () =>
        {
            await using var import = await owner.BeginBinaryImportAsync("copy public.bare from stdin (format binary)");
            foreach (var row in cells)
                await import.WriteRowAsync(CancellationToken.None, row);
            return (int)await import.CompleteAsync();
        });
    }

    private static async Task<Part> OnceAsync(int rows, Func<Task<int>> work)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), CpuTime.Now());
        await work();
        return new(rows, watch.Elapsed, CpuTime.Now() - cpu);
    }

    private async Task<Part> TimeAsync<T>(List<byte[]> batches, Func<Guid, IReadOnlyList<T>, CancellationToken, Task<IngestAnswer>> take)
    {
        var (rows, watch, cpu) = (0, Stopwatch.StartNew(), CpuTime.Now());
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = callers }, async (json, cancellationToken) =>
        {
            var answer = await take(tenantId, JsonSerializer.Deserialize<List<T>>(json, Web)!, cancellationToken);
            if (answer.Refused.Count > 0)
                throw new InvalidOperationException(answer.Refused[0].Reason);
            Interlocked.Add(ref rows, answer.New);
        });
        return new(rows, watch.Elapsed, CpuTime.Now() - cpu);
    }

    private static List<byte[]> Batches<T>(IEnumerable<T> rows, int batch) => [.. rows.Chunk(batch).Select(chunk => JsonSerializer.SerializeToUtf8Bytes(chunk, Web))];

    private static string Name(int machine) => string.Create(CultureInfo.InvariantCulture, $"M-{machine:0000}");
}

internal sealed record Part(int Rows, TimeSpan Took, CpuTime Cpu);

internal sealed record Parts(Part Counts, Part Settled, Part Stops, Part SettledAgain, Part Sheets, Part BareCounts, Part BareStops);
