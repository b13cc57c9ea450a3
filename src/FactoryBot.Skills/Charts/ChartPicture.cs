using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>A drawn chart.</summary>
/// <param name="Svg">The picture; it refers to nothing outside itself.</param>
/// <param name="AltText">What it shows, in words.</param>
public sealed record ChartPicture(string Svg, string AltText, double Width, double Height)
{
    /// <summary>Draws any chart of a card.</summary>
    public static ChartPicture Of(Chart chart, ChartTheme theme = ChartTheme.Light)
    {
        var canvas = new Canvas();
        var top = chart.ShowTitle == true ? Title(canvas, chart.Title) : 4;
        Draw(canvas, top, chart);
        var words = ChartWords.Of(chart);
        return new(canvas.ToSvg(theme, chart.Title, words), words, Canvas.Width, canvas.Height);
    }

    private static void Draw(Canvas canvas, double top, Chart chart)
    {
        if (chart is not GaugeChart && chart.Series().All(s => s.Values.Count == 0))
        {
            canvas.Height = top + 60;
            canvas.Text(Canvas.Width / 2, top + 32, "No values", Anchor.Middle, "s", 14);
            return;
        }
        switch (chart)
        {
            case LineChart line:
                LinePlot.Draw(canvas, top, line);
                break;
            case VerticalBarChart bars:
                BarPlot.Draw(canvas, top, BarData.Of(bars));
                break;
            case GroupedBarChart bars:
                BarPlot.Draw(canvas, top, BarData.Of(bars));
                break;
            case HorizontalBarChart { DisplayMode: "PartToWhole" } parts when parts.Data.All(b => b.Y >= 0) && parts.Data.Any(b => b.Y > 0):
                ParetoPlot.Draw(canvas, top, parts);
                break;
            case HorizontalBarChart bars:
                RankPlot.Draw(canvas, top, BarData.Of(bars));
                break;
            case StackedBarChart bars:
                RankPlot.Draw(canvas, top, BarData.Of(bars));
                break;
            case SliceChart slices:
                DonutPlot.Draw(canvas, top, slices);
                break;
            case GaugeChart gauge:
                GaugePlot.Draw(canvas, top, gauge);
                break;
        }
    }

    private static double Title(Canvas canvas, string title)
    {
        var y = 18.0;
        foreach (var line in TextWidth.Wrap(title, 14.5, Canvas.Width - 8, 2))
        {
            canvas.Text(4, y, line, size: 14, bold: false);
            y += 18;
        }
        return y - 8;
    }
}
