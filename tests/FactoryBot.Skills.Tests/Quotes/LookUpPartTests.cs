using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class LookUpPartTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("do we have m8x40 din 933 in stock?", "Stock", "m8x40 din 933")]
    [InlineData("price of B-840", "Price", "B-840")]
    [InlineData("what's the lead time for M8x50 bolts", "Lead", "M8x50 bolts")]
    [InlineData("how much are 500 M8x40 DIN 933", "Price", "500 M8x40 DIN 933")]
    [InlineData("find part B-840", "Part", "B-840")]
    [InlineData("oee of packaging 1 yesterday", null, null)]
    [InlineData("stock of washers", null, null)]
    public void Read_Sentence_WhatIsAskedAndTheWordsForThePart(string sentence, string? topic, string? wording)
    {
        var question = PartQuestion.Read(sentence);
        Assert.Equal((topic, wording), (question?.Topic.ToString(), question?.Wording));
    }

    [Theory]
    [InlineData("do we have m8x50 din 933 in stock?", "B-850 M8x50 hex bolt DIN 933 8.8 zinc: none in stock, 13.00 EUR for 100, lead time 10 days.")]
    [InlineData("price of B-840", "B-840 M8x40 hex bolt DIN 933 8.8 zinc: 12.00 EUR for 100, 5,000 in stock, lead time from stock.")]
    [InlineData("how much are 450 M8x40 DIN 933 bolts", "B-840 M8x40 hex bolt DIN 933 8.8 zinc: 450 cost 60.00 EUR at list terms (12.00 per 100), 5,000 in stock, lead time from stock. Sold by 100: 5 packs are 500 pieces.")]
    public async Task Run_OnePartIsMeant_WhatWasAskedForComesFirst(string sentence, string text)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        var answer = await plant.CallAsync("quotes_part", await plant.AskerAsync("Ana", Role.Analyst), ("words", sentence));

        Assert.Equal((ResultStatus.Answered, text), (answer.Status, answer.Text));
        CardSamples.Save("quotes-part", answer.Card);
        Assert.StartsWith("quote ", Assert.Single(answer.Choices).Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SeveralFit_EachCanBeChosen()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        var answer = await plant.CallAsync("quotes_part", await plant.AskerAsync("Ana", Role.Analyst), ("words", "do we have 24 AWG wire"));

        Assert.Equal(["find part WR-B", "find part WR-R"], answer.Choices.Select(c => c.Say).Order());
        CardSamples.Save("quotes-parts", answer.Card);
    }

    [Theory]
    [InlineData("do we have M8x40 DIN 933 in stock", true)]
    [InlineData("do we have CNC-001 downtime", false)]
    [InlineData("price of M99x40 pipes", false)]
    public async Task Knows_Sentence_OnlyWhereTheCatalogueHasThePart(string sentence, bool knows)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        Assert.Equal(knows, await plant.Get<PartSkill>().AccountsForAsync(await plant.AskerAsync("Ana", Role.Analyst), sentence, default));
    }

    [Fact]
    public async Task Run_NoSuchPart_SaysWhatToGive()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        var answer = await plant.CallAsync("quotes_part", await plant.AskerAsync("Ana", Role.Analyst), ("words", "price of ZX-99999"));

        Assert.Equal(ResultStatus.NoRows, answer.Status);
        Assert.Contains("“ZX-99999”", answer.Text, StringComparison.Ordinal);
    }
}
