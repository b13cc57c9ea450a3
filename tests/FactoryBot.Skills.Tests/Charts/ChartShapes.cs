using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tests.Charts;

/// <summary>Charts of every kind with data of every shape.</summary>
internal static class ChartShapes
{
    private static readonly string[] LongNames =
    [
        "Hydraulic pressure loss at the main press cylinder (left side)", "Waiting for material from the warehouse", "Tool change",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "Störung der Förderanlage <&> \"Nord\"",
    ];

    public static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>
    {
        ["line-1-point"] = Line([("2026-11-09", 71.4)]),
        ["line-7-days"] = Line(Days(7, i => 62 + (9 * Math.Sin(i)))) with { YMin = 0, YMax = 100 },
        ["line-31-days"] = Line(Days(31, i => 62 + (9 * Math.Sin(i / 2.0)))),
        ["line-200-days"] = Line(Days(200, i => 1200 + (300 * Math.Sin(i / 9.0)))),
        ["line-3-years"] = Line(Days(1000, i => i)),
        ["line-same-values"] = Line(Days(5, _ => 50)),
        ["line-zeros"] = Line(Days(5, _ => 0)),
        ["line-negative"] = Line(Days(12, i => (i * 7 % 11) - 6.5)),
        ["line-huge"] = Line(Days(6, i => 1.3e9 * (i + 1))),
        ["line-absurd"] = Line(Days(4, i => 4e18 * (i + 1))),
        ["line-small"] = Line(Days(6, i => 0.0004 * (i + 1))),
        ["line-three"] = Lines(3, 7),
        ["line-eight-31"] = Lines(8, 31),
        ["line-places"] = Line([("KW 44", 12), ("KW 45", 15), ("KW 46", 9)]),
        ["line-with-title"] = Line(Days(7, i => 62 + i)) with { ShowTitle = true, Title = "OEE of Assembly-001, 9 to 15 November 2026, all shifts together" },
        ["bars-1"] = Bars([("Line 1", 12)]),
        ["bars-5"] = Bars([("Line 1", 12), ("Line 2", 15.25), ("Line 3", 9), ("Line 4", 0), ("Line 5", 22)]),
        ["bars-31"] = Bars(Days(31, i => 900 + (i * 13 % 170))),
        ["bars-negative"] = Bars([("Mon", -12), ("Tue", 15), ("Wed", -3), ("Thu", 22)]),
        ["bars-all-negative"] = Bars([("Mon", -12), ("Tue", -15)]),
        ["bars-huge"] = Bars([("A", 12345678901), ("B", 98765432109)]),
        ["bars-long-names"] = Bars(Named(LongNames)),
        ["bars-two-lines"] = Bars([("Assembly 001", 12), ("Packaging 001", 15), ("CNC machine 3", 9)]),
        ["bars-zeros"] = Bars([("A", 0), ("B", 0)]),
        ["grouped-2x4"] = Grouped(2, 4, stacked: false),
        ["grouped-3x7"] = Grouped(3, 7, stacked: false),
        ["grouped-long-names"] = new GroupedBarChart { Title = "Scrap", YAxisTitle = "Pieces", Data = [.. Enumerable.Range(1, 2).Select(s => ChartSeries.Of("Shift " + s, LongNames.Select((n, i) => (n, (double?)(i + s) * 10))))] },
        ["grouped-negative"] = new GroupedBarChart { Title = "Change", YAxisTitle = "Points", Data = [ChartSeries.Of("OEE", [("A", -3.5), ("B", 4.1)]), ChartSeries.Of("Quality", [("A", 1), ("B", -2)])] },
        ["stacked-10-days"] = Grouped(2, 10, stacked: true),
        ["stacked-31-days"] = Grouped(2, 31, stacked: true),
        ["stacked-6-parts"] = Grouped(6, 5, stacked: true),
        ["rank-6"] = Rank([("Tool change", 5.25), ("Material", 3.5), ("Electrical", 2.1), ("Cleaning", 0.75), ("Setup", 0.4), ("Other", 0.1)]),
        ["rank-1"] = Rank([("Tool change", 5.25)]),
        ["rank-long-names"] = Rank(Named(LongNames)),
        ["rank-30"] = Rank([.. Enumerable.Range(1, 30).Select(i => ($"Machine {i}", (double)(100 - i)))]),
        ["rank-negative"] = Rank([("Assembly", -4.2), ("Packaging", 3.3), ("CNC", -0.2)]),
        ["rank-huge"] = Rank([("Assembly", 1.2e12), ("Packaging", 9.9e11)]),
        ["parts-3"] = Parts(3),
        ["parts-long-names"] = new StackedBarChart { Title = "Time", YAxisTitle = "Hours", Data = [.. LongNames.Select((n, i) => new StackedBar(n, [new("Run", 10 + i), new("Stop", 3)]))] },
        ["pareto-6"] = Pareto([("Tool change", 5.25), ("Material", 3.5), ("Electrical", 2.1), ("Cleaning", 0.75), ("Setup", 0.4), ("Other", 0.1)]),
        ["pareto-1"] = Pareto([("Tool change", 5.25)]),
        ["pareto-25"] = Pareto([.. Enumerable.Range(1, 25).Select(i => ($"Cause {i}", 400.0 / i))]),
        ["pareto-long-names"] = Pareto(Named(LongNames)),
        ["pareto-huge"] = Pareto([("Assembly", 1.2e12), ("Packaging", 9.9e11)]),
        ["donut-4"] = Donut(("Run", 120.5), ("Stop", 12), ("Setup", 8), ("Idle", 4)),
        ["donut-1"] = Donut(("Run", 120.5)),
        ["donut-12"] = Donut([.. Enumerable.Range(1, 12).Select(i => ($"Reason {i}", 100.0 / i))]),
        ["donut-long-names"] = Donut(Named(LongNames)) with { Value = "A total that is long" },
        ["donut-tiny-slice"] = Donut(("Good", 99999), ("Scrap", 1)),
        ["donut-zeros"] = Donut(("Good", 0), ("Scrap", 0)),
        ["pie-3"] = new PieChart { Title = "Pieces", Data = [new("Good", 90), new("Scrap", 10), new("Rework", 4)] },
        ["gauge-72"] = GaugeChart.Percent("OEE", 72.4),
        ["gauge-segments"] = GaugeChart.Percent("OEE", 72.4, new("Low", 60, ChartColor.Attention), new("Usual", 25, ChartColor.Warning), new("World class", 15, ChartColor.Good)) with { SubLabel = "Assembly-001, last week" },
        ["gauge-0"] = GaugeChart.Percent("OEE", 0),
        ["gauge-112"] = GaugeChart.Percent("Performance", 112.3),
        ["gauge-fraction"] = new GaugeChart { Title = "Pieces", Value = 1234567, Max = 2000000, SubLabel = "of the order 4711 for a customer whose name is rather long" },
        ["gauge-negative"] = new GaugeChart { Title = "Balance", Value = -5, Min = -10, Max = 10 },
        ["empty"] = Line([]),
    };

    private static LineChart Line(IEnumerable<(string, double)> points) => new()
    {
        Title = "OEE per day",
        YAxisTitle = "OEE %",
        Data = [ChartSeries.Of("OEE %", points.Select(p => (p.Item1, (double?)p.Item2)), ChartColor.CategoricalBlue)],
    };

    private static LineChart Lines(int count, int days) => new()
    {
        Title = "OEE per line",
        YAxisTitle = "OEE %",
        Data = [.. Enumerable.Range(1, count).Select(s => ChartSeries.Of($"Assembly-00{s}", Days(days, i => 40 + (s * 5) + (6 * Math.Sin(i + s))).Select(p => (p.Item1, (double?)p.Item2))))],
    };

    private static VerticalBarChart Bars(IEnumerable<(string, double)> bars) => new()
    {
        Title = "Pieces",
        YAxisTitle = "Pieces",
        Data = ChartData.Bars(bars.Select(p => (p.Item1, (double?)p.Item2)), ChartColor.CategoricalBlue),
    };

    private static HorizontalBarChart Rank(IEnumerable<(string, double)> bars) => new()
    {
        Title = "Hours by reason",
        YAxisTitle = "Hours",
        Data = ChartData.Bars(bars.Select(p => (p.Item1, (double?)p.Item2))),
    };

    private static HorizontalBarChart Pareto(IEnumerable<(string, double)> bars) => Rank(bars) with { DisplayMode = "PartToWhole" };

    private static GroupedBarChart Grouped(int series, int places, bool stacked) => new()
    {
        Title = "Pieces per day",
        YAxisTitle = "Pieces",
        Stacked = stacked,
        Data = [.. Enumerable.Range(1, series).Select(s => ChartSeries.Of($"Series {s}", Days(places, i => (90 * s) + (i * 37 % 50)).Select(p => (p.Item1, (double?)p.Item2))))],
    };

    private static StackedBarChart Parts(int count) => new()
    {
        Title = "Time by machine",
        YAxisTitle = "Hours",
        Data = [.. Enumerable.Range(1, count).Select(i => new StackedBar($"Machine {i}", [new("Run", 100 - i), new("Stop", 12), new("Setup", 5 * i)]))],
    };

    private static DonutChart Donut(params IEnumerable<(string, double)> slices) => new()
    {
        Title = "Time",
        Data = ChartData.Slices(slices.Select(s => (s.Item1, (double?)s.Item2))),
    };

    private static IEnumerable<(string, double)> Days(int count, Func<int, double> value) =>
        Enumerable.Range(0, count).Select(i => (DateInput.Day(new DateOnly(2026, 10, 26).AddDays(i)), value(i)));

    private static IEnumerable<(string, double)> Named(string[] names) => names.Select((n, i) => (n, 100.0 / (i + 1)));
}
