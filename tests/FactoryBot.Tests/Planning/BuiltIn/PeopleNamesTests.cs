namespace FactoryBot.Tests.Planning.BuiltIn;

public sealed class PeopleNamesTests
{
    [Theory]
    [InlineData("Olga Oee")]
    [InlineData("November Smith")]
    [InlineData("Load 2026 11")]
    [InlineData("From Last")]
    [InlineData("Des8on Dane")]
    [InlineData("The")]
    public async Task Question_SomebodysNameHoldsOneOfItsWords_IsUnderstoodAllTheSame(string name)
    {
        var asked = await new Asked("Viewer", people: [name]).SayAsync("What was the OEE of CNC-001 from 2026-11-05 to 2026-11-10?");

        Assert.Equal(["metrics_oee; machine=CNC-001; period=2026-11-05/2026-11-10"], asked.Calls);
    }
}
