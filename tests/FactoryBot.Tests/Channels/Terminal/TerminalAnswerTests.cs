using System.Globalization;
using FactoryBot.Channels.Terminal;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using Spectre.Console;

namespace FactoryBot.Tests.Channels.Terminal;

public sealed class TerminalAnswerTests
{
    private static readonly SkillResult Result = new()
    {
        Status = ResultStatus.Answered,
        Text = "OEE was 71.2 %.",
        Card = new()
        {
            Body =
            [
                TextBlock.Heading("OEE of part_a"),
                FactSet.Of(new Fact("Good [pieces]", "12 of 13")),
                Skills.Cards.Table.Of(["Machine", "OEE"], [["CNC-001", "71.2 %"]]),
                new HorizontalBarChart { Title = "Stops", Data = ChartData.Bars([("Jam", 40), ("Tool change", 20)]) },
                new LineChart { Title = "Trend", Data = [ChartSeries.Of("OEE %", [("2026-11-09", (double?)60), ("2026-11-10", 75)])] },
            ],
            Actions = [SubmitAction.Say("Again", "and again?"), ExecuteAction.Of("Approve", "quotes.approve", ("id", "12"))],
        },
        Choices = [new("Again", "and again?")],
    };

    [Fact]
    public void Print_Plain_HasNoMarksAndNoEscapes()
    {
        var printed = Print(plain: true);

        Assert.Equal(
            """
            OEE was 71.2 %.
            OEE of part_a
            Good [pieces]: 12 of 13
            Machine     OEE
            CNC-001  71.2 %
            Jam: 40
            Tool change: 20
            Mon 9 Nov: 60
            Tue 10 Nov: 75
              1) Again – and again?
              2) Approve

            """.ReplaceLineEndings("\n"),
            printed.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(40)]
    public void Print_Drawn_ShowsEveryValueWithinTheWidth(int width)
    {
        var printed = Print(plain: false, width);

        foreach (var value in new[] { "71.2 %", "Good [pieces]", "12 of 13", "█", "40", "▁█", "75" })
            Assert.Contains(value, printed, StringComparison.Ordinal);
        Assert.All(printed.Split('\n'), line => Assert.InRange(new StringInfo(line.TrimEnd()).LengthInTextElements, 0, width));
    }

    [Fact]
    public void Buttons_ChoiceAlsoOnTheCard_StandsOnce()
    {
        var buttons = TerminalButton.Of(Result);

        Assert.Equal(["Again", "Approve"], buttons.Select(b => b.Title));
        Assert.Equal("quotes.approve", buttons[1].Press!.Verb);
        Assert.Equal("12", buttons[1].Press!.Data.GetProperty("id").GetString());
    }

    [Fact]
    public void Buttons_AListAndAField_AreAButtonForEachChoiceAndAQuestionBeforeThePress()
    {
        var buttons = TerminalButton.Of(Result with
        {
            Choices = [],
            Card = new()
            {
                Body =
                [
                    new ChoiceSetInput { Id = "part", Label = "Part", Choices = [new("B-840 zinc", "B-840"), new("B-840 A2", "B-840A2")] },
                    new ActionSet { Actions = [ExecuteAction.Of("Use this part", "quotes_choose", ("line", "1"))] },
                    new TextInput { Id = "comment", Label = "Comment" },
                ],
                Actions = [ExecuteAction.Of("Approve", "approvals_decide", ("verdict", "approve"))],
            },
        });

        Assert.Equal(["Approve", "Use this part: B-840 zinc", "Use this part: B-840 A2"], buttons.Select(b => b.Title));
        Assert.Equal(("1", "B-840A2"), (buttons[2].Press!.Data.GetProperty("line").GetString(), buttons[2].Press!.Data.GetProperty("part").GetString()));
        Assert.Equal("comment", Assert.Single(buttons[0].Asks).Id);
        Assert.Empty(buttons[1].Asks);
        Assert.Equal("ok", buttons[0].With(new Dictionary<string, string> { ["comment"] = "ok" })!.Data.GetProperty("comment").GetString());
    }

    [Fact]
    public void Print_AnAnswerMadeWithAModel_SaysSo()
    {
        Assert.Contains("AI chose what to look up", Print(plain: true, byModel: true), StringComparison.Ordinal);
        Assert.DoesNotContain("AI", Print(plain: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+1", "like", "")]
    [InlineData("-1 the week is wrong", "dislike", "the week is wrong")]
    [InlineData("-1", "dislike", "")]
    [InlineData("+10 pieces", null, null)]
    [InlineData("OEE +1", null, null)]
    public void Opinion_OfALine_IsThatOfTheLastAnswer(string line, string? reaction, string? comment)
    {
        var turn = Guid.NewGuid();

        var press = TerminalOpinion.Of(line, turn);

        Assert.Equal(reaction, press?.Data.GetProperty("reaction").GetString());
        Assert.Equal(comment, press?.Data.GetProperty("comment").GetString());
        Assert.Equal(reaction is null ? null : turn.ToString("N"), press?.Data.GetProperty("messageId").GetString());
    }

    private static string Print(bool plain, int width = 100, bool byModel = false)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        TerminalAnswer.Print(console, new() { TurnId = Guid.NewGuid(), Result = Result, ByModel = byModel }, TerminalButton.Of(Result), plain);
        return output.ToString();
    }
}
