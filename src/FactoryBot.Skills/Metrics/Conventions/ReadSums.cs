using FactoryBot.Skills.Metrics.Cells;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Conventions;

/// <summary>Reads the sums behind an OEE as the convention of the question counts them. Whoever computes an OEE reads them here.</summary>
internal sealed class ReadSums(OeeStore days, CellStore cells, MarginStore margins, ConventionStore changes, IOptions<MetricsOptions> options)
{
    public const string NoProductPlanned =
        "Stops are not booked by product, so the planned time of a product is the booked one, whatever the convention for breaks, set-up and maintenance.";

    public async Task<OeeDays> DaysAsync(PlantAsked asked, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var filter = asked.Scope.Over(from, to);
        var read = await days.ReadAsync(asked.Asker.TenantId, filter, cancellationToken);
        var added = (await ChangesAsync(asked, filter, cancellationToken)).GroupBy(change => change.Day)
            .ToDictionary(day => day.Key, day => day.Sum(change => change.Seconds));
        return read with { Days = [.. read.Days.Select(day => day with { Sums = Counted(day.Sums, asked.Convention, added.GetValueOrDefault(day.Day)) })] };
    }

    /// <summary>The sums of each machine, shift and product; with a convention for kinds of stops the products are not told apart,
    /// because stops name none.</summary>
    public async Task<CellsRead> CellsAsync(PlantAsked asked, DateOnly from, DateOnly to, bool byProduct, CancellationToken cancellationToken)
    {
        var filter = asked.Scope.Over(from, to);
        var read = await cells.ReadAsync(asked.Asker.TenantId, filter, cancellationToken);
        if (!asked.Convention.NeedsStops || byProduct || NamesWhatStopsDoNot(asked))
            return read with { Cells = [.. read.Cells.Select(cell => cell with { Sums = Counted(cell.Sums, asked.Convention, 0) })] };
        var added = (await ChangesAsync(asked, filter, cancellationToken)).GroupBy(change => (change.MachineId, change.ShiftId))
            .ToDictionary(place => place.Key, place => place.Sum(change => change.Seconds));
        return read with
        {
            Cells =
            [
                .. read.Cells.GroupBy(cell => (cell.MachineId, cell.ShiftId)).Select(place => new Cell(
                    place.Key.MachineId,
                    place.Key.ShiftId,
                    null,
                    Counted(OeeSums.Of(place.Select(cell => cell.Sums)), asked.Convention, added.GetValueOrDefault(place.Key)))),
            ],
        };
    }

    /// <summary>The sums of each machine, and those of each shift and product.</summary>
    public async Task<Margins> MarginsAsync(PlantAsked asked, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (asked.Convention.NeedsStops)
        {
            var read = await CellsAsync(asked, from, to, byProduct: false, cancellationToken);
            return new(read.Cells, read.Cells, read.Version);
        }

        var sums = await margins.ReadAsync(asked.Asker.TenantId, asked.Scope.Over(from, to), cancellationToken);
        return sums with { Machines = Counted(sums.Machines), Others = Counted(sums.Others) };

        List<Cell> Counted(IReadOnlyList<Cell> cells) => [.. cells.Select(cell => cell with { Sums = ReadSums.Counted(cell.Sums, asked.Convention, 0) })];
    }

    /// <summary>The sums with the planned time of the convention.</summary>
    /// <param name="added">Seconds by which stops change the booked planned time.</param>
    internal static OeeSums Counted(OeeSums sums, OeeConvention convention, long added) => sums with
    {
        PlannedSeconds = convention.Form == OeeForm.Strict ? sums.ScheduledSeconds : sums.PlannedSeconds + added,
    };

    private static bool NamesWhatStopsDoNot(PlantAsked asked) => asked.Scope is { Product: not null } or { Order: not null };

    private async Task<IReadOnlyList<PlannedChange>> ChangesAsync(PlantAsked asked, FactFilter filter, CancellationToken cancellationToken)
    {
        var convention = asked.Convention;
        if (!convention.NeedsStops || NamesWhatStopsDoNot(asked))
            return [];
        var set = options.Value;
        var kinds = new[] { (convention.Breaks, set.Breaks), (convention.SetUp, set.SetUps), (convention.Maintenance, set.Maintenances) };
        return await changes.ChangesAsync(
            asked.Asker.TenantId, filter, Of(StopCounting.Loss), Of(StopCounting.NotPlanned), cancellationToken);

        string[] Of(StopCounting counting) =>
            [.. kinds.Where(kind => kind.Item1 == counting).SelectMany(kind => kind.Item2).Select(name => name.ToLowerInvariant())];
    }
}
