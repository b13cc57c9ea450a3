using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Why;

namespace FactoryBot.Skills.Tests.Metrics.Why;

public sealed class SplitChangeTests
{
    private const int Digits = 15;

    [Fact]
    public void Factors_OnlyOneChanges_HasTheWholeEffect()
    {
        var before = ComputeOee.Of(OeeSums.Of(1000, 900, 1, 800, 760));
        var now = ComputeOee.Of(OeeSums.Of(1000, 450, 1, 400, 380));

        var effects = SplitChange.Factors(before, now)!;

        Assert.Equal(-0.38m, effects.Availability, Digits);
        Assert.Equal(0, effects.Performance, Digits);
        Assert.Equal(0, effects.Quality, Digits);
    }

    [Fact]
    public void Factors_AnyTwoTimes_AddUpToTheChange()
    {
        var random = new Random(11);
        for (var i = 0; i < 1000; i++)
        {
            var (before, now) = (ComputeOee.Of(AnySums(random)), ComputeOee.Of(AnySums(random)));

            Assert.Equal(now.Oee!.Value - before.Oee!.Value, SplitChange.Factors(before, now)!.Sum, Digits);
        }
    }

    [Fact]
    public void Factors_TheOtherWayRound_HaveTheOppositeSign()
    {
        var random = new Random(13);
        var (before, now) = (ComputeOee.Of(AnySums(random)), ComputeOee.Of(AnySums(random)));

        var (there, back) = (SplitChange.Factors(before, now)!, SplitChange.Factors(now, before)!);

        Assert.Equal(there.Availability, -back.Availability, Digits);
        Assert.Equal(there.Quality, -back.Quality, Digits);
    }

    [Fact]
    public void Factors_NothingRanAfterwards_IsAllAvailability()
    {
        var effects = SplitChange.Factors(ComputeOee.Of(OeeSums.Of(1000, 900, 1, 800, 760)), ComputeOee.Of(OeeSums.Of(1000, 0, 1, 0, 0)))!;

        Assert.Equal((-0.76m, 0m, 0m), (effects.Availability, effects.Performance, effects.Quality));
    }

    [Fact]
    public void Factors_NotComputable_IsNull() =>
        Assert.Null(SplitChange.Factors(ComputeOee.Of(default), ComputeOee.Of(OeeSums.Of(1000, 900, 1, 800, 760))));

    [Fact]
    public void Parts_AnySplitInAnyOrder_AddUpToTheChange()
    {
        var random = new Random(17);
        for (var i = 0; i < 500; i++)
        {
            var (before, now) = (AnyParts(random), AnyParts(random));
            var (whole0, whole1) = (OeeSums.Of(before.Values), OeeSums.Of(now.Values));
            if (whole0.PlannedSeconds == 0 || whole1.PlannedSeconds == 0)
                continue;

            var parts = SplitChange.Parts(before, now);
            var shuffled = SplitChange.Parts(
                before.OrderByDescending(p => p.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                now.OrderByDescending(p => p.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));

            Assert.Equal(
                whole1.IdealGoodSeconds / whole1.PlannedSeconds - whole0.IdealGoodSeconds / whole0.PlannedSeconds, parts.Sum(part => part.Effect), Digits);
            Assert.Equal(parts, shuffled);
        }
    }

    [Fact]
    public void Parts_OnlyPlannedTimeMoves_IsMixAlone()
    {
        var before = new Dictionary<string, OeeSums> { ["good"] = OeeSums.Of(500, 500, 1, 450, 450), ["bad"] = OeeSums.Of(500, 500, 1, 250, 250) };
        var now = new Dictionary<string, OeeSums> { ["good"] = OeeSums.Of(200, 200, 1, 180, 180), ["bad"] = OeeSums.Of(800, 800, 1, 400, 400) };

        var parts = SplitChange.Parts(before, now);

        Assert.All(parts, part => Assert.Equal(part.Mix, part.Effect, Digits));
        Assert.Equal(-0.12m, parts.Sum(part => part.Effect), Digits);
    }

    [Fact]
    public void Reasons_AnyStops_AddUpToTheEffectOfAvailability()
    {
        var random = new Random(19);
        for (var i = 0; i < 500; i++)
        {
            var (before, now) = (AnySums(random), AnySums(random));

            var reasons = WhyReport.ReasonsOf(before, now, AnyStops(random), AnyStops(random));

            Assert.Equal(SplitChange.Factors(ComputeOee.Of(before), ComputeOee.Of(now))!.Availability, reasons.Sum(r => r.Effect), 12);
        }
    }

    [Fact]
    public void Shown_AnyParts_AddUpToTheWholeAsItIsShown()
    {
        var random = new Random(23);
        for (var i = 0; i < 500; i++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 12)).Select(_ => (decimal)(random.NextDouble() - 0.5)).ToList();

            var shown = ShownShares.Points(parts, 1);

            Assert.Equal(Math.Round(parts.Sum() * 100, 1, MidpointRounding.AwayFromZero), shown.Sum());
            Assert.All(parts.Zip(shown), part => Assert.True(Math.Abs(part.First * 100 - part.Second) < 0.1m));
        }
    }

    private static OeeSums AnySums(Random random)
    {
        var planned = random.Next(1, 100_000);
        var run = random.Next(0, planned + 1);
        var total = run == 0 ? 0 : random.Next(0, 2_000);
        return OeeSums.Of(planned, run, random.Next(1, 40), total, random.Next(0, total + 1));
    }

    private static Dictionary<string, OeeSums> AnyParts(Random random) =>
        Enumerable.Range(0, 6).Where(_ => random.Next(4) > 0).ToDictionary(n => "P" + n, _ => random.Next(8) == 0 ? default : AnySums(random), StringComparer.Ordinal);

    private static List<ReasonDowntime> AnyStops(Random random) =>
        [.. Enumerable.Range(0, 5).Where(_ => random.Next(3) > 0).Select(n => new ReasonDowntime("R" + n, false, TimeSpan.FromSeconds(random.Next(1, 9_000)), 1, 0, 0))];
}
