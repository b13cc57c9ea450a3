using FactoryBot.Skills.Cards;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FactoryBot.Channels.Terminal;

/// <summary>Draws a chart with block characters, always with its values beside it.</summary>
internal static class ChartView
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const int MostRows = 12;
    private const int LongestBar = 40;

    public static IRenderable? Of(Chart chart, int width) => chart switch
    {
        LineChart line => Sparklines(line),
        VerticalBarChart bars => Bars(chart, bars.Data, width),
        HorizontalBarChart bars => Bars(chart, bars.Data, width),
        SliceChart slices => Bars(chart, [.. slices.Data.Select(s => new ChartBar(s.Legend, s.Value, s.Color))], width),
        GaugeChart gauge => Gauge(gauge, width),
        _ => null,
    };

    public static IRenderable Progress(Skills.Cards.ProgressBar bar, int width) => bar.Value is { } value
        ? new Text(Bar(value / bar.Max, Room(width, 0)), TerminalStyle.Of(bar.Color))
        : new Text("…");

    internal static string Sparkline(IReadOnlyList<double> values)
    {
        var low = values.Min();
        var span = values.Max() - low;
        return string.Concat(values.Select(v => Levels[span == 0 ? Levels.Length / 2 : (int)Math.Round((v - low) / span * (Levels.Length - 1))]));
    }

    private static Grid? Sparklines(LineChart line)
    {
        if (line.Data.All(s => s.Values.Count == 0))
            return null;
        var grid = new Grid().AddColumn(new() { NoWrap = true, Padding = new(0, 0, 2, 0) }).AddColumn(new() { Padding = new(0, 0) });
        foreach (var series in line.Data.Where(s => s.Values.Count > 0))
        {
            grid.AddRow(new Text(series.Legend, new(decoration: Decoration.Bold)), new Text(Sparkline([.. series.Values.Select(p => p.Y)]), TerminalStyle.Of(series.Color)));
            grid.AddRow(Text.Empty, new Text(ChartFallback.Summary(series.Values), new(decoration: Decoration.Dim)));
        }
        return grid;
    }

    private static Grid? Bars(Chart chart, IReadOnlyList<ChartBar> bars, int width)
    {
        if (bars.Count is 0 or > MostRows || bars.Any(b => b.Y < 0))
            return null;
        var longest = bars.Max(b => b.Y);
        var grid = new Grid()
            .AddColumn(new() { NoWrap = true, Padding = new(0, 0, 2, 0) })
            .AddColumn(new() { NoWrap = true, Padding = new(0, 0, 2, 0) })
            .AddColumn(new() { NoWrap = true, Padding = new(0, 0), Alignment = Justify.Right });
        var room = Room(width, bars.Max(b => b.X.Length) + 14);
        foreach (var bar in bars)
        {
            var length = longest == 0 ? 0 : (int)Math.Round(bar.Y / longest * room);
            grid.AddRow(new Text(ChartFallback.Place(bar.X)), new Text(new string('█', length), TerminalStyle.Of(bar.Color)), new Text(ChartFallback.Number(bar.Y)));
        }
        return grid;
    }

    private static Text Gauge(GaugeChart gauge, int width)
    {
        var bar = Bar((gauge.Value - gauge.Min) / (gauge.Max - gauge.Min), Room(width, gauge.Title.Length + 20));
        return new($"{gauge.Title} {bar} {ChartFallback.Number(gauge.Value)} of {ChartFallback.Number(gauge.Max)}");
    }

    private static string Bar(double share, int room)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * room);
        return new string('█', full) + new string('░', room - full);
    }

    private static int Room(int width, int taken) => Math.Clamp(width - taken, 8, LongestBar);
}
