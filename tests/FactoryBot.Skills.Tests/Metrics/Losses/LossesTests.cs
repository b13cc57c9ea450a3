using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Losses;

namespace FactoryBot.Skills.Tests.Metrics.Losses;

public sealed class LossesTests
{
    [Fact]
    public void Of_AnySumsAndReasons_AddUpToWhatIsLost()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var planned = random.Next(1, 100_000);
            var run = random.Next(0, planned + 1);
            var total = random.Next(0, 2_000);
            var sums = OeeSums.Of(planned, run, random.Next(1, 40), total, random.Next(0, total + 1));
            var reasons = Enumerable.Range(0, random.Next(0, 5))
                .Select(n => new ReasonDowntime("R" + n, random.Next(4) == 0, TimeSpan.FromSeconds(random.Next(0, planned)), 1, 0, 0));

            var losses = FactoryBot.Skills.Metrics.Losses.Losses.Of(sums, reasons);

            Assert.Equal(1 - ComputeOee.Of(sums).Oee!.Value, losses.Sum(loss => loss.Points!.Value), 12);
            Assert.Equal(losses.OrderByDescending(loss => loss.Time).Select(loss => loss.Name), losses.Select(loss => loss.Name));
        }
    }

    [Fact]
    public void Of_NothingPlanned_HasNoPoints() =>
        Assert.All(FactoryBot.Skills.Metrics.Losses.Losses.Of(default, []), loss => Assert.Null(loss.Points));
}
