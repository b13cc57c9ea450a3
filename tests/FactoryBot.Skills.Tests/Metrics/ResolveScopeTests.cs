using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class ResolveScopeTests
{
    // Two sites, each with a "Line 1" and a shift called Early.
    private static readonly PlantData TwoSites = new()
    {
        Version = 1,
        Sites = [new(1, "Ulm", [], "Europe/Berlin"), new(2, "Leeds", ["North"], "Europe/London")],
        Lines = [new(10, 1, "Line 1", []), new(20, 2, "Line 1", []), new(21, 2, "Line 2", ["Paint"])],
        Machines =
        [
            new(100, 10, "Press-01", [], 2, null, null),
            new(200, 20, "Press-02", [], 2, null, null),
            new(210, 21, "Oven-10", [], 2, null, null),
        ],
        Shifts = [new(1, 1, "Early", [], new(6, 0), new(14, 0)), new(2, 2, "Early", ["morning"], new(7, 0), new(15, 0)), new(3, 2, "Late", [], new(15, 0), new(23, 0))],
        Products = [],
    };

    [Fact]
    public void Try_ALineOfTwoSites_AsksWhichSite()
    {
        var no = ResolveScope.Try(TwoSites, new() { Line = "line 1", Period = "2026-11-09" }, out _);

        Assert.Equal(ResultStatus.Clarify, no!.Status);
        Assert.Equal(new Choice("Leeds", "What was the OEE of line 1 at Leeds on 2026-11-09?"), no.Choices[1]);
    }

    [Fact]
    public void Try_ALineWithItsSite_TakesThatOne()
    {
        Assert.Null(ResolveScope.Try(TwoSites, new() { Line = "Line 1", Site = "north" }, out var scope));

        Assert.Equal([200], scope.MachineIds!);
        Assert.Equal(("Line 1", "Leeds"), (scope.Name, scope.Site!.Name));
    }

    [Fact]
    public void Try_ASite_TakesAllItsMachines()
    {
        Assert.Null(ResolveScope.Try(TwoSites, new() { Site = "Leeds" }, out var scope));

        Assert.Equal([200, 210], scope.MachineIds!);
    }

    [Fact]
    public void Try_AShiftOfTwoSites_TakesBoth()
    {
        Assert.Null(ResolveScope.Try(TwoSites, new() { Shift = "morning" }, out var one));
        Assert.Null(ResolveScope.Try(TwoSites, new() { Shift = "EARLY" }, out var both));

        Assert.Equal([2], one.ShiftIds!);
        Assert.Equal([1, 2], both.ShiftIds!);
        Assert.Null(both.MachineIds);
    }

    [Fact]
    public void Try_ALineGivenAsMachine_IsUnderstood()
    {
        Assert.Null(ResolveScope.Try(TwoSites, new() { Machine = "paint" }, out var scope));

        Assert.Equal("Line 2", scope.Name);
    }

    [Theory]
    [InlineData("press 1")]
    [InlineData("PRESS-1")]
    [InlineData("press01")]
    public void Try_NameWithoutDashOrZeros_IsUnderstood(string typed)
    {
        Assert.Null(ResolveScope.Try(TwoSites, new() { Machine = typed }, out var scope));

        Assert.Equal("Press-01", scope.Name);
    }

    [Theory]
    [InlineData("press 10")]
    [InlineData("oven-1")]
    public void Try_AnotherNumber_IsNotTakenForTheMachine(string typed) =>
        Assert.Equal(ResultStatus.NotUnderstood, ResolveScope.Try(TwoSites, new() { Machine = typed }, out _)!.Status);

    [Theory]
    [InlineData("all")]
    [InlineData("the whole plant")]
    [InlineData(" ")]
    public void Try_EverythingInWords_IsTheWholePlant(string typed)
    {
        Assert.Null(ResolveScope.Try(TwoSites, new() { Machine = typed, Line = typed, Site = typed, Shift = typed }, out var scope));

        Assert.True(scope.IsWholePlant);
        Assert.Null(scope.MachineIds);
        Assert.Null(scope.ShiftIds);
    }
}
