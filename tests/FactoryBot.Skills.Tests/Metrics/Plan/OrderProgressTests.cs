using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.Plan;

namespace FactoryBot.Skills.Tests.Metrics.Plan;

public sealed class OrderProgressTests
{
    private static readonly WorkOrder Order = new(1, "WO-1", 1, 1, "Running", new(2026, 11, 2), new(2026, 11, 6), 1000);

    [Theory]
    [InlineData(OrderCounting.Fewest, 300)]
    [InlineData(OrderCounting.Sum, 700)]
    public void Of_TwoMachines_CountsAsTheSettingSays(OrderCounting counting, long made)
    {
        var progress = Assert.Single(OrderProgress.Of([Count(1, 400), Count(2, 300)], counting, new(2026, 11, 4)));

        Assert.Equal(made, progress.Made);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 200)]
    [InlineData(4, 600)]
    [InlineData(6, 1000)]
    [InlineData(20, 1000)]
    public void Of_ADay_ExpectsEvenProgress(int day, long expected) =>
        Assert.Equal(expected, OrderProgress.Of([Count(1, 0)], OrderCounting.Fewest, new(2026, 11, day))[0].Expected);

    [Fact]
    public void Of_MoreThanExpected_IsNotBehind()
    {
        var progress = OrderProgress.Of([Count(1, 900)], OrderCounting.Fewest, new(2026, 11, 4))[0];

        Assert.Equal((0L, 900L), (progress.Behind, progress.Filled));
    }

    [Fact]
    public void Of_MoreThanOrdered_FillsTheOrderAndNoMore()
    {
        var progress = OrderProgress.Of([Count(1, 1_400)], OrderCounting.Fewest, new(2026, 11, 6))[0];

        Assert.Equal((1_400L, 1_000L), (progress.Made, progress.Filled));
    }

    private static OrderCount Count(int machine, long good) => new(Order, machine, new(good, good, 0), good);
}
