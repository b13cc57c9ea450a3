using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>Lying bars: single, one below the other for each place, or cut into parts. Long names stand above their bars.</summary>
internal static class RankPlot
{
    private const double Thick = 16;
    private const double LongestBeside = 150;

    /// <summary>More places would make a picture that no client shows.</summary>
    private const int Most = 20;

    public static void Draw(Canvas canvas, double top, BarData data)
    {
        top = ChartLegend.Draw(canvas, top, data.Names, ChartLegend.Squares(canvas, data.Colors));
        if (!string.IsNullOrWhiteSpace(data.Unit))
        {
            canvas.Text(4, top + 12, TextWidth.Cut(data.Unit, Canvas.Small, Canvas.Width - 8), Anchor.Start, "s");
            top += 20;
        }
        var names = data.Places.Take(Most).Select(ChartFallback.Place).ToList();
        var widest = names.Max(n => TextWidth.Of(n, Canvas.Small));
        var beside = widest <= LongestBeside;
        var bars = data.Stacked ? 1 : data.Names.Count;
        var height = (bars * (Thick + 2)) + (beside ? 8 : 24);
        canvas.Height = top + (names.Count * height) + (data.Places.Count > Most ? 24 : 4);
        var scale = Scale.ForBars(data.Lengths(), 4);
        var room = data.ShowValues ? data.Lengths().Max(v => TextWidth.Of(data.Say(v), Canvas.Small)) + 8 : 6;
        var left = (beside ? widest + 12 : 4) + (scale.Min < 0 ? room : 0);
        var right = Canvas.Width - room - 4;
        for (var i = 0; i < names.Count; i++, top += height)
        {
            if (beside)
                canvas.Text(widest + 4, top + (height / 2) + 1, names[i], Anchor.End);
            else
                canvas.Text(4, top + 13, TextWidth.Cut(names[i], Canvas.Small, Canvas.Width - 8));
            Bars(canvas, data, i, scale, left, right, top + (beside ? 2 : 18));
        }
        if (data.Places.Count > Most)
            canvas.Text(4, top + 12, $"{data.Places.Count - Most} more are not drawn", Anchor.Start, "s");
    }

    private static void Bars(Canvas canvas, BarData data, int place, Scale scale, double left, double right, double y)
    {
        double X(double value) => left + (scale.Share(value) * (right - left));
        if (data.Stacked)
        {
            Parts(canvas, data, place, X, y);
            return;
        }
        canvas.Line(X(0), y - 2, X(0), y + (data.Names.Count * (Thick + 2)), "a");
        for (var series = 0; series < data.Names.Count; series++, y += Thick + 2)
        {
            if (data.Values[series][place] is not { } value)
                continue;
            var (zero, end) = (X(0), X(value));
            canvas.Rect(Math.Min(zero, end), y, Math.Max(Math.Abs(end - zero), value == 0 ? 0 : 1), Thick, "f" + data.Color(series, place), 2);
            if (data.ShowValues)
                canvas.TryText(value < 0 ? end - 5 : end + 5, y + 12, data.Say(value), value < 0 ? Anchor.End : Anchor.Start);
        }
    }

    private static void Parts(Canvas canvas, BarData data, int place, Func<double, double> x, double y)
    {
        var sum = 0.0;
        for (var series = 0; series < data.Names.Count; series++)
        {
            if (data.Values[series][place] is not { } value || value <= 0)
                continue;
            var (from, to) = (x(sum), x(sum + value));
            canvas.Rect(from, y, Math.Max(to - from - 0.8, 1), Thick, "f" + data.Color(series, place));
            sum += value;
        }
        if (data.ShowValues)
            canvas.TryText(x(sum) + 5, y + 12, data.Say(sum));
    }
}
