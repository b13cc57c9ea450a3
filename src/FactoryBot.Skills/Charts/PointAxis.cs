using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>Where a line chart's points stand: by date where all of them are days, otherwise one place after the other.</summary>
internal sealed class PointAxis
{
    private readonly IReadOnlyList<string> places;
    private readonly Dictionary<string, double> x;
    private readonly double slot;
    private readonly bool byDate;

    private PointAxis(IReadOnlyList<string> places, Dictionary<string, double> x, double slot, bool byDate)
    {
        this.places = places;
        this.x = x;
        this.slot = slot;
        this.byDate = byDate;
    }

    public double X(string place) => x[place];

    public static PointAxis Of(IReadOnlyList<ChartSeries> series, Frame frame)
    {
        List<string> places = [.. series.SelectMany(s => s.Values).Select(p => p.X).Distinct(StringComparer.Ordinal)];
        var byDate = places.TrueForAll(p => PlaceLabels.Day(p) is not null);
        if (byDate)
            places = [.. places.Order(StringComparer.Ordinal)];
        var edge = places.Count == 1 ? frame.Width / 2 : Math.Max(14, places.Count > 20 ? 8 : 0);
        var (left, room) = (frame.Left + edge, frame.Width - (2 * edge));
        var at = new Dictionary<string, double>(StringComparer.Ordinal);
        var first = byDate ? PlaceLabels.Day(places[0])!.Value.DayNumber : 0;
        var span = byDate ? PlaceLabels.Day(places[^1])!.Value.DayNumber - first : places.Count - 1;
        foreach (var (i, place) in places.Index())
            at[place] = left + (room * (byDate ? PlaceLabels.Day(place)!.Value.DayNumber - first : i) / Math.Max(1, span));
        return new(places, at, room / Math.Max(1, span), byDate);
    }

    public IReadOnlyList<ChartPoint> InOrder(ChartSeries series) =>
        byDate ? [.. series.Values.OrderBy(p => p.X, StringComparer.Ordinal)] : series.Values;

    public void DrawLabels(Canvas canvas, Frame frame)
    {
        if (!byDate || places.Count == 1)
        {
            canvas.Height += PlaceLabels.Draw(canvas, places, i => x[places[i]], places.Count == 1 ? frame.Width : slot, frame.Bottom + 4) - 14;
            return;
        }
        var first = PlaceLabels.Day(places[0])!.Value;
        var last = PlaceLabels.Day(places[^1])!.Value;
        var span = last.DayNumber - first.DayNumber;
        DateOnly? before = null;
        for (var day = First(first, span); day <= last; before = day, day = Next(day, span))
        {
            var at = x[places[0]] + (slot * (day.DayNumber - first.DayNumber));
            var name = span > 300 ? day.ToString("MMM yy", System.Globalization.CultureInfo.InvariantCulture) : PlaceLabels.DayName(day, before);
            var half = TextWidth.Of(name, Canvas.Small) / 2;
            if (canvas.TryText(Math.Clamp(at, half + 2, Canvas.Width - half - 2), frame.Bottom + 18, name, Anchor.Middle, "s"))
                canvas.Line(at, frame.Bottom, at, frame.Bottom + 4, "a");
        }
    }

    // Months are marked where they begin.
    private static DateOnly First(DateOnly day, int span) =>
        span <= 70 || day.Day == 1 ? day : new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    // Every day, every week, then whole months: as dense as the labels have room.
    private DateOnly Next(DateOnly day, int span) => (slot, span) switch
    {
        (>= 44, _) => day.AddDays(1),
        (>= 22, _) => day.AddDays(2),
        (_, <= 70) => day.AddDays(7),
        (_, <= 300) => day.AddMonths(1),
        _ => day.AddMonths(Math.Max(2, span / 30 / 6)),
    };
}
