using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tests.Cards;

/// <summary>Cards of the shape that the product sends, for tests of cards themselves.</summary>
public static class SampleCards
{
    private static readonly DateOnly First = new(2026, 11, 1);

    public static AdaptiveCard Oee() => new()
    {
        FallbackText = "OEE of Assembly-001 was 71.2 % from 9 to 15 November 2026.",
        Body =
        [
            TextBlock.Heading("OEE of Assembly-001"),
            TextBlock.Subtle("9–15 Nov 2026 · all shifts"),
            ColumnSet.Of(
                Column.Auto(TextBlock.Of("71.2 %") with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder }),
                Column.Of(Badge.Of("3.1 points better than the week before", BadgeStyle.Good), ProgressBar.Of(71.2, color: ProgressColor.Good))),
            Table.Of(
                ["", "This week", "Week before"],
                [
                    ["Availability", "88.4 %", "86.0 %"],
                    ["Performance", "84.1 %", "83.2 %"],
                    ["Quality", "95.8 %", "95.2 %"],
                ]),
            FactSet.Of(new("Good pieces", "12,345 of 12,886"), new("Run time", "98 h 20 min of 111 h 15 min")),
            TextBlock.Of("OEE by day, %") with { Weight = TextWeight.Bolder },
            Trend(14),
            TextBlock.Subtle("9–15 Nov 2026 · Assembly-001 · 14 rows · OEE = A × P × Q (ISO 22400-2) v1 · data loaded 2026-11-20 06:00 · query q1"),
        ],
        Actions = [SubmitAction.Say("Week before", "and the week before?"), SubmitAction.Say("By shift", "OEE of Assembly-001 last week by shift")],
    };

    public static LineChart Trend(int days) => new()
    {
        Title = "OEE by day",
        YAxisTitle = "OEE %",
        YMin = 0,
        YMax = 100,
        Data = [ChartSeries.Of("Assembly-001", Enumerable.Range(0, days).Select(d => (First.AddDays(d), (double?)(65 + d * 7 % 11))), ChartColor.CategoricalBlue)],
    };

    public static AdaptiveCard Charts() => new()
    {
        FallbackText = "All charts.",
        Body =
        [
            TextBlock.Heading("All charts"),
            .. AllCharts().SelectMany(chart => new CardElement[] { TextBlock.Of(chart.Title) with { Weight = TextWeight.Bolder }, chart }),
        ],
    };

    private static Chart[] AllCharts() =>
        [
            Trend(30),
            new VerticalBarChart { Title = "Scrap by day", YAxisTitle = "pieces", Data = ChartData.Bars([("Mon", 12), ("Tue", null), ("Wed", 7.5)], ChartColor.Warning) },
            new GroupedBarChart
            {
                Title = "Scrap %",
                Data =
                [
                    ChartSeries.Of("Line 1", [("Week 45", (double?)1.9), ("Week 46", 2.4)], ChartColor.CategoricalBlue),
                    ChartSeries.Of("Line 2", [("Week 45", (double?)0.8), ("Week 46", null)], ChartColor.CategoricalTeal),
                ],
            },
            new HorizontalBarChart { Title = "Downtime by reason, min", Data = ChartData.Bars([("Tool change", 240), ("Jam", 95), ("No material", 30)]) },
            new StackedBarChart
            {
                Title = "Time by machine, h",
                Data = [new("CNC-001", [new("Running", 70, ChartColor.Good), new("Stopped", 10, ChartColor.Attention)]), new("Testing-001", [new("Running", 64, ChartColor.Good), new("Stopped", 16, ChartColor.Attention)])],
            },
            new DonutChart { Title = "Defects", Value = "61", Data = ChartData.Slices([("Scratch", 31), ("Dent", 20), ("Colour", 10)]) },
            new PieChart { Title = "Stops", Data = ChartData.Slices([("Planned", 12), ("Not planned", 5)]) },
            GaugeChart.Percent("OEE", 71.2, new GaugeSegment("Low", 60, ChartColor.Attention), new GaugeSegment("Good", 40, ChartColor.Good)),
        ];

    public static AdaptiveCard Everything() => new()
    {
        FallbackText = "Everything.",
        Speak = "Everything.",
        Lang = "en",
        Refresh = new(ExecuteAction.Of("Refresh", "refresh", ("id", "7"))),
        Body =
        [
            TextBlock.Heading("Everything"),
            TextBlock.Markdown("**Bold** and [a page](https://example.com/)"),
            new RichTextBlock { Inlines = [new("Stopped") { Weight = TextWeight.Bolder, Color = TextColor.Attention }, new(" since 06:10")] },
            Container.Of(TextBlock.Of("Inside"), new Image { Url = "data:image/png;base64,iVBORw0KGgo=", AltText = "A dot" }) with { Style = ContainerStyle.Emphasis },
            .. Charts().Body.Skip(1),
            .. Oee().Body.Skip(1),
            new Icon { Name = "Warning", AltText = "Warning" },
            new CodeBlock { CodeSnippet = "select 1", Language = "Sql" },
            new ActionSet { Actions = [ExecuteAction.Of("Approve", "quotes.approve", ("id", "12"))] },
            new TextInput { Id = "text", Label = "Reason", IsMultiline = true, MaxLength = 200 },
            new NumberInput { Id = "number", Label = "Pieces", Min = 0, Max = 10 },
            new DateInput { Id = "day", Label = "Day", Value = DateInput.Day(First) },
            new TimeInput { Id = "time", Label = "Time", Value = "06:00" },
            new ToggleInput { Id = "toggle", Label = "Planned", Title = "It was planned" },
            new ChoiceSetInput { Id = "choice", Label = "Machine", Choices = [new("CNC-001", "1"), new("Testing-001", "2")] },
        ],
        Actions =
        [
            ExecuteAction.Of("Save", "save", ("id", "12")),
            new AllowedLinks(["example.com"]).Open("Open", "https://docs.example.com/oee")!,
            new ToggleVisibilityAction { Title = "Details", TargetElements = ["text"] },
            new ShowCardAction { Title = "More", Card = new() { Body = [TextBlock.Of("More")] } },
        ],
    };
}
