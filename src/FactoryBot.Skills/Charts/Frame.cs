namespace FactoryBot.Skills.Charts;

/// <summary>The space in which an upright chart is drawn: grid, marks of the axis and its unit.</summary>
internal sealed record Frame(double Left, double Top, double Right, double Bottom, Scale Scale)
{
    public const int Intervals = 5;

    public double Width => Right - Left;

    public double Y(double value) => Bottom - (Scale.Share(value) * (Bottom - Top));

    /// <summary>Draws the grid and its marks, with the unit above them.</summary>
    /// <param name="right">The room to keep beside it.</param>
    public static Frame Draw(Canvas canvas, double top, double bottom, Scale scale, string? unit, double right = 0)
    {
        var marks = ChartNumber.Ticks(scale.Ticks, scale.Step);
        var left = marks.Max(m => TextWidth.Of(m, Canvas.Small)) + 10;
        if (!string.IsNullOrWhiteSpace(unit))
        {
            canvas.Text(4, top + 12, TextWidth.Cut(unit, Canvas.Small, Canvas.Width - 8), Anchor.Start, "s");
            top += 18;
        }
        var frame = new Frame(left, top + 8, Canvas.Width - 6 - right, bottom, scale);
        for (var i = 0; i < marks.Count; i++)
        {
            var y = frame.Y(scale.Ticks[i]);
            canvas.Line(frame.Left, y, frame.Right, y, scale.Ticks[i] == 0 ? "a" : "g");
            canvas.Text(left - 6, y + 4, marks[i], Anchor.End, "s");
        }
        return frame;
    }
}
