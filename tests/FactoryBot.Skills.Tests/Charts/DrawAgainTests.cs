using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Charts;

public sealed class DrawAgainTests
{
    private static readonly HorizontalBarChart Reasons = new()
    {
        Title = "Unplanned hours by reason", YAxisTitle = "Hours", Data = ChartData.Bars([("Conveyor jam", 4.5), ("No operator", 1.5), ("Sensor fault", 2)]),
    };

    private static readonly LineChart Rate = new()
    {
        Title = "Scrap % per day", YAxisTitle = "Scrap %", Data = [new("Scrap %", [new("9 Nov", 3.1), new("10", 2.9)])],
    };

    private static readonly GroupedBarChart PerDay = new()
    {
        Title = "Pieces per day", YAxisTitle = "Pieces", Stacked = true,
        Data = [new("Good", [new("9 Nov", 90), new("10", 80)]), new("Scrap", [new("9 Nov", 10), new("10", 5)])],
    };

    [Fact]
    public void Draw_PartsOfAWholeAsAPie_AreSlicesAndTheRestOfTheCardStays()
    {
        var drawn = DrawAgain.Of(Given(TextBlock.Heading("Downtime"), Reasons), "pie");

        Assert.Equal("8 h down.", drawn.Text);
        var ring = Assert.IsType<DonutChart>(drawn.Card!.Body[1]);
        Assert.Equal([("Conveyor jam", 4.5), ("No operator", 1.5), ("Sensor fault", 2.0)], ring.Data.Select(s => (s.Legend, s.Value)));
        Assert.IsType<TextBlock>(drawn.Card.Body[0]);
    }

    [Fact]
    public void Draw_StackedBarsAsAPie_ASliceIsTheWholeBar() =>
        Assert.Equal([100.0, 85.0], Assert.IsType<DonutChart>(DrawAgain.Of(Given(PerDay), "pie").Card!.Body[0]).Data.Select(s => s.Value));

    [Fact]
    public void Draw_RatesAsAPie_AreBarsAndTheAnswerSaysWhy()
    {
        var drawn = DrawAgain.Of(Given(Rate), "pie");

        Assert.StartsWith("Scrap % per day has no parts of a whole", drawn.Text, StringComparison.Ordinal);
        Assert.EndsWith("8 h down.", drawn.Text, StringComparison.Ordinal);
        Assert.Equal([3.1, 2.9], Assert.Single(drawn.Card!.Body.OfType<VerticalBarChart>()).Data.Select(b => b.Y));
    }

    [Fact]
    public void Draw_NamesAsALine_StayBars()
    {
        var drawn = DrawAgain.Of(Given(Reasons), "line");

        Assert.Contains("so these are bars", drawn.Text, StringComparison.Ordinal);
        Assert.Contains(Reasons, drawn.Card!.Body);
    }

    [Fact]
    public void Draw_MoreThanEightParts_PutsTheSmallestTogether()
    {
        var many = Reasons with { Data = ChartData.Bars(Enumerable.Range(1, 12).Select(i => ($"R{i}", (double?)i))) };

        var slices = Assert.IsType<DonutChart>(DrawAgain.Of(Given(many), "pie").Card!.Body[0]).Data;

        Assert.Equal(8, slices.Count);
        Assert.Equal(("5 others", 15.0), (slices[^1].Legend, slices[^1].Value));
    }

    [Fact]
    public void Draw_AsATable_HasEveryValue()
    {
        var table = Assert.IsType<Table>(DrawAgain.Of(Given(PerDay), "table").Card!.Body[0]);

        Assert.Equal(["Good", "Scrap", "9 Nov", "90", "10", "10", "80", "5"], table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Items).Cast<TextBlock>().Select(t => t.Text.Value));
    }

    [Fact]
    public void Draw_AsATableWhatStandsInOneAlready_LeavesThatOneAlone()
    {
        var table = Table.Of(["Reason", "Time"], [["Conveyor jam", "4.5 h"], ["No operator", "1.5 h"], ["Sensor fault", "2.0 h"]]);

        Assert.Equal([table], DrawAgain.Of(Given(Reasons, table), "table").Card!.Body);
    }

    [Fact]
    public void Draw_ASingleFigure_SaysWhatToAskFor()
    {
        var drawn = DrawAgain.Of(Given(TextBlock.Heading("OEE")), "pie");

        Assert.Equal(ResultStatus.NoRows, drawn.Status);
        Assert.Contains("by day, by shift or by machine", drawn.Text, StringComparison.Ordinal);
    }

    private static GivenResult Given(params CardElement[] body) => new("downtime last week", new() { Status = ResultStatus.Answered, Text = "8 h down.", Card = new() { Body = body } });
}
