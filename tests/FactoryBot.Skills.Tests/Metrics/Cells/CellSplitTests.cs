using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Cells;

namespace FactoryBot.Skills.Tests.Metrics.Cells;

public sealed class CellSplitTests
{
    private static readonly PlantData Plant = new()
    {
        Version = 1,
        Sites = [new(1, "Ulm", [], "Europe/Berlin"), new(2, "Leeds", [], "Europe/London")],
        Lines = [new(10, 1, "Line 1", []), new(11, 1, "Line 2", []), new(20, 2, "Line 1", [])],
        Machines = [new(1, 10, "A", [], 1, null, null), new(2, 10, "B", [], 1, null, null), new(3, 11, "C", [], 1, null, null), new(4, 20, "D", [], 1, null, null)],
        Shifts = [new(1, 1, "Early", [], new(6, 0), new(14, 0)), new(2, 1, "Late", [], new(14, 0), new(22, 0)), new(3, 2, "Early", [], new(7, 0), new(15, 0))],
        Products = [new(1, "Housing", []), new(2, "Valve", [])],
    };

    [Fact]
    public void By_AnyCellsInAnyOrder_EverySplitHasTheSameTotal()
    {
        var random = new Random(29);
        for (var i = 0; i < 200; i++)
        {
            var cells = Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Cell(
                random.Next(1, 5), random.Next(1, 4), random.Next(3) is > 0 and var product ? product : null, AnySums(random))).ToList();
            var shuffled = new CellSplit(Plant, [.. cells.OrderBy(_ => random.Next())]);
            var split = new CellSplit(Plant, cells);

            foreach (var by in Enum.GetValues<SplitBy>())
            {
                Assert.Equal(split.Total, OeeSums.Of(split.By(by).Select(part => part.Sums)));
                Assert.Equal(Sorted(split.By(by)), Sorted(shuffled.By(by)));
            }
        }
    }

    [Fact]
    public void By_LinesOfTheSameName_AreToldApartByTheirSite() =>
        Assert.Equal(
            ["Line 1 (Ulm)", "Line 1 (Leeds)"],
            new CellSplit(Plant, [new(1, 1, null, default), new(4, 3, null, default)]).By(SplitBy.Line).Select(part => part.Name));

    [Fact]
    public void By_ShiftsOfTheSameName_AreOne() =>
        Assert.Equal(["Early"], new CellSplit(Plant, [new(1, 1, null, default), new(4, 3, null, default)]).By(SplitBy.Shift).Select(part => part.Name));

    private static List<(string, OeeSums)> Sorted(IEnumerable<Part> parts) => [.. parts.Select(part => (part.Name, part.Sums)).OrderBy(part => part.Name, StringComparer.Ordinal)];

    private static OeeSums AnySums(Random random)
    {
        var total = random.Next(0, 500);
        return OeeSums.Of(random.Next(0, 30_000), random.Next(0, 30_000), random.Next(1, 5_000) / 100m, total, random.Next(0, total + 1));
    }
}
