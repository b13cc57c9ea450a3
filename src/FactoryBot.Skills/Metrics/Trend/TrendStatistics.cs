namespace FactoryBot.Skills.Metrics.Trend;

/// <summary>Plain statistics of a figure by day, none of which one bad day can upset.</summary>
/// <remarks>Direction: Mann–Kendall test at 95 % with the slope of Theil and Sen (median of all slopes between two days). Change point: the split
/// into two levels that leaves the least squares, told only where it explains the days better than one straight line does and its F value
/// is high. Outliers: distance from the better of the two models above 3.5 in modified z-scores (Iglewicz and Hoaglin), and not smaller
/// than anybody would care about.</remarks>
internal sealed record TrendStatistics
{
    public const int LeastDays = 8;
    public const int Window = 7;
    private const int LeastSegment = 3;
    private const double Certain = 1.96;
    private const double HighF = 12;
    private const double FarOut = 3.5;
    private const double MadOfNormal = 0.6745;

    /// <summary>The mean of each day and up to six with data before it.</summary>
    public required IReadOnlyList<double> MovingAverage { get; init; }

    /// <summary>1 rising, −1 falling, 0 no clear direction.</summary>
    public required int Direction { get; init; }

    public required double SlopePerDay { get; init; }

    /// <summary>The first day of the new level and both means; null where there is none.</summary>
    public (int At, double Before, double After)? ChangePoint { get; init; }

    /// <summary>Positions of the days that stand out, in order.</summary>
    public required IReadOnlyList<int> Outliers { get; init; }

    /// <param name="days">Distance in days from the first.</param>
    /// <param name="negligible">A distance from the model that is no outlier whatever the spread is.</param>
    public static TrendStatistics Of(IReadOnlyList<int> days, IReadOnlyList<double> values, double negligible)
    {
        var average = values.Select((_, i) => values.Skip(Math.Max(0, i - Window + 1)).Take(Math.Min(Window, i + 1)).Average()).ToList();
        if (values.Count < LeastDays)
            return new() { MovingAverage = average, Direction = 0, SlopePerDay = 0, Outliers = [] };
        var slope = Median(Pairs(values.Count).Select(p => (values[p.J] - values[p.I]) / (days[p.J] - days[p.I])));
        var start = Median(values.Select((value, i) => value - slope * days[i]));
        double[] line = [.. days.Select(day => start + slope * day)];
        var (at, before, after, rest) = BestSplit(values);
        var mean = values.Average();
        var whole = values.Sum(value => Square(value - mean));
        var lineRest = values.Select((value, i) => Square(value - line[i])).Sum();
        var f = rest == 0 ? double.PositiveInfinity : (whole - rest) / (rest / (values.Count - 2));
        var hasStep = rest < lineRest && whole > 0 && f > HighF && Math.Abs(after - before) > negligible;
        double[] model = hasStep ? [.. values.Select((_, i) => i < at ? before : after)] : line;
        return new()
        {
            MovingAverage = average,
            Direction = MannKendall(values),
            SlopePerDay = slope,
            ChangePoint = hasStep ? (at, before, after) : null,
            Outliers = OutliersOf(values, model, negligible),
        };
    }

    private static List<int> OutliersOf(IReadOnlyList<double> values, double[] model, double negligible)
    {
        var rest = values.Select((value, i) => value - model[i]).ToList();
        var middle = Median(rest);
        var spread = Median(rest.Select(r => Math.Abs(r - middle)));
        return [.. Enumerable.Range(0, rest.Count).Where(i =>
            Math.Abs(rest[i] - middle) > negligible && MadOfNormal * Math.Abs(rest[i] - middle) > FarOut * spread)];
    }

    private static (int At, double Before, double After, double Left) BestSplit(IReadOnlyList<double> values)
    {
        var best = (At: 0, Before: 0.0, After: 0.0, Left: double.PositiveInfinity);
        for (var at = LeastSegment; at <= values.Count - LeastSegment; at++)
        {
            var (before, after) = (values.Take(at).Average(), values.Skip(at).Average());
            var rest = values.Take(at).Sum(value => Square(value - before)) + values.Skip(at).Sum(value => Square(value - after));
            if (rest < best.Left)
                best = (at, before, after, rest);
        }

        return best;
    }

    private static int MannKendall(IReadOnlyList<double> values)
    {
        var n = values.Count;
        var s = Pairs(n).Sum(p => Math.Sign(values[p.J] - values[p.I]));
        var ties = values.GroupBy(value => value).Sum(group => group.Count() * (group.Count() - 1.0) * (2 * group.Count() + 5));
        var variance = (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
        if (variance <= 0)
            return 0;
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        return Math.Abs(z) > Certain ? Math.Sign(z) : 0;
    }

    private static IEnumerable<(int I, int J)> Pairs(int count)
    {
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
                yield return (i, j);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static double Square(double x) => x * x;
}
