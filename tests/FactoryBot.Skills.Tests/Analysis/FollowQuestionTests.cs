using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Analysis;

/// <summary>Half sentences after an answer.</summary>
public sealed class FollowQuestionTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Follow_HalvesOneAfterAnother_ChangeTheQueryBefore()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per customer");

        await SaysAsync(shop, "top 5", "first 5 by revenue", 5);
        await SaysAsync(shop, "without Germany", "customer country is not Germany", 5);
        await SaysAsync(shop, "sorted by name", "arranged by", 5);
        await SaysAsync(shop, "only Italy", "customer country is Italy", 2);
        await SaysAsync(shop, "also France", "customer country is Italy or France", 4);
        await SaysAsync(shop, "now by month", "revenue by month", null);
        await SaysAsync(shop, "in the first half of 2026", "order date from 2026-01-01 to 2026-06-30", null);
        await SaysAsync(shop, "number of orders instead", "orders by month", null);
    }

    [Fact]
    public async Task Follow_AListByAFigure_RanksItsRows()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("list the customers in Germany");

        await SaysAsync(shop, "by revenue", "customer country is Germany", null);
        await SaysAsync(shop, "top 2 by revenue", "first 2 by revenue, highest first", 2);
        await SaysAsync(shop, "by number of orders instead", "first 2 by orders, highest first", 2);
    }

    [Fact]
    public async Task Follow_HowManyAfterAList_CountsItsRows()
    {
        var shop = await Shop.OpenAsync(postgres);
        var listed = (await shop.AskAsync("list the customers in Germany")).Data!.Value.GetProperty("row_count").GetInt32();

        var counted = await shop.FollowAsync("how many are there?");

        Assert.Contains($"Customers: {listed}.", counted.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how did you get that", "I asked the sample shop for: revenue by customer; revenue = ")]
    [InlineData("how was that calculated?", "I asked the sample shop for: revenue by customer; revenue = ")]
    public async Task Follow_How_IsOfTheLastAnswer(string half, string says)
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per customer");

        Assert.True(await shop.Get<FollowQuestion>().FollowsAsync(shop.Asker(), half, alone: false, CancellationToken.None));
        Assert.StartsWith(says, (await shop.FollowAsync(half)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revenue per category")]
    [InlineData("number of orders by month")]
    public async Task Follow_AFigureWithItsGroups_IsAQuestionOfItsOwn(string question)
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per customer");
        await shop.FollowAsync("only Germany");

        Assert.False(await shop.Get<FollowQuestion>().FollowsAsync(shop.Asker(), question, alone: true, CancellationToken.None));
    }

    [Theory]
    [InlineData("what is in the orders table", "order date")]
    [InlineData("which columns does the table customers have?", "country")]
    [InlineData("describe the products table", "product")]
    public async Task Ask_ForATable_TellsItsColumns(string question, string column)
    {
        var shop = await Shop.OpenAsync(postgres);

        var told = await shop.AskAsync(question + " in source sample");

        Assert.Equal(ResultStatus.Answered, told.Status);
        Assert.Contains(column, told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how many orders per category this year")]
    [InlineData("which customers are from Italy")]
    [InlineData("do we have customers without orders?")]
    [InlineData("average revenue per day")]
    public async Task Follows_AWholeQuestion_IsNone(string question)
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per customer");

        Assert.False(await shop.Get<FollowQuestion>().FollowsAsync(shop.Asker(), question, alone: true, CancellationToken.None));
        Assert.True(await shop.Get<FollowQuestion>().FollowsAsync(shop.Asker(), "what about Italy", alone: true, CancellationToken.None));
    }

    [Fact]
    public async Task Follows_AChangeThatLedToTheAnswer_ReadsOnceMoreAsOne()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue by category");
        await shop.FollowAsync("only Germany");
        var top = Names(await shop.FollowAsync("top 2"));

        foreach (var half in new[] { "only Germany", "top 2" })
            Assert.True(await shop.Get<FollowQuestion>().FollowsAsync(shop.Asker(), half, alone: true, CancellationToken.None));
        Assert.Equal(top, Names(await shop.FollowAsync("top 2")));
    }

    [Fact]
    public async Task Follow_TheFirstFewInAnotherOrder_AreStillTheFirstFew()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("top 3 customers by revenue");
        var before = Names(await shop.FollowAsync("as a table"));

        var sorted = Names(await shop.FollowAsync("sorted by name"));

        Assert.Equal(before.Order(StringComparer.Ordinal), sorted);
    }

    [Theory]
    [InlineData("and the worst", "lowest first")]
    [InlineData("and the best?", "highest first")]
    public async Task Follow_OneEndOfTheFigure_IsTheOneThere(string half, string how)
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("top 5 customers by revenue");

        Assert.True(await shop.Get<FollowQuestion>().FollowsAsync(shop.Asker(), half, alone: false, CancellationToken.None));
        await SaysAsync(shop, half, how, 1);
    }

    [Theory]
    [InlineData("and by orders")]
    [InlineData("by orders")]
    [InlineData("top 5 by number of orders")]
    public async Task Follow_ARankingByThingsOfTheOthers_CountsThem(string half)
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("top 5 customers by revenue");

        await SaysAsync(shop, half, "first 5 by orders, highest first", 5);
    }

    [Fact]
    public async Task Follow_ATimeWithoutRows_SaysFromWhenToWhenThereAreSome()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per category");

        var nothing = await shop.FollowAsync("and last year?");

        Assert.Equal(ResultStatus.NoRows, nothing.Status);
        Assert.Contains("the orders go from 9 Jan 2026 to", nothing.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how many customers are there")]
    [InlineData("what was the oee")]
    [InlineData("only bananas")]
    [InlineData("delete that")]
    [InlineData("hello")]
    public async Task Follow_WhatIsNoChange_IsNotTaken(string text)
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per category");

        Assert.Equal(ResultStatus.NotUnderstood, (await shop.FollowAsync(text)).Status);
    }

    [Fact]
    public async Task Follow_LongAfterOrOfSomebodyElse_HasNothingToChange()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.AskAsync("revenue per category");
        Assert.Equal(ResultStatus.NotUnderstood, (await shop.FollowAsync("top 2", shop.Asker("Ben"))).Status);

        shop.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ResultStatus.NotUnderstood, (await shop.FollowAsync("top 2")).Status);
    }

    private static async Task SaysAsync(Shop shop, string change, string how, int? rows)
    {
        var answer = await shop.FollowAsync(change);
        Assert.True(answer.Status == ResultStatus.Answered, $"{change}: {answer.Text}");
        Assert.Contains(answer.Data!.Value.GetProperty("how").EnumerateArray(), h => h.GetString()!.Contains(how, StringComparison.Ordinal));
        if (rows is { } wanted)
            Assert.Equal(wanted, answer.Data.Value.GetProperty("row_count").GetInt32());
    }

    private static List<string> Names(SkillResult answer) => [.. answer.Data!.Value.GetProperty("rows").EnumerateArray().Select(r => r[0].GetString()!)];
}
