using System.Globalization;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Check;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>The questions of the bench: by the product's own stores, and as plain SQL on the facts. Each answer is a list of lines of whole
/// numbers, so that two ways can be told to agree.</summary>
internal sealed class FleetQuestions(FactoryDatabase database, Guid tenantId, PlantData plant)
{
    private readonly OeeStore oee = new(database);
    private readonly CellStore cells = new(database);
    private readonly MarginStore margins = new(database, new(database));
    private readonly ReadStops stops = new(database, new StopRules(Options.Create(new MetricsOptions())));
    private readonly DateOnly year = new(plant.LastDay!.Value.Year - 1, 1, 1);

    public IReadOnlyDictionary<string, (Func<Task<List<string>>> RollUp, Func<Task<List<string>>> Raw)> All => new Dictionary<string, (Func<Task<List<string>>>, Func<Task<List<string>>>)>
    {
        ["week"] = (WeekAsync, () => RawAsync(FleetSql.Days(Week.From, Week.To, [1]), FleetSql.Reasons(Bounds(Week), [1]))),
        ["quarter"] = (QuarterAsync, () => RawAsync(FleetSql.Lines(Quarter.From, Quarter.To, SiteMachines))),
        ["year"] = (YearAsync, () => RawAsync(FleetSql.Months(Year.From, Year.To))),
        ["pareto"] = (ParetoAsync, () => RawAsync(FleetSql.Reasons(Bounds(Year), null))),
        ["why"] = (WhyAsync, () => RawAsync(
            FleetSql.Margins(Quarter.Before().From, Quarter.Before().To), FleetSql.Reasons(Bounds(Quarter.Before()), null),
            FleetSql.Margins(Quarter.From, Quarter.To), FleetSql.Reasons(Bounds(Quarter), null))),
        // What an answer on the whole fleet over a year warns of; beside it the same checks on each row.
        ["warnings"] = (WarningsAsync, AllWarningsAsync),
    };

    /// <summary>What another database needs to be asked the same.</summary>
    public object Parameters => new
    {
        week = Span(Week), quarter = Span(Quarter), before = Span(Quarter.Before()), year = Span(Year), siteMachines = SiteMachines,
    };

    private Period Week => Period.Of(year.AddMonths(4).AddDays(6), year.AddMonths(4).AddDays(12));

    private Period Quarter => Period.Of(year.AddMonths(3), year.AddMonths(6).AddDays(-1));

    private Period Year => Period.Of(year, year.AddYears(1).AddDays(-1));

    private int[] SiteMachines => [.. plant.Machines.Where(machine => plant.LineOf(machine).SiteId == 1).Select(machine => machine.Id)];

    private static TimeSliceText Bounds(Period period)
    {
        var time = Skills.Metrics.Downtime.LocalTime.Of(period, TimeZoneInfo.FindSystemTimeZoneById(FleetPlant.Zone), null)[0];
        return new(time.From.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), time.To.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static object Span(Period period) => new { from = $"{period.From:yyyy-MM-dd}", to = $"{period.To:yyyy-MM-dd}", begins = Bounds(period).From, ends = Bounds(period).To };

    private async Task<List<string>> WarningsAsync()
    {
        var facts = await new CheckStore(database).ReadSumsAsync(tenantId, Year, null, [.. plant.Lines.Select(line => line.Id)], CancellationToken.None);
        return [.. FindInSums.Of(plant, facts, Year, Year.To.AddDays(1), whole: true).Select(finding => finding.Sentence)];
    }

    private async Task<List<string>> AllWarningsAsync()
    {
        var facts = await new CheckStore(database).ReadAsync(tenantId, Year, null, CancellationToken.None);
        return [.. FindProblems.Of(plant, facts, Year, Year.To.AddDays(1)).Select(finding => finding.Sentence)];
    }

    private async Task<List<string>> WeekAsync()
    {
        var days = await oee.ReadAsync(tenantId, new(Week.From, Week.To, [1]), CancellationToken.None);
        return [.. days.Days.Select(day => Line($"{day.Day:yyyy-MM-dd}", day.Sums)), .. await ReasonsAsync([1], Week)];
    }

    private async Task<List<string>> QuarterAsync()
    {
        var read = await cells.ReadAsync(tenantId, new(Quarter.From, Quarter.To, SiteMachines), CancellationToken.None);
        return [.. read.Cells.GroupBy(cell => FleetPlant.LineOf(cell.MachineId)).Select(line => Line($"{line.Key}", OeeSums.Of(line.Select(cell => cell.Sums))))];
    }

    private async Task<List<string>> YearAsync()
    {
        var days = await oee.ReadAsync(tenantId, new(Year.From, Year.To), CancellationToken.None);
        return [.. days.Days.GroupBy(day => day.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)).Select(month => Line(month.Key, OeeSums.Of(month.Select(day => day.Sums))))];
    }

    private Task<List<string>> ParetoAsync() => ReasonsAsync(null, Year);

    // Side by side, as the product reads them.
    private async Task<List<string>> WhyAsync()
    {
        Period[] periods = [Quarter.Before(), Quarter];
        var (reading, stopping) = (Task.WhenAll(periods.Select(MarginsAsync)), ReasonsAsync(null, periods));
        return [.. (await reading).SelectMany(lines => lines), .. await stopping];
    }

    private async Task<IEnumerable<string>> MarginsAsync(Period period)
    {
        var read = await margins.ReadAsync(tenantId, new(period.From, period.To), CancellationToken.None);
        return read.Machines.Concat(read.Others).Select(cell => Line($"{cell.MachineId}/{cell.ShiftId}/{cell.ProductId ?? 0}", cell.Sums));
    }

    private async Task<List<string>> ReasonsAsync(int[]? machineIds, params Period[] periods)
    {
        var figures = await stops.ReadAsync(tenantId, plant, new PlantScope { MachineIds = machineIds }, [.. periods.Select(period => (period, 0L))], CancellationToken.None);
        return [.. figures.SelectMany(f => f.Reasons.Select(reason => $"{reason.Name}|{reason.Time.Ticks / TimeSpan.TicksPerSecond}"))];
    }

    private static string Line(string key, OeeSums sums) => string.Create(
        CultureInfo.InvariantCulture, $"{key}|{sums.PlannedSeconds}|{sums.RunSeconds}|{sums.IdealSeconds:0.00}|{sums.IdealGoodSeconds:0.00}|{sums.Total}|{sums.Good}|{sums.Scrap}");

    private async Task<List<string>> RawAsync(params string[] statements)
    {
        await using var scope = await database.OpenAsync(tenantId, CancellationToken.None);
        var lines = new List<string>();
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, scope.Connection) { CommandTimeout = 0 };
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(0));
        }

        return lines;
    }
}

internal sealed record TimeSliceText(string From, string To);
