using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public sealed class CauseNamesTests
{
    [Theory]
    [InlineData("Change-over", "changeovers")]
    [InlineData("Tool change", "the tool changes")]
    [InlineData("Set-up", "setup")]
    public void Key_TheSameNameWrittenOtherwise_IsTheSame(string name, string written) =>
        Assert.Equal(CauseNames.Key(name), CauseNames.Key(written));

    [Theory]
    [InlineData("Material shortage", "no material")]
    [InlineData("Material shortage", "waiting for the material")]
    [InlineData("No operator", "missing staff")]
    [InlineData("Sensor fault", "sensor failures")]
    [InlineData("Changeover", "set-up")]
    [InlineData("Conveyor jam", "conveyor blockage")]
    [InlineData("Cleaning", "clean-up")]
    public void OthersOf_AName_HoldsWhatElseMeansTheSame(string name, string other) =>
        Assert.Contains(CauseNames.Key(other), CauseNames.OthersOf(name));

    [Theory]
    [InlineData("No operator", "operator")]
    [InlineData("Sensor fault", "sensor shortage")]
    [InlineData("Cleaning", "changeover")]
    public void OthersOf_AName_DoesNotHoldAnotherThing(string name, string other) =>
        Assert.DoesNotContain(CauseNames.Key(other), CauseNames.OthersOf(name));
}
