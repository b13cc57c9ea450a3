using System.Globalization;
using System.Text;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>Lines over days or places. Each series has a mark of its own shape, so that colour is never the only sign.</summary>
internal static class LinePlot
{
    private const double Bottom = 240;
    private const int MostMarks = 31;
    private const double LastValues = 48;

    public static void Draw(Canvas canvas, double top, LineChart chart)
    {
        var series = chart.Data.Where(s => s.Values.Count > 0).ToList();
        var colors = Palette.For([.. series.Select(s => s.Color)]);
        top = ChartLegend.Draw(canvas, top, [.. series.Select(s => s.Legend)], (i, x, y) =>
        {
            canvas.Line(x - 7, y, x + 7, y, "l" + colors[i], 2);
            Mark(canvas, i, colors[i], x, y);
        });
        canvas.Height += top - 4;
        var scale = Scale.ForLines(series.SelectMany(s => s.Values).Select(p => p.Y), chart.YMin, chart.YMax, Frame.Intervals);
        var frame = Frame.Draw(canvas, top, Bottom + top - 4, scale, chart.Unit, right: series.Count == 1 ? 0 : LastValues);
        var axis = PointAxis.Of(series, frame);
        axis.DrawLabels(canvas, frame);
        for (var i = 0; i < series.Count; i++)
            Line(canvas, frame, axis, series[i], i, colors[i]);
        if (series.Count == 1)
            LabelPoints(canvas, frame, axis, series[0]);
        else
            LabelEnds(canvas, frame, axis, series);
    }

    private static void Line(Canvas canvas, Frame frame, PointAxis axis, ChartSeries series, int index, int color)
    {
        var path = new StringBuilder();
        foreach (var point in axis.InOrder(series))
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{Canvas.N(axis.X(point.X))} {Canvas.N(frame.Y(point.Y))}");
        canvas.Path(path.ToString(), "l" + color, 2.2);
        if (series.Values.Count > MostMarks)
            return;
        foreach (var point in series.Values)
            Mark(canvas, index, color, axis.X(point.X), frame.Y(point.Y));
    }

    // Beside the last point of each line, so that nobody has to guess which line a value belongs to.
    private static void LabelEnds(Canvas canvas, Frame frame, PointAxis axis, List<ChartSeries> series)
    {
        var ends = series.Select(s => axis.InOrder(s)[^1]).OrderByDescending(p => p.Y).ToList();
        var say = ChartNumber.Beside(ends.Select(p => p.Y));
        foreach (var last in ends)
            canvas.TryText(axis.X(last.X) + 8, frame.Y(last.Y) + 4, say(last.Y), Anchor.Start, "t h");
    }

    // All of few values, otherwise the last, the highest and the lowest: where they stand free.
    private static void LabelPoints(Canvas canvas, Frame frame, PointAxis axis, ChartSeries series)
    {
        var points = axis.InOrder(series);
        var labelled = points.Count <= 8 ? points : [points[^1], points.MaxBy(p => p.Y)!, points.MinBy(p => p.Y)!];
        var say = ChartNumber.Beside(labelled.Select(p => p.Y));
        foreach (var point in labelled.Distinct())
        {
            var (x, y, text) = (axis.X(point.X), frame.Y(point.Y), say(point.Y));
            var half = TextWidth.Of(text, Canvas.Small) / 2;
            var inside = Math.Clamp(x, frame.Left + half, Canvas.Width - half - 2);
            if (!canvas.TryText(inside, y - 8, text, Anchor.Middle, "t h") && y + 20 < frame.Bottom)
                canvas.TryText(inside, y + 18, text, Anchor.Middle, "t h");
        }
    }

    private static void Mark(Canvas canvas, int index, int color, double x, double y)
    {
        string Points(params (double X, double Y)[] corners) =>
            "M" + string.Join('L', corners.Select(c => $"{Canvas.N(x + c.X)} {Canvas.N(y + c.Y)}")) + "Z";
        var shape = (index % 4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"M{Canvas.N(x - 3.5)} {Canvas.N(y)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z"),
            1 => Points((-3.2, -3.2), (3.2, -3.2), (3.2, 3.2), (-3.2, 3.2)),
            2 => Points((0, -4.4), (4.2, 3.2), (-4.2, 3.2)),
            _ => Points((0, -4.6), (4.6, 0), (0, 4.6), (-4.6, 0)),
        };
        canvas.Path(shape, "f" + color);
    }
}
