namespace FactoryBot.Skills.Charts;

/// <summary>Says which mark is which, in rows at the top.</summary>
internal static class ChartLegend
{
    private const double Row = 18;
    private const double Swatch = 16;
    private const double Gap = 14;
    private const int MostRows = 4;

    /// <summary>Draws it from <paramref name="top"/> on; nothing for a single series.</summary>
    /// <param name="marker">Draws the sample at its middle.</param>
    /// <returns>Where the space below it begins.</returns>
    public static double Draw(Canvas canvas, double top, IReadOnlyList<string> names, Action<int, double, double> marker)
    {
        if (names.Count < 2)
            return top;
        var (x, y, rows) = (4.0, top, 1);
        for (var i = 0; i < names.Count; i++)
        {
            var name = TextWidth.Cut(names[i], Canvas.Small, (Canvas.Width / 2) - Swatch - Gap);
            var width = Swatch + TextWidth.Of(name, Canvas.Small) + Gap;
            if (x > 4 && x + width > Canvas.Width)
            {
                if (rows == MostRows)
                {
                    canvas.TryText(x, y + 12, $"+ {names.Count - i} more", Anchor.Start, "s");
                    break;
                }
                (x, y, rows) = (4, y + Row, rows + 1);
            }
            marker(i, x + 6, y + 8);
            canvas.Text(x + Swatch, y + 12, name);
            x += width;
        }
        return y + Row + 2;
    }

    public static Action<int, double, double> Squares(Canvas canvas, IReadOnlyList<int> colors) =>
        (i, x, y) => canvas.Rect(x - 5, y - 5, 10, 10, "f" + colors[i], 2);
}
