using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Tests.Analysis.Answers;

/// <summary>Buttons that draw the rows of an answer otherwise.</summary>
public sealed class ChartButtonsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("revenue per category", "As a pie, As a table")]
    [InlineData("number of orders per month", "As bars, As a table")]
    [InlineData("revenue per customer", "As a table")]
    [InlineData("how many orders are there", "")]
    [InlineData("list the customers from Germany", "")]
    [InlineData("revenue per category as a table", "As bars, As a pie")]
    public async Task Answer_Kinds_AreThoseThatFit(string question, string buttons)
    {
        var shop = await Shop.OpenAsync(postgres);

        var answer = await shop.AskAsync(question);

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Equal(buttons, string.Join(", ", Buttons(answer).Select(b => b.Title)));
    }

    [Fact]
    public async Task Answer_ByTimeAndAName_StacksTheNamesAlongTime()
    {
        var shop = await Shop.OpenAsync(postgres);

        var answer = await shop.AskAsync("revenue by category per month");

        var chart = answer.Card!.Body.OfType<GroupedBarChart>().Single();
        Assert.True(chart.Stacked);
        Assert.Equal(["Books", "Clothing", "Electronics", "Home & Kitchen"], chart.Data.Select(s => s.Legend).Order());
        Assert.All(chart.Data, series => Assert.Equal(chart.Data[0].Values.Select(v => v.X), series.Values.Select(v => v.X)));
        Assert.Equal(chart.Data[0].Values.Select(v => v.X).Order(StringComparer.Ordinal), chart.Data[0].Values.Select(v => v.X));
        var rows = answer.Data!.Value.GetProperty("rows").EnumerateArray().Sum(row => row.EnumerateArray().ElementAt(2).GetDouble());
        Assert.Equal(rows, chart.Data.SelectMany(s => s.Values).Sum(v => v.Y), 0.01);
    }

    [Fact]
    public async Task Answer_ARatio_IsDrawnWithoutWhatItIsMadeOf()
    {
        var shop = await Shop.OpenAsync(postgres);

        var card = (await shop.AskAsync("average order value per category")).Card!;

        Assert.Empty(card.Body.OfType<GroupedBarChart>());
        Assert.StartsWith("Average order value", card.Body.OfType<Chart>().Single().Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AColumnWithDecimals_ShowsAllItsValuesWithThem()
    {
        var shop = await Shop.OpenAsync(postgres);

        var table = (await shop.AskAsync("revenue per customer")).Card!.Body.OfType<Table>().Single();

        Assert.All(table.Rows.Skip(1), row => Assert.Matches("\\.[0-9]{2}$", ((TextBlock)row.Cells[^1].Items[0]).Text.Value));
    }

    [Fact]
    public async Task Press_AKind_DrawsTheSameRowsSo()
    {
        var shop = await Shop.OpenAsync(postgres);
        var answer = await shop.AskAsync("revenue per category");
        // Another answer in between: the button means its own card's.
        await shop.AskAsync("how many orders are there");

        var pie = await PressAsync(shop, Buttons(answer).First(b => b.Title == "As a pie"), shop.Asker());

        Assert.Contains(pie.Card!.Body, e => e is DonutChart);
        Assert.Equal(answer.Data!.Value.GetProperty("rows").ToString(), pie.Data!.Value.GetProperty("rows").ToString());
        Assert.Equal(["As bars", "As a table"], Buttons(pie).Select(b => b.Title));
        Assert.DoesNotContain((await PressAsync(shop, Buttons(pie).First(b => b.Title == "As a table"), shop.Asker())).Card!.Body, e => e is DonutChart);
    }

    [Fact]
    public async Task Press_OnStatementByWhoMayNotRunOne_IsRefused()
    {
        var shop = await Shop.OpenAsync(postgres);
        var answer = await shop.CallAsync("analysis_sql", shop.Asker(), ("sql", "select status, count(*) as orders from sales.orders group by status"), ("source", "sample"));

        var drawn = await PressAsync(shop, Buttons(answer)[0], shop.Asker("Vera", Role.Viewer));

        Assert.Equal(ResultStatus.NoRight, drawn.Status);
    }

    [Theory]
    [InlineData("no id")]
    [InlineData("0196c0de00007000800000000000beef")]
    public async Task Press_UnknownQuery_IsSaid(string id)
    {
        var shop = await Shop.OpenAsync(postgres);
        Assert.Equal("There is no such query.", (await shop.CallAsync("analysis_draw", shop.Asker(), ("query", id), ("chart", "pie"))).Text);
    }

    [Fact]
    public async Task Chart_AfterAnAnswerOfAnotherSkill_DrawsThatOneAndNotTheLastQuery()
    {
        var plant = new SkillResult
        {
            Status = ResultStatus.Answered, Text = "Packaging-001 the most.",
            Card = new() { Body = [new HorizontalBarChart { Title = "Downtime by machine", Data = ChartData.Bars([("Packaging-001", 14.5), ("CNC-001", 12.2)]) }] },
            Proof = new("last week", "the whole plant", [], 56, "union of stops", 1, null, "29dc0ad1"),
        };
        var shop = await Shop.OpenAsync(postgres, services => services.AddSingleton<IGivenAnswers>(new LastAnswer(plant)));
        await shop.AskAsync("revenue per category");

        var pie = await shop.CallAsync("analysis_chart", shop.Asker(), "pie");

        Assert.Equal(["Packaging-001", "CNC-001"], Assert.Single(pie.Card!.Body.OfType<DonutChart>()).Data.Select(slice => slice.Legend));
        Assert.Equal(plant.Text, pie.Text);
    }

    [Fact]
    public async Task Chart_AfterAnAnswerOfADatabase_DrawsAllOfItsRows()
    {
        var last = new LastAnswer(null);
        var shop = await Shop.OpenAsync(postgres, services => services.AddSingleton<IGivenAnswers>(last));
        var answer = await shop.AskAsync("revenue per category");
        await shop.AskAsync("number of orders per month");
        last.Given = answer;

        var pie = await shop.CallAsync("analysis_chart", shop.Asker(), "pie");

        Assert.Equal(answer.Data!.Value.GetProperty("rows").ToString(), pie.Data!.Value.GetProperty("rows").ToString());
        Assert.Single(pie.Card!.Body.OfType<DonutChart>());
    }

    private sealed class LastAnswer(SkillResult? given) : IGivenAnswers
    {
        public SkillResult? Given { get; set; } = given;

        public Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken) => Task.FromResult<GivenAnswer?>(null);

        public Task<GivenAnswer?> FindAsync(Guid tenantId, Guid turnId, Guid besideTurn, CancellationToken cancellationToken) => Task.FromResult<GivenAnswer?>(null);

        public Task<GivenResult?> LastResultAsync(Asker asker, CancellationToken cancellationToken) => Task.FromResult(Given is null ? null : new GivenResult("what was asked", Given));
    }

    private static Task<SkillResult> PressAsync(Shop shop, ExecuteAction button, Asker asker) => shop.CallAsync(button.Verb, asker, [.. button.Data!.Select(d => (d.Key, d.Value))]);

    private static List<ExecuteAction> Buttons(SkillResult answer) => [.. (answer.Card?.Body ?? []).OfType<ActionSet>().SelectMany(a => a.Actions).OfType<ExecuteAction>()];
}
