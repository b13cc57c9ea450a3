using System.Globalization;
using System.Text;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>The causes from the largest to the smallest, and the line of what they make together.</summary>
internal static class ParetoPlot
{
    private const double Row = 26;
    private const int Most = 12;
    private const double NameRoom = 150;

    public static void Draw(Canvas canvas, double top, HorizontalBarChart chart)
    {
        var total = chart.Data.Sum(b => b.Y);
        var ranked = chart.Data.OrderByDescending(b => b.Y).ToList();
        List<(string Name, double Value)> rows = [.. ranked.Take(ranked.Count > Most ? Most - 1 : Most).Select(b => (ChartFallback.Place(b.X), b.Y))];
        if (ranked.Count > Most)
            rows.Add(($"{ranked.Count - rows.Count} others", ranked.Skip(rows.Count).Sum(b => b.Y)));

        var shares = rows.Select(r => r.Value / total).ToList();
        var left = Math.Min(NameRoom, rows.Max(r => TextWidth.Of(r.Name, Canvas.Small))) + 12;
        var sumColumn = Canvas.Width - 4;
        var valueColumn = sumColumn - 56;
        var say = ChartNumber.Beside(rows.Select(r => r.Value));
        var values = Math.Max(rows.Max(r => TextWidth.Of(say(r.Value), Canvas.Small)), TextWidth.Of(Unit(chart), Canvas.Small));
        var right = valueColumn - values - 10;
        canvas.Text(valueColumn, top + 12, Unit(chart), Anchor.End, "s");
        canvas.Text(sumColumn, top + 12, "Sum", Anchor.End, "s");
        top += 20;
        canvas.Height = top + (Row * rows.Count) + 20;

        double X(double share) => left + (share * (right - left));
        canvas.Line(X(0.8), top - 2, X(0.8), top + (Row * rows.Count), "a", 1, "3 3");
        var line = new StringBuilder();
        var sum = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            var y = top + (Row * i);
            Name(canvas, left, y, rows[i].Name);
            canvas.Rect(left, y + 4, Math.Max(X(shares[i]) - left, shares[i] > 0 ? 1 : 0), 16, "f0", 2);
            sum = i == rows.Count - 1 ? 1 : sum + shares[i];
            line.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{Canvas.N(X(sum))} {Canvas.N(y + 12)}");
            canvas.Text(valueColumn, y + 16, say(rows[i].Value), Anchor.End);
            canvas.Text(sumColumn, y + 16, ChartNumber.Percent(sum), Anchor.End, "s");
        }
        canvas.Path(line.ToString(), "l1", 2);
        sum = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            sum = i == rows.Count - 1 ? 1 : sum + shares[i];
            canvas.Path(string.Create(CultureInfo.InvariantCulture, $"M{Canvas.N(X(sum) - 3)} {Canvas.N(top + (Row * i) + 12)}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z"), "f1");
        }
        var bottom = top + (Row * rows.Count);
        canvas.Line(left, bottom, X(1), bottom, "a");
        canvas.TryText(left, bottom + 14, "0 %", Anchor.Start, "s");
        canvas.TryText(X(0.8), bottom + 14, "80 %", Anchor.Middle, "s");
    }

    private static void Name(Canvas canvas, double left, double y, string name)
    {
        var lines = TextWidth.Wrap(name, Canvas.Small, left - 12, 2);
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(left - 8, y + (lines.Count == 1 ? 16 : 10 + (i * 12.5)), lines[i], Anchor.End);
    }

    private static string Unit(HorizontalBarChart chart) => TextWidth.Cut(chart.Unit ?? "Value", Canvas.Small, 110);
}
