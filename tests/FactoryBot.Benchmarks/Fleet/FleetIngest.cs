using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Metrics.RollUps;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>Streams a fleet's hourly counts and stops in as a caller of the API does, in the order of time: each batch is read from JSON, its
/// names are found, and it is written with its production and roll-ups. Prints the rows a second of each kind, and the same once more without
/// the triggers, which tells what a roll-up costs.</summary>
internal sealed class FleetIngest(FactoryDatabase database, Guid tenantId, FleetPlant plant)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task<object> RunAsync(int batch)
    {
        await new FleetLoad(database, tenantId, plant).AddPlantAsync();
        await new RollUpStore(database).MakePartitionsAsync(tenantId, plant.First, plant.Last, CancellationToken.None);
        var half = plant.First.AddDays(plant.Days / 2);
        var kept = await HalfAsync(plant.First, half.AddDays(-1), batch);
        await TriggersAsync("disable");
        var bare = await HalfAsync(half, plant.Last, batch);
        await TriggersAsync("enable");
        return new { batch, counts = Text(kept.Counts), stops = Text(kept.Stops), countsWithoutRollUps = Text(bare.Counts), stopsWithoutRollUps = Text(bare.Stops) };
    }

    private static string Text((int Rows, TimeSpan Took, CpuTime Cpu) part) => string.Create(
        CultureInfo.InvariantCulture, $"{part.Rows:N0} rows, {part.Rows / part.Took.TotalSeconds:N0} a second, {part.Took.TotalMicroseconds / part.Rows:N1} µs a row; processor time a row {part.Cpu.Host.TotalMicroseconds / part.Rows:N1} µs here, {part.Cpu.Server.TotalMicroseconds / part.Rows:N1} µs in the database");

    private async Task<((int, TimeSpan, CpuTime) Counts, (int, TimeSpan, CpuTime) Stops)> HalfAsync(DateOnly first, DateOnly last, int batch)
    {
        var set = Options.Create(new MetricsOptions());
        var ingest = new IngestRows(database, new(new(database), set, TimeProvider.System), new(), TimeProvider.System, NullLogger<IngestRows>.Instance);
        var rows = new FleetRows();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            for (var machine = 1; machine <= plant.Machines; machine++)
                FleetPlant.Add(rows, machine, day);
        }

        var stops = Batches(rows.Stops.OrderBy(row => row.Start).Select(row => new StopInput
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{row.Day:yyMMdd}-{row.StopId}"), Machine = Name(row.MachineId),
            Start = row.Start.ToString("O", CultureInfo.InvariantCulture), End = row.End.ToString("O", CultureInfo.InvariantCulture), Reason = FleetPlant.Reasons[row.ReasonId - 1].Name,
        }), batch);
        var counts = Batches(rows.Counts.OrderBy(row => row.HourAt).Select(row => new CountInput
        {
            Key = row.HourAt.ToString("yyMMddHH", CultureInfo.InvariantCulture), Machine = Name(row.MachineId), At = row.HourAt.ToString("O", CultureInfo.InvariantCulture),
            Total = row.Total, Good = row.Good, Scrap = row.Scrap,
        }), batch);
        return (await TimeAsync<CountInput>(counts, ingest.CountsAsync), await TimeAsync<StopInput>(stops, ingest.StopsAsync));
    }

    private async Task<(int, TimeSpan, CpuTime)> TimeAsync<T>(List<byte[]> batches, Func<Guid, IReadOnlyList<T>, CancellationToken, Task<IngestAnswer>> take)
    {
        var (rows, watch, cpu) = (0, Stopwatch.StartNew(), CpuTime.Now());
        foreach (var json in batches)
        {
            var answer = await take(tenantId, JsonSerializer.Deserialize<List<T>>(json, Web)!, CancellationToken.None);
            if (answer.Refused.Count > 0)
                throw new InvalidOperationException(answer.Refused[0].Reason);
            rows += answer.New;
        }

        return (rows, watch.Elapsed, CpuTime.Now() - cpu);
    }

    private static List<byte[]> Batches<T>(IEnumerable<T> rows, int batch) => [.. rows.Chunk(batch).Select(chunk => JsonSerializer.SerializeToUtf8Bytes(chunk, Web))];

    private static string Name(int machine) => string.Create(CultureInfo.InvariantCulture, $"M-{machine:0000}");

    private async Task TriggersAsync(string what)
    {
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        await owner.OpenAsync();
        foreach (var fact in new[] { "fact_production", "fact_production_stop", "fact_unit_count" })
        {
            await using var command = new NpgsqlCommand($"alter table plant.{fact} {what} trigger user", owner);
            await command.ExecuteNonQueryAsync();
        }
    }
}
