namespace FactoryBot.Skills.Charts;

/// <summary>A straight axis of numbers with round marks.</summary>
/// <param name="Ticks">The marks, ascending; the first and the last are the ends of the axis.</param>
internal sealed record Scale(double Min, double Max, double Step, IReadOnlyList<double> Ticks)
{
    /// <summary>Where the value stands between the ends, 0 to 1.</summary>
    public double Share(double value) => Math.Clamp((value - Min) / (Max - Min), 0, 1);

    /// <summary>For bars: 0 is always on it, or their lengths would lie.</summary>
    public static Scale ForBars(IEnumerable<double> values, int intervals)
    {
        var all = values.Append(0).ToList();
        return Round(all.Min(), all.Max(), intervals);
    }

    /// <summary>For lines: begins at 0 where that takes at most half of the height.</summary>
    public static Scale ForLines(IEnumerable<double> values, double? min, double? max, int intervals)
    {
        var all = values.ToList();
        var low = Math.Min(all.Min(), min ?? double.MaxValue);
        var high = Math.Max(all.Max(), max ?? double.MinValue);
        if (low > 0 && low <= high / 2)
            low = 0;
        return Round(low, high, intervals);
    }

    private static Scale Round(double low, double high, int intervals)
    {
        if (high - low <= Math.Max(Math.Abs(high), Math.Abs(low)) * 1e-9)
        {
            // One value, or all the same: it stands in the middle, or on the base line where it is 0.
            var around = high == 0 ? 1 : Math.Abs(high) / 2;
            (low, high) = high == 0 ? (0, around) : (high - around, high + around);
        }
        var step = NiceStep((high - low) / intervals);
        var first = Math.Floor((low / step) + 1e-9);
        var last = Math.Ceiling((high / step) - 1e-9);
        double[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 12) is var t && double.IsFinite(t) ? t : (first + i) * step)];
        return new(ticks[0], ticks[^1], step, ticks);
    }

    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 } * power;
    }
}
