using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;
using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>What is said after an answer, on the demo plant.</summary>
public sealed class FollowUpOnThePlantTests(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("downtime of line 1 on 20 november", "No: ")]
    [InlineData("downtime because of break last week", "Yes: Break is booked as a planned stop.")]
    [InlineData("downtime because of tool change last week", "No: Tool change is booked as an unplanned stop.")]
    public async Task Ask_WasThatPlanned_SaysYesOrNoWithTheReason(string first, string begins)
    {
        var answer = await AfterAsync(first, "was that planned?");

        Assert.StartsWith(begins, answer.Result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhyAfterARanking_SetsTheFirstAgainstTheOthers()
    {
        var asker = await product.AskerAsync();
        var ranking = await product.AskAsync("worst machine by oee last week", asker);
        var first = ranking.Result.Text.Split(": ")[1].Split(' ')[0];

        var answer = await product.AskAsync("why was it so low?", asker, new Exchange("worst machine by oee last week", ranking.Calls, ranking.Result.Text));

        Assert.StartsWith($"OEE of {first} was ", answer.Result.Text, StringComparison.Ordinal);
        Assert.Contains("below the other 3 machines together", answer.Result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhyAfterAComparison_SetsTheTwoAgainstEachOther()
    {
        var answer = await AfterAsync("compare line 1 and line 2 last week", "why");

        Assert.Equal("metrics_why_two", Assert.Single(answer.Calls).Function);
    }

    [Fact]
    public async Task Ask_ForAReasonThatThePlantDoesNotBook_NamesIt()
    {
        var answer = await product.AskAsync("cleaning time last week", await product.AskerAsync());

        Assert.Equal(ResultStatus.NotUnderstood, answer.Result.Status);
        Assert.Contains("“cleaning”", answer.Result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("send me that every morning at 6")]
    [InlineData("every weekday 6:15 please")]
    public async Task Ask_ForAFigureAgainAndAgain_NeverGoesToDocuments(string then)
    {
        var answer = await AfterAsync("oee of line 1 last week", then);

        Assert.Equal(ResultStatus.Clarify, answer.Result.Status);
        Assert.Empty(answer.Calls);
    }

    [Theory]
    [InlineData("how long in total", "CNC-001")]
    [InlineData("total downtime", null)]
    public async Task Ask_ForASum_OfWhatWasSpokenOfOrOfAll(string then, string? machine)
    {
        var answer = await AfterAsync("stops of cnc 1 last week", then);

        Assert.Equal(machine, Assert.Single(answer.Calls).Arguments.TryGetProperty("machine", out var named) ? named.GetString() : null);
    }

    [Theory]
    [InlineData("compare line 1 and line 2 last week")]
    [InlineData("compare downtime of line 1 and line 2 last week")]
    [InlineData("plan this week")]
    [InlineData("quality issues last week")]
    [InlineData("teep last week")]
    [InlineData("why did oee drop last week")]
    [InlineData("why is the night shift worse than the day shift")]
    [InlineData("digest of yesterday")]
    public async Task Ask_ForAnAnswerWithoutAChart_CanBeDrawn(string question)
    {
        var answer = await product.AskAsync(question, await product.AskerAsync());

        var drawn = DrawAgain.Of(new(question, answer.Result), "bar");

        Assert.Equal(answer.Result.Text, drawn.Text);
        var chart = Assert.Single(drawn.Card!.Body.OfType<Chart>());
        Assert.NotEmpty(chart.Title);
        Assert.Equal(answer.Result.Card!.Body.Count + 1, drawn.Card.Body.Count);
    }

    private async Task<PlannedAnswer> AfterAsync(string first, string then)
    {
        var asker = await product.AskerAsync();
        var answer = await product.AskAsync(first, asker);
        return await product.AskAsync(then, asker, new Exchange(first, [.. answer.Calls.Select(c => c with { Arguments = JsonSerializer.SerializeToElement(c.Arguments) })], answer.Result.Text));
    }
}
