using System.Globalization;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>One value on a half ring, with the ranges it may lie in.</summary>
internal static class GaugePlot
{
    private const double Outer = 150;
    private const double Inner = 112;

    public static void Draw(Canvas canvas, double top, GaugeChart chart)
    {
        var (cx, cy) = (Canvas.Width / 2, top + Outer + 22);
        var span = chart.Max > chart.Min ? chart.Max - chart.Min : 1;
        var share = Math.Clamp((chart.Value - chart.Min) / span, 0, 1);
        canvas.Path(Arc(cx, cy, 0, 1), "k");
        if (chart.Segments is { Count: > 0 } segments)
            Segments(canvas, segments, span, cx, cy);
        else if (share > 0)
            canvas.Path(Arc(cx, cy, 0, share), "f0");
        Needle(canvas, cx, cy, share);

        var value = Value(chart);
        var size = ((double[])[34, 28, 24, 20, 16, 13]).FirstOrDefault(s => TextWidth.Of(value, s, bold: true) <= 180, 12);
        canvas.Text(cx, cy - 30, value, Anchor.Middle, "t", size, bold: true);
        if (!string.IsNullOrWhiteSpace(chart.SubLabel))
            canvas.Text(cx, cy - 8, TextWidth.Cut(chart.SubLabel, Canvas.Small, (2 * Inner) - 30), Anchor.Middle, "s");
        var middle = (Outer + Inner) / 2;
        canvas.Text(cx - middle, cy + 16, ChartNumber.Value(chart.Min), Anchor.Middle, "s");
        canvas.Text(cx + middle, cy + 16, ChartNumber.Value(chart.Max), Anchor.Middle, "s");
        canvas.Height = cy + 26;
        if (chart.Segments is { Count: > 0 } named && chart.ShowLegend != false)
            canvas.Height = ChartLegend.Draw(canvas, cy + 26, [.. named.Select(s => s.Legend)], ChartLegend.Squares(canvas, [.. named.Select((s, i) => Palette.Of(s.Color, i))])) + 4;
    }

    private static string Value(GaugeChart chart) => chart.ValueFormat switch
    {
        "Percentage" => ChartNumber.Value(Math.Round(chart.Value, 1)) + " %",
        _ => $"{ChartNumber.Value(chart.Value)} / {ChartNumber.Value(chart.Max)}",
    };

    private static void Segments(Canvas canvas, IReadOnlyList<GaugeSegment> segments, double span, double cx, double cy)
    {
        var from = 0.0;
        for (var i = 0; i < segments.Count && from < 1; i++)
        {
            var to = Math.Min(1, from + (Math.Max(0, segments[i].Size) / span));
            if (to > from)
                canvas.Path(Arc(cx, cy, from, to), $"f{Palette.Of(segments[i].Color, i)} e", 1.5);
            from = to;
        }
    }

    private static void Needle(Canvas canvas, double cx, double cy, double share)
    {
        var angle = Math.PI * (1 + share);
        string At(double radius, double turn) =>
            $"{Canvas.N(cx + (radius * Math.Cos(angle + turn)))} {Canvas.N(cy + (radius * Math.Sin(angle + turn)))}";
        canvas.Path($"M{At(Inner - 16, 0)}L{At(Outer + 6, 0.045)}L{At(Outer + 6, -0.045)}Z", "n", 1.5);
    }

    private static string Arc(double cx, double cy, double from, double to)
    {
        string At(double radius, double share)
        {
            var angle = Math.PI * (1 + share);
            return $"{Canvas.N(cx + (radius * Math.Cos(angle)))} {Canvas.N(cy + (radius * Math.Sin(angle)))}";
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"M{At(Outer, from)}A{Outer} {Outer} 0 0 1 {At(Outer, to)}L{At(Inner, to)}A{Inner} {Inner} 0 0 0 {At(Inner, from)}Z");
    }
}
