using System.Globalization;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>Shares of a whole as a ring, with every value and share beside it.</summary>
internal static class DonutPlot
{
    private const int Most = 8;
    private const double Outer = 92;
    private const double Inner = 58;
    private const double Row = 22;
    private const double ListLeft = 214;
    private const double ValueColumn = 418;

    public static void Draw(Canvas canvas, double top, SliceChart chart)
    {
        var slices = Slices(chart);
        var total = slices.Sum(s => s.Value);
        var rows = Rows(slices);
        canvas.Height = Math.Max((2 * Outer) + 20, rows.Sum(r => r.Height) + 24) + top;
        var (cx, cy) = (Outer + 10, top + ((canvas.Height - top) / 2));
        if (total <= 0)
        {
            canvas.Height = top + 60;
            canvas.Text(Canvas.Width / 2, top + 32, "No values above 0", Anchor.Middle, "s", 14);
            return;
        }
        var colors = Palette.For([.. slices.Select(s => s.Color)]);
        var inner = chart is PieChart ? 0 : Inner;
        var from = 0.0;
        for (var i = 0; i < slices.Count; i++)
        {
            var to = from + (slices[i].Value / total);
            canvas.Path(Slice(cx, cy, inner, from, to), slices.Count == 1 ? $"f{colors[i]}" : $"f{colors[i]} e", slices.Count == 1 ? 0 : 1.5);
            from = to;
        }
        if (chart is DonutChart donut)
            Middle(canvas, cx, cy, donut.Value ?? ChartNumber.Value(total));
        List(canvas, slices, rows, colors, total, cy);
    }

    private static List<ChartSlice> Slices(SliceChart chart)
    {
        List<ChartSlice> known = [.. chart.Data.Where(s => s.Value > 0)];
        if (known.Count <= Most)
            return known;
        var rest = known.OrderByDescending(s => s.Value).Skip(Most - 1).ToList();
        return [.. known.Except(rest), new($"{rest.Count} others", rest.Sum(s => s.Value), ChartColor.Neutral)];
    }

    private static void Middle(Canvas canvas, double cx, double cy, string text)
    {
        foreach (var size in (double[])[24, 20, 16, 13])
        {
            if (TextWidth.Of(text, size, bold: true) <= (2 * Inner) - 14)
            {
                canvas.Text(cx, cy + (size * 0.36), text, Anchor.Middle, "t", size, bold: true);
                return;
            }
        }
        var lines = TextWidth.Wrap(text, 12, (2 * Inner) - 18, 2);
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(cx, cy + 4 + ((i - ((lines.Count - 1) / 2.0)) * 15), lines[i], Anchor.Middle);
    }

    private static List<(IReadOnlyList<string> Lines, double Height)> Rows(List<ChartSlice> slices)
    {
        var say = ChartNumber.Beside(slices.Select(s => s.Value));
        var values = slices.Select(s => TextWidth.Of(say(s.Value), Canvas.Small)).DefaultIfEmpty().Max();
        return [.. slices
            .Select(s => TextWidth.Wrap(s.Legend, Canvas.Small, ValueColumn - values - ListLeft - 28, 2))
            .Select(lines => (lines, Row + (14.0 * (lines.Count - 1))))];
    }

    private static void List(
        Canvas canvas, List<ChartSlice> slices, List<(IReadOnlyList<string> Lines, double Height)> rows, int[] colors, double total, double cy)
    {
        var y = cy - (rows.Sum(r => r.Height) / 2);
        var say = ChartNumber.Beside(slices.Select(s => s.Value));
        for (var i = 0; i < slices.Count; y += rows[i].Height, i++)
        {
            canvas.Rect(ListLeft, y + 4, 11, 11, "f" + colors[i], 2);
            for (var line = 0; line < rows[i].Lines.Count; line++)
                canvas.Text(ListLeft + 18, y + 14 + (14 * line), rows[i].Lines[line]);
            canvas.Text(ValueColumn, y + 14, say(slices[i].Value), Anchor.End);
            canvas.Text(Canvas.Width - 4, y + 14, ChartNumber.Percent(slices[i].Value / total), Anchor.End, "s");
        }
    }

    // In two steps, because an arc cannot end where it began.
    private static string Slice(double cx, double cy, double inner, double from, double to)
    {
        var half = (from + to) / 2;
        var outside = $"M{At(cx, cy, Outer, from)}A{Outer} {Outer} 0 0 1 {At(cx, cy, Outer, half)}A{Outer} {Outer} 0 0 1 {At(cx, cy, Outer, to)}";
        return inner == 0
            ? outside + $"L{At(cx, cy, 0, 0)}Z"
            : outside + $"L{At(cx, cy, inner, to)}A{inner} {inner} 0 0 0 {At(cx, cy, inner, half)}A{inner} {inner} 0 0 0 {At(cx, cy, inner, from)}Z";
    }

    private static string At(double cx, double cy, double radius, double share)
    {
        var angle = (share * 2 * Math.PI) - (Math.PI / 2);
        return $"{Coordinate(cx + (radius * Math.Cos(angle)))} {Coordinate(cy + (radius * Math.Sin(angle)))}";
    }

    private static string Coordinate(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
