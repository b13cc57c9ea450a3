namespace FactoryBot.Skills.Charts;

/// <summary>Upright bars: single, side by side, or on top of each other. Names that are too long to stand below them make it a chart
/// with lying bars, where they have room.</summary>
internal static class BarPlot
{
    private const double Bottom = 240;
    private const int MostLying = 12;

    public static void Draw(Canvas canvas, double top, BarData data)
    {
        var slot = (Canvas.Width - 60) / data.Places.Count;
        if (data.Places.Count <= MostLying && !PlaceLabels.Fit(PlaceLabels.Names(data.Places), slot))
        {
            RankPlot.Draw(canvas, top, data);
            return;
        }
        top = ChartLegend.Draw(canvas, top, data.Names, ChartLegend.Squares(canvas, data.Colors));
        canvas.Height += top - 4;
        // Room for the value below a bar that hangs down.
        var lengths = data.Lengths().Select(v => v < 0 && data.ShowValues ? v * 1.1 : v);
        var scale = Scale.ForBars(lengths.Concat(data.Hints), Frame.Intervals);
        var frame = Frame.Draw(canvas, top, Bottom + top - 4, scale, data.Unit);
        slot = frame.Width / data.Places.Count;
        canvas.Height += PlaceLabels.Draw(canvas, data.Places, i => frame.Left + (slot * (i + 0.5)), slot, frame.Bottom + 4) - 14;
        for (var place = 0; place < data.Places.Count; place++)
        {
            var left = frame.Left + (slot * place);
            if (data.Stacked)
                Stack(canvas, frame, data, place, left, slot);
            else
                Group(canvas, frame, data, place, left, slot);
        }
    }

    private static void Group(Canvas canvas, Frame frame, BarData data, int place, double left, double slot)
    {
        var room = Math.Min(slot * 0.82, 56 * data.Names.Count);
        var width = room / data.Names.Count;
        var x = left + ((slot - room) / 2);
        for (var series = 0; series < data.Names.Count; series++, x += width)
        {
            if (data.Values[series][place] is not { } value)
                continue;
            var (zero, end) = (frame.Y(0), frame.Y(value));
            canvas.Rect(x + (width * 0.04), Math.Min(zero, end), width * 0.92, Math.Max(Math.Abs(end - zero), value == 0 ? 0 : 1), "f" + data.Color(series, place), 1.5);
            var text = data.Say(value);
            if (data.ShowValues && TextWidth.Of(text, Canvas.Small) <= Math.Max(width, data.Names.Count == 1 ? slot - 4 : 0) + 4)
                canvas.TryText(x + (width / 2), value < 0 ? end + 14 : end - 4, text, Anchor.Middle);
        }
    }

    private static void Stack(Canvas canvas, Frame frame, BarData data, int place, double left, double slot)
    {
        var width = Math.Min(slot * 0.78, 56);
        var x = left + ((slot - width) / 2);
        var sum = 0.0;
        for (var series = 0; series < data.Names.Count; series++)
        {
            if (data.Values[series][place] is not { } value || value <= 0)
                continue;
            var (from, to) = (frame.Y(sum), frame.Y(sum + value));
            // A fine gap between the parts, but never a part that vanishes.
            canvas.Rect(x, to, width, Math.Max(from - to - (sum > 0 ? 0.6 : 0), 1), "f" + data.Color(series, place));
            sum += value;
        }
        var text = data.Say(sum);
        if (data.ShowValues && TextWidth.Of(text, Canvas.Small) <= slot)
            canvas.TryText(x + (width / 2), frame.Y(sum) - 4, text, Anchor.Middle);
    }
}
