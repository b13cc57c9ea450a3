using System.Globalization;
using FactoryBot.Skills.Charts;

namespace FactoryBot.Skills.Tests.Charts;

public sealed class PaletteTests
{
    /// <summary>Below this, two colours of a legend are mistaken for each other.</summary>
    private const double JustTold = 11;

    // What is left of red, green and blue of linear light, after Machado, Oliveira and Fernandes (2009), at full severity.
    private static readonly Dictionary<string, double[]> Eyes = new()
    {
        ["full sight"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    [Fact]
    public void FirstSixColours_ForEyesOfEveryKind_AreToldApart()
    {
        var close = from eyes in Eyes
                    from dark in (bool[])[false, true]
                    from a in Enumerable.Range(0, 6)
                    from b in Enumerable.Range(a + 1, 5 - a)
                    let distance = Distance(Seen(Color(a, dark), eyes.Value), Seen(Color(b, dark), eyes.Value))
                    where distance < JustTold
                    select $"{a} and {b} with {eyes.Key} on {(dark ? "dark" : "light")}: {distance.ToString("0.0", CultureInfo.InvariantCulture)}";
        Assert.Empty(close);
    }

    private static string Color(int i, bool dark) => dark ? Palette.Dark(i) : Palette.Light(i);

    private static double Distance((double L, double A, double B) x, (double L, double A, double B) y) =>
        Math.Sqrt(Math.Pow(x.L - y.L, 2) + Math.Pow(x.A - y.A, 2) + Math.Pow(x.B - y.B, 2));

    // CIE Lab, D65.
    private static (double L, double A, double B) Seen(string hex, double[] eyes)
    {
        double[] rgb = [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        double[] seen = [.. Enumerable.Range(0, 3).Select(r => Math.Clamp((eyes[3 * r] * rgb[0]) + (eyes[(3 * r) + 1] * rgb[1]) + (eyes[(3 * r) + 2] * rgb[2]), 0, 1))];
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        var x = F(((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.95047);
        var y = F((0.2126 * seen[0]) + (0.7152 * seen[1]) + (0.0722 * seen[2]));
        var z = F(((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }
}
