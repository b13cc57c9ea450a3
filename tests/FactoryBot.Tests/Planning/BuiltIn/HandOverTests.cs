namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>What no ready figure answers goes to the analysis of databases, and the rest does not.</summary>
public sealed class HandOverTests(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("how many customers are there in the sample shop", "analysis_ask")]
    [InlineData("top 5 customers by revenue", "analysis_ask")]
    [InlineData("which customers have never ordered anything", "analysis_ask")]
    [InlineData("how many orders were cancelled in the sample shop?", "analysis_ask")]
    [InlineData("revenue per category as a pie chart", "analysis_ask")]
    [InlineData("average price of the books", "analysis_ask")]
    [InlineData("show that as a bar chart", "analysis_chart")]
    [InlineData("next page", "analysis_page")]
    [InlineData("show my last queries", "analysis_history")]
    [InlineData("delete all customers", "analysis_ask")]
    [InlineData("drop table customers", "analysis_ask")]
    [InlineData("what was the OEE of CNC-001 last week", "metrics_oee")]
    public async Task Ask_AQuestion_GoesToTheSkillThatAnswersIt(string sentence, string function)
    {
        var answer = await product.AskAsync(sentence, await product.AskerAsync());

        Assert.True(answer.Calls.Any(c => c.Function == function), $"{answer.Result.Status}: {answer.Result.Text} [{string.Join(", ", answer.Calls.Select(c => c.Function))}]");
    }

    [Theory]
    [InlineData("undo")]
    [InlineData("approve it")]
    [InlineData("how do i reset my password in sap")]
    public async Task Ask_WhatIsNoQuestionOfData_DoesNotGoThere(string sentence)
    {
        var answer = await product.AskAsync(sentence, await product.AskerAsync());

        Assert.DoesNotContain(answer.Calls, c => c.Function == "analysis_ask");
    }

    [Fact]
    public async Task Ask_ForTheNextPage_ShowsTheRowsThatFollow()
    {
        var asker = await product.AskerAsync();
        await product.AskAsync("list all customers of the sample shop", asker);

        var next = await product.AskAsync("next page", asker);

        Assert.Contains("rows 16 to 20 are shown", System.Text.Json.JsonSerializer.Serialize(next.Result.Card), StringComparison.Ordinal);
    }
}
