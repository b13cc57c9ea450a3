using System.Globalization;

namespace FactoryBot.Skills.Charts;

/// <summary>Numbers as a chart has room for them: three digits that count, and k, M or bn behind large ones.</summary>
internal static class ChartNumber
{
    private const double TooLarge = 1e15;

    /// <summary>A value beside its mark.</summary>
    public static string Value(double value)
    {
        // Whole up to a million; a value is read, where the marks of an axis are glanced at.
        var (divisor, suffix) = Math.Abs(value) < 1e6 ? (1, "") : Scale(Math.Abs(value));
        if (divisor == 0)
            return value.ToString("0.##e0", CultureInfo.InvariantCulture);
        var scaled = value / divisor;
        var format = Math.Abs(scaled) switch { >= 100 => "#,0.#", >= 10 => "0.#", >= 0.1 or 0 => "0.##", _ => "0.####" };
        var text = scaled.ToString(format, CultureInfo.InvariantCulture);
        return Plain(text) + suffix;
    }

    /// <summary>Values of one kind that stand beside each other: with equally many decimals, as few as the largest needs. Only what would become 0 by that
    /// keeps more of them.</summary>
    public static Func<double, string> Beside(IEnumerable<double> values)
    {
        var all = values.ToList();
        var largest = all.Select(Math.Abs).DefaultIfEmpty().Max();
        if (largest >= 1e6)
            return Value;
        var most = largest >= 10 ? 1 : 2;
        var decimals = Enumerable.Range(0, most).FirstOrDefault(d => all.TrueForAll(value => Math.Round(value, most) == Math.Round(value, d)), most);
        return value => value != 0 && Math.Round(value, most) == 0 ? Value(value) : Plain(value.ToString("N" + decimals, CultureInfo.InvariantCulture));
    }

    /// <summary>The marks of an axis, all in one unit and with equally many decimals.</summary>
    public static IReadOnlyList<string> Ticks(IReadOnlyList<double> ticks, double step)
    {
        var largest = ticks.Max(Math.Abs);
        var (divisor, suffix) = Scale(largest);
        if (divisor == 0)
            return [.. ticks.Select(t => t == 0 ? "0" : t.ToString("0.##e0", CultureInfo.InvariantCulture))];
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step / divisor) - 1e-9), 0, 6);
        // A quarter step such as 0.25 needs one more than its size tells.
        if (decimals is > 0 and < 6 && Math.Abs((step / divisor * Math.Pow(10, decimals)) % 1) > 1e-6)
            decimals++;
        else if (decimals == 0 && Math.Abs(step / divisor % 1) > 1e-6)
            decimals = 1;
        return [.. ticks.Select(t => t == 0 ? "0" : Plain((t / divisor).ToString("N" + decimals, CultureInfo.InvariantCulture)) + suffix)];
    }

    /// <summary>A share of 1 in percent; never 0 % for something, never 100 % for less than all.</summary>
    public static string Percent(double share) => (100 * share) switch
    {
        > 0 and < 0.1 => "<0.1 %",
        > 99.9 and < 100 => ">99.9 %",
        var p => p.ToString(p is < 10 or > 99 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %",
    };

    private static (double Divisor, string Suffix) Scale(double largest) => largest switch
    {
        >= TooLarge => (0, ""),
        >= 1e9 => (1e9, " bn"),
        >= 1e6 => (1e6, " M"),
        >= 1e4 => (1e3, " k"),
        _ => (1, ""),
    };

    private static string Plain(string text) => text is "-0" or "-0.0" or "-0.00" ? "0" : text.Replace('-', '−');
}
