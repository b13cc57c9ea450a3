using FactoryBot.Skills.Metrics;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class ComputeOeeTests
{
    [Theory]
    // Eight hours, breaks and a meal taken out, two stops.
    [InlineData(27_000, 23_400, 5.0, 4_212, 4_134, 0.866667, 0.900000, 0.981481, 0.765556)]
    // A slow press, much scrap.
    [InlineData(25_200, 25_200, 90.0, 210, 168, 1.0, 0.75, 0.8, 0.6)]
    // Less than a second a piece.
    [InlineData(3_600, 1_800, 0.25, 3_600, 3_600, 0.5, 0.5, 1.0, 0.25)]
    public void Of_OneRun_GivesTheFourRatios(
        int planned, int run, double cycle, int total, int good, double a, double p, double q, double oee)
    {
        var figures = ComputeOee.Of(OeeSums.Of(planned, run, (decimal)cycle, total, good));

        Assert.Equal((decimal)a, Math.Round(figures.Availability!.Value, 6));
        Assert.Equal((decimal)p, Math.Round(figures.Performance!.Value, 6));
        Assert.Equal((decimal)q, Math.Round(figures.Quality!.Value, 6));
        Assert.Equal((decimal)oee, Math.Round(figures.Oee!.Value, 6));
        Assert.Empty(figures.Warnings);
    }

    [Fact]
    public void Of_TwoRuns_IsNotTheMeanOfTheirRatios()
    {
        var good = OeeSums.Of(6_000, 6_000, 1, 6_000, 6_000);
        var bad = OeeSums.Of(54_000, 27_000, 1, 13_500, 13_500);

        var figures = ComputeOee.Of(good + bad);

        Assert.Equal(0.325m, figures.Oee);
        Assert.NotEqual((ComputeOee.Of(good).Oee + ComputeOee.Of(bad).Oee) / 2, figures.Oee);
    }

    [Fact]
    public void Of_MachinesOfDifferentSpeed_WeighsQualityByIdealTime()
    {
        var figures = ComputeOee.Of(OeeSums.Of(7_200, 6_600, 3, 2_000, 1_800) + OeeSums.Of(7_200, 6_600, 60, 100, 100));

        Assert.Equal(0.95m, figures.Quality);
        Assert.Equal(0.904762m, Math.Round(figures.QualityByCount!.Value, 6));
        Assert.Equal(Math.Round(figures.Oee!.Value, 20), Math.Round((figures.Availability * figures.Performance * figures.Quality)!.Value, 20));
    }

    [Fact]
    public void Of_NothingPlanned_IsNotComputableAndSaysSo()
    {
        var figures = ComputeOee.Of(default);

        Assert.Equal([null, null, null, null], new[] { figures.Oee, figures.Availability, figures.Performance, figures.Quality });
        Assert.Contains(OeeWarning.NothingPlanned, figures.Warnings);
    }

    [Fact]
    public void Of_NoPieces_IsZeroWithoutAQuality()
    {
        var figures = ComputeOee.Of(OeeSums.Of(3_600, 3_600, 2, 0, 0));

        Assert.Null(figures.Quality);
        Assert.Equal([0m, 1m, 0m], new[] { figures.Oee, figures.Availability, figures.Performance });
        Assert.Equal([OeeWarning.NothingMade], figures.Warnings);
    }

    [Fact]
    public void Of_FasterThanIdeal_IsWarnedOfAndNotCapped()
    {
        var figures = ComputeOee.Of(OeeSums.Of(4_000, 3_000, 1.2m, 3_000, 3_000));

        Assert.Equal(1.2m, figures.Performance);
        Assert.Equal([OeeWarning.PerformanceAboveOne], figures.Warnings);
    }

    [Fact]
    public void Of_MoreRunThanPlannedTime_IsWarnedOfAndNotCapped()
    {
        var figures = ComputeOee.Of(OeeSums.Of(2_000, 2_500, 1, 1_000, 1_000));

        Assert.Equal(1.25m, figures.Availability);
        Assert.Equal([OeeWarning.AvailabilityAboveOne], figures.Warnings);
    }

    [Fact]
    public void Of_MoreGoodThanTotal_IsWarnedOfAndNotCapped()
    {
        var figures = ComputeOee.Of(OeeSums.Of(2_000, 2_000, 1, 100, 110));

        Assert.Equal(1.1m, figures.Quality);
        Assert.Equal([OeeWarning.GoodAboveTotal], figures.Warnings);
    }

    [Fact]
    public void Of_PiecesWithoutIdealCycle_LeavesPerformanceOpen()
    {
        var figures = ComputeOee.Of(OeeSums.Of(2_000, 1_000, 0, 100, 90));

        Assert.Equal([null, null, 0.5m, 0.9m], new[] { figures.Oee, figures.Performance, figures.Availability, figures.Quality });
        Assert.Equal([OeeWarning.IdealCycleMissing], figures.Warnings);
    }

    [Fact]
    public void Of_PiecesWithoutRunTime_LeavesPerformanceOpen()
    {
        var figures = ComputeOee.Of(OeeSums.Of(2_000, 0, 1, 100, 90));

        Assert.Null(figures.Performance);
        Assert.Equal([OeeWarning.MadeWithoutRunning], figures.Warnings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20261121)]
    public void Of_AnySplitAndOrder_EqualsTheWholeExactly(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 60)).Select(_ => AnyRun(random)).ToArray();
            var whole = ComputeOee.Of(OeeSums.Of(rows));

            random.Shuffle(rows);
            var parts = rows.GroupBy(_ => random.Next(6)).Select(OeeSums.Of).ToArray();
            random.Shuffle(parts);
            var rolledUp = ComputeOee.Of(OeeSums.Of(parts));

            Assert.Equal(
                (whole.Oee, whole.Availability, whole.Performance, whole.Quality, whole.QualityByCount),
                (rolledUp.Oee, rolledUp.Availability, rolledUp.Performance, rolledUp.Quality, rolledUp.QualityByCount));
            Assert.Equal(whole.Warnings, rolledUp.Warnings);
        }
    }

    [Fact]
    public void Of_AnySoundRuns_StaysBetweenZeroAndOneAndMultipliesUp()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var figures = ComputeOee.Of(OeeSums.Of(Enumerable.Range(0, 20).Select(_ => AnyRun(random))));

            Assert.InRange(figures.Oee!.Value, 0, 1);
            Assert.Equal(Math.Round((figures.Availability * figures.Performance * figures.Quality)!.Value, 18), Math.Round(figures.Oee.Value, 18));
        }
    }

    private static OeeSums AnyRun(Random random)
    {
        var planned = random.Next(1, 28_801);
        var run = random.Next(1, planned + 1);
        var cycle = random.Next(1, 90_000) / 1_000m;
        var total = random.Next(0, (int)(run / cycle) + 1);
        return OeeSums.Of(planned, run, cycle, total, random.Next(0, total + 1));
    }
}
