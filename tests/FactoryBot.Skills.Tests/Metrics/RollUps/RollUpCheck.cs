using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using FactoryBot.Skills.Tests.Metrics.Downtime.Sheets;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.RollUps;

/// <summary>What stores answer, beside sums of the rows.</summary>
internal sealed class RollUpCheck(FactoryDatabase database, StopRules? own = null)
{
    public static readonly Period[] Periods =
    [
        Period.Of(new(2026, 10, 22), new(2026, 11, 20)), Period.Of(new(2026, 11, 1), new(2026, 11, 30)),
        Period.Of(new(2026, 10, 25), new(2026, 10, 25)), Period.Of(new(2026, 9, 30), new(2026, 11, 3)), Period.Of(new(2026, 10, 1), new(2026, 12, 31)), Period.Of(new(2026, 9, 29), new(2027, 1, 2)),
    ];

    private static readonly int[] AllMachines = [1, 2, 3, 4];
    private readonly StopRules rules = own ?? Rules;

    public static StopRules Rules => new(Options.Create(new MetricsOptions()));

    public async Task AllAsync(string when)
    {
        var plant = await PlantAsync();
        foreach (var period in Periods)
        {
            foreach (var shifts in new int[]?[] { null, [1] })
            {
                foreach (var place in new[] { new PlantScope { ShiftIds = shifts }, Place(plant, shifts, line: 1), Place(plant, shifts, line: null) })
                    await DaysAsync(place, period, shifts, when);
            }

            var cells = await new CellStore(database).ReadAsync(MetricsPlant.Tenant, new(period.From, period.To), CancellationToken.None);
            Assert.Equal(await CellsOfRowsAsync(period), cells.Cells);
            foreach (var line in new int?[] { null, 1 })
                await MarginsAsync(plant, cells.Cells, period, line, when);
            await StopsAsync(period);
        }

        await CountsAsync(plant);
    }

    /// <summary>Two readings while writers are at it see two states: whichever lies between two equal ones is checked.</summary>
    public async Task StopsAsync(Period period)
    {
        var plant = await PlantAsync();
        foreach (var shift in new int[]?[] { null, [2] })
        {
            var time = LocalTime.Of(period, SiteZone.Of(plant.Sites[0]), shift is null ? null : [plant.Shifts[1]]);
            for (var tries = 0; ; tries++)
            {
                var before = await BookedAsync(time);
                var read = (await new ReadStops(database, rules).ReadAsync(
                    MetricsPlant.Tenant, plant, new() { ShiftIds = shift }, [(period, 1_000)], CancellationToken.None))[0];
                var after = await BookedAsync(time);
                if ((before.Rows, before.Unplanned, before.Planned) == (after.Rows, after.Unplanned, after.Planned) && before.Reasons.SequenceEqual(after.Reasons))
                {
                    SameFigures.Check(before, read);
                    break;
                }

                Assert.InRange(tries, 0, 200);
            }
        }
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var scope = await database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None);
        await scope.Connection.ExecuteAsync(sql);
        await scope.CommitAsync(CancellationToken.None);
    }

    private async Task DaysAsync(PlantScope place, Period period, int[]? shifts, string when)
    {
        var kept = await new OeeStore(database).ReadAsync(MetricsPlant.Tenant, place.Over(period.From, period.To), CancellationToken.None);
        var rows = await new OeeStore(database).ReadAsync(
            MetricsPlant.Tenant, new(period.From, period.To, place.MachineIds ?? AllMachines, shifts), CancellationToken.None);
        Assert.True(rows.Days.SequenceEqual(kept.Days), $"{place.Name} {period.Dates} {when}");
    }

    /// <summary>By machine, shift and product the sums are those of the parts, and so is the whole.</summary>
    private async Task MarginsAsync(PlantData plant, IReadOnlyList<Cell> cells, Period period, int? line, string when)
    {
        var place = line is null ? new() : Place(plant, null, line);
        var parts = cells.Where(cell => place.MachineIds?.Contains(cell.MachineId) != false).ToList();
        var margins = await new MarginStore(database, new(database)).ReadAsync(MetricsPlant.Tenant, place.Over(period.From, period.To), CancellationToken.None);
        foreach (var (by, read) in new[] { (SplitBy.Machine, margins.Machines), (SplitBy.Line, margins.Machines), (SplitBy.Shift, margins.Others), (SplitBy.Product, margins.Others) })
        {
            Assert.Equal(new CellSplit(plant, parts).Total, new CellSplit(plant, read).Total);
            Assert.True(Sums(new CellSplit(plant, parts)).SequenceEqual(Sums(new CellSplit(plant, read))), $"{by} {place.Name} {period.Dates} {when}");

            IEnumerable<(string, OeeSums)> Sums(CellSplit split) => split.By(by).Select(part => (part.Name, part.Sums)).OrderBy(part => part.Name, StringComparer.Ordinal);
        }
    }

    private async Task CountsAsync(PlantData plant)
    {
        var counts = (await new PlantStore(database).CountAsync(MetricsPlant.Tenant, CancellationToken.None)).ToDictionary(table => table.Name, table => table.Rows);
        foreach (var (name, table) in new[] { ("production", "fact_production"), ("stops", "fact_production_stop"), ("hourly counts", "fact_unit_count"), ("quality issues", "fact_quality_issue") })
            Assert.Equal(await ScalarAsync<long>($"select count(*) from plant.{table}"), counts[name]);
        Assert.Equal(await ScalarAsync<long>("select count(*) from plant.fact_production"), plant.ProductionRows);
        Assert.Equal(await ScalarAsync<DateOnly>("select min(day) from plant.fact_production"), plant.FirstDay);
        Assert.Equal(await ScalarAsync<DateOnly>("select max(day) from plant.fact_production where machine_id = 2"), plant.Machines.First(m => m.Id == 2).LastDay);
    }

    private async Task<DowntimeFigures> BookedAsync(IReadOnlyList<TimeSlice> time)
    {
        await using var scope = await database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None);
        var stops = await DowntimeStore.ReadAsync(scope, new(time[0].From, time[^1].To), AllMachines, CancellationToken.None);
        return ComputeDowntime.Of(stops, _ => time, rules.Rules, 1_000);
    }

    private async Task<List<Cell>> CellsOfRowsAsync(Period period)
    {
        await using var scope = await database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None);
        await using var reader = await scope.Connection.ExecuteReaderAsync(
            """
            select machine_id, shift_id, product_id, sum(planned_seconds), sum(run_seconds), sum(ideal_cycle_seconds * total_count), sum(ideal_cycle_seconds * good_count),
                sum(total_count), sum(good_count), sum(scrap_count), count(*), sum(scheduled_seconds)
            from plant.fact_production left join (select work_order_id, product_id from plant.work_order) w using (work_order_id)
            where day between @From and @To group by 1, 2, 3 order by 1, 2, 3
            """,
            new { period.From, period.To });
        var cells = new List<Cell>();
        while (await reader.ReadAsync())
        {
            cells.Add(new(
                reader.GetInt32(0),
                reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetInt32(2),
                new(
                    reader.GetInt64(3), reader.GetInt64(4), reader.GetDecimal(5), reader.GetDecimal(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10), reader.GetInt64(11))));
        }

        return cells;
    }

    private static PlantScope Place(PlantData plant, int[]? shifts, int? line)
    {
        int[] machines = [.. plant.Machines.Where(machine => line is null || machine.LineId == line).Select(machine => machine.Id)];
        return new() { Line = line is null ? null : plant.Lines[0], Site = plant.Sites[0], MachineIds = machines, PlaceIds = machines, ShiftIds = shifts };
    }

    private Task<PlantData> PlantAsync() => new PlantStore(database).ReadAsync(MetricsPlant.Tenant, CancellationToken.None);

    private async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var scope = await database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None);
        return await scope.Connection.ExecuteScalarAsync<T>(sql);
    }
}
