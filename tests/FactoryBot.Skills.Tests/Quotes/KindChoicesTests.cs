using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>Open lines that are settled by a word, and a draft that goes on in a hurry.</summary>
public sealed class KindChoicesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Catalogue = """
        part_number,description,pack_qty,price,currency
        N-Z,M8 hex nut DIN 934 zinc plated,100,4,EUR
        N-A2,M8 hex nut DIN 934 stainless steel A2,100,9,EUR
        W-Z,M8 washer DIN 125 zinc plated,100,2,EUR
        W-A2,M8 washer DIN 125 stainless steel A2,100,5,EUR
        PB-P,"Push button red, plain",1,8,EUR
        PB-L,"Push button red, with lamp",1,12,EUR
        """;

    [Theory]
    [InlineData("use the zinc ones for all lines", "N-Z W-Z")]
    [InlineData("zinc plated for all", "N-Z W-Z")]
    [InlineData("all in stainless", "N-A2 W-A2")]
    [InlineData("take the zinc one for line 2", " W-Z")]
    [InlineData("use zinc for line 1", "N-Z ")]
    public async Task Edit_KindNamedByWords_SettlesTheOpenLines(string said, string numbers)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync(Catalogue);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 100 nuts M8 and 200 washers M8"));

        var edited = await plant.CallAsync("quotes_edit", ana, ("change", said));

        Assert.Equal(numbers, string.Join(' ', edited.Data!.Value.GetProperty("content").GetProperty("lines").EnumerateArray().Select(l => l.TryGetProperty("number", out var number) ? number.GetString() : "")));
    }

    [Theory]
    [InlineData("use the one without lamp for line 1", "PB-P")]
    [InlineData("use the one with lamp for line 1", "PB-L")]
    public async Task Edit_KindNamedByWhatItLacks_TakesTheOneThatLacksIt(string said, string number)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync(Catalogue);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 4 push buttons red"));

        var edited = await plant.CallAsync("quotes_edit", ana, ("change", said));

        Assert.True(edited.Data is not null, edited.Text);
        Assert.Equal(number, edited.Data.Value.GetProperty("content").GetProperty("lines")[0].GetProperty("number").GetString());
    }

    [Fact]
    public async Task Edit_KindThatDoesNotDecide_ChangesNothing()
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync(Catalogue);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 100 nuts M8 and 200 washers M8"));

        Assert.Contains("No open line has just one choice that is “brass”", (await plant.CallAsync("quotes_edit", ana, ("change", "all in brass"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_MakeItSoMany_ChangesTheLineThatIsThere()
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync(Catalogue);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 100 nuts M8 zinc"));

        var edited = await plant.CallAsync("quotes_edit", ana, ("change", "make it 400 nuts"));

        Assert.Contains("line 1: quantity 400", edited.Text, StringComparison.Ordinal);
        Assert.Contains("Open quotes: Q-00001", (await plant.CallAsync("quotes_find", ana, ("words", "which quotes are open"))).Text, StringComparison.Ordinal);
    }
}
