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

    [Fact]
    public void Draw_ATableWithoutAChart_DrawsItsColumnsOfOneUnitInFrontOfIt()
    {
        var table = Table.Of(["Machine", "OEE", "Avail.", "Lost"], [["CNC-001", "61.0 %", "80.5 %", "45 min"], ["Packaging-001", "–", "70.0 %", "2.5 h"]]);

        var drawn = DrawAgain.Of(Given(TextBlock.Heading("Digest"), table), "bar").Card!;

        var bars = Assert.IsType<GroupedBarChart>(drawn.Body[1]);
        Assert.Equal(["OEE", "Avail."], bars.Data.Select(s => s.Legend));
        Assert.Equal([("CNC-001", 80.5), ("Packaging-001", 70.0)], bars.Data[1].Values.Select(p => (p.X, p.Y)));
        Assert.Equal("%", bars.YAxisTitle);
        Assert.Same(table, drawn.Body[2]);
    }

    [Fact]
    public void Draw_HoursAndMinutesInOneColumn_AreHours()
    {
        var table = Table.Of(["Reason", "Before"], [["Conveyor jam", "45 min"], ["No operator", "2.5 h"]]);

        Assert.Equal([0.75, 2.5], Assert.IsType<HorizontalBarChart>(DrawAgain.Of(Given(table), "bar").Card!.Body[0]).Data.Select(b => b.Y));
    }

    [Fact]
    public void Draw_TwoSideBySide_DrawsTheFirstFigureOfBothWithoutTheirDifference()
    {
        var table = Table.Of(["Figure", "Line 1", "Line 2", "Difference"], [["OEE", "61.0 %", "65.2 %", "−4.2"], ["Good pieces", "1,204", "980", "+224"]]);

        var bars = Assert.IsType<HorizontalBarChart>(DrawAgain.Of(Given(TextBlock.Heading("OEE · Line 1 and Line 2"), table), "bar").Card!.Body[1]);

        Assert.Equal([("Line 1", 61.0), ("Line 2", 65.2)], bars.Data.Select(b => (b.X, b.Y)));
        Assert.Equal("OEE", bars.Title);
    }

    [Fact]
    public void Draw_ATableOfCountsAsAPie_IsOfItsFirstColumn()
    {
        var table = Table.Of(["Severity", "Issues", "Parts"], [["critical", "2", "40"], ["low", "6", "12"]]);

        Assert.Equal([2.0, 6.0], Assert.IsType<DonutChart>(DrawAgain.Of(Given(table), "pie").Card!.Body[0]).Data.Select(s => s.Value));
    }

    [Theory]
    [InlineData("12 Nov", "13 Nov")]
    [InlineData("running", "stopped")]
    [InlineData("61.0 %", "2.5 h")]
    public void Draw_ATableWithoutFiguresOfOneKind_SaysWhatToAskFor(string first, string second) =>
        Assert.Equal(ResultStatus.NoRows, DrawAgain.Of(Given(Table.Of(["Order", "Due"], [["WO-1", first], ["WO-2", second]])), "bar").Status);

    private static GivenResult Given(params CardElement[] body) => new("downtime last week", new() { Status = ResultStatus.Answered, Text = "8 h down.", Card = new() { Body = body } });
}
