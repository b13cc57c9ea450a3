using System.Diagnostics;
using System.Globalization;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Metrics.RollUps;
using static NpgsqlTypes.NpgsqlDbType;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>Loads a fleet in the order of time by two writers at once, ten days of half the machines in each transaction, so that memory stays
/// bounded; a third adds the parts of roll-ups up behind them each month, as a host does.</summary>
internal sealed class FleetLoad(FactoryDatabase database, Guid tenantId, FleetPlant plant)
{
    private const int DaysAtOnce = 10;

    public async Task<(long Rows, TimeSpan Took)> RunAsync()
    {
        await AddPlantAsync();
        await new RollUpStore(database).MakePartitionsAsync(tenantId, plant.First, plant.Last, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var rows = 0L;
        for (var from = plant.First; from <= plant.Last; from = from.AddDays(DaysAtOnce))
        {
            var (first, last) = (from, from.AddDays(DaysAtOnce - 1) < plant.Last ? from.AddDays(DaysAtOnce - 1) : plant.Last);
            rows += (await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() => WriteAsync(writer, first, last))))).Sum();
            if (last.Month == from.Month)
                continue;
            await new RollUpStore(database).CompactAsync(tenantId, CancellationToken.None);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd}: {rows:N0} rows, {rows / watch.Elapsed.TotalSeconds:N0} a second"));
        }

        return (rows, watch.Elapsed);
    }

    private async Task<long> WriteAsync(int writer, DateOnly from, DateOnly to)
    {
        var rows = new FleetRows();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            for (var machine = 1 + writer; machine <= plant.Machines; machine += 2)
                FleetPlant.Add(rows, machine, day);
        }

        await using var scope = await database.OpenAsync(tenantId, CancellationToken.None);
        await DemoTables.CopyFactsAsync(new DemoStore(scope), rows.All, CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
        return rows.Count;
    }

    public async Task AddPlantAsync()
    {
        await using var scope = await database.OpenAsync(tenantId, CancellationToken.None);
        var store = new DemoStore(scope);
        await AddAsync("dim_date", [("day", Date), ("iso_year", Smallint), ("iso_week", Smallint), ("year", Smallint), ("quarter", Smallint), ("month", Smallint), ("iso_weekday", Smallint)],
            Enumerable.Range(-1, plant.Days + 2).Select(plant.First.AddDays),
            day => [day, (short)ISOWeek.GetYear(day), (short)ISOWeek.GetWeekOfYear(day), (short)day.Year, (short)((day.Month + 2) / 3), (short)day.Month, (short)(((int)day.DayOfWeek + 6) % 7 + 1)]);
        await AddAsync("dim_site", [("site_id", Integer), ("name", Text), ("time_zone", Text)], Enumerable.Range(1, plant.Sites), id => [id, $"Site {id}", FleetPlant.Zone]);
        await AddAsync("dim_line", [("line_id", Integer), ("site_id", Integer), ("name", Text)], Enumerable.Range(1, plant.Lines),
            id => [id, (id - 1) / FleetPlant.LinesOfSite + 1, $"Line {id}"]);
        await AddAsync("dim_machine", [("machine_id", Integer), ("line_id", Integer), ("name", Text), ("ideal_cycle_seconds", Numeric)], Enumerable.Range(1, plant.Machines),
            id => [id, FleetPlant.LineOf(id), $"M-{id:0000}", FleetPlant.IdealCycle(id)]);
        await AddAsync("dim_shift", [("shift_id", Integer), ("site_id", Integer), ("name", Text), ("starts_at", Time), ("ends_at", Time)],
            Enumerable.Range(1, plant.Sites * FleetPlant.ShiftsOfSite),
            id => [id, (id - 1) / 3 + 1, new[] { "Early", "Late", "Night" }[(id - 1) % 3], new TimeOnly(6 + (id - 1) % 3 * 8, 0), new TimeOnly((14 + (id - 1) % 3 * 8) % 24, 0)]);
        await AddAsync("dim_job_status", [("job_status_id", Integer), ("name", Text)], [1], id => [id, "Completed"]);
        await AddAsync("dim_stop_reason", [("stop_reason_id", Integer), ("name", Text), ("category", Text), ("planned", NpgsqlTypes.NpgsqlDbType.Boolean)], FleetPlant.Reasons,
            r => [r.Id, r.Name, r.Category, r.Planned]);
        await AddAsync("dim_defect_type", [("defect_type_id", Integer), ("name", Text)], Enumerable.Range(1, 6), id => [id, $"Defect {id}"]);
        await AddAsync("dim_product", [("product_id", Integer), ("name", Text)], Enumerable.Range(1, plant.Lines * FleetPlant.ProductsOfLine), id => [id, $"Product {id}"]);
        var weeks = Enumerable.Range(plant.First.DayNumber / 7, plant.Days / 7 + 2);
        await AddAsync("work_order", [("work_order_id", Integer), ("number", Text), ("line_id", Integer), ("product_id", Integer), ("job_status_id", Integer), ("starts_on", Date), ("due_on", Date), ("quantity", Integer)],
            Enumerable.Range(1, plant.Lines).SelectMany(line => weeks.Select(week => (line, week))),
            o => [o.line * 1_000 + (o.week - 105_000), $"WO-{o.line}-{o.week}", o.line, FleetPlant.ProductOf(o.line, o.week), 1, DateOnly.FromDayNumber(o.week * 7), DateOnly.FromDayNumber(o.week * 7 + 6), 5_000]);
        await LoadStore.BookAsync(scope, "Fleet", plant.Machines, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);

        Task AddAsync<T>(string table, (string, NpgsqlTypes.NpgsqlDbType)[] columns, IEnumerable<T> rows, Func<T, object?[]> values) =>
            store.CopyAsync(table, columns, rows, values, CancellationToken.None);
    }
}
